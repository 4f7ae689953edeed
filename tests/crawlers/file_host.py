"""A host of one file on loopback: honest about ranges unless told to answer otherwise, once."""

import asyncio
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from threading import Event, Thread

from crawlers.asking import Terms, Turns
from crawlers.downloading import Downloader, client_for
from crawlers.downloads import Downloaded
from crawlers.hosts import Hosts

TAG = '"tag-1"'
AGENT = "Provider monitor (someone@example.org)"
BODY = bytes(range(256)) * 1000
ANOTHER = bytes(reversed(range(256))) * 1100


@dataclass(frozen=True, kw_only=True)
class Otherwise:
    """One answer that is not the honest one."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    hangs: bool = False
    """Whether nothing comes after the body, and the connection stays."""
    apart_s: float = 0.0
    """Seconds between two bytes of the body."""


@dataclass(kw_only=True)
class FileHost:
    body: bytes
    headers: dict[str, str] = field(default_factory=lambda: {"ETag": TAG})
    robots: str | None = None
    once: deque[Otherwise] = field(default_factory=deque[Otherwise])
    """Answers in place of the next honest ones."""
    asked: list[Message] = field(default_factory=list[Message])
    """The headers of all requests for the file."""
    robots_asked: int = 0
    address: str = ""
    ends: Event = field(default_factory=Event)

    @property
    def url(self) -> str:
        return f"{self.address}/file.bin"

    @property
    def ranges(self) -> list[str | None]:
        return [headers["Range"] for headers in self.asked]

    @property
    def hosts(self) -> Hosts:
        return Hosts(addresses={"companies_house_bulk": self.address})

    def answer(self, path: str, headers: Message) -> Otherwise:
        if path == "/robots.txt":
            self.robots_asked += 1
            if self.robots is None:
                return Otherwise(status=404, headers=(("Content-Length", "0"),))
            length = str(len(self.robots))
            return Otherwise(headers=(("Content-Length", length),), body=self.robots.encode())
        self.asked.append(headers)
        return self.once.popleft() if self.once else self.honest(headers)

    def honest(self, asked: Message) -> Otherwise:
        total, begin = len(self.body), 0
        known = {self.headers.get("ETag"), self.headers.get("Last-Modified")}
        if asked["Range"] and asked["If-Range"] in known:
            begin = int(asked["Range"].removeprefix("bytes=").removesuffix("-"))
        stated = tuple(self.headers.items())
        if begin >= total:
            return Otherwise(status=416, headers=(*stated, ("Content-Range", f"bytes */{total}")))
        length = ("Content-Length", str(total - begin))
        if not begin:
            return Otherwise(headers=(*stated, length), body=self.body)
        part = ("Content-Range", f"bytes {begin}-{total - 1}/{total}")
        return Otherwise(status=206, headers=(*stated, length, part), body=self.body[begin:])


def _pieces(told: Otherwise) -> Iterable[bytes]:
    return (bytes([one]) for one in told.body) if told.apart_s else (told.body,)


@contextmanager
def hosting(host: FileHost, tls: SSLContext | None = None) -> Generator[FileHost]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            told = host.answer(self.path, self.headers)
            self.send_response_only(told.status)
            for name, value in told.headers:
                self.send_header(name, value)
            self.send_header("Connection", "close")
            self.end_headers()
            for piece in _pieces(told):
                self.wfile.write(piece)
                host.ends.wait(told.apart_s)
            if told.hangs:
                host.ends.wait(30)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    host.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield host
    finally:
        host.ends.set()
        server.shutdown()
        thread.join()
        server.server_close()


class Ticks:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.at = 0.0

    def now(self) -> float:
        return self.at

    async def sleep(self, seconds: float, /) -> None:
        self.at += seconds


def terms(host: FileHost, ticks: Ticks | None = None) -> Terms:
    return Terms(hosts=host.hosts, ticks=ticks or Ticks())


def cut(host: FileHost, begin: int, end: int) -> Otherwise:
    """The honest answer from a byte on, whose connection is lost at another."""
    total = len(host.body)
    headers = [*host.headers.items(), ("Content-Length", str(total - begin))]
    if begin:
        headers.append(("Content-Range", f"bytes {begin}-{total - 1}/{total}"))
    status = 206 if begin else 200
    return Otherwise(status=status, headers=tuple(headers), body=host.body[begin:end])


def fetch(host: FileHost, into: Path, *, url: str = "", ticks: Ticks | None = None) -> Downloaded:
    async def run() -> Downloaded:
        async with client_for(AGENT, patience_s=0.3) as client:
            return await Downloader(client, Turns(terms(host, ticks))).download(
                url or host.url, into
            )

    return asyncio.run(run())
