"""A hidden end is one that no register shows; a withdrawal that shows is on record beforehand."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from crawlers.rehearsal import words
from crawlers.rehearsal.world.happenings import Happening, Kind
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, ends, small

EIGHTEEN_MONTHS = timedelta(548)
ENDS = pytest.mark.parametrize("kind", [Kind.FAILURE, Kind.WITHDRAWAL])


def concerned(world: World, end: Happening) -> set[str]:
    """The companies that ended, and whoever else ran their settings."""
    ran = {world.setting[urn].owners[0].owner for urn in end.settings}
    return {*end.bodies, *(one for one in ran if one)}


def run(world: World, end: Happening) -> list[Setting]:
    """Every setting that they ever ran."""
    owners = concerned(world, end)
    return [one for one in world.settings if one.owners[0].owner in owners]


def before(end: Happening, day: date | None) -> bool:
    return day is not None and end.on - EIGHTEEN_MONTHS <= day < end.on


def late(world: World, end: Happening) -> Iterator[object]:
    """Accounts that came late, or that were awaited on the day."""
    for one in world.accounts:
        if one.company in concerned(world, end):
            awaited = one.due_on < end.on < one.filed_on
            if one.filed_on > one.due_on and (awaited or before(end, one.filed_on)):
                yield one.key, one.due_on, one.filed_on


def never_filed(world: World, end: Happening) -> Iterator[object]:
    """Companies that filed a year's accounts and, by the day, not those of the next in time."""
    for key in concerned(world, end):
        filed = [one for one in world.accounts_of.get(key, ()) if one.filed_on < end.on]
        last = max((one.end for one in filed), default=None)
        if last is not None and end.on - last > timedelta(365 + 310):
            yield key, last


def left(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Directors who left."""
    for one in world.appointments:
        if one.company in concerned(world, end) and one.until and before(end, one.until):
            yield one.company, one.end_filed_on or date.max


def charged(world: World, end: Happening) -> Iterator[object]:
    """New charges."""
    for one in world.charges:
        if one.company in concerned(world, end) and before(end, one.delivered_on):
            yield one.company, one.delivered_on


def paid_off(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Charges that were satisfied."""
    for one in world.charges:
        if one.company in concerned(world, end) and before(end, one.satisfied_on):
            yield one.company, one.satisfaction_filed_on or date.max


def moved_years(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Year ends that were moved."""
    for key in concerned(world, end):
        for one in world.body[key].year_ends[1:]:
            if before(end, one.since):
                yield key, one.since


def closed(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Settings that left the register, which the reports site shows on the day."""
    for one in run(world, end):
        if one.left_on and before(end, one.left_on):
            yield one.urn, one.left_on


def cut(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Settings that lost places, and the day on which a yearly register shows it."""
    for one in run(world, end):
        for was, now in pairwise(one.sizes):
            if before(end, now.since) and (now.places or 0) < (was.places or 0):
                yield one.urn, next_issue(now.since)


def next_issue(day: date) -> date:
    """The yearly register of a 31 March is out on 16 July."""
    return date(day.year + (day > date(day.year, 3, 31)), 7, 16)


def judged(world: World, end: Happening) -> Iterator[tuple[str, date]]:
    """Poor grades, and suspensions."""
    poor = {words.REQUIRES_IMPROVEMENT, words.INADEQUATE}
    urns = {one.urn for one in run(world, end)}
    for one in world.inspections:
        is_poor = one.overall in poor or one.outcome == words.SERIOUS
        if one.urn in urns and is_poor and before(end, one.published_on):
            yield one.urn, one.published_on
    for one in run(world, end):
        for first, last in one.suspended:
            if before(end, first) or before(end, last):
                yield one.urn, first


@ENDS
@pytest.mark.parametrize(
    "shown",
    [late, never_filed, left, charged, paid_off, moved_years, closed, cut, judged],
    ids=lambda one: one.__name__,
)
def test_no_register_shows_anything_before_a_hidden_end(
    world: World, kind: Kind, shown: Callable[[World, Happening], Iterator[object]]
) -> None:
    hidden = ends(world, kind, hidden=True)

    assert hidden
    assert [found for end in hidden for found in shown(world, end)] == []


def test_a_withdrawal_that_shows_is_announced_on_record_before_the_day(world: World) -> None:
    """Grades do not count: they announce no withdrawal."""
    for end in ends(world, Kind.WITHDRAWAL, hidden=False):
        told = [
            day
            for tell in (left, paid_off, moved_years, closed, cut)
            for _, day in tell(world, end)
            if day < end.on
        ]
        assert told, end.key


def test_the_signs_of_every_end_are_those_on_record(world: World) -> None:
    for kind in (Kind.FAILURE, Kind.WITHDRAWAL):
        for end in (*ends(world, kind, hidden=True), *ends(world, kind, hidden=False)):
            subjects = {sign.subject for sign in end.signs}
            assert {key for key, _ in closed(world, end) if goes_nowhere(world, key)} <= subjects
            assert {key for key, _ in left(world, end)} <= subjects
            assert {key for key, _ in judged(world, end)} <= subjects


def goes_nowhere(world: World, urn: str) -> bool:
    return world.setting[urn].registered_again_as is None


@ENDS
def test_one_end_in_five_is_hidden(kind: Kind) -> None:
    for seed in SEEDS:
        found = [one.is_hidden for one in small(seed).happenings if one.kind is kind]
        assert sum(found) == round(len(found) / 5)
