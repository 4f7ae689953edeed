"""What a publisher of the rehearsal is: asked for an address, it answers as the real one would.

A publisher is made of a world, a day and the addresses of all publishers, and knows nothing of
sockets: the site that serves it adds keys, budgets, ranges and faults. Only what was public by its
day is in its answers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from email.utils import formatdate
from pathlib import Path
from typing import Protocol

from crawlers.rehearsal.world.world import World

JSON = "application/json"
"""The media type of most answers."""
_MORNING = time(8, 30)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a client asks of one publisher."""

    path: str
    """Decoded, from the first slash: `/company/99000123/officers`."""
    query: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    """Every value of each name, in the order given."""
    accept: str = "*/*"
    """The media types that the client takes, as it wrote them."""
    at: datetime | None = None
    """When, by the site's clock; None where no site asks."""

    def one(self, name: str) -> str | None:
        """The first value of a name in the query; None where it is not given."""
        return next(iter(self.query.get(name, ())), None)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What the publisher answers."""

    status: int = 200
    media_type: str = JSON
    body: bytes | Path = b""
    """The bytes, or the file that holds them, for products too large for memory."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Besides type and length: `Location`, `Last-Modified`."""
    reissue: "Reissue | None" = None
    """Upon whose asking this file was put out again; None for one that is as the world has it."""


@dataclass(frozen=True, kw_only=True)
class Reissue:
    """Files that a publisher is to put out again, corrected, though no world says so."""

    publisher: str
    """The key of whoever serves the files, or a pattern of it."""
    path: str
    """A pattern that the path of a file matches before it is put out again."""
    on: date


@dataclass(frozen=True, kw_only=True)
class Setup:
    """What a publisher is made of."""

    world: World
    today: date
    """The rehearsal's own today: nothing later is known, and nothing published later is shown."""
    addresses: Mapping[str, str]
    """The address of each publisher by its key, without a slash at the end: every link in an
    answer begins with one of these."""
    folder: Path
    """Where large products may be written once and kept; the site empties it on another day."""
    reissues: tuple[Reissue, ...] = ()
    """What is put out again, the earliest first."""


def modified(on: date) -> Mapping[str, str]:
    """The header of a file that came out on a day, as public bodies' do: in the morning."""
    return {
        "Last-Modified": formatdate(datetime.combine(on, _MORNING, UTC).timestamp(), usegmt=True)
    }


class Publisher(Protocol):
    """One publisher's front desk."""

    @property
    def key(self) -> str:
        """How the site names it: `companies_house_api`."""
        ...

    def answer(self, asked: Asked, /) -> Answer:
        """What it answers; a wrong address is an `Answer` too, as the real one words it."""
        ...
