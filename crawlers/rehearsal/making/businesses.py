"""What each company does for its money: runs settings, lets houses, or holds and lends."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.ledgers import FIRST_SHARES, NOTHING, Business
from crawlers.rehearsal.making.lineage import Lineage
from crawlers.rehearsal.making.months import MONTHS, month_of, year_of
from crawlers.rehearsal.making.trading import DECLINE_MONTHS, LEAST_MARGIN, Trade
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.happenings import Kind

FILE_ACCOUNTS = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP})
"""Forms that file accounts at Companies House; charities of their own form do so elsewhere."""
_PAID_OUT = {Form.GUARANTEE: 0.0, Form.COMMUNITY: 0.35}
"""What of the cash that can be spared goes to owners; a community interest company's is capped."""
_USUALLY_PAID_OUT = 0.85
_REPAIRS = 0.12
"""What houses cost a landlord, as a share of the rent."""
_CUSHION, _CUSHIONS = (-1.0, 0.7), (0.1, 1.6)
"""Months of costs that are kept in cash at least, of the lognormal distribution, and their bounds:
an assumption, as nobody publishes what owners of settings keep for bad days."""
_UNRELATED = (8.6, 0.8)
"""Turnover a month of companies outside the market, in pounds: of the lognormal distribution."""


def keeps_books(body: Body) -> bool:
    """Whether a body's money is counted: companies here, and holding companies abroad."""
    if body.form is Form.FOREIGN:
        return body.nature is Nature.HOLDING
    return body.form in FILE_ACCOUNTS and body.nature is not Nature.FUND


@dataclass(frozen=True, kw_only=True)
class Businesses:
    """Every company's business."""

    bench: Workbench
    lineage: Lineage
    trades: Mapping[str, Trade]
    reductions: Mapping[str, date]
    """When a company reduces its capital."""

    def every(self) -> Iterator[Business]:
        """Yield every company that keeps books, in the order in which they were founded."""
        for body in self.bench.bodies.values():
            if keeps_books(body):
                yield self._business(body)

    def _business(self, body: Body) -> Business:
        key = body.key
        trade, let = self._trade(body), self._let.get(key)
        taken, is_tenant = self._charged.get(key), key in self._landlords
        owns = not is_tenant and self._owns_houses(key)
        other = [trade.other]
        if taken:
            other.append([round(money.MANAGING * one) for one in taken])
        if let:
            other.append([round(_REPAIRS * one) for one in let.rent])
        reduced_on = self.reductions.get(key)
        return Business(
            company=key,
            first=max(0, month_of(body.begun_on)),
            last=min(MONTHS, month_of(body.ended_on)) if body.ended_on else MONTHS,
            turnover=_sum(trade.turnover, let.rent if let else NOTHING, taken or NOTHING),
            staff=trade.staff,
            rent=NOTHING if is_tenant or owns else trade.rent,
            group_rent=trade.rent if is_tenant else NOTHING,
            charge=self._charges.get(key, NOTHING),
            other=_sum(*other),
            houses=let.houses if let else trade.houses if owns else NOTHING,
            subscribed=self._subscribed.get(key, {}),
            reduced_in=month_of(reduced_on) if reduced_on else None,
            is_old=month_of(body.begun_on) < 0,
            is_taxed=body.charity_number is None,
            cushion=self._cushion(key),
            cushioned_until=self._failing_from.get(key, MONTHS),
            paid_out=_PAID_OUT.get(body.form, _USUALLY_PAID_OUT),
        )

    def _trade(self, body: Body) -> Trade:
        if body.nature is not Nature.UNRELATED:
            return self.trades.get(body.key) or _NO_TRADE
        random = self.bench.stream("unrelated trade", body.key)
        monthly = random.lognormvariate(*_UNRELATED)
        cost = 1 - max(LEAST_MARGIN, random.gauss(0.1, 0.06))
        grown = [(1 + money.INFLATION) ** (year_of(month) - 2020) for month in range(MONTHS)]
        return Trade(
            turnover=[round(monthly * one) for one in grown],
            other=[round(monthly * cost * one) for one in grown],
        )

    def _cushion(self, company: str) -> float:
        """Months of costs that a company wants in cash: who is careful keeps weeks, others days."""
        drawn = self.bench.stream("cushion", company).lognormvariate(*_CUSHION)
        return min(max(drawn, _CUSHIONS[0]), _CUSHIONS[1])

    @cached_property
    def _failing_from(self) -> dict[str, int]:
        """The month from which the cash of each company that fails in sight runs out."""
        return {
            key: month_of(fate.on) - DECLINE_MONTHS
            for group in self.bench.groups
            if (fate := group.top.fate) and fate.kind is Kind.FAILURE and not fate.is_hidden
            for key in group.bodies
        }

    def _owns_houses(self, company: str) -> bool:
        return self.bench.stream("owns houses", company).random() < money.OWN_THEIR_HOUSES

    @cached_property
    def _landlords(self) -> dict[str, str]:
        """The property company of the group, by each company that rents from it."""
        return {
            owner: group.landlord
            for group in self.bench.groups
            if group.landlord
            for owner in group.owners
        }

    @cached_property
    def _let(self) -> dict[str, Trade]:
        """Rents that each landlord takes in, and the houses that it lets."""
        found: dict[str, Trade] = {}
        for owner, landlord in self._landlords.items():
            trade, let = self.trades.get(owner, _NO_TRADE), found.get(landlord, _NO_TRADE)
            rent, houses = _sum(let.rent, trade.rent), _sum(let.houses, trade.houses)
            found[landlord] = Trade(rent=[*rent], houses=[*houses])
        return found

    @cached_property
    def _charges(self) -> dict[str, list[int]]:
        """What each company that runs settings pays its parent for management."""
        found: dict[str, list[int]] = {}
        for owner, trade in self.trades.items():
            spans = [one for one in self.lineage.parents.get(owner, ()) if self._charger(one[2])]
            if spans and trade.charge_rate:
                found[owner] = months = [0] * MONTHS
                for first, last, _ in spans:
                    for month in range(max(0, first), last):
                        months[month] = round(trade.charge_rate * trade.turnover[month])
        return found

    @cached_property
    def _charged(self) -> dict[str, list[int]]:
        """What each parent takes in for management."""
        found: dict[str, list[int]] = {}
        for owner, months in self._charges.items():
            for first, last, parent in self.lineage.parents[owner]:
                if self._charger(parent):
                    taken = found.setdefault(parent, [0] * MONTHS)
                    for month in range(max(0, first), last):
                        taken[month] += months[month]
        return found

    def _charger(self, parent: str) -> bool:
        return self.bench.bodies[parent].form in FILE_ACCOUNTS

    @cached_property
    def _subscribed(self) -> dict[str, dict[int, int]]:
        """What each parent pays for the first shares of the companies that it founds."""
        found: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for body in self.bench.bodies.values():
            month = max(0, month_of(body.begun_on))
            parent = self.lineage.parent(body.key, month) if month < MONTHS else None
            if parent is not None and keeps_books(body):
                found[parent][month] = found[parent].get(month, 0) + FIRST_SHARES
        return found


_NO_TRADE = Trade()


def _sum(*parts: Sequence[int]) -> Sequence[int]:
    """Several lines together; a line of nothing is left out at once."""
    some = [one for one in parts if one is not NOTHING]
    if len(some) == 1:
        return some[0]
    return [sum(months) for months in zip(*some, strict=True)] if some else NOTHING
