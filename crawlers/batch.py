"""One batch of what a crawl fetched: each document read or refused by itself, all committed.

Bodies are in the archive before anything is committed of them: whoever is killed between has kept
a body that nobody names yet, and nothing half-written.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from crawlers.pipeline import Read, keep, naming, read, refusing
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Source
from crawlers.sources import sources
from db import tables
from db.archive import DamagedBodyError, FolderArchive, NotInTheArchiveError
from db.engine import writing
from db.records import Document, Filing
from db.saving import OpenRun, Saved, save_in
from db.tables import World
from db.whose import SameBytesError, is_read

WRITERS = 8
"""Threads that write bodies: each waits until its body is on the disk, not for the processor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One document to be taken in, replayed, or compared with what is held."""

    source: str
    document: Document
    status: int = 200
    signpost: str | None = None
    """Which of the source's signposts the document is; None for one with records."""
    is_replay: bool = False
    """True for a document that an unclosed run has stored: only where it leads is wanted."""
    is_first_page: bool = False
    """True for the first page of a register that is asked whether it is what it was."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of a job."""

    saved: Saved | None = None
    """None for what holds no records to keep, and for what was refused."""
    follows: tuple[Follow, ...] = ()
    subject: str | None = None
    """Whose the records are; told of a replay, too."""
    filed: frozenset[str] = frozenset()
    """The categories of a company's filings that no run before this one held, where one held
    some."""
    refused: str | None = None
    """What is amiss with the document, where, and what to do."""
    passed_over: str | None = None
    """What the document is, where it is known and not read here."""
    is_as_before: bool = False
    """True for what states what is held of its address: it is noted, and not kept again."""


class Last(NamedTuple):
    """The last fetch of an address."""

    sha256: str
    subject: str


