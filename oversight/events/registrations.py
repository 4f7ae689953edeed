"""When each registration began and ended, whose it was and how large: by lists, moves and pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from db.records import Movement, ProviderPage, Setting
from oversight.events.seen import Seen


class _OfASetting(Protocol):
    @property
    def urn(self) -> str: ...


R = TypeVar("R", bound=_OfASetting)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A registration as it begins or ends."""

    urn: str
    on: date
    provision_type: str
    local_authority: str
    places: int | None
    """None where the list gives none, as for agencies."""
    owner: Setting
    """The line that names its owner nearest to the day."""
    cite: str
    """Where the day is stated."""
    public_on: date
    """When both the day and the owner could be read."""


def opened(seen: Seen) -> list[Turn]:
    """Every registration that a list names with an owner, as it began, by day and URN."""
    found = (_opened(lines) for lines in seen.listed.values())
    return sorted((one for one in found if one), key=lambda one: (one.on, one.urn))


def left(seen: Seen) -> list[Turn]:
    """Every registration that a list names with an owner and that ended on a stated day."""
    pages = _by_urn(seen.snapshot.every(ProviderPage))
    moves = _by_urn(one for one in seen.snapshot.every(Movement) if one.left_on is not None)
    found = (
        _left(lines, pages.get(urn, []), moves.get(urn, [])) for urn, lines in seen.listed.items()
    )
    return sorted((one for one in found if one), key=lambda one: (one.on, one.urn))


def _opened(lines: tuple[Setting, ...]) -> Turn | None:
    named = [one for one in lines if one.owner_name is not None and one.registered_on is not None]
    if not named:
        return None
    line = named[0]
    day = line.registered_on
    assert day is not None, "only lines with a day are named"
    return Turn(
        urn=line.urn,
        on=day,
        provision_type=str(line.provision_type),
        local_authority=line.local_authority,
        places=lines[0].places,
        owner=line,
        cite=line.cite,
        public_on=line.public_on,
    )


def _left(
    lines: tuple[Setting, ...], pages: list[ProviderPage], moves: list[Movement]
) -> Turn | None:
    named = [one for one in lines if one.owner_name is not None]
    days = [(one.public_on, one.left_on, one.cite) for one in moves]
    days += [(one.public_on, one.closed_on, one.cite) for one in pages]
    stated = sorted((told, day, cite) for told, day, cite in days if day is not None)
    if not named or not stated:
        return None
    line, (told, day, cite) = named[-1], stated[0]
    sizes = [one.places for one in moves if one.places is not None]
    return Turn(
        urn=line.urn,
        on=day,
        provision_type=str(line.provision_type),
        local_authority=line.local_authority,
        places=sizes[-1] if sizes else lines[-1].places,
        owner=line,
        cite=cite,
        public_on=max(told, line.public_on),
    )


def _by_urn(records: Iterable[R]) -> Mapping[str, list[R]]:
    found: dict[str, list[R]] = {}
    for one in records:
        found.setdefault(one.urn, []).append(one)
    return found
