"""What one set of accounts tells: whose it is, for which period, and the books that it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random

from crawlers.rehearsal.forms.accounts.restated import as_restated
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.books import Accounts, Books, LeaseBasis, Scope, Withheld
from crawlers.rehearsal.world.world import World

LARGE = 36_000_000
"""Turnover above which a company was not medium-sized until 2025 (Companies Act 2006 s.465): such
groups print thousands of pounds, as their filings usually do."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """One filing with everything that its pages say."""

    world: World
    accounts: Accounts
    entity: Body
    """Whose accounts they are, on whosever file they stand."""
    name: str
    """As it was on the day of approval."""
    approved_on: date
    books: Mapping[Scope, tuple[Books, ...]]
    """The period reported first, then those before it, as far as there are any; at most three."""

    @cached_property
    def is_group(self) -> bool:
        """Whether they are consolidated."""
        return Scope.GROUP in self.accounts.scopes

    @cached_property
    def head(self) -> Scope:
        """Whose figures come first."""
        return Scope.GROUP if self.is_group else Scope.COMPANY

    @cached_property
    def now(self) -> Books:
        """The first-shown books of the period reported."""
        return self.books[self.head][0]

    @cached_property
    def before(self) -> Books | None:
        """The same of the period before; None for the first period."""
        return next(iter(self.books[self.head][1:]), None)

    @cached_property
    def years(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each period shown."""
        return tuple((one.start, one.end) for one in self.books[self.head])

    @property
    def is_micro(self) -> bool:
        """Whether they are a micro-entity's."""
        return self.now.lease_basis is LeaseBasis.FRS_105

    @property
    def is_dormant(self) -> bool:
        """Whether nothing happened in the period."""
        return self.accounts.kind == "dormant" or self.accounts.withheld is Withheld.NOTHING

    @property
    def is_small(self) -> bool:
        """Whether they are drawn up under the small companies regime, micro-entities included."""
        small = {"small", "total-exemption-full", "micro-entity", "dormant"}
        return self.accounts.kind in small or self.is_micro

    @property
    def is_charity(self) -> bool:
        """Whether they follow the charities' practice: of a guarantee company that is one."""
        is_one = self.entity.form is Form.GUARANTEE and self.entity.charity_number is not None
        return is_one and not self.is_group

    @property
    def is_llp(self) -> bool:
        """Whether they are a limited liability partnership's."""
        return self.entity.form is Form.LLP

    @property
    def is_holding(self) -> bool:
        """Whether it only holds shares in others."""
        return self.entity.nature in {Nature.HOLDING, Nature.FUND}

    @property
    def shows_income(self) -> bool:
        """Whether a profit and loss account, or a charity's statement of activities, is there."""
        hidden = {Withheld.FILLETED, Withheld.NOTHING}
        return not self.is_dormant and self.accounts.withheld not in hidden

    @property
    def in_thousands(self) -> bool:
        """Whether figures are printed in thousands of pounds."""
        return self.is_group and self.now.income.turnover >= LARGE

    @cached_property
    def body_word(self) -> str:
        """How the accounts speak of whom they are about: `group`, `company`, `charity`, `LLP`."""
        if self.is_group:
            return "group"
        if self.is_charity:
            return "charity"
        return "LLP" if self.is_llp else "company"

    @property
    def result_word(self) -> str:
        """What the period ended with: a profit or a loss, of a charity a surplus or a deficit."""
        names = ("surplus", "deficit") if self.is_charity else ("profit", "loss")
        return names[0] if self.now.income.profit >= 0 else names[1]

    def random(self, purpose: str) -> Random:
        """The draws of one purpose, the same for this body whoever asks first."""
        return Random(f"{self.world.seed}/{purpose}/{self.entity.key}")  # noqa: S311 - not a secret


def told(world: World, accounts: Accounts) -> Told:
    """What one filing tells; LookupError where the world has no books for it."""
    entity = world.body[accounts.reporting]
    approved_on = _approved_on(world, accounts)
    return Told(
        world=world,
        accounts=accounts,
        entity=entity,
        name=entity.name_on(approved_on),
        approved_on=approved_on,
        books={scope: _books(world, accounts, scope) for scope in accounts.scopes},
    )


def _approved_on(world: World, accounts: Accounts) -> date:
    """The day of approval: the same on whosever file the same accounts stand."""
    filed_on = min(
        one.filed_on
        for one in world.accounts_about[accounts.reporting]
        if (one.end, one.is_amended) == (accounts.end, accounts.is_amended)
    )
    purpose = f"{world.seed}/approved/{accounts.reporting}/{accounts.end}/{accounts.is_amended}"
    drawn = filed_on - timedelta(days=Random(purpose).randint(1, 14))  # noqa: S311 - not a secret
    return max(drawn, min(accounts.end + timedelta(days=1), filed_on))


def _books(world: World, accounts: Accounts, scope: Scope) -> tuple[Books, ...]:
    mine = [one for one in world.books_of.get(accounts.reporting, ()) if one.scope is scope]
    of_end = {one.end: one for one in mine}
    found: list[Books] = []
    end = accounts.end
    while end in of_end and len(found) <= 2:  # noqa: PLR2004 - reported, compared, and before that
        found.append(of_end[end])
        end = of_end[end].start - timedelta(days=1)
    if not found:
        raise LookupError(
            f"no {scope} books of {accounts.reporting} to {accounts.end}, "
            f"which filing {accounts.key} reports"
        )
    if accounts.restates and len(found) > 1:
        found[1] = as_restated(found[1], world.seed)
    return tuple(found)
