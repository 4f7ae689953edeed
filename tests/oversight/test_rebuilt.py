"""A register that was never published follows from the lists beside it."""

from datetime import date

import pytest

from db.records import Population, Record, Setting
from db.snapshot import Snapshot
from oversight.market import Market
from oversight.policy import packaged_policy
from oversight.rebuilt import rebuilt_register, rebuilt_registers, to_rebuild
from tests.oversight.registers import (
    MARCH_2024,
    MARCH_2025,
    cite,
    inspection,
    movement,
    setting,
    snapshot,
)

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY
INSPECTED = setting("SC100001", MARCH_2024, INSPECTED_ONLY, owner_name="Small Steps Ltd", places=2)
STILL_THERE = setting("SC100001", MARCH_2025, FULL, owner_name="Small Steps Limited", places=5)
NEVER_INSPECTED = setting("SC100002", MARCH_2025, FULL, owner_name="Quiet Care 01234567")
OPENED_SINCE = setting("SC100003", MARCH_2025, FULL)
JOINED = movement("SC100003", MARCH_2025, joined=True)
LEFT = movement("SC100004", MARCH_2025, left=True)
CAME_AND_WENT = movement("SC100005", MARCH_2025, joined=True, left=True)
HELD = (INSPECTED, STILL_THERE, NEVER_INSPECTED, OPENED_SINCE, JOINED, LEFT, CAME_AND_WENT)


def rebuilt(held: Snapshot) -> dict[str, Setting]:
    found = rebuilt_register(held, MARCH_2024)
    assert found is not None
    return {setting.urn: setting for setting in found.settings}


def test_it_holds_who_stayed_who_left_later_and_who_was_inspected() -> None:
    assert set(rebuilt(snapshot(*HELD))) == {"SC100001", "SC100002", "SC100004"}


def test_each_setting_says_that_it_is_rebuilt_and_for_which_day() -> None:
    found = rebuilt(snapshot(*HELD)).values()

    assert {setting.population for setting in found} == {Population.REBUILT}
    assert {setting.as_at for setting in found} == {MARCH_2024}


def test_the_day_s_own_list_comes_first_and_every_row_is_cited() -> None:
    register = rebuilt_register(snapshot(*HELD), MARCH_2024)

    assert register is not None
    assert {setting.urn: setting.places for setting in register.settings} == {
        "SC100001": 2,
        "SC100002": 4,
        "SC100004": 3,
    }
    assert register.cites == {
        "SC100001": (cite("a", 100001), cite("f", 100001)),
        "SC100002": (cite("f", 100002),),
        "SC100004": (cite("b", 100004),),
    }
    assert register.inspected == {"SC100001"}
    assert register.note == (
        "No full register was published for 2024-03-31: this one of 3 settings is rebuilt from its"
        " neighbours, 1 of them from the day's own list of inspected settings."
    )


def test_owners_come_from_the_day_then_from_the_next_register_then_from_elsewhere() -> None:
    earlier = setting("SC100004", date(2022, 3, 31), FULL, owner_name="Before Ltd")
    visited = inspection("SC100004", MARCH_2024, owner_name="As Visited Ltd")
    found = rebuilt(snapshot(*HELD, earlier, visited))
    only_visited = rebuilt(snapshot(*HELD, visited))

    assert found["SC100001"].owner_name == "Small Steps Ltd"
    assert found["SC100002"].owner_company_number == "01234567"
    assert found["SC100004"].owner_name == "Before Ltd"
    assert only_visited["SC100004"].owner_name == "As Visited Ltd"


@pytest.mark.parametrize(
    "held",
    [
        (STILL_THERE, NEVER_INSPECTED, OPENED_SINCE, JOINED, LEFT),
        (INSPECTED, JOINED, LEFT),
        (INSPECTED, STILL_THERE, NEVER_INSPECTED, OPENED_SINCE),
    ],
)
def test_nothing_is_rebuilt_from_too_little(held: tuple[Record, ...]) -> None:
    assert rebuilt_register(snapshot(*held), MARCH_2024) is None


def test_a_published_register_is_never_rebuilt() -> None:
    published = setting("SC100001", MARCH_2024, FULL)

    assert rebuilt_registers(snapshot(*HELD, published)) == {}


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        (date(2024, 3, 30), None),
        (date(2024, 3, 31), date(2024, 3, 31)),
        (date(2025, 3, 30), date(2024, 3, 31)),
        (date(2025, 3, 31), None),
    ],
)
def test_a_register_is_wanted_for_its_own_year_alone(as_of: date, day: date | None) -> None:
    published = setting("SC100001", date(2023, 3, 31), FULL)

    assert to_rebuild(snapshot(*HELD, published, as_of=as_of)) == day


def test_a_market_rests_on_the_rebuilt_register_only_when_it_is_given_one() -> None:
    before = setting("SC100009", date(2022, 3, 31), FULL)
    register = rebuilt_register(snapshot(*HELD), MARCH_2024)
    held = snapshot(*HELD, before, as_of=date(2024, 6, 1))
    policy = packaged_policy()

    assert register is not None
    assert Market(snapshot=held, policy=policy).settings == (before,)
    assert Market(snapshot=held, policy=policy, rebuilt=register).settings == register.settings
