"""Groups that other groups buy, and what the buyer makes of them afterwards."""

from datetime import date
from functools import partial

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.deals import Deal
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.reregistering import hive_up
from crawlers.rehearsal.making.streams import a_day, days
from crawlers.rehearsal.making.workbench import Workbench

_BUYERS = frozenset({Owned.INVESTMENT, Owned.CORPORATE, Owned.CHARITY_GROUP, Owned.LISTED})
_SOLD = frozenset({Owned.SOLO, Owned.FAMILY, Owned.CORPORATE})
_PLANNED_FOR_EACH = 1.5
"""Some plans come to nothing: the target is sold, or gone, by then."""
_HIVED_UP = 0.4
"""How often the buyer takes the settings into a company of its own, so that they register again."""


def acquisitions(bench: Workbench) -> None:
    """Plan so many acquisitions that enough of them happen."""
    random = bench.stream("acquisitions")
    buyers = [g for g in bench.groups if g.plan.kind in _BUYERS and len(g.plan.lives) > 5]  # noqa: PLR2004
    sold = [g for g in bench.groups if g.plan.kind in _SOLD and len(g.plan.lives) in range(2, 16)]
    wanted = round(bench.size.acquisitions * _PLANNED_FOR_EACH)
    for target in random.sample(sold, min(wanted, len(sold))):
        buyer = random.choices(buyers, [len(one.plan.lives) for one in buyers])[0]
        first = max(
            calibration.FIRST_DAY + days(60),
            min(one.opened_on for one in target.plan.lives) + days(500),
            min(one.opened_on for one in buyer.plan.lives) + days(500),
        )
        last = calibration.LAST_DAY - days(120)
        if target is not buyer and first < last:
            on = a_day(random, first, last)
            bench.plan(on, partial(_buy, bench, buyer, target, on))


def _buy(bench: Workbench, buyer: Group, target: Group, on: date) -> None:
    if not (target.is_free and buyer.is_free and buyer.stack):
        return
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
        later = on + days(random.randint(150, 700))
        bench.plan(later, partial(hive_up, bench, target, buyer, later))
