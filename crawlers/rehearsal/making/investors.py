"""Investors: who stands behind the stacks of holding companies, and when they came."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.deals import Deal, Traces
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form, Nature

_HOUSES = ("Quernhill", "Saltvane", "Ashlark", "Mereholt", "Tidefold", "Cairnwell", "Fenbarrow")
_VEHICLES = (
    ("{} Capital Partners {} LP", Form.LIMITED_PARTNERSHIP, "England"),
    ("{} Private Equity LP", Form.LIMITED_PARTNERSHIP, "England"),
    ("{} Fund {} SCSp", Form.FOREIGN, "Luxembourg"),
    ("{} Investments {} L.P.", Form.FOREIGN, "Jersey"),
    ("{} Infrastructure {} (GP) Limited", Form.FOREIGN, "Guernsey"),
)
"""None owes accounts to the register, as a partnership of limited liability would."""
_ROMAN = ("II", "III", "IV", "V")
_ABROAD = 0.5
"""How often the top of a stack is a company abroad."""
_IN_PLACE = 0.55
"""Share of investors' groups of before 2013 that were bought before the rehearsal begins."""
_KEEPS_YEARS = 0.5
_MANAGERS = {0.0: 5, 0.1: 3, 0.2: 2, 0.3: 2}
"""Which part of the top company the managers have."""


def investors(bench: Workbench) -> None:
    """Let investors buy the groups that are to be theirs, each through a stack of its own."""
    houses = _houses(bench)
    for number, group in enumerate(g for g in bench.groups if g.plan.kind is Owned.INVESTMENT):
        random = bench.stream("investor", group.plan.key)
        fund = houses[number % len(houses)]
        began = min(life.opened_on for life in group.plan.lives)
        if began < date(2013, 1, 1) and random.random() < _IN_PLACE:
            on = a_day(random, max(began, date(2011, 6, 1)), date(2015, 12, 1))
        else:
            first = max(began + days(400), calibration.FIRST_DAY + days(120))
            last = max(date(2025, 6, 30), first + days(90))
            on = a_day(random, first, min(last, max(first, calibration.LAST_DAY - days(40))))
        bench.plan(on, partial(_buy, bench, group, fund, on))


def _buy(bench: Workbench, group: Group, fund: str, on: date) -> None:
    if not group.is_free:
        return
    random = bench.stream("stack", group.plan.key)
    former = group.head
    stack = tuple(_stack(bench, random, group, fund, on))
    executives = [bench.person() for _ in range(random.randint(3, 5))]
    for company in stack:
        if bench.bodies[company].number:
            bench.appoint(company, executives, bench.bodies[company].begun_on)
    deal = Deal(
        bench=bench,
        number=bench.next_number("deal", 1),
        on=on,
        target=group,
        companies=bench.companies_of(group, on),
        buyer=stack[-1],
        stack=stack,
        board=executives,
        traces=Traces(directors=0.97, charge=0.9, office=0.4, year_end=0.5, name=0.05),
    )
    deal.close(former, stack[0])
    group.stack[:0] = stack
    group.investor = fund
    group.people[:] = [*executives, *group.people[:1]]


def _stack(bench: Workbench, random: Random, group: Group, fund: str, on: date) -> Iterator[str]:
    """Yield the new holding companies from the top down, founded within nine months of the deal."""
    project = next(bench.brands)
    levels = ("Topco", "Midco", "Bidco") if group.plan.lives[6:] else ("Topco", "Bidco")
    above = fund
    # Some keep the year end of what they buy; others bring the one of their house.
    year_end = bench.year_end(group.plan.key if random.random() < _KEEPS_YEARS else project)
    founded = sorted((random.randint(20, 250) for _ in levels), reverse=True)
    begun_on = date.min
    for level, before in zip(levels, founded, strict=True):
        begun_on = max(begun_on, weekday(on - days(before)))
        name = f"{project} {level} Limited"
        if level == "Topco" and _is_abroad(bench, random):
            country = random.choice(["Jersey", "Jersey", "Guernsey"])
            company = bench.abroad(name, country, begun_on=begun_on)
        else:
            company = bench.company(
                name,
                begun_on=begun_on,
                area=group.area,
                nature=Nature.HOLDING,
                year_end=year_end,
            )
        managers = random.choices(list(_MANAGERS), list(_MANAGERS.values()))[0]
        theirs = managers if level == "Topco" else 0.0
        bench.hold(above, company, since=begun_on, shares=1 - theirs)
        if theirs:
            bench.hold(group.people[0], company, since=begun_on, shares=theirs)
        yield company
        above = company


def _is_abroad(bench: Workbench, random: Random) -> bool:
    """Whether the next top is abroad: in every market the first is, and the second is not."""
    number = bench.next_number("top", 0)
    return number == 0 or (number > 1 and random.random() < _ABROAD)


def _houses(bench: Workbench) -> tuple[str, ...]:
    """Each investor's fund vehicles, partnerships here and abroad."""
    found: list[str] = []
    area = next(one for one in bench.areas.english if one.name == "Westminster")
    for number, house in enumerate(_HOUSES):
        for name, form, country in (_VEHICLES[number % 5], _VEHICLES[(number + 2) % 5]):
            title = name.format(house, _ROMAN[number % len(_ROMAN)])
            begun_on = weekday(date(2009, 2, 2) + days(37 * len(found)))
            if form is Form.FOREIGN:
                found.append(bench.abroad(title, country, begun_on=begun_on, nature=Nature.FUND))
            else:
                found.append(
                    bench.company(
                        title, begun_on=begun_on, area=area, form=form, nature=Nature.FUND
                    )
                )
    return tuple(found)
