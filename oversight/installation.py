"""Where one installation keeps its data, and what it takes for now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Engine, make_url

from db.archive import FolderArchive
from db.engine import open_database
from db.store import held_stamp
from db.tables import World

REAL = Path("data/real")
REHEARSAL = Path("data/rehearsal")
DOWNLOADS = "downloads"
"""The folder, in that of the data, of what is on its way; what is taken in lies in the archive."""


class NothingHeldError(Exception):
    """A question is put to a folder, or a file, that holds no data."""


@dataclass(frozen=True, kw_only=True)
class Installation:
    """An open database and its archive."""

    folder: Path
    engine: Engine
    archive: FolderArchive
    now: datetime
    """This moment; in a rehearsal, noon of its own today."""
    world: World | None
    """What the database holds; None before its first fetch."""


def open_installation(folder: Path, database: str | None, now: datetime) -> Installation:
    """Open a data folder, making it if need be, with the SQLite file in it or another database."""
    folder.mkdir(parents=True, exist_ok=True)
    return _opened(folder, database or _own(folder), now)


def open_held(folder: Path, database: str | None, now: datetime) -> Installation:
    """Open a data folder to ask of it, making nothing; NothingHeldError where nothing is held."""
    lies_in = make_url(database or _own(folder))
    file = lies_in.database if lies_in.get_backend_name() == "sqlite" else None
    if file is not None and not Path(file).is_file():
        raise NothingHeldError(f"{file if database else folder} holds no data")
    return _opened(folder, database or _own(folder), now)


def open_nothing(folder: Path, now: datetime) -> Installation:
    """An installation that holds nothing, and of which nothing is made."""
    return _opened(folder, "sqlite://", now)


def _own(folder: Path) -> str:
    return f"sqlite:///{folder / 'oversight.sqlite'}"


def _opened(folder: Path, database: str, now: datetime) -> Installation:
    engine = open_database(database)
    stamp = held_stamp(engine)
    if stamp is not None and stamp.today is not None:
        now = datetime.combine(stamp.today, time(12), tzinfo=UTC)
    return Installation(
        folder=folder,
        engine=engine,
        archive=FolderArchive(folder=folder / "archive"),
        now=now,
        world=stamp.world if stamp else None,
    )


def end_of(day: date) -> datetime:
    """The last moment of a day, in UTC."""
    return datetime.combine(day, time.max, tzinfo=UTC)


def market_named(size: str, seed: int) -> str:
    """Which invented market a rehearsal is of, in words, as a database is stamped with it."""
    return f"{size} market of seed {seed}"
