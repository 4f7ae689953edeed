"""Parts of facts that are gone from beside the archive, and how they are made again."""

from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import col

from crawlers.facts_beside import keep_facts
from crawlers.pipeline import read
from crawlers.source import Source
from db import ledger, tables
from db.records import Document, HowRead, StatementLine
from db.tables import TABLE_FOR
from oversight.installation import Installation
from oversight.offering import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class LostFacts:
    """A filing of which facts were read, and whose part is gone."""

    sha256: str
    version: int
    """Of the reading that counts."""


def lost_facts(place: Installation, source: str) -> list[LostFacts]:
    """Filings of a source with a line that was read from a tag, and without their part of facts."""
    lines = TABLE_FOR[StatementLine]
    tagged = sa.select(lines.c.reading_id).where(lines.c.read == HowRead.TAGGED)
    newest = (
        sa.select(col(tables.Reading.sha256), sa.func.max(col(tables.Reading.version)).label("v"))
        .join(tables.Run, col(tables.Run.id) == col(tables.Reading.run_id))
        .where(col(tables.Reading.source) == source, col(tables.Run.closed_at).is_not(None))
        .group_by(col(tables.Reading.sha256))
        .subquery()
    )
    counting = (
        sa.select(col(tables.Reading.sha256), col(tables.Reading.version))
        .join(
            newest,
            (newest.c.sha256 == col(tables.Reading.sha256))
            & (newest.c.v == col(tables.Reading.version)),
        )
        .where(col(tables.Reading.source) == source, col(tables.Reading.id).in_(tagged))
        .order_by(col(tables.Reading.id))
    )
    with place.engine.connect() as connection:
        found = connection.execute(counting).all()
    return [
        LostFacts(sha256=sha256, version=version)
        for sha256, version in found
        if not place.archive.part(sha256, version).is_file()
    ]


def make_again(place: Installation, source: Source, progress: Progress) -> Iterator[LostFacts]:
    """Read each such filing once more and write its part; yield what was made."""
    for lost in lost_facts(place, source.key):
        fetch = ledger.fetched(place.engine, lost.sha256)
        assert fetch is not None, "what was read was fetched"
        progress(f"reading the facts of {fetch.subject} again")
        document = Document(
            url=fetch.url,
            fetched_at=fetch.fetched_at,
            body=place.archive.get(lost.sha256),
            published_on=fetch.published_on,
        )
        keep_facts(place.archive, lost.sha256, lost.version, read(source, document).beside)
        yield lost