@dataclass(frozen=True, kw_only=True)
class Pipeline:
    """The open runs of a crawl, and where their documents go."""

    engine: Engine
    archive: FolderArchive
    runs: Mapping[str, OpenRun]
    """By the key of their source."""
    world: World
    _writers: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(WRITERS), init=False
    )
    _last: dict[str, dict[str, Last]] = field(
        default_factory=dict[str, dict[str, Last]], init=False
    )
    """The last fetch of each address of a source, where first pages of it are compared."""

    def take_in(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Read and commit a batch; what became of each job, in their order.

        What is refused goes to quarantine, with its reason, and changes nothing else.
        """
        found = [self._found(_source(job.source), job) for job in jobs]
        readings = [
            (_source(job.source), job.document, one)
            for job, one in zip(jobs, found, strict=True)
            if isinstance(one, Read) and not job.is_replay
        ]
        list(self._writers.map(self._keep, readings))
        if all(isinstance(one, Outcome) and not one.is_as_before for one in found):
            return [one for one in found if isinstance(one, Outcome)]
        with writing(self.engine).begin() as connection:
            return [
                self._committed(connection, job, one) for job, one in zip(jobs, found, strict=True)
            ]

    def _keep(self, one: tuple[Source, Document, Read]) -> None:
        keep(self.archive, *one)

    def _found(self, source: Source, job: Job) -> Outcome | Read:
        """What a document is: read, or done with already."""
        if job.is_first_page:
            return self._compared(source, job)
        if job.is_replay:
            return read(source, job.document)
        try:
            with naming(job.document), refusing(self, source.key, job.document):
                made = self._made_of(source, job)
        except SourceChangedError as error:
            return Outcome(refused=str(error))
        if source.dated_when_asked and isinstance(made, Read):
            return self._restated(source, job, made) or made
        return made

    def _restated(self, source: Source, job: Job, made: Read) -> Outcome | None:
        """What becomes of a document that states what is held of its address; None for another."""
        last = self._last_of(source.key).get(job.document.url)
        if last is None:
            return None
        with self.engine.connect() as connection:
            if not is_read(connection, source.key, last.sha256, source.version):
                return None
        try:
            held = read(source, replace(job.document, body=self.archive.get(last.sha256)))
        except (DamagedBodyError, NotInTheArchiveError, SourceChangedError):
            return None  # what cannot be compared is taken in
        if _stated(held) != _stated(made):
            return None
        saved = Saved(subject=last.subject, records=len(made.records), new=False)
        return Outcome(is_as_before=True, saved=saved, follows=made.follows, subject=last.subject)

    def _made_of(self, source: Source, job: Job) -> Outcome | Read:
        """What a new document is; SourceChangedError where nobody can make sense of it."""
        document = job.document
        if job.signpost is not None:
            return Outcome(follows=tuple(source.signposts[job.signpost](document)))
        other = source.not_read(document)
        if other is not None:
            return Outcome(passed_over=f"{document.url} is not read here: this is {other}")
        # Asked of what is read alone: a source looks for its records, which no page on the way has.
        if self.world is World.REAL and source.is_rehearsal(document):
            raise SourceChangedError(
                document, "", "it says of itself that it is invented, and real data is held"
            )
        return read(source, document)

    def _compared(self, source: Source, job: Job) -> Outcome:
        """Whether a register is what it was, as its first page shows."""
        assert source.paging is not None, "only what comes in pages has a first one"
        last = self._last_of(source.key).get(job.document.url)
        if last is None:
            return Outcome()
        held = self.archive.get(last.sha256)
        return Outcome(is_as_before=source.paging.starts_as(held, job.document.body))

    def _committed(self, connection: sa.Connection, job: Job, found: Outcome | Read) -> Outcome:
        if isinstance(found, Read):
            if job.is_replay:
                return self._replayed(connection, job, found)
            return self._saved(connection, job, found)
        if found.is_as_before:
            self._note(connection, job)
        return found

    def _note(self, connection: sa.Connection, job: Job) -> None:
        """Note that an address was looked at, and has what it had."""
        last = self._last_of(job.source)[job.document.url]
        connection.execute(
            sa.insert(tables.Fetch).values(
                run_id=self.runs[job.source].id,
                source=job.source,
                subject=last.subject,
                url=job.document.url,
                fetched_at=job.document.fetched_at,
                status=job.status,
                sha256=last.sha256,
                published_on=None,
            )
        )

    def _replayed(self, connection: sa.Connection, job: Job, found: Read) -> Outcome:
        """Where a document leads that this run has stored already: as it did then."""
        return Outcome(
            follows=found.follows,
            subject=_source(job.source).subject(found.records),
            filed=_filed(connection, self.runs[job.source], found),
        )

    def _saved(self, connection: sa.Connection, job: Job, found: Read) -> Outcome:
        source, run = _source(job.source), self.runs[job.source]
        subject = source.subject(found.records)
        filed = _filed(connection, run, found)
        try:
            saved = save_in(
                connection,
                run,
                subject,
                job.document,
                found.records,
                version=source.version,
                status=job.status,
                public_from=found.public_from,
                issued_on=found.issued_on,
            )
        except SameBytesError as error:
            return Outcome(refused=str(error))
        return Outcome(saved=saved, follows=found.follows, subject=subject, filed=filed)

    def _last_of(self, source: str) -> dict[str, Last]:
        """The last fetch of each address of a source, read once: no index is on addresses."""
        if source not in self._last:
            newest = (
                sa.select(sa.func.max(col(tables.Fetch.id)))
                .where(col(tables.Fetch.source) == source)
                .group_by(col(tables.Fetch.url))
            )
            fetches = sa.select(
                col(tables.Fetch.url), col(tables.Fetch.sha256), col(tables.Fetch.subject)
            ).where(col(tables.Fetch.id).in_(newest))
            with self.engine.connect() as connection:
                self._last[source] = {
                    row.url: Last(row.sha256, row.subject) for row in connection.execute(fetches)
                }
        return self._last[source]


def _stated(one: Read) -> list[tuple[str, Any]]:
    """All that a document states and where it leads, whatever bytes it has."""
    said = [(type(of).__name__, of.model_dump(exclude={"cite"})) for of in one.records]
    return [*said, ("follows", one.follows), ("days", (one.public_from, one.issued_on))]


def _filed(connection: sa.Connection, run: OpenRun, found: Read) -> frozenset[str]:
    """The categories of filings that are new since this run began, of a company held before.

    A crawl that was killed goes on in the same run, and must ask what it would have asked.
    """
    filings = [record for record in found.records if isinstance(record, Filing)]
    if not filings:
        return frozenset()
    of_this = {"source": run.source, "company": filings[0].company_number, "run": run.id}
    held = set(connection.execute(_held_filings(), of_this).scalars())
    return frozenset(one.category for one in filings if held and one.transaction_id not in held)


@cache
def _held_filings() -> sa.Select[str]:
    """The filings of a company that other runs held. Made once: that costs more than to ask."""
    readings = (
        sa.select(col(tables.Reading.id))
        .join(
            tables.Fetch,
            (col(tables.Fetch.source) == col(tables.Reading.source))
            & (col(tables.Fetch.sha256) == col(tables.Reading.sha256)),
        )
        .where(
            col(tables.Fetch.source) == sa.bindparam("source"),
            col(tables.Fetch.subject) == sa.bindparam("company"),
            col(tables.Reading.run_id) != sa.bindparam("run"),
        )
    )
    return sa.select(col(tables.Filing.transaction_id)).where(
        col(tables.Filing.reading_id).in_(readings)
    )


@cache
def _source(key: str) -> Source:
    return next(source for source in sources() if source.key == key)
