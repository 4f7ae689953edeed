"""Ask a server that runs beside this process, over several connections that stay open."""

import json
import socket
import subprocess
import sys
from time import perf_counter
from urllib.parse import urlsplit

CONNECTIONS = 8
REQUEST = (
    b"GET %s HTTP/1.1\r\n"
    b"Host: 127.0.0.1\r\n"
    b"Authorization: Basic cmVoZWFyc2FsOg==\r\n"
    b"Accept: */*\r\n"
    b"Accept-Encoding: gzip, deflate\r\n"
    b"User-Agent: bench\r\n\r\n"
)


def main(which: str) -> None:
    """Print how long a thousand answers took: of what was never asked, and then of the same again.

    What a server is asked first it has yet to lay out; a crawl asks everything once.
    """
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.steps.serve_site", which],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        told = json.loads(server.stdout.readline())
        parts, paths = urlsplit(told["address"]), [one.encode() for one in told["paths"]]
        place = (parts.hostname, parts.port)
        opened = [socket.create_connection(place) for _ in range(CONNECTIONS)]
        _asked(opened, paths[:CONNECTIONS])  # the first wait for what every answer rests on
        paths = paths[CONNECTIONS:]
        cold, length = _asked(opened, paths)
        warm, _ = _asked(opened, paths)
        for one in opened:
            one.close()
        server.stdin.close()
        told = json.loads(server.stdout.read())
    thousands = len(paths) / 1000
    found = {
        "thousand_s": cold / thousands,
        "warm_s": warm / thousands,
        "server_s": told["server_s"] / thousands / 2,
        "peak_mb": told["peak_mb"],
        "bytes": length // len(paths),
        "requests": len(paths),
    }
    sys.stdout.write(json.dumps(found))


def _asked(opened: list[socket.socket], paths: list[bytes]) -> tuple[float, int]:
    """Ask on every connection, then read every answer; how long it took, and all bodies' length."""
    length = 0
    began = perf_counter()
    for first in range(0, len(paths), CONNECTIONS):
        asked = list(zip(opened, paths[first : first + CONNECTIONS], strict=False))
        for one, path in asked:
            one.sendall(REQUEST % path)
        length += sum(_read(one) for one, _ in asked)
    return perf_counter() - began, length


def _read(one: socket.socket) -> int:
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(one)
    head, _, body = got.partition(b"\r\n\r\n")
    assert head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 404")), head  # 404: it has none
    length = int(head.lower().partition(b"content-length:")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += _more(one)
    return length


def _more(one: socket.socket) -> bytes:
    got = one.recv(65536)
    assert got, "the server has hung up"
    return got


if __name__ == "__main__":
    main(*sys.argv[1:])
