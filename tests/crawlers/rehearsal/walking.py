"""A source's way through the rehearsal's publishers, from its starts to every document it reads."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from urllib.parse import urljoin

from crawlers.source import Follow, Source
from db.records import Document, Record
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Served


def walked(served: Served, source: Source) -> Iterator[tuple[Document, tuple[Record, ...]]]:
    """Yield each document to which the source's own links lead, with its records."""
    waiting = [Follow(url=f"{ADDRESSES[one.host]}{one.path}", to=one.to) for one in source.starts]
    seen: set[tuple[str, str | None]] = set()
    while waiting:
        link = waiting.pop(0)
        if (link.url, link.to) in seen:
            continue
        seen.add((link.url, link.to))
        found = fetched(served, link.url, link.published_on)
        if link.to is None:
            assert source.recognises(found), link.url
            told = list(source.parse(found))
            yield found, tuple(one for one in told if isinstance(one, Record))
            onward = [one for one in told if isinstance(one, Follow)]
        else:
            onward = list(source.signposts[link.to](found))
        waiting += [
            Follow(url=urljoin(found.url, one.url), to=one.to, published_on=one.published_on)
            for one in onward
        ]


def fetched(served: Served, url: str, published_on: date | None = None) -> Document:
    """What an address answers on the day, which must be good."""
    told = served.get(url)
    assert told.status == 200, url
    moment = datetime(served.today.year, served.today.month, served.today.day, 12, tzinfo=UTC)
    return Document(url=url, fetched_at=moment, body=told.body, published_on=published_on)
