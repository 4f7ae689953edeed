"""Who works on which day: registrars and inspectors from Monday to Friday, and no day is a heap."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from crawlers.rehearsal.calibration.filing import LATE, STATED_LATE
from crawlers.rehearsal.making.streams import weekday
from crawlers.rehearsal.world.world import World

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = range(5)


def shares(days: Iterable[date]) -> list[float]:
    """Which share of some days falls on each day of the week, from Monday."""
    counted = Counter(day.weekday() for day in days)
    return [counted[day] / counted.total() for day in range(7)]


def test_visits_begin_from_monday_to_friday_and_most_on_a_tuesday_or_a_wednesday(
    world: World,
) -> None:
    found = shares(one.inspected_on for one in world.inspections)

    assert min(found[:5]) > 0.02
    assert 0.6 < found[TUESDAY] + found[WEDNESDAY] < 0.8
    assert found[TUESDAY] < 0.5
    assert found[5:] == [0, 0]


def test_no_report_is_published_at_a_weekend_and_none_waits_for_monday(world: World) -> None:
    found = shares(one.published_on for one in world.inspections)

    assert max(found[:5]) < 0.25
    assert found[5:] == [0, 0]


@pytest.mark.parametrize("form", ["AA", "CS01", "AR01"])
def test_what_would_be_filed_at_a_weekend_comes_on_any_day_of_the_next_week(
    world: World, form: str
) -> None:
    found = shares(one.filed_on for one in world.filings if one.form == form)

    assert min(found[:5]) > 0.15
    assert max(found[:5]) < 0.25
    assert found[5:] == [0, 0]


def test_nothing_is_filed_printed_registered_or_founded_at_a_weekend(world: World) -> None:
    days = [one.filed_on for one in world.filings]
    days += [one.published_on for one in world.notices]
    days += [one.registered_on for one in world.settings]
    days += [one.left_on for one in world.settings if one.left_on]
    days += [one.begun_on for one in world.companies]

    assert [day for day in days if day.weekday() > FRIDAY] == []


def test_settings_are_registered_on_every_working_day(world: World) -> None:
    found = shares(one.registered_on for one in world.settings)

    assert min(found[:5]) > 0.13
    assert max(found[:5]) < 0.28


def test_a_weekend_makes_nothing_late(world: World) -> None:
    """Whoever is late is so by two days or more, and a twentieth is."""
    own = [one for one in world.accounts if not one.is_amended and one.company == one.reporting]
    by = [(one.filed_on - one.due_on).days for one in own]

    assert 1 not in by
    assert sum(days > 0 for days in by) / len(by) < 1.6 * LATE
    stated = [
        (one.filed_on - date.fromisoformat(one.values["made_up_date"])).days - 14
        for one in world.filings
        if one.form in {"CS01", "LLCS01"}
    ]
    assert 1 not in stated
    assert 0 < sum(days > 0 for days in stated) / len(stated) < 2 * STATED_LATE


def test_each_of_the_five_days_after_a_weekend_has_its_share() -> None:
    saturday = date(2024, 6, 1)
    moved = [weekday(saturday + timedelta(7 * week)) for week in range(300)]

    assert min(shares(moved)[:5]) > 0.13
    assert max(shares(moved)[:5]) < 0.27
    assert all(timedelta(2) <= day - saturday - timedelta(7 * n) for n, day in enumerate(moved))


def test_what_is_to_be_done_by_a_sunday_is_done_on_friday() -> None:
    sunday = date(2024, 6, 2)

    assert weekday(sunday, by=sunday) == date(2024, 5, 31)
    assert weekday(sunday, by=date(2024, 6, 3)) == date(2024, 6, 3)
