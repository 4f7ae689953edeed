"""The companies of each group and who holds them: founders, families, shareholders, charities.

Investors come later: theirs is an acquisition (`crawlers.rehearsal.making.investors`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from random import Random

from crawlers.rehearsal.calibration.ordinary_life import LAWFUL_YEAR_ENDS_KEPT
from crawlers.rehearsal.making.groups import Kind
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.holding import REGISTERS_BEGAN
from crawlers.rehearsal.making.lives import Life
from crawlers.rehearsal.making.months import FIRST
from crawlers.rehearsal.making.streams import days, weekday, weighted
from crawlers.rehearsal.making.trades import BOUGHT, divided, trade
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Address, Form, Nature
from crawlers.rehearsal.world.control import Exemption, Statement

_FOUNDERS = {(1.0,): 55, (0.5, 0.5): 24, (0.6, 0.4): 7, (0.8, 0.2): 6, (0.34, 0.33, 0.33): 8}
"""How founders divide a company between them, by how many of a hundred do."""
_SUFFIXES = {"Limited": 52, "Ltd": 42, "LIMITED": 4, "CIC": 2}
_CHARITIES = {Form.GUARANTEE: 80, Form.CIO: 12, Form.CHARITY: 8}
_LANDLORDS = 0.4
"""Share of corporate groups whose houses belong to a company of the group."""
_DORMANT = 0.35
"""Share of groups that keep a company which does nothing: its name, mostly."""

Runs = Mapping[str, list[Life]]
"""The registrations that each company, or whoever else, is to run."""


def found(bench: Workbench, group: Group) -> Runs:
    """Found the companies of a group, let them be held, and say which runs what."""
    founder = _Founder(
        bench=bench,
        group=group,
        random=bench.stream("structure", group.plan.key),
        office=bench.address(bench.stream("office", group.plan.key), group.area),
        begun_on=_before(group.plan.lives, bench.stream("begun", group.plan.key)),
    )
    match group.plan.kind:
        case Kind.SOLO:
            runs = founder.alone(Form.LIMITED)
        case Kind.PARTNERSHIP:
            runs = founder.alone(Form.LLP)
        case Kind.SOLE_TRADER:
            runs = founder.in_trade()
        case Kind.CHARITY | Kind.CHARITY_GROUP:
            runs = founder.a_charity()
        case Kind.SCHOOL:
            runs = founder.a_school()
        case _:
            runs = founder.a_tree()
    group.owners = list(runs)
    return runs


def _before(lives: list[Life], random: Random) -> date:
    """A day some months before the first of them opens."""
    return weekday(min(one.opened_on for one in lives) - days(random.randint(90, 600)))


@dataclass(frozen=True, kw_only=True)
class _Founder:
    bench: Workbench
    group: Group
    random: Random
    office: Address
    begun_on: date

    def alone(self, form: Form) -> Runs:
        """One company, held by its founders."""
        lives = self.group.plan.lives
        owner = self._owner(trade(self.group.plan, lives[0].provision_type), form)
        self._people_hold(owner)
        return {owner: lives}

    def in_trade(self) -> Runs:
        """One person without a company."""
        person = self.bench.person()
        self.group.people.append(person)
        name = self.bench.people[person].name
        key = f"trader:{person.removeprefix('person:')}"
        owner = self._somebody(key, name, Form.SOLE_TRADER)
        return {owner: self.group.plan.lives}

    def a_charity(self) -> Runs:
        """A charity, most often limited by guarantee; large ones own companies."""
        plan = self.group.plan
        number = self.bench.next_charity_number()
        form = weighted(self.random, _CHARITIES) if plan.kind is Kind.CHARITY else Form.GUARANTEE
        ending = self.random.choice(["Trust", "Children's Trust", "Foundation", "Community Trust"])
        name = f"{self.group.brand} {ending}"
        if form is Form.CHARITY:
            return {self._somebody(f"charity:{number}", name, form): plan.lives}
        charity = self._company(name, form, Nature.PROVIDER, charity_number=number)
        self._nobody_holds(charity)
        if plan.kind is Kind.CHARITY:
            return {charity: plan.lives}
        self.group.stack.append(charity)
        return self._owners_below(charity)

    def a_school(self) -> Runs:
        """A school, college or academy trust that runs itself."""
        lives = self.group.plan.lives
        taught = trade(self.group.plan, lives[0].provision_type)
        name = f"{self.group.brand} {taught} Academy Trust"
        owner = self._company(name, Form.GUARANTEE, Nature.PROVIDER)
        self._nobody_holds(owner)
        return {owner: lives}

    def a_tree(self) -> Runs:
        """One or two holding companies, their shareholders, and the companies below."""
        kind, brand = self.group.plan.kind, self.group.brand
        names = [f"{brand} Holdings Limited"]
        if kind in {Kind.CORPORATE, Kind.LISTED}:
            names.insert(0, f"{brand} Group {'plc' if kind is Kind.LISTED else 'Limited'}")
        for name in names:
            form = Form.PLC if name.endswith("plc") else Form.LIMITED
            company = self._company(name, form, Nature.HOLDING)
            if self.group.stack:
                self.bench.hold(self.group.stack[-1], company, since=self.begun_on)
            self.group.stack.append(company)
        if kind is Kind.LISTED:
            self._is_traded(self.group.head)
        else:
            self._people_hold(self.group.head)
        runs = self._owners_below(self.group.stack[-1])
        if self.random.random() < _DORMANT:
            dormant = self._company(f"{brand} Trading Limited", Form.LIMITED, Nature.DORMANT)
            self.bench.hold(self.group.stack[-1], dormant, since=self.begun_on)
            self.group.beside.append(dormant)
        if kind is Kind.CORPORATE and self.random.random() < _LANDLORDS:
            name = f"{brand} Properties Limited"
            self.group.landlord = self._company(name, Form.LIMITED, Nature.PROPERTY)
            self.bench.hold(self.group.stack[-1], self.group.landlord, since=self.begun_on)
        return runs

    def _owners_below(self, holder: str) -> Runs:
        runs: dict[str, list[Life]] = {}
        for ours, lives in divided(self.group.plan, self.random).items():
            begun_on = max(self.begun_on, _before(lives, self.random))
            owner = self._owner(ours, Form.LIMITED, begun_on)
            self.bench.hold(holder, owner, since=begun_on)
            runs[owner] = lives
        return runs

    def _owner(self, ours: str, form: Form, begun_on: date | None = None) -> str:
        """A company that runs settings, named for its trade."""
        brand = self.group.brand
        if ours.startswith(BOUGHT):
            brand, ours = next(self.bench.brands), ours.removeprefix(BOUGHT).split(" ", 1)[1]
        suffix = "LLP" if form is Form.LLP else weighted(self.random, _SUFFIXES)
        if suffix == "CIC" and self.group.plan.kind is not Kind.SOLO:
            suffix = "Limited"
        form = Form.COMMUNITY if suffix == "CIC" else form
        return self._company(f"{brand} {ours} {suffix}", form, Nature.PROVIDER, begun_on=begun_on)

    def _company(
        self,
        name: str,
        form: Form,
        nature: Nature,
        *,
        begun_on: date | None = None,
        charity_number: str | None = None,
    ) -> str:
        return self.bench.company(
            name,
            begun_on=begun_on or self.begun_on,
            area=self.group.area,
            form=form,
            nature=nature,
            office=self.office,
            year_end=self._year_end(begun_on or self.begun_on),
            charity_number=charity_number,
        )

    def _year_end(self, begun_on: date) -> tuple[int, int] | None:
        """Where a group's companies want their years to end; None for where the law has it."""
        is_alone = self.group.plan.kind in {Kind.SOLO, Kind.PARTNERSHIP}
        chance = self.bench.stream("keeps year end", self.group.plan.key).random()
        if is_alone and begun_on >= FIRST and chance < LAWFUL_YEAR_ENDS_KEPT:
            return None
        return self.bench.year_end(self.group.plan.key)

    def _somebody(self, key: str, name: str, form: Form) -> str:
        area, begun_on = self.group.area, self.begun_on
        return self.bench.somebody(key, name, form, area, begun_on=begun_on)

    def _people_hold(self, company: str) -> None:
        for part in weighted(self.random, _FOUNDERS):
            person = self.bench.person()
            self.group.people.append(person)
            self.bench.hold(person, company, since=self.begun_on, shares=part)

    def _is_traded(self, company: str) -> None:
        """Its shares are traded, so that it keeps no control register."""
        self.bench.exemptions.append(
            Exemption(
                company=company,
                words="disclosure-transparency-rules-chapter-five-applies",
                since=max(REGISTERS_BEGAN, self.begun_on),
            )
        )

    def _nobody_holds(self, company: str) -> None:
        self.bench.statements.append(
            Statement(
                key=self.bench.token("statement", company),
                company=company,
                words="no-individual-or-entity-with-signficant-control",
                since=max(REGISTERS_BEGAN, self.begun_on),
            )
        )
