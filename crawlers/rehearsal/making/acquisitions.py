"""Groups that other groups buy, and what the buyer makes of them afterwards."""

from datetime import date
from functools import partial

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.deals import Deal
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.reregistering import hive_up
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench

_BUYERS = frozenset({Owned.INVESTMENT, Owned.CORPORATE, Owned.CHARITY_GROUP, Owned.LISTED})
_SOLD = frozenset({Owned.SOLO, Owned.FAMILY, Owned.CORPORATE})
_LARGE, _FEW = 5, range(2, 16)
"""More registrations than the first a buyer ever has, and so many whoever is bought."""
_OLD = 500
"""Days that both have run settings before."""
_HIVED_UP = 0.4
"""How often the buyer takes the settings into a company of its own, so that they register again."""


def acquisitions(bench: Workbench) -> None:
    """Plan the acquisitions: on the day, one of the groups that still can buys another."""
    random = bench.stream("acquisitions")
    buyers = [g for g in bench.groups if g.plan.kind in _BUYERS and len(g.plan.lives) > _LARGE]
    sold = [g for g in bench.groups if g.plan.kind in _SOLD and len(g.plan.lives) in _FEW]
    random.shuffle(sold)
    for _ in range(bench.size.acquisitions):
        first, last = calibration.FIRST_DAY + days(60), calibration.LAST_DAY - days(120)
        on = a_day(random, first, last)
        bench.plan(on, partial(_buy_one, bench, buyers, sold, on))


def _buy_one(bench: Workbench, buyers: list[Group], sold: list[Group], on: date) -> None:
    """Let a group buy the first of some others that is its own and has run settings for long."""
    random = bench.stream("buyer", on, len(sold))
    able = [one for one in buyers if one.is_free and one.stack and _is_old(one, on)]
    for target in sold:
        others = [one for one in able if one is not target]
        if target.is_free and _is_old(target, on) and others:
            sold.remove(target)
            buyer = random.choices(others, [len(one.plan.lives) for one in others])[0]
            _buy(bench, buyer, target, on)
            return


def _is_old(group: Group, on: date) -> bool:
    return min(one.opened_on for one in group.plan.lives) + days(_OLD) <= on


def _buy(bench: Workbench, buyer: Group, target: Group, on: date) -> None:
    number = bench.next_number("deal", 1)
    deal = Deal(
        bench=bench,
        number=number,
        on=on,
        target=target,
        companies=bench.companies_of(target, on),
        buyer=buyer.stack[-1],
        board=buyer.people,
    )
    deal.close(target.head, buyer.head)
    target.absorbed_by = buyer
    buyer.absorbed.append(target)
    random = bench.stream("after deal", number)
    if random.random() < _HIVED_UP:
        later = weekday(on + days(random.randint(150, 700)))
        bench.plan(later, partial(hive_up, bench, target, buyer, later))
