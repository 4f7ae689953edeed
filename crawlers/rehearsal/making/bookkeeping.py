"""Books from ledgers: one set for each period of each company, and of each group under its head."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.businesses import Businesses
from crawlers.rehearsal.making.buying import Bought, Buying
from crawlers.rehearsal.making.consolidating import Together
from crawlers.rehearsal.making.keeping import Keeper, october
from crawlers.rehearsal.making.ledgers import FLOWS, POSITIONS, Business, Ledger
from crawlers.rehearsal.making.lineage import Lineage
from crawlers.rehearsal.making.months import MONTHS, first_day, last_day, month_of, year_of
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
_DIRECTOR = (40, 120)
"""Pay of the highest-paid director above 38,000 pounds, by the root of the staff bill."""
_COMMITTED_YEARS = 4
_REDUCTIONS = 8
"""How many companies of a national market reduce their capital."""

_Pounds = Mapping[str, int]


@dataclass(frozen=True, kw_only=True)
class Bookkeeper:
    """Keeps everybody's books, once everything else has happened."""

    bench: Workbench
    lineage: Lineage
    businesses: Mapping[str, Business]
    ledgers: Mapping[str, Ledger]
    bought: tuple[Bought, ...]
    reductions: Mapping[str, date]
    """When a company reduced its capital."""

    @classmethod
    def of(cls, bench: Workbench) -> "Bookkeeper":
        """The bookkeeper of a market."""
        lineage = Lineage.of(bench)
        reductions = _reductions(bench)
        businesses = Businesses(
            bench=bench, lineage=lineage, trades=trading(bench), reductions=reductions
        )
        every = {one.company: one for one in businesses.every()}
        insolvent = {one.company: month_of(one.steps[0].on) for one in bench.insolvencies}
        buying = Buying(bench=bench, lineage=lineage)
        return cls(
            bench=bench,
            lineage=lineage,
            businesses=every,
            ledgers=_ledgers(every, buying, insolvent),
            bought=tuple(one for _, one in sorted(buying.bought.items())),
            reductions=reductions,
        )

    def books(self) -> Iterator[Books]:
        """Yield the books of every company, then of every group, period by period."""
        for key, ledger in self.ledgers.items():
            random = self.bench.stream("books", key, Scope.COMPANY)
            for first, last in self._periods(ledger):
                flows = {line: ledger.over(line, (first, last)) for line in FLOWS}
                held = {line: ledger.at(line, last - 1) for line in POSITIONS}
                yield _books(self._of(key, Scope.COMPANY), (first, last), flows, held, random)
        for head, ledger in self.ledgers.items():
            if head not in self.lineage.children:
                continue
            together = Together(
                head=head, lineage=self.lineage, ledgers=self.ledgers, bought=self.bought
            )
            random = self.bench.stream("books", head, Scope.GROUP)
            for first, last in self._periods(ledger) if len(together.members) > 1 else ():
                flows, held = together.flows((first, last)), together.held(last - 1)
                yield _books(self._of(head, Scope.GROUP), (first, last), flows, held, random)

    def _periods(self, ledger: Ledger) -> Iterator[tuple[int, int]]:
        """Yield the first month of each period, and the month after its last."""
        for first, last in periods(_dated(self.bench.bodies[ledger.company])):
            if last < ledger.last:
                yield first, last + 1

    def _of(self, company: str, scope: Scope) -> tuple[Body, Scope]:
        return self.bench.bodies[company], scope


def _ledgers(
    every: Mapping[str, Business], buying: Buying, insolvent: Mapping[str, int]
) -> dict[str, Ledger]:
    """Every company's ledger, subsidiaries first, as what they pay comes into their parents'.

    Who is insolvent pays owners nothing from that month on.
    """
    ledgers: dict[str, Ledger] = {}
    received: defaultdict[str, dict[int, int]] = defaultdict(dict)
    concerned, lineage = buying.concerned(), buying.lineage
    for key in lineage.children_first(every):
        one = every[key]
        last = min(one.last, insolvent.get(key, one.last))
        to = {month: lineage.parent(key, month) for month in october(one.first, last)}
        # In a circle somebody's books are kept before its parent's subsidiary's: it pays nothing.
        paying = {month: parent in every for month, parent in to.items() if parent not in ledgers}
        keeper = Keeper(
            business=one,
            received=received[key],
            funding=buying.funding(key, ledgers, concerned),
            to_a_company=paying,
        )
        ledgers[key] = keeper.ledger()
        for month, parent in to.items():
            if parent is not None and parent in every and parent not in ledgers:
                paid = ledgers[key].over("dividends_paid", (month, month + 1))
                received[parent][month] = received[parent].get(month, 0) + paid
    return {key: ledgers[key] for key in every}


def _reductions(bench: Workbench) -> dict[str, date]:
    """Which companies reduce their capital, and when: some time after an investor's purchase."""
    random = bench.stream("capital reductions")
    seen = month_of(calibration.FIRST_DAY)
    stacks = [(one.buyer, max(seen, month_of(one.on))) for one in bench.purchases if one.stack]
    later = [(key, month + random.randint(14, 28)) for key, month in stacks]
    could = [(key, month) for key, month in later if month < MONTHS]
    wanted = bench.size.scaled(_REDUCTIONS, least=1)
    return {k: first_day(m) for k, m in random.sample(could, min(wanted, len(could)))}


def _books(
    of: tuple[Body, Scope], months: tuple[int, int], flows: _Pounds, held: _Pounds, random: Random
) -> Books:
    """The books of one period, from the first month to the one before the last."""
    (body, scope), (first, after) = of, months
    last = after - 1
    apart = random.random() < _EXCEPTIONAL
    exceptional = round(_EXCEPTIONAL_PART * max(0, flows["other"])) if apart else 0
    bank = held["bank"]
    soon = held["overdraft"] + round(bank * _REPAID_IN_A_YEAR)
    staff, years = flows["staff"], (after - first) / 12
    wage = money.WAGE_GBP * (1 + money.INFLATION) ** (year_of(last) - 2020)
    paid_most = round(38_000 + random.uniform(*_DIRECTOR) * (staff / years) ** 0.5)
    return Books(
        company=body.key,
        scope=scope,
        start=max(first_day(first), body.begun_on),
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
        highest_paid_director=paid_most if staff > _NO_DIRECTOR else None,
        lease_commitments=round(flows["rent"] / years * _COMMITTED_YEARS),
    )


def _dated(body: Body) -> Body:
    """A body abroad closes its books at the end of the year."""
    if body.form is not Form.FOREIGN:
        return body
    return replace(body, year_ends=(YearEnd(month=12, day=31, since=body.begun_on),))
