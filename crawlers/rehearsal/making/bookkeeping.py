"""Books from ledgers: one set for each period of each company, and of each group under its head."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.businesses import Bought, Businesses
from crawlers.rehearsal.making.ledgers import FLOWS, POSITIONS, Ledger, keep
from crawlers.rehearsal.making.months import first_day, last_day, year_of
from crawlers.rehearsal.making.periods import periods
from crawlers.rehearsal.making.trading import trading
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, YearEnd
from crawlers.rehearsal.world.books import Books, Income, LeaseBasis, Position, Scope

_REPAID_IN_A_YEAR = 12 / 240
_EXCEPTIONAL = 0.06
"""How often a period has costs that are shown apart, and which part of the other costs."""
_EXCEPTIONAL_PART = 0.12
_NO_DIRECTOR = 25_000
"""Below this staff bill a company has nobody to pay much."""
_COMMITTED_YEARS = 4


_Pounds = Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Bookkeeper:
    """Keeps everybody's books, once everything else has happened."""

    bench: Workbench
    businesses: Businesses
    ledgers: Mapping[str, Ledger]
    _chains: dict[tuple[str, int], tuple[str, ...]] = field(
        default_factory=dict[tuple[str, int], tuple[str, ...]]
    )

    @classmethod
    def of(cls, bench: Workbench) -> "Bookkeeper":
        """The bookkeeper of a market."""
        businesses = Businesses(bench=bench, trades=trading(bench))
        return cls(bench=bench, businesses=businesses, ledgers=keep(businesses.every()))

    def books(self) -> Iterator[Books]:
        """Yield the books of every company, then of every group, period by period."""
        for key, ledger in self.ledgers.items():
            body = _dated(self.bench.bodies[key])
            for first, last in periods(body):
                if last < ledger.last:
                    yield self._alone(ledger, first, last)
        for head, members in self._groups.items():
            body = _dated(self.bench.bodies[head])
            for first, last in periods(body):
                if last < self.ledgers[head].last and len(members) > 1:
                    yield self._together(head, first, last)

    @cached_property
    def _groups(self) -> dict[str, set[str]]:
        """Everybody who was ever below each head, itself included."""
        found: dict[str, set[str]] = {}
        for key, ledger in self.ledgers.items():
            for month in range(ledger.first, ledger.last, 3):
                for above in self._chain(key, month):
                    found.setdefault(above, {above}).add(key)
        return found

    def _chain(self, company: str, month: int) -> tuple[str, ...]:
        """Who is above a company in a month, the nearest first; a circle is followed once."""
        known = self._chains.get((company, month))
        if known is not None:
            return known
        found: list[str] = []
        above = self.businesses.parent(company, month)
        while above is not None and above in self.ledgers and above not in (company, *found):
            found.append(above)
            above = self.businesses.parent(above, month)
        self._chains[company, month] = tuple(found)
        return tuple(found)

    def _is_below(self, company: str, head: str, month: int) -> bool:
        return company == head or head in self._chain(company, month)

    def _alone(self, ledger: Ledger, first: int, last: int) -> Books:
        flows = {line: ledger.over(line, first, last) for line in FLOWS}
        held = {line: ledger.at(line, last) for line in POSITIONS}
        return self._books((ledger.company, Scope.COMPANY), (first, last), flows, held)

    def _together(self, head: str, first: int, last: int) -> Books:
        """The group's books: what its members do with each other is left out."""
        flows: dict[str, int] = {line: 0 for line in FLOWS}  # noqa: C420 - fromkeys types its keys
        within = 0
        for month in range(first, last + 1):
            for member in self._groups[head]:
                if self._is_below(member, head, month):
                    ledger = self.ledgers[member]
                    for line in FLOWS:
                        flows[line] += ledger.over(line, month, month)
                    if member != head:
                        within += ledger.over("dividends_paid", month, month)
        flows["turnover"] -= flows["charge"] + flows["group_rent"]
        flows |= {"charge": 0, "group_rent": 0, "dividends_received": 0}
        flows["dividends_paid"] -= within
        goodwill = [self._goodwill(one, last) for one in self._bought(head)]
        before = [self._goodwill(one, first - 1) for one in self._bought(head) if one.month < first]
        gross = sum(self._cost(one) for one in self._bought(head) if first <= one.month <= last)
        members = [
            self.ledgers[one] for one in self._groups[head] if self._is_below(one, head, last)
        ]
        held = {line: sum(one.at(line, last) for one in members) for line in POSITIONS}
        own = self.ledgers[head]
        held |= {line: own.at(line, last) for line in ("share_capital", "share_premium")}
        held |= {"investments": 0, "goodwill": sum(goodwill)}
        flows["amortisation"] = sum(before) + gross - sum(goodwill)
        return self._books((head, Scope.GROUP), (first, last), flows, _balanced(held))

    def _bought(self, head: str) -> list[Bought]:
        """Purchases that the group of a head made: those of before its members joined are not."""
        return [one for one in self.businesses.bought if self._is_below(one.buyer, head, one.month)]

    def _cost(self, one: Bought) -> int:
        """Goodwill when it was bought: the price less what the companies were worth."""
        ledgers = [self.ledgers[key] for key in one.companies if key in self.ledgers]
        month = one.month - 1
        worth = sum(each.net_assets(month) - each.at("investments", month) for each in ledgers)
        return one.price - worth

    def _goodwill(self, one: Bought, month: int) -> int:
        """What is left of it at the end of a month, worn off evenly."""
        if month < one.month:
            return 0
        cost, life = self._cost(one), money.GOODWILL_YEARS * 12
        return cost - cost * min(month - one.month + 1, life) // life

    def _books(
        self, of: tuple[str, Scope], months: tuple[int, int], flows: _Pounds, held: _Pounds
    ) -> Books:
        (company, scope), (first, last) = of, months
        random = self.bench.stream("books", company, scope, last)
        apart = random.random() < _EXCEPTIONAL
        exceptional = round(_EXCEPTIONAL_PART * max(0, flows["other"])) if apart else 0
        bank = held["bank"]
        soon = held["overdraft"] + round(bank * _REPAID_IN_A_YEAR)
        staff, years = flows["staff"], (last - first + 1) / 12
        wage = money.WAGE_GBP * (1 + money.INFLATION) ** (year_of(last) - 2020)
        return Books(
            company=company,
            scope=scope,
            start=max(first_day(first), self.bench.bodies[company].begun_on),
            end=last_day(last),
            lease_basis=LeaseBasis.OLD_FRS_102,
            income=Income(
                turnover=flows["turnover"],
                staff_costs=staff,
                rent=flows["rent"],
                group_rent=flows["group_rent"],
                management_charge=flows["charge"],
                other_costs=flows["other"] - exceptional,
                exceptional_costs=exceptional,
                depreciation=flows["depreciation"],
                amortisation=flows.get("amortisation", 0),
                bank_interest=flows["bank_interest"],
                lease_interest=0,
                group_interest=flows["notes_interest"],
                dividends_received=flows["dividends_received"],
                tax=flows["tax"],
                dividends_paid=flows["dividends_paid"],
            ),
            position=Position(
                goodwill=held.get("goodwill", 0),
                tangible=held["tangible"],
                investments=held["investments"],
                trade_debtors=held["trade_debtors"],
                group_debtors=0,
                cash=held["cash"],
                trade_creditors=held["trade_creditors"],
                taxes=held["taxes"],
                group_creditors=0,
                bank_loans_within_a_year=soon,
                leases_within_a_year=0,
                bank_loans_after=bank + held["overdraft"] - soon,
                loan_notes_after=held["notes"],
                leases_after=0,
                provisions=0,
                share_capital=held["share_capital"],
                share_premium=held["share_premium"],
                retained_earnings=held["retained"],
            ),
            employees=round(staff / wage / years),
            highest_paid_director=round(random.uniform(0.03, 0.09) * staff / years + 38_000)
            if staff > _NO_DIRECTOR
            else None,
            lease_commitments=round(flows["rent"] / years * _COMMITTED_YEARS),
        )


def _balanced(held: dict[str, int]) -> dict[str, int]:
    """The group's reserves: what its members have, less what was paid for them."""
    assets = sum(held[one] for one in ("goodwill", "tangible", "trade_debtors", "cash"))
    owed = sum(held[one] for one in ("trade_creditors", "taxes", "overdraft", "bank", "notes"))
    return held | {"retained": assets - owed - held["share_capital"] - held["share_premium"]}


def _dated(body: Body) -> Body:
    """A body abroad closes its books at the end of the year."""
    if body.form is not Form.FOREIGN:
        return body
    return replace(body, year_ends=(YearEnd(month=12, day=31, since=body.begun_on),))
