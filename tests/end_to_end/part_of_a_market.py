"""A part of the small market, served by a process of its own: few companies, and all about them."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from crawlers.rehearsal.publishers import CATALOGUE, make_world
from crawlers.rehearsal.site.serving import Terms, serving
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.site.asking import ask, tell

AREAS = "E10000015+E10000025+E06000009+E08000001"
"""Areas with some thirty companies, of which some are in liquidation or about to change."""
FASTER = 1_000.0


@dataclass(frozen=True, kw_only=True)
class Rehearsed:
    """A rehearsal that is served, as its control page tells of it and switches it."""

    control: str

    @property
    def addresses(self) -> dict[str, str]:
        """Each publisher's address."""
        found: dict[str, str] = ask(self.control).json["addresses"]
        return found

    def by_publisher(self) -> dict[str, int]:
        """How many requests each publisher was sent so far."""
        counts: dict[str, dict[str, int]] = ask(f"{self.control}/requests").json["requests"]
        return {key: sum(one.values()) for key, one in counts.items()}

    def asked(self, publisher: str | None = None) -> int:
        """How many requests a publisher was sent so far, or all of them."""
        counts = self.by_publisher()
        return sum(counts.values()) if publisher is None else counts.get(publisher, 0)

    def go_wrong(self, *faults: str) -> None:
        """Put these faults in place of those in force; none for none."""
        told = tell(f"{self.control}/faults", list(faults))
        assert told.status == 200, told.body

    def struck(self) -> list[int]:
        """How often each of the faults in force had an effect."""
        return [one["struck"] for one in ask(f"{self.control}/faults").json["faults"]]

    def move(self, today: date) -> None:
        """Move its today forward."""
        told = tell(f"{self.control}/today", {"today": today.isoformat()})
        assert told.status == 200, told.body


def part(seed: int, size: str) -> World:
    """The market of a seed, with few of its companies.

    Those that run a setting in some council areas, and whatever stands above them; `size` names
    the areas by their codes. Settings that no company runs are all there, so that every year has
    its visits.
    """
    whole = make_world(seed, "small")
    areas = {f"council:{code}" for code in size.split("+")}
    settings = tuple(
        one for one in whole.settings if one.council in areas or not _runs_a_company(whole, one)
    )
    owners = {owner.owner for one in settings for owner in one.owners} - {None}
    bodies = _with_all_above(whole, {key for key in owners if key and key in whole.body})
    urns = {one.urn for one in settings}
    people = {one.holder for one in whole.stakes if one.company in bodies}
    officers = {one.officer for one in whole.appointments if one.company in bodies}
    return replace(
        whole,
        size=size,
        bodies=tuple(one for one in whole.bodies if one.key in bodies),
        people=tuple(one for one in whole.people if one.key in people | officers),
        settings=settings,
        inspections=tuple(one for one in whole.inspections if one.urn in urns),
        accounts=tuple(
            one for one in whole.accounts if one.company in bodies and one.reporting in bodies
        ),
        happenings=(),
        traps=(),
        **{name: _of(getattr(whole, name), bodies) for name in OF_COMPANIES},
    )


def _runs_a_company(world: World, one: Setting) -> bool:
    owners = [world.body.get(owner.owner) for owner in one.owners if owner.owner]
    return any(owner is not None and owner.number is not None for owner in owners)


OF_COMPANIES = (
    "stakes",
    "statements",
    "exemptions",
    "appointments",
    "books",
    "charges",
    "insolvencies",
    "notices",
    "filings",
)


def _of(records: Iterable[Any], bodies: set[str]) -> tuple[Any, ...]:
    return tuple(one for one in records if one.company in bodies)


def _with_all_above(world: World, keys: set[str]) -> set[str]:
    found, new = set[str](), keys
    while new:
        found |= new
        holders = {stake.holder for key in new for stake in world.stakes_in.get(key, ())}
        new = {key for key in holders if key in world.body} - found
    return found


@contextmanager
def rehearsed(
    areas: str = AREAS, *, today: date | None = None, seed: int = 1
) -> Generator[Rehearsed]:
    """Serve the part of a market in these areas (codes, `+` between them) until the block ends."""
    spawn = get_context("spawn")
    ours, theirs = spawn.Pipe()
    terms = Terms(seed=1, size=areas, today=today, faster=FASTER)
    process = spawn.Process(target=_serve, args=(terms, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Rehearsed(control=ours.recv())
    finally:
        ours.close()
        process.join()


def _serve(terms: Terms, told: Connection) -> None:
    with serving(replace(CATALOGUE, make_world=part), terms) as site:
        told.send(site.control)
        told.poll(None)
