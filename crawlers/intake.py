"""What a crawl fetched, read and committed in batches, in a process of its own.

Reading, keeping and committing cost about as much as fetching: in two processes neither waits for
the other. A batch is one transaction; each document in it is read and refused by itself.
"""

import asyncio
import os
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import Self

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from crawlers.pipeline import Read, read, refusing
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Source
from crawlers.sources import sources
from db import tables
from db.archive import FolderArchive
from db.engine import open_database, writing
from db.records import Document, Filing
from db.saving import OpenRun, Saved, save_in
from db.tables import World
from db.whose import SameBytesError

MOST = 250
"""Documents in one batch: enough to make a commit cheap, few enough that a crawl never waits."""
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
    filed: frozenset[str] = frozenset()
    """The categories of a company's filings that were not held before, where some were."""
    refused: str | None = None
    """What is amiss with the document, where, and what to do."""
    passed_over: str | None = None
    """What the document is, where it is known and not read here."""
    is_as_before: bool = False
    """True for a first page that shows that nothing has changed since the last whole register."""


@dataclass(frozen=True, kw_only=True)
class Pipeline:
    """The open runs of a crawl, and where their documents go."""

    engine: Engine
    archive: FolderArchive
    runs: Mapping[str, OpenRun]
    """By the key of their source."""
    world: World

    def take_in(self, jobs: Sequence[Job]) -> list[Outcome]:
        """Read and commit a batch; what became of each job, in their order.

        What is refused goes to quarantine, with its reason, and changes nothing else.
        """
        outcomes: dict[int, Outcome] = {}
        readings: dict[int, tuple[Source, Read]] = {}
        for place, job in enumerate(jobs):
            source = _source(job.source)
            try:
                found = self._found(source, job)
            except SourceChangedError as error:
                outcomes[place] = Outcome(refused=str(error))
                continue
            if isinstance(found, Outcome):
                outcomes[place] = found
            else:
                readings[place] = source, found
        with ThreadPoolExecutor(WRITERS) as writers:
            list(writers.map(self.archive.put, (jobs[place].document.body for place in readings)))
        with writing(self.engine).begin() as connection:
            for place, (source, found) in readings.items():
                outcomes[place] = self._saved(connection, source, jobs[place], found)
        return [outcomes[place] for place in range(len(jobs))]

    def _found(self, source: Source, job: Job) -> Outcome | Read:
        """What a document is: read, or done with already. Raises SourceChangedError, refused."""
        if job.is_first_page:
            return self._compared(source, job)
        document = job.document
        if job.is_replay:
            return Outcome(follows=read(source, document).follows)
        with refusing(self, source.key, document):
            if self.world is World.REAL and source.is_rehearsal(document):
                raise SourceChangedError(
                    document, "", "it says of itself that it is invented, and real data is held"
                )
            if job.signpost is not None:
                return Outcome(follows=tuple(source.signposts[job.signpost](document)))
            other = source.not_read(document)
            if other is not None:
                return Outcome(passed_over=f"{document.url} is not read here: this is {other}")
            return read(source, document)

    def _compared(self, source: Source, job: Job) -> Outcome:
        """Whether a register is what it was, as its first page shows; then that is noted."""
        assert source.paging is not None, "only what comes in pages has a first one"
        url = job.document.url
        with self.engine.connect() as connection:
            last = connection.execute(
                sa.select(col(tables.Fetch.sha256), col(tables.Fetch.subject))
                .where(col(tables.Fetch.source) == source.key, col(tables.Fetch.url) == url)
                .order_by(col(tables.Fetch.id).desc())
                .limit(1)
            ).first()
        if last is None:
            return Outcome()
        if not source.paging.starts_as(self.archive.get(last.sha256), job.document.body):
            return Outcome()
        with writing(self.engine).begin() as connection:
            connection.execute(
                sa.insert(tables.Fetch).values(
                    run_id=self.runs[source.key].id,
                    source=source.key,
                    subject=last.subject,
                    url=url,
                    fetched_at=job.document.fetched_at,
                    status=job.status,
                    sha256=last.sha256,
                    published_on=None,
                )
            )
        return Outcome(is_as_before=True)

    def _saved(self, connection: sa.Connection, source: Source, job: Job, found: Read) -> Outcome:
        filed = _filed(connection, found)
        try:
            saved = save_in(
                connection,
                self.runs[source.key],
                source.subject(found.records),
                job.document,
                found.records,
                version=source.version,
                status=job.status,
                public_from=found.public_from,
                issued_on=found.issued_on,
            )
        except SameBytesError as error:
            return Outcome(refused=str(error))
        return Outcome(saved=saved, follows=found.follows, filed=filed)


