"""Asks publishers for everything that links lead to, and counts what they answer."""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import parse_qs, urljoin, urlsplit

from crawlers.rehearsal.publishing import Answer, Asked, Publisher

_HREF = re.compile(rb'href="([^"]+)"')
_TEXT = ("text/html", "application/xml")
_TOTALS = ("total_results", "total_count")
_BOTH = "application/xhtml+xml", "application/pdf"
"""The media types in which filed documents are held."""


@dataclass
class Taken:
    """What one publisher answered."""

    files: int = 0
    bytes: int = 0
    seconds: float = 0.0
    astray: list[str] = field(default_factory=list[str])
    """Links that lead nowhere."""


@dataclass
class EveryLink:
    """A walk over publishers, each asked once for each address."""

    publishers: Mapping[str, Publisher]
    addresses: Mapping[str, str]
    is_ours: Callable[[str, str], bool]
    """Whether the address of a publisher, by key and path, is this walk's to ask for."""
    taken: dict[str, Taken] = field(default_factory=lambda: defaultdict(Taken))

    def walk(self, starts: Iterable[str]) -> None:
        """Follow links from some addresses until none is left."""
        keys = {address: key for key, address in self.addresses.items()}
        waiting, seen = [*starts], set[str]()
        while waiting:
            address = waiting.pop()
            host = "/".join(address.split("/", 3)[:3])
            key = keys.get(host)
            if key is None or address in seen or not self.is_ours(key, address[len(host) :]):
                continue
            seen.add(address)
            for asked in _ways(address[len(host) :], key):
                answer = self._ask(key, asked)
                waiting += [urljoin(address, link).partition("#")[0] for link in _links(answer)]
                waiting += _pages(address, answer)

    def _ask(self, key: str, asked: Asked) -> Answer:
        began = perf_counter()
        answer = self.publishers[key].answer(asked)
        taken, body = self.taken[key], answer.body
        taken.seconds += perf_counter() - began
        taken.files += 1
        taken.bytes += len(body) if isinstance(body, bytes) else body.stat().st_size
        if answer.status >= 400:
            taken.astray.append(f"{answer.status} {asked.path}")
        return answer


def _ways(address: str, key: str) -> Iterator[Asked]:
    """The requests for an address: a document's bytes are asked for in both media types."""
    parts = urlsplit(address)
    query = {name: tuple(values) for name, values in parse_qs(parts.query).items()}
    if key == "companies_house_document_api" and parts.path.endswith("/content"):
        for media_type in _BOTH:
            yield Asked(path=parts.path, query=query, accept=f"{media_type}, */*")
    else:
        yield Asked(path=parts.path or "/", query=query)


def _links(answer: Answer) -> Iterator[str]:
    if "Location" in answer.headers:
        yield answer.headers["Location"]
    if not isinstance(answer.body, bytes):
        return
    if answer.media_type == "application/json":
        yield from _addresses(json.loads(answer.body or b"null"))
    elif answer.media_type.startswith(_TEXT):
        for found in _HREF.findall(answer.body):
            yield found.decode().replace("&amp;", "&")


def _addresses(value: Any) -> Iterator[str]:
    """Texts that are an address or a path, and addresses in pieces of HTML."""
    match value:
        case str():
            if re.match(r"https?://|/[\w-]", value):
                yield value
            elif "href=" in value:
                yield from re.findall(r'href="([^"]+)"', value)
        case dict():
            for inner in value.values():
                yield from _addresses(inner)
        case list():
            for inner in value:
                yield from _addresses(inner)
        case _:
            return


def _pages(address: str, answer: Answer) -> Iterator[str]:
    """The next page of a list whose answer says how long it is."""
    if answer.media_type != "application/json" or not isinstance(answer.body, bytes):
        return
    said = json.loads(answer.body or b"null")
    if not isinstance(said, dict) or not said.get("items"):
        return
    total = next((said[name] for name in _TOTALS if name in said), 0)
    after = int(said.get("start_index", 0)) + len(said["items"])
    if after < total:
        yield f"{address.partition('?')[0]}?start_index={after}"
