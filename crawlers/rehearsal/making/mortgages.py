"""Charges over houses: whoever buys them with a bank's money gives the bank a charge on them.

Most are paid off after some years, as those over everything are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.beforehand import BEFORE, ENDS, runners
from crawlers.rehearsal.making.ledgers import Business
from crawlers.rehearsal.making.months import first_day
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.troubles import Charge

_APART = 24
"""Months in which one charge covers whatever is bought."""
_BANKS = names.LENDERS[:4]


def mortgages(bench: Workbench, businesses: Mapping[str, Business]) -> None:
    """Add a charge for the houses that each company buys, and number all charges by their days."""
    hidden = [one for one in bench.happenings if one.is_hidden]
    unannounced = {key: one.on for one in hidden for key in runners(bench, one)}
    ended = (one for one in bench.happenings if one.kind in ENDS)
    last = {key: one.on for one in ended for key in runners(bench, one)}
    for key, one in businesses.items():
        body, ends_on = bench.bodies[key], unannounced.get(key)
        if body.number:
            every = _charges(bench, body, one)
            kept = (one for one in every if not _tells(one, ends_on))
            bench.charges.extend(_repaid(bench, one, last.get(key), ends_on) for one in kept)
    bench.charges.sort(key=lambda one: (one.company, one.created_on, one.is_all_assets))
    numbers: dict[str, int] = {}
    for at, one in enumerate(bench.charges):
        numbers[one.company] = numbers.get(one.company, 0) + 1
        bench.charges[at] = replace(one, number=numbers[one.company])


def _tells(charge: Charge, ends_on: date | None) -> bool:
    """Whether a charge would be new when its company ends out of the blue: it pays itself then."""
    return ends_on is not None and ends_on - BEFORE <= charge.delivered_on < ends_on


def _charges(bench: Workbench, body: Body, business: Business) -> Iterator[Charge]:
    random = bench.stream("mortgages", body.key)
    bank = random.choice(_BANKS)
    for month in _buying(business):
        earliest = max(first_day(month), body.begun_on)
        created_on = a_day(random, earliest, earliest + days(24))
        after = days(random.randint(1, 18))
        delivered_on = weekday(created_on + after, by=created_on + days(21))
        last = body.ended_on or calibration.LAST_DAY
        if delivered_on < last:
            yield Charge(
                company=body.key,
                number=0,
                lender=bank,
                description="A registered charge",
                is_all_assets=False,
                created_on=created_on,
                delivered_on=delivered_on,
            )


def _repaid(bench: Workbench, charge: Charge, last: date | None, hidden: date | None) -> Charge:
    """The charge, paid off years later if its company is still there and does well by then."""
    random = bench.stream("mortgage repaid", charge.company, charge.created_on)
    if random.random() >= rates.PAID_OFF:
        return charge
    paid_on = weekday(charge.created_on + days(random.uniform(*rates.PAID_OFF_YEARS) * 365))
    filed_on = weekday(paid_on + days(random.randint(2, 30)))
    paid = replace(charge, satisfied_on=paid_on, satisfaction_filed_on=filed_on)
    gone = bench.bodies[charge.company].ended_on or date.max
    tells = hidden is not None and paid_on >= hidden - BEFORE
    return charge if tells or filed_on >= min(last or date.max, gone) else paid


def _buying(business: Business) -> Iterable[int]:
    """Yield the months in which it buys houses, far enough apart."""
    last, before = -_APART, 0
    for month in range(business.first, business.last):
        houses = business.houses[month]
        if houses > before and month - last >= _APART:
            last = month
            yield month
        before = houses
