"""What each purchase costs and who pays it: known once the books of the bought are kept."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.groups_made import Purchase
from crawlers.rehearsal.making.ledgers import Funding, Ledger
from crawlers.rehearsal.making.lineage import Lineage
from crawlers.rehearsal.making.months import month_of
from crawlers.rehearsal.making.workbench import Workbench

_LEAST_PRICE = 50_000
_LENT_TO_GROUPS = 0.4
"""Share of a price that a group borrows at least, however rich it is."""


@dataclass(frozen=True, kw_only=True)
class Bought:
    """What one purchase cost, for the books of the group that made it."""

    month: int
    """The first month in which the bought are the buyer's."""
    buyer: str
    bought: str
    price: int
    worth: int
    """Net assets of the bought on the day before, with what is below them."""

    def goodwill(self, month: int) -> int:
        """What is left of the goodwill at the end of a month, worn off evenly."""
        cost, life = self.price - self.worth, money.GOODWILL_YEARS * 12
        if month < self.month:
            return 0
        return cost - cost * min(month - self.month + 1, life) // life


@dataclass(frozen=True, kw_only=True)
class Buying:
    """Prices every purchase of a market, and says what each brings into which company."""

    bench: Workbench
    lineage: Lineage
    bought: dict[int, Bought] = field(default_factory=dict[int, Bought])
    """What was priced so far, by the purchase's place among all."""

    def funding(
        self, company: str, ledgers: Mapping[str, Ledger], concerned: Mapping[str, list[int]]
    ) -> dict[int, Funding]:
        """What purchases bring into a company by month; the bought must be in the ledgers."""
        found: dict[int, Funding] = {}
        for number in concerned.get(company, ()):
            purchase = self.bench.purchases[number]
            month = max(0, month_of(purchase.on))
            for key, one in self._paid(purchase, number, ledgers):
                if key == company:
                    found[month] = _both(found.get(month, Funding()), one)
        return found

    def concerned(self) -> dict[str, list[int]]:
        """The purchases that bring money into each company, by their places among all."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, purchase in enumerate(self.bench.purchases):
            for key in dict.fromkeys((purchase.buyer, *purchase.stack)):
                found[key].append(number)
        return found

    def _paid(
        self, purchase: Purchase, number: int, ledgers: Mapping[str, Ledger]
    ) -> Iterator[tuple[str, Funding]]:
        """Yield what comes into each company of the buyer's when it buys.

        Money goes down an investor's stack as share capital, from loan notes at the top of it;
        the bank lends to the company that buys.
        """
        random = self.bench.stream("price", purchase.bought, purchase.on)
        month = max(0, month_of(purchase.on))
        eve, first = max(0, month - 1), max(0, month - 12)
        sold = [ledgers[key] for key in self.lineage.below(purchase.bought, eve) if key in ledgers]
        earned = sum(one.ebitda((first, eve + 1)) for one in sold)
        ebitda = max(0, earned * 12 // (eve + 1 - first))
        owed = sum(one.at(line, eve) for one in sold for line in ("bank", "overdraft"))
        worth = sum(one.net_assets(eve) - one.at("investments", eve) for one in sold)
        value = round(ebitda * random.uniform(*money.PRICE_TO_EBITDA)) - owed
        price = max(_LEAST_PRICE, worth, value)
        bank = max(0, min(price, round(ebitda * random.uniform(*money.DEBT_TO_EBITDA)) - owed))
        notes = min(price - bank, round(ebitda * random.uniform(*money.NOTES_TO_EBITDA)))
        self.bought[number] = Bought(
            month=month, buyer=purchase.buyer, bought=purchase.bought, price=price, worth=worth
        )
        stack = purchase.stack
        if not stack:
            yield purchase.buyer, Funding(investment=price, lent_at_least=_LENT_TO_GROUPS)
            return
        top, *between, buyer = stack
        down = price - bank
        yield top, Funding(notes=notes, shares=down - notes, investment=down)
        for one in between:
            yield one, Funding(shares=down, investment=down)
        yield buyer, Funding(bank=bank, shares=down, investment=price)


def _both(one: Funding, other: Funding) -> Funding:
    """Two purchases of one month together."""
    lent = [each for each in (one.lent_at_least, other.lent_at_least) if each is not None]
    return Funding(
        bank=one.bank + other.bank,
        notes=one.notes + other.notes,
        shares=one.shares + other.shares,
        investment=one.investment + other.investment,
        lent_at_least=max(lent, default=None),
    )
