"""A host of one file that costs next to nothing: the kernel sends it."""

import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

PRODUCT = Path(sys.argv[1])


class Handler(BaseHTTPRequestHandler):
    """Sends the file, whatever is asked but rules, of which it has none."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        found = self.path != "/robots.txt"
        self.send_response_only(200 if found else 404)
        self.send_header("Content-Length", str(PRODUCT.stat().st_size if found else 0))
        self.send_header("ETag", '"tag"')
        self.end_headers()
        if found:
            self.wfile.flush()
            with PRODUCT.open("rb") as file:
                self.connection.sendfile(file)


if __name__ == "__main__":
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"http://127.0.0.1:{server.server_address[1]}\n")
    sys.stdout.flush()
    sys.stdin.read()
