"""Walk from where a source begins to what it reads, over a rehearsal's publishers: no spider.

Every page on the way is asked of the publisher itself; addresses are those of the rehearsal.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from urllib.parse import urljoin

from crawlers.source import Follow, Source
from crawlers.sources import sources
from db.records import Document, Record
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Served


@dataclass(frozen=True, kw_only=True)
class Walked:
    """One document that a walk led to, with its records."""

    document: Document
    records: tuple[Record, ...]
    subject: str


def walked(source: Source, here: Served, companies: Iterable[str] = ("",)) -> list[Walked]:
    """Each document that a source leads to from its starts, read; each address is asked once."""
    asked: set[str] = set()
    waiting = list(
        dict.fromkeys(
            (f"{ADDRESSES[one.host]}{one.path.replace('{company_number}', number)}", one.to)
            for one in source.starts
            for number in companies
        )
    )
    found: list[Walked] = []
    while waiting:
        address, to = waiting.pop(0)
        if address in asked:
            continue
        asked.add(address)
        document = _document(here, address)
        if to is None:
            found.append(_read(source, document))
        waiting += [
            (urljoin(ADDRESSES[follow.host] if follow.host else address, follow.url), follow.to)
            for follow in _follows(source, document, to)
        ]
    return found


def _document(here: Served, address: str) -> Document:
    told = here.get(address)
    assert told.status == 200, address
    return Document(
        url=address, fetched_at=datetime.combine(here.today, time(12), tzinfo=UTC), body=told.body
    )


def _read(source: Source, document: Document) -> Walked:
    assert [one.key for one in sources() if one.recognises(document)] == [source.key]
    records = tuple(one for one in source.parse(document) if isinstance(one, Record))
    return Walked(document=document, records=records, subject=source.subject(records))


def _follows(source: Source, document: Document, to: str | None) -> Iterator[Follow]:
    reader = source.parse if to is None else source.signposts[to]
    yield from (one for one in reader(document) if isinstance(one, Follow))
