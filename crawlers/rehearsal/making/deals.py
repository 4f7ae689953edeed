"""How control of a company goes to somebody else, and every trace that this leaves."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.groups_made import Group, Purchase
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.troubles import Charge

FORGOTTEN = 2
"""The second acquisition of any market is never entered, so that each has one; boards tell."""
CHARGED = 1
"""The first is always bought with debt."""
NEVER_FILED = 0.02
"""Share of deals of which the control register says nothing for years: the filer forgot."""


@dataclass(frozen=True, kw_only=True)
class Traces:
    """How likely each trace of a deal is."""

    directors: float = 0.9
    charge: float = 0.55
    office: float = 0.5
    year_end: float = 0.4
    name: float = 0.12


@dataclass(frozen=True, kw_only=True)
class Deal:
    """One group, or one of its companies, goes to another holder on a day."""

    bench: Workbench
    number: int
    on: date
    target: Group
    companies: Sequence[str]
    """The companies sold, the one that is bought directly first."""
    buyer: str
    """Who holds the first of them from then on."""
    board: Sequence[str]
    """Who sits on its boards from then on."""
    traces: Traces = Traces()
    kind: Kind = Kind.ACQUISITION
    stack: Sequence[str] = ()
    """An investor's new holding companies from the top down."""

    @property
    def random(self) -> Random:
        """The deal's own chance, the same whenever it is asked for."""
        return self.bench.stream("deal", self.number)

    def close(self, from_head: str | None, to_head: str | None) -> Happening:
        """Change hands, and keep what happened with its signs."""
        self.bench.purchases.append(
            Purchase(on=self.on, buyer=self.buyer, bought=self.companies[0], stack=self.stack)
        )
        signs = sorted(self._signs(), key=lambda one: (one.public_on, one.kind, one.subject))
        settings = (s for owner in self.companies for s in self.bench.run_by(owner))
        happening = Happening(
            key=f"deal-{self.number}",
            kind=self.kind,
            on=self.on,
            bodies=tuple(self.companies),
            settings=tuple(sorted(s.urn for s in settings if s.is_open(self.on))),
            from_head=from_head,
            to_head=to_head,
            signs=tuple(signs),
        )
        if self.on >= calibration.FIRST_DAY:
            self.bench.happenings.append(happening)
        return happening

    def _signs(self) -> Iterator[Sign]:
        random, bought = self.random, self.companies[0]
        number = self._number_in_sight(bought)
        yield from self._control(random, bought, is_forgotten=number == FORGOTTEN)
        if random.random() < self.traces.directors or number == FORGOTTEN:
            yield from self._directors(random)
        yield from self._satisfied(random)
        if random.random() < self.traces.charge or number == CHARGED:
            yield from self._charges(random)
        if random.random() < self.traces.office:
            yield from self._offices(random)
        if random.random() < self.traces.year_end:
            yield from self._year_ends(random)
        if random.random() < self.traces.name:
            yield from self._names(random)

    def _number_in_sight(self, bought: str) -> int | None:
        """Its number among acquisitions that the rehearsal sees; None where it is none of them."""
        is_told = self.kind is Kind.ACQUISITION and self.bench.bodies[bought].number is not None
        seen = is_told and self.on >= calibration.FIRST_DAY
        return self.bench.next_number("acquisition in sight", 1) if seen else None

    def _control(self, random: Random, bought: str, *, is_forgotten: bool) -> Iterator[Sign]:
        ended = self.bench.end_stakes(bought, self.on)
        told_by = self.on + days(28)
        filed_on = weekday(self.on + days(random.randint(3, 28)), by=told_by)
        is_forgotten = random.random() < NEVER_FILED or is_forgotten
        is_filed = not is_forgotten and self.bench.bodies[bought].number is not None
        held = self.bench.hold(self.buyer, bought, since=self.on)
        if not is_filed:
            self.bench.unfiled.add(held)
            self.bench.end_unfiled |= {*ended}
            return
        self.bench.filed[held] = filed_on
        self.bench.end_filed |= dict.fromkeys(ended, filed_on)
        yield self._sign(SignKind.CONTROL_ENTRY, bought, filed_on)
        if any(self.bench.was_told(key) for key in ended):
            yield self._sign(SignKind.CONTROL_ENDED, bought, filed_on)

    def _directors(self, random: Random) -> Iterator[Sign]:
        founder = self.target.people[:1] if random.random() < 0.5 else []  # noqa: PLR2004 - either
        new = [one for one in self.board[:3] if one not in founder]
        for company in self._registered():
            board = self.bench.board_of(company, self.on)
            leaving = [one for one in board if one not in {*founder, *new}]
            filed = self.bench.resign(company, self.on, leaving)
            filed += self.bench.appoint(company, [one for one in new if one not in board], self.on)
            if filed:
                yield self._sign(SignKind.DIRECTORS_CHANGED, company, min(filed))

    def _satisfied(self, random: Random) -> Iterator[Sign]:
        """Whoever lent to the seller is paid when the company changes hands."""
        for at, one in enumerate(self.bench.charges):
            if one.company in self.companies and one.satisfied_on is None:
                paid_on = weekday(self.on + days(random.randint(0, 5)))
                filed_on = weekday(paid_on + days(random.randint(2, 30)))
                self.bench.charges[at] = replace(
                    one, satisfied_on=paid_on, satisfaction_filed_on=filed_on
                )
                yield self._sign(SignKind.CHARGE_SATISFIED, one.company, filed_on)

    def _charges(self, random: Random) -> Iterator[Sign]:
        lender = random.choice(names.LENDERS)
        for company in self._registered()[:6]:
            charge = charge_all_assets(self.bench, company, lender, self.on + days(2))
            yield self._sign(SignKind.ALL_ASSETS_CHARGE, company, charge.delivered_on)

    def _offices(self, random: Random) -> Iterator[Sign]:
        there = self.bench.bodies[self.buyer].office_on(self.on)
        if there.postcode is None:
            return
        for company in self._registered():
            moved_on = weekday(self.on + days(random.randint(1, 40)))
            if self.bench.move_office(company, there, moved_on):
                yield self._sign(SignKind.OFFICE_MOVED, company, moved_on)

    def _year_ends(self, random: Random) -> Iterator[Sign]:
        theirs = self.bench.bodies[self.buyer].year_ends
        if not theirs:
            return
        for company in self._registered():
            moved_on = weekday(self.on + days(random.randint(20, 150)))
            if self.bench.move_year_end(company, theirs[-1], moved_on):
                yield self._sign(SignKind.YEAR_END_MOVED, company, moved_on)

    def _names(self, random: Random) -> Iterator[Sign]:
        brand = self.bench.bodies[self.buyer].name.split()[0]
        on = weekday(self.on + days(random.randint(60, 400)))
        for company in self._registered()[-1:]:
            name = f"{brand} {' '.join(self.bench.bodies[company].name.split()[1:])}"
            if on <= calibration.LAST_DAY and self.bench.rename(company, name, on):
                yield self._sign(SignKind.NAME_CHANGED, company, on)

    def _registered(self) -> Sequence[str]:
        """The companies sold that are on the register."""
        return [one for one in self.companies if self.bench.bodies[one].number]

    def _sign(self, kind: SignKind, subject: str, public_on: date) -> Sign:
        return Sign(kind=kind, subject=subject, happened_on=self.on, public_on=public_on)


def charge_all_assets(bench: Workbench, company: str, lender: str, on: date) -> Charge:
    """Charge everything that a company has, delivered within the 21 days that the law gives.

    Charges are numbered when all are made.
    """
    created_on = weekday(on)
    after = days(bench.stream("charge", company, on).randint(1, 18))
    charge = Charge(
        company=company,
        number=0,
        lender=lender,
        description="A registered charge",
        is_all_assets=True,
        created_on=created_on,
        delivered_on=weekday(created_on + after, by=created_on + days(21)),
    )
    bench.charges.append(charge)
    return charge
