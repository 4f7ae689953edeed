"""Where one installation keeps its data, and what it takes for now."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Engine

from db.archive import FolderArchive
from db.engine import open_database
from db.store import held_stamp
from db.tables import World

REAL = Path("data/real")
REHEARSAL = Path("data/rehearsal")


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
    engine = open_database(database or f"sqlite:///{folder / 'oversight.sqlite'}")
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
