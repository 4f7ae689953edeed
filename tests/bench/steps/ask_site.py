"""Ask a server that runs beside this process, over several connections that stay open."""

import json
import socket
import subprocess
import sys
from time import perf_counter
from urllib.parse import urlsplit

CONNECTIONS = 8
REQUEST = (
    b"GET /company/99000001?start_index=0 HTTP/1.1\r\n"
    b"Host: 127.0.0.1\r\n"
    b"Authorization: Basic cmVoZWFyc2FsOg==\r\n"
    b"Accept: */*\r\n"
    b"Accept-Encoding: gzip, deflate\r\n"
    b"User-Agent: bench\r\n\r\n"
)


def main(which: str, requests: str) -> None:
    """Print how long a thousand answers took, and what they cost the server."""
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.steps.serve_site", which],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        parts = urlsplit(server.stdout.readline().strip())
        place = (parts.hostname, parts.port)
        opened = [socket.create_connection(place) for _ in range(CONNECTIONS)]
        rounds = int(requests) // CONNECTIONS
        taken, length = _asked(opened, rounds)
        for one in opened:
            one.close()
        server.stdin.close()
        told = json.loads(server.stdout.read())
    thousands = rounds * CONNECTIONS / 1000
    found = {
        "thousand_s": taken / thousands,
        "server_s": told["server_s"] / thousands,
        "peak_mb": told["peak_mb"],
        "bytes": length,
    }
    sys.stdout.write(json.dumps(found))


def _asked(opened: list[socket.socket], rounds: int) -> tuple[float, int]:
    """Ask on every connection, then read every answer; how long it took, and one body's length."""
    length = 0
    began = perf_counter()
    for _ in range(rounds):
        for one in opened:
            one.sendall(REQUEST)
        for one in opened:
            length = _read(one)
    return perf_counter() - began, length


def _read(one: socket.socket) -> int:
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(one)
    head, _, body = got.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head
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
