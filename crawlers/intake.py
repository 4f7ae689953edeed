"""What a crawl fetched, taken in batch by batch, in a process of its own.

Reading, keeping and committing cost about as much as fetching: in two processes neither waits for
the other. A batch is one transaction; each document in it is read and refused by itself.
"""

import asyncio
import signal
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from typing import Self

from crawlers.batch import Job, Outcome, Pipeline
from crawlers.begun_by_another import end_with_the_parent
from crawlers.sources import sources
from db.archive import FolderArchive
from db.engine import open_database
from db.saving import OpenRun
from db.tables import World

MOST = 250
"""Documents in one batch: enough to make a commit cheap, few enough that a crawl never waits."""


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
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who waits; this one is told to end
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    sources()  # now, and not while the first batch waits
    _ours.append(opening.opened())
    end_with_the_parent()


def _take_in(jobs: Sequence[Job]) -> list[Outcome]:
    return _ours[0].take_in(jobs)


@contextmanager
def _held_back() -> Generator[None]:
    """Let no Ctrl-C reach a process that is begun here until it can ignore it.

    A process begins with the signals held back that its beginner holds back, and takes a second to
    import what it needs.
    """
    resource_tracker.ensure_running()  # which would let them through where it is begun later
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
        with _held_back():
            taken = asyncio.get_running_loop().run_in_executor(self.executor, self.take, jobs)
        return await taken

    def close(self) -> None:
        """End the process, once what it has begun is done."""
        self.executor.shutdown()
