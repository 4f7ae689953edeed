"""What an export is: what is held of a market on one day, as a file to be handed on."""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from oversight.market import Market


@dataclass(frozen=True, kw_only=True)
class Exported:
    """What is handed on: a market, and what must be said of where it comes from."""

    market: Market
    published_on: date
    """The day on which it is handed on."""
    is_invented: bool
    """True for a rehearsal's: every export says so in itself."""
    data: str | None = None
    """Where the data came from: `live`, `files` or `rehearsal`; None where nothing is held."""
    notes: tuple[str, ...] = ()
    """What to know before relying on it."""

    @property
    def as_of(self) -> date:
        """The day that was asked about."""
        return self.market.snapshot.as_of

    @property
    def known_at(self) -> datetime:
        """The moment by which everything in it was public."""
        return self.market.snapshot.known_at


@dataclass(frozen=True, kw_only=True)
class Export:
    """One file that can be asked for."""

    name: str
    """What it is asked for by."""
    title: str
    file: str
    """What the file is called."""
    write: Callable[[Exported, Path], int]
    """Writes it to a path and gives how many statements or rows it holds."""


def write_whole(folder: Path, wanted: Iterable[Export], exported: Exported) -> dict[Path, int]:
    """Write each file into a folder, which is made if need be; give how much each holds.

    Either all of them stand there in the end or none: until the last is written, each has another
    name. What stood there before is kept until then. They are written in their order, so that one
    may tell of those before it: until then these stand at `half_of`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _half_written(folder, wanted) as halves:
        found = {folder / one.file: one.write(exported, half) for one, half in halves.items()}
        for one, half in halves.items():
            half.replace(folder / one.file)
    return found


def half_of(path: Path) -> Path:
    """Where a file stands until all are whole."""
    return path.with_name(f"{path.name}.part")


@contextmanager
def _half_written(folder: Path, wanted: Iterable[Export]) -> Generator[dict[Export, Path]]:
    halves = {one: half_of(folder / one.file) for one in wanted}
    try:
        yield halves
    finally:
        for half in halves.values():
            half.unlink(missing_ok=True)
