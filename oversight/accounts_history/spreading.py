"""Slices spread over the processes of a Dask cluster, on this machine or on several."""

import logging
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from os import cpu_count
from typing import Any, Protocol

from oversight.accounts_history import HistoryError
from oversight.accounts_history.plan import Task
from oversight.accounts_history.slices import read_slice

RETRIES = 2
"""How often a slice that failed is tried again. What a killed process had is done by another."""
_ANSWERS_WITHIN_S = 30


class _Future(Protocol):
    key: str

    def exception(self) -> BaseException | None: ...
    def result(self) -> int: ...
    def release(self) -> None: ...


class Client(Protocol):
    """What is used of a `distributed.Client`, whose own types are not known throughout."""

    def submit(
        self, work: Callable[[Task], int], task: Task, /, *, key: str, retries: int
    ) -> _Future:
        """Hand over one task, to be done once whoever asks for the same key."""
        ...


@contextmanager
def cluster(scheduler: str | None, workers: int | None) -> Generator[Client]:
    """A client of the scheduler at an address, or of a cluster of this machine's own processes.

    Raises HistoryError where the extra is not installed, or nobody answers at the address.
    """
    dask = _distributed()
    logging.getLogger("distributed").setLevel(logging.ERROR)  # it tells of each process lost
    if scheduler is None:
        with (
            dask.LocalCluster(
                n_workers=workers or cpu_count() or 1,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                silence_logs=logging.ERROR,
            ) as own,
            dask.Client(own) as client,
        ):
            yield client
        return
    try:
        client = dask.Client(scheduler, timeout=_ANSWERS_WITHIN_S)
    except (OSError, ValueError) as error:
        raise HistoryError(
            f"no Dask scheduler answers at {scheduler} ({error}); start one: dask scheduler"
        ) from None
    with client:
        yield client


def spread(client: Client, tasks: Sequence[Task]) -> Iterator[tuple[Task, int | BaseException]]:
    """Yield each task as it is done, with how many filings it had, or with what kept it from it."""
    by_key = {f"accounts-{task.name}": task for task in tasks}
    futures = [
        client.submit(read_slice, task, key=key, retries=RETRIES) for key, task in by_key.items()
    ]
    finished: Iterator[_Future] = _distributed().as_completed(futures)
    for future in finished:
        error = future.exception()
        yield by_key[future.key], error if error is not None else future.result()
        future.release()


def _distributed() -> Any:  # noqa: ANN401 - a module, perhaps not there, of partly unknown types
    """The extra; HistoryError where it is not installed."""
    try:
        return import_module("distributed")
    except ModuleNotFoundError:
        raise HistoryError(
            "this needs Dask, which is an extra: pip install 'provider-monitor[history]'"
        ) from None
