"""What happens to sound companies year by year: so what endings show is not theirs alone.

Directors come and go, offices and year ends move, lenders take security and are paid off. Each
company draws from streams of its own for each year, so that no other is changed by what it does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making import months, names
from crawlers.rehearsal.making.births import acting_since
from crawlers.rehearsal.making.boards import WITHOUT
from crawlers.rehearsal.making.boards_over_time import (
    goes_on,
    joiners_and_leavers,
    retirements,
)
from crawlers.rehearsal.making.deals import charge_all_assets
from crawlers.rehearsal.making.first_years import YEAR_ENDS
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.places_over_time import places
from crawlers.rehearsal.making.streams import a_day, days, weekday, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Nature, YearEnd
from crawlers.rehearsal.world.troubles import Charge

_BANKS = {name: 4 if number < 4 else 1 for number, name in enumerate(names.LENDERS)}  # noqa: PLR2004
"""Lenders to sound companies: most often one of the four banks, sometimes a fund."""
_BETWEEN_NOTICES = days(5 * 366)
"""A year is extended at most once in five years: Companies Act 2006 s.392(3)."""
_BORROWS_AFTER = days(730)

Year = tuple[date, date]
"""The first and last day of one."""


def ordinary_life(bench: Workbench) -> None:
    """Plan that each year brings every group what it brings to anybody."""
    for year in _years():
        bench.plan(year[0], partial(_a_year, bench, year))


def life_of_others(bench: Workbench) -> None:
    """Plan the same of boards and offices for companies outside the market."""
    silent = {one.company: one.silent_from for one in bench.strike_offs}
    for year in _years():
        bench.plan(year[0], partial(_a_year_of_others, bench, silent, year))


def _years() -> Sequence[Year]:
    """Each twelvemonth from the first whose books are kept."""
    every = range(months.FIRST.year, calibration.LAST_DAY.year)
    return [(date(year, 4, 1), date(year + 1, 3, 31)) for year in every]


def _a_year(bench: Workbench, year: Year) -> None:
    since = acting_since(bench)
    for group in bench.groups:
        if group.absorbed_by is not None or group.ended_on is not None:
            continue
        every = [bench.bodies[key] for key in bench.companies_of(group, year[0])]
        companies = [one.key for one in every if one.number and one.form not in WITHOUT]
        retirements(bench, group, companies, year, since)
        for company in companies:
            joiners_and_leavers(bench, group, company, year)
            if bench.bodies[company].nature is Nature.PROVIDER:
                _borrows(bench, group, company, year)
        if companies:
            _moves(bench, group, companies, year)
    places(bench, *year)


def _a_year_of_others(bench: Workbench, silent: Mapping[str, date], year: Year) -> None:
    since = acting_since(bench)
    for body in [*bench.bodies.values()]:
        is_there = body.is_alive(year[0]) and body.is_alive(year[1])
        if body.nature is not Nature.UNRELATED or not is_there:
            continue
        if silent.get(body.key, date.max) > year[1]:
            retirements(bench, None, [body.key], year, since)
            joiners_and_leavers(bench, None, body.key, year)


def _moves(bench: Workbench, group: Group, companies: Sequence[str], year: Year) -> None:
    """Plan that a whole group moves its offices, or its year end."""
    random = bench.stream("moves", group.plan.key, year[0].year)
    if random.random() < rates.OFFICE_MOVED:
        on = a_day(random, *year)
        bench.plan(on, partial(_move_offices, bench, group, companies, on))
    if random.random() < rates.YEAR_END_MOVED and not group.is_planted:
        on = a_day(random, *year)
        bench.plan(on, partial(_move_year_ends, bench, group, companies, on))


def _move_offices(bench: Workbench, group: Group, companies: Sequence[str], on: date) -> None:
    """Let those of its companies move that have their office where the first has it."""
    random = bench.stream("office moved", group.plan.key, on)
    there = bench.address(random, group.area)
    former = bench.bodies[companies[0]].office_on(on)
    for company in companies:
        if goes_on(bench, group, company, on) and bench.bodies[company].office_on(on) == former:
            bench.move_office(company, there, weekday(on + days(random.randint(0, 12))))


def _move_year_ends(bench: Workbench, group: Group, companies: Sequence[str], on: date) -> None:
    """Let its companies end their years as no other group of theirs did before."""
    random = bench.stream("year end moved", group.plan.key, on)
    former = bench.bodies[companies[0]].year_ends[-1].month
    month, day = weighted(random, {k: v for k, v in YEAR_ENDS.items() if k[0] != former})
    for company in companies:
        ends = bench.bodies[company].year_ends if goes_on(bench, group, company, on) else ()
        if ends and (len(ends) == 1 or on - ends[-1].since > _BETWEEN_NOTICES):
            filed_on = weekday(on + days(random.randint(0, 12)))
            bench.move_year_end(company, YearEnd(month=month, day=day, since=on), filed_on)


def _borrows(bench: Workbench, group: Group, company: str, year: Year) -> None:
    """Plan that a sound company charges everything it has, and mostly pays it off years later."""
    random = bench.stream("borrows", company, year[0].year)
    if random.random() < rates.BORROWED:
        on = a_day(random, *year)
        bench.plan(on, partial(_charge, bench, group, company, on))


def _charge(bench: Workbench, group: Group, company: str, on: date) -> None:
    mine = [one for one in bench.charges if one.company == company and one.satisfied_on is None]
    is_old = (
        goes_on(bench, group, company, on) and bench.bodies[company].begun_on < on - _BORROWS_AFTER
    )
    if mine or not is_old:
        return
    random = bench.stream("charge repaid", company, on)
    made = charge_all_assets(bench, company, weighted(random, _BANKS), on)
    if random.random() < rates.PAID_OFF:
        paid_on = weekday(on + timedelta(random.randint(*(365 * n for n in rates.PAID_OFF_YEARS))))
        filed_on = weekday(paid_on + days(random.randint(2, 30)))
        paid = replace(made, satisfied_on=paid_on, satisfaction_filed_on=filed_on)
        bench.plan(paid_on, partial(_pay_off, bench, group, made, paid))


def _pay_off(bench: Workbench, group: Group, made: Charge, paid: Charge) -> None:
    """Keep that a charge is paid off, if nobody has paid it since and the company goes on."""
    assert paid.satisfied_on is not None
    if made in bench.charges and goes_on(bench, group, made.company, paid.satisfied_on):
        bench.charges[bench.charges.index(made)] = paid