def _filed(connection: sa.Connection, found: Read) -> frozenset[str]:
    """The categories of filings that are new, of a company whose history was held before."""
    filings = [record for record in found.records if isinstance(record, Filing)]
    if not filings:
        return frozenset()
    held = set(
        connection.execute(
            sa.select(col(tables.Filing.transaction_id))
            .where(col(tables.Filing.company_number) == filings[0].company_number)
            .distinct()
        ).scalars()
    )
    return frozenset(one.category for one in filings if held and one.transaction_id not in held)


@cache
def _source(key: str) -> Source:
    return next(source for source in sources() if source.key == key)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """What a process needs to open a pipeline of its own."""

    database: str
    archive: Path
    runs: Mapping[str, OpenRun]
    world: World

    def opened(self) -> Pipeline:
        """A pipeline on a connection of its own."""
        return Pipeline(
            engine=open_database(self.database),
            archive=FolderArchive(folder=self.archive),
            runs=self.runs,
            world=self.world,
        )


_ours: list[Pipeline] = []
"""The pipeline of this process, where it is one that takes in."""


def _begin(opening: Opening) -> None:
    """Open the pipeline of a new process, which ends with the one that began it."""
    _ours.append(opening.opened())
    threading.Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _take_in(jobs: Sequence[Job]) -> list[Outcome]:
    return _ours[0].take_in(jobs)


class IntakeError(Exception):
    """A batch could not be taken in, which is no document's fault; its cause says why."""


@dataclass(kw_only=True)
class Intake:
    """Takes documents in as they come, a batch at a time, each while the next is gathered."""

    executor: Executor
    take: Callable[[Sequence[Job]], list[Outcome]] = _take_in
    """What the executor is given to do: the pipeline of its process takes a batch in."""
    _waiting: list[tuple[Job, asyncio.Future[Outcome]]] = field(
        default_factory=list[tuple[Job, "asyncio.Future[Outcome]"]], init=False
    )
    _busy: asyncio.Task[None] | None = field(default=None, init=False)

    @classmethod
    def beginning(cls, opening: Opening) -> Self:
        """An intake with a process of its own; to be closed."""
        return cls(
            executor=ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=_begin, initargs=(opening,)
            )
        )

    async def take_in(self, job: Job) -> Outcome:
        """What became of a document, once it is committed. Raises IntakeError."""
        loop = asyncio.get_running_loop()
        outcome: asyncio.Future[Outcome] = loop.create_future()
        self._waiting.append((job, outcome))
        if self._busy is None:
            self._busy = loop.create_task(self._work())
        return await outcome

    async def _work(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting[:MOST], self._waiting[MOST:]
            jobs = [job for job, _ in batch]
            (taken,) = await asyncio.gather(self._taken(jobs), return_exceptions=True)
            if isinstance(taken, BaseException):
                batch, self._waiting = batch + self._waiting, []
            for number, (_, future) in enumerate(batch):
                if future.done():
                    continue  # whoever waited for it has been stopped
                if isinstance(taken, BaseException):
                    error = IntakeError(f"{type(taken).__name__}: {taken}")
                    error.__cause__ = taken
                    future.set_exception(error)
                else:
                    future.set_result(taken[number])
        self._busy = None

    async def _taken(self, jobs: Sequence[Job]) -> list[Outcome]:
        """What became of a batch; raises what the executor does, even where it takes none."""
        return await asyncio.get_running_loop().run_in_executor(self.executor, self.take, jobs)

    def close(self) -> None:
        """End the process, once what it has begun is done."""
        self.executor.shutdown()
