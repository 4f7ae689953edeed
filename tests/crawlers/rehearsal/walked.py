"""Walk from where sources begin to what they read, over a rehearsal's publishers: no spider.

Every page on the way is asked of the publisher itself; addresses are those of the rehearsal.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urljoin

from crawlers.source import Follow, Source
from crawlers.sources import sources
from db.records import Document, Record
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Served


@dataclass(frozen=True, kw_only=True)
class Walked:
    """One document that a walk led to, with its records."""

    source: str
    document: Document
    records: tuple[Record, ...]
    subject: str


@dataclass(frozen=True, kw_only=True)
class _Way:
    source: Source
    address: str
    to: str | None
    published_on: date | None = None
    accept: str | None = None


def walked(source: Source, here: Served, companies: Iterable[str] = ("",)) -> list[Walked]:
    """Each document that a source leads to from its starts, read; each address is asked once."""
    return walked_together({source.key: source}, source, here, companies)


def walked_together(
    crawled: Mapping[str, Source], first: Source, here: Served, companies: Iterable[str] = ("",)
) -> list[Walked]:
    """The same from the starts of the first, going on to whichever of these sources it leads."""
    asked: set[tuple[str, str]] = set()
    waiting = [
        _Way(
            source=first,
            address=f"{ADDRESSES[one.host]}{one.path.replace('{company_number}', number)}",
            to=one.to,
        )
        for one in first.starts
        for number in companies
    ]
    found: list[Walked] = []
    while waiting:
        way = waiting.pop(0)
        if (way.source.key, way.address) in asked:
            continue
        asked.add((way.source.key, way.address))
        document = _document(here, way)
        if way.to is None:
            found.append(_read(way.source, document))
        waiting += [
            _Way(
                source=crawled[follow.source or way.source.key],
                address=urljoin(ADDRESSES[follow.host] if follow.host else way.address, follow.url),
                to=follow.to,
                published_on=follow.published_on,
                accept=follow.accept,
            )
            for follow in _follows(way, document)
            if (follow.source or way.source.key) in crawled
        ]
    return found


def _document(here: Served, way: _Way) -> Document:
    return Document(
        url=way.address,
        fetched_at=datetime.combine(here.today, time(12), tzinfo=UTC),
        body=_body(here, way),
        published_on=way.published_on,
    )


def _body(here: Served, way: _Way) -> bytes:
    """What an address answers, with the pages that follow where it comes in pages."""
    paging = way.source.paging if way.to is None else None
    if paging is None:
        return _page(here, way.address, way.accept)
    pages: list[bytes] = []
    query: str | None = paging.first
    while query is not None:
        pages.append(_page(here, f"{way.address}?{query}"))
        query = paging.following(pages)
    return paging.join(pages)


def _page(here: Served, address: str, accept: str | None = None) -> bytes:
    told = here.get(address, accept or "*/*")
    assert told.status == 200, address
    return told.body


def _read(source: Source, document: Document) -> Walked:
    assert [one.key for one in sources() if one.recognises(document)] == [source.key]
    records = tuple(one for one in source.parse(document) if isinstance(one, Record))
    return Walked(
        source=source.key, document=document, records=records, subject=source.subject(records)
    )


def _follows(way: _Way, document: Document) -> Iterator[Follow]:
    reader = way.source.parse if way.to is None else way.source.signposts[way.to]
    yield from (one for one in reader(document) if isinstance(one, Follow))
