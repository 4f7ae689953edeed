"""What is in force on a day, for each of the three shapes of a record."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import (
    Inspection,
    Judgement,
    LocalAuthority,
    Population,
    Premises,
    Record,
    Setting,
)
from db.snapshot import Snapshot, full_lists
from tests.db.samples import council, document, inspection, noon, premises, setting

SPRING, AUTUMN = date(2025, 3, 31), date(2025, 9, 30)


def test_an_event_that_is_stated_twice_counts_once_as_last_stated() -> None:
    first = inspection(overall_experiences_and_progress=Judgement.INADEQUATE)
    last = inspection(overall_experiences_and_progress=Judgement.GOOD)
    snapshot = of(Inspection, [first, last])

    assert snapshot.current(Inspection) == (last,)
    assert snapshot.every(Inspection) == (first, last)


def test_one_visit_to_two_registrations_is_two_events() -> None:
    visits = (inspection(urn="SC000001"), inspection(urn="SC000002"))

    assert visits == of(Inspection, visits).current(Inspection)


def test_an_event_after_the_day_has_not_happened() -> None:
    visit = inspection(inspected_on=date(2026, 1, 10))

    assert of(Inspection, [visit], as_of=date(2026, 1, 9)).every(Inspection) == ()
    assert of(Inspection, [visit], as_of=date(2026, 1, 10)).current(Inspection) == (visit,)


def test_an_event_that_was_moved_past_the_day_is_still_known_as_first_stated() -> None:
    first = inspection(inspected_on=date(2026, 1, 10))
    moved = inspection(inspected_on=date(2026, 2, 20))

    assert of(Inspection, [first, moved], as_of=date(2026, 1, 31)).current(Inspection) == (first,)


@pytest.mark.parametrize(
    ("as_of", "in_force"),
    [
        (date(2009, 3, 31), 0),
        (date(2009, 4, 1), 1),
        (date(2019, 3, 31), 1),
        (date(2019, 4, 1), 0),
    ],
)
def test_an_interval_holds_from_its_first_day_until_before_its_last(
    as_of: date, in_force: int
) -> None:
    dorset = council(valid_from=date(2009, 4, 1), valid_to=date(2019, 4, 1))
    snapshot = of(LocalAuthority, [dorset], as_of=as_of)

    assert in_force == len(snapshot.current(LocalAuthority))


def test_an_ended_interval_is_kept_among_everything() -> None:
    ended = council(valid_to=date(2019, 4, 1))

    assert of(LocalAuthority, [ended]).every(LocalAuthority) == (ended,)


def test_an_interval_that_is_stated_again_with_an_end_has_ended() -> None:
    stated = [council(valid_to=None), council(valid_to=date(2019, 4, 1))]

    assert of(LocalAuthority, stated).current(LocalAuthority) == ()


def test_an_interval_that_begins_again_is_in_force_again() -> None:
    ended = council(valid_to=date(2019, 4, 1))
    again = council(valid_from=date(2021, 4, 1))

    assert of(LocalAuthority, [ended, again]).current(LocalAuthority) == (again,)


def test_the_newest_full_list_on_or_before_the_day_is_the_current_one() -> None:
    spring = line("SC000001", as_at=SPRING)
    autumn = line("SC000002", as_at=AUTUMN)

    assert of(Setting, [autumn, spring], as_of=date(2025, 3, 30)).current(Setting) == ()
    assert of(Setting, [autumn, spring], as_of=SPRING).current(Setting) == (spring,)
    assert of(Setting, [autumn, spring], as_of=date(2025, 9, 29)).current(Setting) == (spring,)
    assert of(Setting, [autumn, spring], as_of=AUTUMN).current(Setting) == (autumn,)


def test_a_setting_that_left_the_list_is_not_in_force() -> None:
    both = [line("SC000001", as_at=SPRING), line("SC000002", as_at=SPRING)]
    one = line("SC000002", as_at=AUTUMN)

    assert of(Setting, [*both, one]).current(Setting) == (one,)


def test_a_list_of_inspected_settings_never_becomes_the_population() -> None:
    full = line("SC000001", as_at=SPRING)
    inspected = line("SC000002", as_at=AUTUMN, population=Population.INSPECTED_ONLY)
    snapshot = of(Setting, [full, inspected])

    assert snapshot.current(Setting) == (full,)
    assert snapshot.list_date(Setting) == SPRING
    assert snapshot.every(Setting) == (full, inspected)


def test_inspected_settings_alone_are_no_list() -> None:
    snapshot = of(Setting, [line("SC000001", population=Population.INSPECTED_ONLY)])

    assert snapshot.current(Setting) == ()
    assert snapshot.list_date(Setting) is None


def test_of_two_full_lists_for_one_day_the_later_published_counts_whole() -> None:
    first = (line("SC000001", body="first"), line("SC000002", body="first"))
    second = (line("SC000002", body="second", public_on=date(2026, 4, 20)),)

    assert of(Setting, [*first, *second]).current(Setting) == second


def test_of_two_full_lists_published_on_one_day_the_last_stated_counts_whole() -> None:
    first = (line("SC000001", body="first"), line("SC000002", body="first"))
    second = (line("SC000002", body="second"),)

    assert of(Setting, [*first, *second]).current(Setting) == second


def test_a_list_for_an_earlier_day_that_is_published_later_does_not_count() -> None:
    autumn = line("SC000001", as_at=AUTUMN, body="autumn", public_on=date(2025, 11, 1))
    spring = line("SC000002", as_at=SPRING, body="spring again", public_on=date(2026, 4, 20))

    assert of(Setting, [autumn, spring]).current(Setting) == (autumn,)


def test_lists_of_two_kinds_are_independent() -> None:
    home = line("SC000001", as_at=SPRING)
    flat = premises(as_at=AUTUMN)
    snapshot = Snapshot(
        as_of=AUTUMN, known_at=noon("2026-12-31"), shelf={Setting: (home,), Premises: (flat,)}
    )

    assert snapshot.list_date(Setting) == SPRING
    assert snapshot.list_date(Premises) == AUTUMN


def test_full_lists_are_given_by_the_day_that_they_describe() -> None:
    spring = (line("SC000001", as_at=SPRING), line("SC000002", as_at=SPRING))
    autumn = (line("SC000002", as_at=AUTUMN),)
    inspected = line("SC000009", as_at=AUTUMN, population=Population.INSPECTED_ONLY)

    assert full_lists([*spring, inspected, *autumn]) == {SPRING: spring, AUTUMN: autumn}


def test_a_kind_of_which_nothing_is_held_is_empty() -> None:
    snapshot = of(Setting, [])

    assert snapshot.every(Inspection) == ()
    assert snapshot.current(Inspection) == ()
    assert snapshot.list_date(Premises) is None


dates = st.dates(date(2025, 1, 1), date(2026, 12, 31))
settings_listed = st.builds(
    lambda urn, as_at, population, body: line(urn, as_at=as_at, population=population, body=body),
    st.sampled_from(["SC000001", "SC000002"]),
    st.sampled_from([SPRING, AUTUMN]),
    st.sampled_from(Population),
    st.sampled_from(["one", "two"]),
)
visits = st.builds(
    lambda number, on: inspection(number, inspected_on=on),
    st.sampled_from(["1", "2", "3"]),
    dates,
)
councils = st.builds(
    lambda code, start, end: council(code, valid_from=start, valid_to=end),
    st.sampled_from(["E08000024", "E08000037"]),
    dates,
    st.one_of(st.none(), dates),
)
held = st.one_of(
    st.tuples(st.just(Setting), st.lists(settings_listed)),
    st.tuples(st.just(Inspection), st.lists(visits)),
    st.tuples(st.just(LocalAuthority), st.lists(councils)),
)


@given(held=held, as_of=dates)
def test_what_is_in_force_is_among_everything_known(
    held: tuple[type[Record], list[Record]], as_of: date
) -> None:
    kind, records = held
    snapshot = of(kind, records, as_of=as_of)

    assert set(snapshot.current(kind)) <= set(snapshot.every(kind)) <= set(records)


@given(held=held, one=dates, other=dates)
def test_everything_known_of_a_day_is_known_of_every_later_day(
    held: tuple[type[Record], list[Record]], one: date, other: date
) -> None:
    kind, records = held
    earlier = of(kind, records, as_of=min(one, other)).every(kind)
    later = of(kind, records, as_of=max(one, other)).every(kind)

    assert set(earlier) <= set(later)


@given(held=st.lists(st.one_of(visits)), as_of=dates)
def test_each_event_is_in_force_once(held: list[Inspection], as_of: date) -> None:
    current = of(Inspection, held, as_of=as_of).current(Inspection)
    happened = {visit.event_number for visit in held if visit.inspected_on <= as_of}

    assert Counter(happened) == Counter(visit.event_number for visit in current)


@given(listed=st.lists(settings_listed), as_of=dates)
def test_a_current_list_is_one_document_as_at_one_day(listed: list[Setting], as_of: date) -> None:
    current = of(Setting, listed, as_of=as_of).current(Setting)

    assert len({(row.as_at, row.cite, row.population) for row in current}) <= 1


def of(
    kind: type[Record], records: Sequence[Record], *, as_of: date = date(2026, 12, 31)
) -> Snapshot:
    return Snapshot(as_of=as_of, known_at=noon("2026-12-31"), shelf={kind: tuple(records)})


def line(urn: str, *, body: str = "a register", **said: Any) -> Setting:
    """One line of a register, cited from its own document."""
    return setting(urn, cite=document(body).cite("row=2"), **said)
