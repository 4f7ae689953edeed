"""What announces an end happens to others, too: a rule that reads it must count false alarms."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from crawlers.rehearsal import words
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small

EIGHTEEN_MONTHS = timedelta(548)
Signs = Iterator[tuple[str, date]]
"""Whose sign it is, a company's number or a URN, and the day."""


def filed(*forms: str) -> Callable[[World], Signs]:
    def found(world: World) -> Signs:
        return ((one.company, one.filed_on) for one in world.filings if one.form in forms)

    found.__name__ = forms[0]
    return found


def left_together(world: World) -> Signs:
    for company, every in world.appointments_in.items():
        days = sorted(one.until for one in every if one.until)
        for one, other in pairwise(days):
            if other - one <= timedelta(31):
                yield company, other


def charged_over_everything(world: World) -> Signs:
    return ((one.company, one.delivered_on) for one in world.charges if one.is_all_assets)


def places_cut(world: World) -> Signs:
    for one in world.settings:
        for was, now in pairwise(one.sizes):
            if (now.places or 0) < (was.places or 0):
                yield one.urn, now.since


def ended(world: World) -> dict[str, date]:
    """Every company and setting that some failure or withdrawal concerns, and the day."""
    found: dict[str, date] = {}
    for end in world.happenings:
        if end.kind in {Kind.FAILURE, Kind.WITHDRAWAL}:
            owners = (world.setting[urn].owners[0].owner for urn in end.settings)
            for key in (*end.bodies, *end.settings, *owners):
                found[key or ""] = end.on
    return found


@pytest.mark.parametrize(
    "signs",
    [
        filed("TM01", "LLTM01"),
        filed("AP01", "LLAP01"),
        filed("AA01", "LLAA01"),
        filed("AD01"),
        filed("MR04"),
        left_together,
        charged_over_everything,
        places_cut,
    ],
    ids=lambda one: one.__name__,
)
def test_half_of_every_kind_of_sign_and_more_has_nothing_to_do_with_an_end(
    world: World, signs: Callable[[World], Signs]
) -> None:
    ends, every = ended(world), [*signs(world)]
    about_an_end = [
        (key, on) for key, on in every if key in ends and on >= ends[key] - EIGHTEEN_MONTHS
    ]

    assert len(every) > 4
    assert 2 * len(about_an_end) <= len(every)


@pytest.mark.parametrize("form", ["TM01", "AP01", "CH01", "AA01", "AD01", "MR01", "MR04"])
def test_companies_to_which_nothing_happens_file_papers_of_every_kind(form: str) -> None:
    found = 0
    for seed in SEEDS:
        world = small(seed)
        touched = {key for one in world.happenings for key in one.bodies}
        found += sum(one.form == form and one.company not in touched for one in world.filings)

    assert found > 5


def test_nobody_directs_an_owner_of_settings_at_eighty(world: World) -> None:
    touched = {key for one in world.happenings for key in one.bodies}
    for one in world.appointments:
        body = world.body[one.company]
        is_free = one.company not in touched and one.role != "secretary"
        if one.until is None and is_free and body.nature is Nature.PROVIDER:
            last = body.ended_on or world.last_day
            assert last.year - world.person[one.officer].born[0] <= 80


def test_a_board_is_never_empty_while_its_company_goes_on(world: World) -> None:
    for company, every in world.appointments_in.items():
        last = world.body[company].ended_on or world.last_day
        days = {one.until for one in every if one.until and one.until < last}
        for day in days:
            assert any(one.since <= day and (one.until or date.max) > day for one in every)


def test_homes_grow_and_shrink_about_as_often_as_between_the_registers() -> None:
    """Of 2,013 homes in the registers of 2018 and of 2019, 24 lost places and 24 gained some."""
    years = fell = rose = 0
    for seed in SEEDS:
        for one in small(seed).settings:
            if one.provision_type != words.HOME:
                continue
            for year in range(2016, 2026):
                was, now = date(year, 3, 31), date(year + 1, 3, 31)
                if one.is_open(was) and one.is_open(now):
                    years += 1
                    fell += (one.places_on(now) or 0) < (one.places_on(was) or 0)
                    rose += (one.places_on(now) or 0) > (one.places_on(was) or 0)

    assert 0.006 < fell / years < 0.02
    assert 0.006 < rose / years < 0.02


def test_no_setting_is_left_without_a_place(world: World) -> None:
    for one in world.settings:
        assert all(size.places is None or size.places > 0 for size in one.sizes)
        days = [size.since for size in one.sizes]
        assert days == sorted(set(days))
        assert all(day < (one.left_on or date.max) for day in days)
