"""Follows every link of a site, and collects the addresses that are not its own."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from urllib.parse import urldefrag, urljoin
from zipfile import ZipFile, is_zipfile

from tests.crawlers.rehearsal.site.asking import KEY, Told, ask

NAMES = (
    "http://www.w3.org/",
    "http://www.xbrl.org/",
    "http://xbrl.frc.org.uk/",
    "https://xbrl.frc.org.uk/",
    "http://www.companieshouse.gov.uk/",
)
"""Namespaces, and the scheme of company numbers in accounts: they name things and lead nowhere."""
ADDRESS = re.compile(rb"""https?://[^\s"'<>()\\;,]+""")
NAMESPACE = re.compile(rb"""\sxmlns(:[\w.-]+)?=("[^"]*"|'[^']*')""")
MOST = 5_000


@dataclass(frozen=True, kw_only=True)
class Crawled:
    statuses: Mapping[str, int]
    """Of every address asked."""
    foreign: Mapping[str, str]
    """Each address that is not the site's own, with where it stands."""


def crawl(addresses: Mapping[str, str], starts: Iterable[str]) -> Crawled:
    """Follow links from some addresses until there is none that was not followed."""
    own = tuple(f"{address}/" for address in addresses.values())
    waiting = [*starts]
    statuses: dict[str, int] = {}
    foreign: dict[str, str] = {}
    while waiting:
        address = waiting.pop()
        if address in statuses:
            continue
        assert len(statuses) < MOST, "more pages than a small rehearsal has"
        told = _asked(address)
        statuses[address] = told.status
        for found in (*_written(told), *_links(told)):
            there = urldefrag(urljoin(address, found)).url
            if there.startswith(own):
                waiting.append(there)
            elif not there.startswith(NAMES):
                foreign.setdefault(there, address)
    return Crawled(statuses=statuses, foreign=foreign)


def _asked(address: str) -> Told:
    """Without a key, and with one where the host asks for it."""
    told = ask(address)
    return ask(address, KEY) if told.status == 401 else told


def _written(told: Told) -> Iterator[str]:
    """Every address written out anywhere, inside zips too."""
    bodies = [told.body]
    if is_zipfile(BytesIO(told.body)):
        with ZipFile(BytesIO(told.body)) as file:
            bodies = [file.read(name) for name in file.namelist()]
    for body in bodies:
        for found in ADDRESS.findall(NAMESPACE.sub(b"", body)):
            yield found.decode(errors="replace").replace("&amp;", "&").rstrip(".")


def _links(told: Told) -> Iterator[str]:
    """Links as the kind of answer has them, relative ones too."""
    yield from told.headers.get_all("Location", [])
    kind = told.headers.get_content_type()
    if kind == "application/json":
        yield from _paths(json.loads(told.body or b"null"))
    elif kind in {"text/html", "application/xhtml+xml"}:
        page = _Page()
        page.feed(told.body.decode(errors="replace"))
        yield from page.links


def _paths(value: Any) -> Iterator[str]:
    """Texts that are an address or a path."""
    match value:
        case str() if re.match(r"https?://|/[\w-]", value):
            yield value
        case dict():
            for inner in value.values():
                yield from _paths(inner)
        case list():
            for inner in value:
                yield from _paths(inner)
        case _:
            return


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's own
        wanted = ("href", "src", "action")
        self.links += [value for name, value in attrs if name in wanted and value]
