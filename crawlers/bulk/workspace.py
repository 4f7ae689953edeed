"""A folder of a fixed name, in which one source unpacks and reads: what a kill leaves is found."""

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from db.locks import BusyError, alone

PREFIX = ".working-"


@dataclass(frozen=True, kw_only=True)
class LeftOver:
    """A workspace that lies in a data folder: a killed process's, or a running one's."""

    path: Path
    source: str
    size: int
    """Bytes."""
    is_in_use: bool


@contextmanager
def workspace(folder: Path, source: str) -> Generator[Path]:
    """An empty folder within the data folder, which this process alone uses for the source.

    What a killed process left in it is removed first, and everything at the end. Raises BusyError
    at once when another process uses it, whatever database that one fills.
    """
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / f"{PREFIX}{source}"
    with alone(_lock(place), f"another process is reading {source} in {folder}"):
        if place.exists():
            shutil.rmtree(place)
        place.mkdir()
        try:
            yield place
        finally:
            shutil.rmtree(place)


def left_over(folder: Path) -> tuple[LeftOver, ...]:
    """The workspaces that lie in a data folder, in the order of their sources."""
    return tuple(
        LeftOver(
            path=place,
            source=place.name.removeprefix(PREFIX),
            size=sum(file.lstat().st_size for file in place.rglob("*") if not file.is_dir()),
            is_in_use=_is_in_use(place),
        )
        for place in sorted(folder.glob(f"{PREFIX}*"))
        if place.is_dir()
    )


def _lock(place: Path) -> Path:
    """Beside the folder: one inside would be removed while it is held."""
    return place.with_name(f"{place.name}.lock")


def _is_in_use(place: Path) -> bool:
    try:
        with alone(_lock(place), ""):
            return False
    except BusyError:
        return True
