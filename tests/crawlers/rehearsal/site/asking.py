"""A plain client of a site on loopback, and a site for the length of a test."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from os import getpid
from typing import Any
from urllib.parse import urlsplit

from crawlers.rehearsal.site.listening import PortError, listening

KEY = {"Authorization": "Basic cmVoZWFyc2FsOg=="}
"""`rehearsal` with a blank password."""


@dataclass(frozen=True, kw_only=True)
class Told:
    status: int
    headers: Message
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def ask(
    address: str,
    headers: Mapping[str, str] | None = None,
    *,
    method: str = "GET",
    body: bytes | None = None,
) -> Told:
    """Ask an address as it is: nothing is retried, unpacked or followed."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc, timeout=10)
    try:
        target = f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"
        connection.request(method, target, body=body, headers=dict(headers or {}))
        response = connection.getresponse()
        return Told(status=response.status, headers=response.headers, body=response.read())
    finally:
        connection.close()


def tell(address: str, what: object) -> Told:
    """Post JSON."""
    return ask(address, method="POST", body=json.dumps(what).encode())


def free_ports(number: int) -> int:
    """The first of so many ports in a row that nobody uses just now.

    Each test process looks from a place of its own on, so that no two find the same.
    """
    first = 21_000 + getpid() * 50 % 9_000
    for base in range(first, 31_000, number):
        try:
            for port in range(base, base + number):
                listening(port).close()
        except PortError:
            continue
        return base
    raise LookupError(f"no {number} free ports in a row")
