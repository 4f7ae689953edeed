"""What the truth says that Ofsted tells is served on the day that it says, and not on the eve."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from crawlers.rehearsal.world.happenings import Sign, SignKind
from tests.crawlers.rehearsal.traps import registers
from tests.crawlers.rehearsal.traps.deals import by_year
from tests.crawlers.rehearsal.traps.registers import OWNER, Row
from tests.crawlers.rehearsal.traps.served import ADDRESSES, SEEDS, Served, served

EVE = timedelta(days=1)
WITHOUT_OWNERS = date(2017, 8, 1)
"""A day on which the only lists that are out have no column for owners."""


def signs(kind: SignKind, *seeds: int) -> Iterator[tuple[int, Sign]]:
    """Every sign of a kind that is public by the last day, with its seed."""
    for seed in seeds:
        world = served(seed).world
        for one in world.happenings:
            yield from (
                (seed, sign)
                for sign in one.signs
                if sign.kind is kind and sign.public_on <= world.last_day
            )


def is_closed(on: Served, sign: Sign) -> bool:
    return "<span>Closed</span>" in page(on, sign.subject)


def is_listed(on: Served, sign: Sign) -> bool:
    return f"<span>{sign.subject}</span>" in page(on, sign.subject)


def page(on: Served, urn: str) -> str:
    """The page of a setting on the reports site, of whichever kind; empty where there is none."""
    site = ADDRESSES["ofsted_reports"]
    told = (on.get(f"{site}/provider/{kind}/{urn}") for kind in range(1, 12))
    return next((one.body.decode() for one in told if one.status == 200), "")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    ("kind", "shows"),
    [(SignKind.SETTINGS_CLOSED, is_closed), (SignKind.SETTINGS_OPENED, is_listed)],
    ids=["closed", "opened"],
)
def test_the_reports_site_shows_who_left_and_joined_on_the_day_and_not_on_the_eve(
    kind: SignKind, shows: Callable[[Served, Sign], bool], seed: int
) -> None:
    found = [one for _, one in signs(kind, seed)][:12]

    assert found
    for one in found:
        assert shows(served(seed, one.public_on), one), one
        assert not shows(served(seed, one.public_on - EVE), one), one


def test_lists_state_a_suspension_from_its_day_and_not_on_the_eve() -> None:
    found = [*signs(SignKind.SUSPENDED, *SEEDS)]

    assert found
    for seed, one in found:
        since = one.happened_on
        assert any(is_suspended(row) for row in rows(seed, one.public_on, one.subject, since))
        assert not any(
            is_suspended(row) for row in rows(seed, one.public_on - EVE, one.subject, since)
        )


def test_lists_state_fewer_places_from_their_day_and_not_on_the_eve() -> None:
    found = [*signs(SignKind.PLACES_CUT, *SEEDS)]

    assert found
    for seed, one in found:
        sizes = served(seed).world.setting[one.subject].sizes
        had = next(was.places for was, now in pairwise(sizes) if now.since == one.happened_on)
        assert had is not None
        known = places(seed, one.public_on, one)
        assert known
        assert min(known) < had
        assert all(number >= had for number in places(seed, one.public_on - EVE, one))


def is_suspended(row: Row) -> bool:
    return str(row.get("registration status", "")).casefold() == "suspended"


def places(seed: int, day: date, sign: Sign) -> list[float]:
    """What lists of after a cut give as a setting's places, by a day."""
    found = (row.get("places") for row in rows(seed, day, sign.subject, sign.happened_on))
    return [float(str(one)) for one in found if one not in {None, ""}]


def rows(seed: int, day: date, urn: str, since: date) -> Iterator[Row]:
    """Yield a setting's rows in every file that is out by a day and was not before another."""
    for address in registers.files(served(seed, day)):
        if address not in files_of(seed, since - EVE):
            yield from read(seed, address).get(urn, ())


@cache
def files_of(seed: int, day: date) -> frozenset[str]:
    return frozenset(registers.files(served(seed, day)))


@cache
def read(seed: int, address: str) -> dict[str, list[Row]]:
    """One file's rows by URN."""
    found: dict[str, list[Row]] = {}
    body = served(seed, served(seed).world.last_day).get(address).body
    for one in registers.listed(address, body):
        found.setdefault(registers.text(one.cells["urn"]), []).append(one.cells)
    return found


def test_lists_write_an_owners_new_name_from_their_day_and_not_on_the_eve() -> None:
    found = [*signs(SignKind.OWNER_TEXT_CHANGED, 3)]

    assert found
    for seed, one in found:
        assert owners(seed, one.public_on, one) - owners(seed, one.public_on - EVE, one)


def owners(seed: int, day: date, sign: Sign) -> set[str]:
    """What lists write for a setting's owner, by a day."""
    every = rows(seed, day, sign.subject, WITHOUT_OWNERS)
    return {registers.text(cell) for row in every for name, cell in row.items() if name in OWNER}


def test_the_table_of_owners_has_a_merged_one_from_its_day_and_not_on_the_eve() -> None:
    found = [*signs(SignKind.PLACES_BY_OWNER, *SEEDS)]

    assert found
    for seed, one in found:
        name = served(seed).world.body[one.subject].name_on(one.happened_on)
        year = one.happened_on.year
        assert name in largest(seed, one.public_on).get(year, set[str]())
        assert year not in largest(seed, one.public_on - EVE)


def largest(seed: int, day: date) -> dict[int, set[str]]:
    """Who is in each year's table of fostering places that is out by a day."""
    return {year: {*table} for year, table in by_year(served(seed, day)).items()}
