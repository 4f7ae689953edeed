"""What each company does for its money: runs settings, lets houses, or holds and lends."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.ledgers import FIRST_SHARES, Business, Funding
from crawlers.rehearsal.making.months import MONTHS, first_day, month_of
from crawlers.rehearsal.making.trading import Trade
from crawlers.rehearsal.making.workbench import Purchase, Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.control import Capacity

FILE_ACCOUNTS = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP})
"""Forms that file accounts at Companies House; charities of their own form do so elsewhere."""
_SMALL_PRICE = 50_000
_REDUCTIONS = 8
"""How many companies of a national market reduce their capital."""

_Paid = tuple[str, int, Funding]
"""A company, a month, and what comes in and goes out at once."""


def keeps_books(body: Body) -> bool:
    """Whether a body's money is counted: companies here, and holding companies abroad."""
    if body.form is Form.FOREIGN:
        return body.nature is Nature.HOLDING
    return body.form in FILE_ACCOUNTS and body.nature is not Nature.FUND


@dataclass(frozen=True, kw_only=True)
class Bought:
    """What one purchase cost, for the books of the group that made it."""

    month: int
    buyer: str
    companies: tuple[str, ...]
    price: int


@dataclass(frozen=True, kw_only=True)
class Businesses:
    """Every company's business, and what was paid for companies."""

    bench: Workbench
    trades: Mapping[str, Trade]
    bought: list[Bought] = field(default_factory=list[Bought])
    reductions: dict[str, date] = field(default_factory=dict[str, date])
    """When a company reduced its capital."""

    def every(self) -> list[Business]:
        """Every company that keeps books, in the order in which they were founded."""
        funding = self._funding()
        bodies = [one for one in self.bench.bodies.values() if keeps_books(one)]
        return [self._business(one, funding.get(one.key, {})) for one in bodies]

    @cached_property
    def parents(self) -> dict[str, list[tuple[int, int, str]]]:
        """Each company's majority holders that are bodies: first month, month after, holder."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for one in self.bench.stakes:
            sure = one.votes > 0.5 and one.capacity is Capacity.DIRECT  # noqa: PLR2004 - s.1162
            if sure and one.holder in self.bench.bodies:
                until = month_of(one.until) if one.until else MONTHS
                found[one.company].append((month_of(one.since), until, one.holder))
        return found

    def parent(self, company: str, month: int) -> str | None:
        """Which body has a majority of a company in a month; None where none has."""
        holders = self.parents.get(company, ())
        return next((who for first, last, who in holders if first <= month < last), None)

    def _business(self, body: Body, funding: Mapping[int, Funding]) -> Business:
        first = max(0, month_of(body.begun_on))
        last = min(MONTHS, month_of(body.ended_on)) if body.ended_on else MONTHS
        trade = self._trade(body)
        let = self._let.get(body.key, {})
        charged = self._charges
        return Business(
            company=body.key,
            first=first,
            last=last,
            turnover=_sum(_known(trade.turnover), let, charged.get(body.key, {})),
            staff=_known(trade.staff),
            rent={} if body.key in self._landlords else _known(trade.rent),
            group_rent=_known(trade.rent) if body.key in self._landlords else {},
            charge=self._charged_to.get(body.key, {}),
            other=_sum(_known(trade.other), self._head_office.get(body.key, {})),
            houses=self._houses(body, trade),
            funding=funding,
            parents={m: self.parent(body.key, m) for m in range(first, last)},
            is_old=month_of(body.begun_on) < 0,
        )

    def _trade(self, body: Body) -> Trade:
        if body.nature is not Nature.UNRELATED:
            return self.trades.get(body.key) or Trade()
        random = self.bench.stream("unrelated trade", body.key)
        monthly = round(random.lognormvariate(8.6, 0.8))
        return Trade(turnover=[monthly] * MONTHS, other=[round(monthly * 0.9)] * MONTHS)

    def _houses(self, body: Body, trade: Trade) -> Mapping[int, int]:
        let = self._let_houses.get(body.key)
        if let is not None:
            return let
        random = self.bench.stream("owns houses", body.key)
        owns = body.key not in self._landlords and random.random() < money.OWN_THEIR_HOUSES
        return _known(trade.houses) if owns else {}

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
    def _let(self) -> dict[str, dict[int, int]]:
        """Rents that each landlord takes in."""
        found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for owner, landlord in self._landlords.items():
            for month, rent in _known((self.trades.get(owner) or Trade()).rent).items():
                found[landlord][month] += rent
        return found

    @cached_property
    def _let_houses(self) -> dict[str, dict[int, int]]:
        found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for owner, landlord in self._landlords.items():
            for month, houses in _known((self.trades.get(owner) or Trade()).houses).items():
                found[landlord][month] += houses
        return found

    @cached_property
    def _charged_to(self) -> dict[str, dict[int, int]]:
        """What each company that runs settings pays its parent for management."""
        found: dict[str, dict[int, int]] = {}
        for owner, trade in self.trades.items():
            rate = self.bench.stream("charge", owner).uniform(*money.MANAGEMENT_CHARGE)
            months = _known(trade.turnover).items()
            found[owner] = {
                month: round(rate * turnover)
                for month, turnover in months
                if self._charger(owner, month)
            }
        return found

    @cached_property
    def _charges(self) -> dict[str, dict[int, int]]:
        """What each parent takes in for management."""
        found: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for owner, months in self._charged_to.items():
            for month, paid in months.items():
                charger = self._charger(owner, month)
                if charger is not None:
                    found[charger][month] += paid
        return found

    @cached_property
    def _head_office(self) -> dict[str, dict[int, int]]:
        """What managing costs a parent: most of what it charges."""
        return {
            key: {month: round(0.9 * charged) for month, charged in months.items()}
            for key, months in self._charges.items()
        }

    def _charger(self, owner: str, month: int) -> str | None:
        parent = self.parent(owner, month)
        is_ours = parent is not None and self.bench.bodies[parent].form in FILE_ACCOUNTS
        return parent if is_ours else None

    def _funding(self) -> dict[str, dict[int, Funding]]:
        """What each purchase brings into which company, and what it is spent on."""
        found: dict[str, dict[int, Funding]] = defaultdict(dict)
        paid = [one for purchase in self.bench.purchases for one in self._paid(purchase)]
        for company, month, funding in (*self._subscribed(), *paid, *self._reduced(paid)):
            before = found[company].get(month, Funding())
            found[company][month] = Funding(
                bank=before.bank + funding.bank,
                notes=before.notes + funding.notes,
                shares=before.shares + funding.shares,
                investment=before.investment + funding.investment,
            )
        return found

    def _reduced(self, paid: Sequence[_Paid]) -> Iterator[_Paid]:
        """Yield the reductions of capital: most of the premium turned into reserves."""
        random = self.bench.stream("capital reductions")
        premiums = [one for one in paid if one[2].shares > _SMALL_PRICE and one[1] + 30 < MONTHS]
        wanted = self.bench.size.scaled(_REDUCTIONS, least=1)
        for company, month, funding in random.sample(premiums, min(wanted, len(premiums))):
            later = month + random.randint(14, 28)
            self.reductions[company] = first_day(later)
            yield company, later, Funding(reduced=round(0.9 * funding.shares))

    def _subscribed(self) -> Iterator[_Paid]:
        """Yield what each parent pays for the shares of a company that it founds."""
        for body in self.bench.bodies.values():
            month = max(0, month_of(body.begun_on))
            parent = self.parent(body.key, month) if month < MONTHS else None
            if parent is not None and keeps_books(body):
                yield parent, month, Funding(investment=FIRST_SHARES)

    def _paid(self, purchase: Purchase) -> Iterator[_Paid]:
        """Yield what comes into each company of the buyer's when it buys.

        Money goes down an investor's stack as share capital, from loan notes at the top of it
        here; the bank lends to the company that buys.
        """
        month = max(0, month_of(purchase.on))
        random = self.bench.stream("price", purchase.companies[0], purchase.on)
        ebitda = max(_ebitda(self.trades, purchase.companies, month), 0)
        price = max(_SMALL_PRICE, round(ebitda * random.uniform(*money.PRICE_TO_EBITDA)))
        bank = min(price, round(ebitda * random.uniform(*money.DEBT_TO_EBITDA)))
        notes = min(price - bank, round(ebitda * random.uniform(*money.NOTES_TO_EBITDA)))
        self.bought.append(
            Bought(month=month, buyer=purchase.buyer, companies=(*purchase.companies,), price=price)
        )
        stack = purchase.stack
        if not stack:
            yield purchase.buyer, month, Funding(bank=price, investment=price)
            return
        top, *between, buyer = stack if len(stack) > 1 else (stack[0], stack[0])
        down = price - bank
        if top == buyer:
            shares = down - notes
            yield top, month, Funding(bank=bank, notes=notes, shares=shares, investment=price)
            return
        yield top, month, Funding(notes=notes, shares=down - notes, investment=down)
        for one in between:
            yield one, month, Funding(shares=down, investment=down)
        yield buyer, month, Funding(bank=bank, shares=down, investment=price)


def _ebitda(trades: Mapping[str, Trade], companies: Sequence[str], month: int) -> int:
    """What companies earned in the year before a month, before interest, tax and wear."""
    found = 0
    for one in companies:
        trade = trades.get(one)
        if trade is not None:
            months = range(max(0, month - 12), max(month, 1))
            costs = (trade.staff, trade.rent, trade.other)
            found += sum(trade.turnover[m] - sum(cost[m] for cost in costs) for m in months)
    return found


def _known(months: Sequence[int]) -> dict[int, int]:
    return {month: value for month, value in enumerate(months) if value}


def _sum(*parts: Mapping[int, int]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for part in parts:
        for month, value in part.items():
            found[month] += value
    return found
