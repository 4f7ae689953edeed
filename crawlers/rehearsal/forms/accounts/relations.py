"""Who stands above and below a body on a day, as its accounts state it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.world import World

MAJORITY = 0.5
"""A parent holds more than half of the votes or shares (Companies Act 2006 s.1162)."""


@dataclass(frozen=True, kw_only=True)
class Above:
    """The chain above a body."""

    parents: tuple[Body, ...]
    """The immediate parent first, the ultimate one last; empty where nobody has a majority."""
    person: str | None
    """Name of the person with a majority of the topmost body, or of the body itself."""


@dataclass(frozen=True, kw_only=True)
class Subsidiary:
    """One body below, and the share of it that its own parent holds."""

    body: Body
    share: float


def above(world: World, key: str, day: date) -> Above:
    """Everybody above a body on a day by majorities; a circle is walked once."""
    parents: list[Body] = []
    seen = {key}
    stake = _majority(world, key, day)
    while stake is not None and stake.holder in world.body and stake.holder not in seen:
        seen.add(stake.holder)
        parents.append(world.body[stake.holder])
        stake = _majority(world, stake.holder, day)
    person = world.person.get(stake.holder) if stake else None
    return Above(parents=tuple(parents), person=person.name if person else None)


def below(world: World, key: str, day: date) -> tuple[Subsidiary, ...]:
    """Every subsidiary of a body on a day, each once, parents before what they hold."""
    found: list[Subsidiary] = []
    seen, heads = {key}, [key]
    while heads:
        for stake in _held(world, heads.pop(0), day):
            if stake.company not in seen:
                seen.add(stake.company)
                heads.append(stake.company)
                share = stake.shares or stake.votes
                found.append(Subsidiary(body=world.body[stake.company], share=share))
    return tuple(found)


def country(body: Body) -> str:
    """The country of incorporation, as accounts write it."""
    written = {
        "england-wales": "England and Wales",
        "wales": "Wales",
        "scotland": "Scotland",
        "northern-ireland": "Northern Ireland",
    }
    if body.form in {Form.COUNCIL, Form.HEALTH}:
        return "England"
    return written.get(body.jurisdiction, body.jurisdiction)


def _held(world: World, holder: str, day: date) -> Iterator[Stake]:
    for stake in world.stakes_held_by.get(holder, ()):
        if stake.holds(day) and _is_majority(stake):
            yield stake


def _majority(world: World, company: str, day: date) -> Stake | None:
    stakes = world.stakes_in.get(company, ())
    return next((one for one in stakes if one.holds(day) and _is_majority(one)), None)


def _is_majority(stake: Stake) -> bool:
    return stake.shares > MAJORITY or stake.votes > MAJORITY or stake.appoints_board
