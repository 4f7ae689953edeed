"""Where a world is made: everything so far, and how one more body, person or stake is added."""

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from random import Random

from crawlers.rehearsal.calibration import LAST_DAY, Size
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.areas import Areas
from crawlers.rehearsal.making.groups import Plan
from crawlers.rehearsal.making.streams import stream
from crawlers.rehearsal.world.bodies import (
    Address,
    Body,
    Form,
    Named,
    Nature,
    Office,
    Person,
    YearEnd,
)
from crawlers.rehearsal.world.books import Accounts, Books
from crawlers.rehearsal.world.control import Appointment, Exemption, Stake, Statement
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Happening, Kind, Trap
from crawlers.rehearsal.world.settings import Council, Inspection, Setting
from crawlers.rehearsal.world.troubles import Charge, InsolvencyCase, Notice

_PREFIX = {
    Form.LLP: "OC",
    Form.LIMITED_PARTNERSHIP: "LP",
    Form.OVERSEAS_ENTITY: "OE",
    Form.CIO: "CE",
}
_LETTERS = {"scotland": "SC", "northern-ireland": "NI"}
_CARE = ("87900", "88990", "87200")
_HOLDING = ("64209", "70100")


@dataclass(frozen=True, kw_only=True)
class Fate:
    """How and when a group ends, and whether anything announces it."""

    kind: Kind
    on: date
    is_hidden: bool


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """What somebody paid for: needed when the money is counted."""

    on: date
    buyer: str
    """Which company bought."""
    companies: Sequence[str]
    """What it bought, the company that it holds directly first."""
    stack: Sequence[str]
    """An investor's new holding companies from the top down; empty where a group bought."""


@dataclass(kw_only=True)
class Group:
    """What the makers know of one group: its companies and its people, and how it fares."""

    plan: Plan
    brand: str
    area: Council
    """Where its head office is and most of its settings are."""
    owners: list[str] = field(default_factory=list[str])
    """Companies, or whoever else, that run its settings."""
    stack: list[str] = field(default_factory=list[str])
    """Holding companies from the top down; the last holds the owners. Empty where none is."""
    landlord: str | None = None
    """Its property company."""
    dormant: list[str] = field(default_factory=list[str])
    """Companies of its that do nothing."""
    investor: str | None = None
    """The fund vehicle above the stack."""
    people: list[str] = field(default_factory=list[str])
    """Founders or executives, who sit on its boards."""
    absorbed_by: "Group | None" = None
    absorbed_on: date | None = None
    """When another group bought it."""
    ended_on: date | None = None
    """When it failed, or withdrew."""
    fate: Fate | None = None
    is_planted: bool = False
    """Whether its shape is planted, so that chance leaves it alone."""

    @property
    def is_free(self) -> bool:
        """Whether chance may still do with it what it likes."""
        return self.absorbed_by is None and self.ended_on is None and not self.is_planted

    @property
    def head(self) -> str:
        """The top of the stack, or the owner that stands alone."""
        return self.stack[0] if self.stack else self.owners[0]


@dataclass(frozen=True, kw_only=True)
class Due:
    """Something that is to happen on a day, if it still can by then."""

    on: date
    number: int
    """Of two on one day, the lower comes first."""
    do: Callable[[], None]


@dataclass(kw_only=True)
class Workbench:
    """Everything that has been made so far. Parts add to it in turn, and change what is there."""

    seed: int
    size: Size
    areas: Areas
    bodies: dict[str, Body] = field(default_factory=dict[str, Body])
    people: dict[str, Person] = field(default_factory=dict[str, Person])
    stakes: list[Stake] = field(default_factory=list[Stake])
    statements: list[Statement] = field(default_factory=list[Statement])
    exemptions: list[Exemption] = field(default_factory=list[Exemption])
    appointments: list[Appointment] = field(default_factory=list[Appointment])
    settings: dict[str, Setting] = field(default_factory=dict[str, Setting])
    inspections: list[Inspection] = field(default_factory=list[Inspection])
    books: list[Books] = field(default_factory=list[Books])
    accounts: list[Accounts] = field(default_factory=list[Accounts])
    charges: list[Charge] = field(default_factory=list[Charge])
    insolvencies: list[InsolvencyCase] = field(default_factory=list[InsolvencyCase])
    notices: list[Notice] = field(default_factory=list[Notice])
    filings: list[Filing] = field(default_factory=list[Filing])
    happenings: list[Happening] = field(default_factory=list[Happening])
    traps: list[Trap] = field(default_factory=list[Trap])
    groups: list[Group] = field(default_factory=list[Group])
    agenda: list[Due] = field(default_factory=list[Due])
    """What is to happen: it happens in the order of days, when all of it is planned."""
    purchases: list[Purchase] = field(default_factory=list[Purchase])
    filed: dict[str, date] = field(default_factory=dict[str, date])
    """When the entry of a stake reaches its register, where a deal has set the day."""
    unfiled: set[str] = field(default_factory=set[str])
    """Stakes that no register shows: the filer forgot."""
    _given: Counter[str] = field(default_factory=Counter[str])

    def plan(self, on: date, do: Callable[[], None]) -> None:
        """Put something on the agenda."""
        self.agenda.append(Due(on=on, number=len(self.agenda), do=do))

    def live_through(self) -> None:
        """Let everything on the agenda happen, what that adds to it included."""
        while self.agenda:
            self.agenda.sort(key=lambda one: (one.on, one.number), reverse=True)
            due = self.agenda.pop()
            if due.on <= LAST_DAY:
                due.do()

    @cached_property
    def brands(self) -> Iterator[str]:
        """Brands that nobody bears yet."""
        return names.brands(self.seed)

    @cached_property
    def _surnames(self) -> list[str]:
        return names.surnames(self.seed)

    def stream(self, *purpose: object) -> Random:
        """The stream of one purpose."""
        return stream(self.seed, *purpose)

    def token(self, *what: object) -> str:
        """An id as Companies House gives them: 27 letters and digits, one for each thing."""
        digest = sha256("/".join(map(str, (self.seed, *what))).encode()).digest()
        return urlsafe_b64encode(digest).decode()[:27].replace("_", "a").replace("-", "b")

    def next_number(self, what: str, first: int) -> int:
        """The next number of a series that begins with `first`."""
        self._given[what] += 1
        return first + self._given[what] - 1

    def address(self, random: Random, area: Council, *, country: str = "England") -> Address:
        """An office that is nowhere: no such street, and a postcode that is never given out."""
        letters = area.town.replace(" ", "")[:2].upper()
        return Address(
            premises=str(random.randint(1, 190)),
            street=f"{random.choice(names.STREETS)} {random.choice(names.WAYS)}",
            town=area.town,
            postcode=f"{letters}{random.randint(90, 99)} 9{random.choice('CIKMOV')}X",
            country=country,
        )

    def company(
        self,
        name: str,
        *,
        begun_on: date,
        area: Council,
        form: Form = Form.LIMITED,
        nature: Nature = Nature.PROVIDER,
        jurisdiction: str = "england-wales",
        office: Address | None = None,
        charity_number: str | None = None,
    ) -> str:
        """Found a company and return its number."""
        prefix = _PREFIX.get(form) or _LETTERS.get(jurisdiction, "")
        digits = 6 if prefix else 8
        first = 990_001 if prefix else 99_000_001
        key = f"{prefix}{self.next_number('company' + prefix, first):0{digits}}"
        random = self.stream("company", key)
        year_end = random.choices(
            [(3, 31), (8, 31), (12, 31), (9, 30), (6, 30)], [40, 18, 20, 12, 10]
        )
        month, day = year_end[0]
        codes = _HOLDING if nature in {Nature.HOLDING, Nature.FUND} else _CARE
        self.bodies[key] = Body(
            key=key,
            form=form,
            nature=nature,
            names=(Named(name=name, since=begun_on),),
            offices=(Office(address=office or self.address(random, area), since=begun_on),),
            year_ends=(YearEnd(month=month, day=day, since=begun_on),),
            begun_on=begun_on,
            jurisdiction=jurisdiction,
            sic_codes=(random.choices(codes, range(len(codes), 0, -1))[0],),
            charity_number=charity_number,
        )
        return key

    def abroad(
        self, name: str, country: str, *, begun_on: date, nature: Nature = Nature.HOLDING
    ) -> str:
        """Found a company abroad, which no register here holds, and return its key."""
        number = self.next_number("abroad", 900_001)
        key = f"foreign:{country[:2].upper()}-{number}"
        random = self.stream("abroad", key)
        street = f"{random.choice(names.STREETS)} {random.choice(names.WAYS)}"
        address = Address(
            premises=str(random.randint(1, 60)),
            street=street,
            town={"Jersey": "St Helier", "Guernsey": "St Peter Port"}.get(country, country),
            postcode=None,
            country=country,
        )
        self.bodies[key] = Body(
            key=key,
            form=Form.FOREIGN,
            nature=nature,
            names=(Named(name=name, since=begun_on),),
            offices=(Office(address=address, since=begun_on),),
            year_ends=(),
            begun_on=begun_on,
            jurisdiction=country,
            foreign_number=str(number),
        )
        return key

    def somebody(self, key: str, name: str, form: Form, area: Council) -> str:
        """A body that no register of companies holds: a council, a charity, a person in trade."""
        random = self.stream("somebody", key)
        begun_on = date(2009, 4, 1)
        self.bodies[key] = Body(
            key=key,
            form=form,
            nature=Nature.PROVIDER,
            names=(Named(name=name, since=begun_on),),
            offices=(Office(address=self.address(random, area), since=begun_on),),
            year_ends=(),
            begun_on=begun_on,
            charity_number=key.removeprefix("charity:") if form is Form.CHARITY else None,
        )
        return key

    def person(self) -> str:
        """One more invented person, and return the key."""
        number = self.next_number("person", 1)
        random = self.stream("person", number)
        key = f"person:{number}"
        ids = random.choices([1, 2, 3], [85, 13, 2])[0]
        self.people[key] = Person(
            key=key,
            forename=random.choice(names.FORENAMES),
            surname=self._surnames[number % len(self._surnames)],
            born=(random.randint(1948, 1994), random.randint(1, 12)),
            nationality=random.choices(["British", "Irish", "Polish", "Nigerian"], [88, 4, 4, 4])[
                0
            ],
            country=random.choices(["England", "United Kingdom", "Wales"], [60, 36, 4])[0],
            officer_ids=tuple(self.token("officer", number, one) for one in range(ids)),
        )
        return key

    def hold(
        self,
        holder: str,
        company: str,
        *,
        since: date,
        until: date | None = None,
        shares: float = 1.0,
        votes: float | None = None,
        **more: object,
    ) -> None:
        """Let one hold a part of another; a majority of the votes appoints the board."""
        rights = shares if votes is None else votes
        key = self.token("stake", holder, company, since, len(self.stakes))
        self.stakes.append(
            replace(
                Stake(
                    key=key,
                    holder=holder,
                    company=company,
                    since=since,
                    until=until,
                    shares=shares,
                    votes=rights,
                    appoints_board=rights > 0.5,  # noqa: PLR2004 - a majority
                ),
                **more,  # pyright: ignore[reportArgumentType] - any field of a stake
            )
        )

    def end_stakes(self, company: str, on: date, holders: Sequence[str] | None = None) -> None:
        """End what anybody, or these, hold in a company on a day."""
        for at, one in enumerate(self.stakes):
            ours = one.company == company and (holders is None or one.holder in holders)
            if ours and one.holds(on):
                self.stakes[at] = replace(one, until=on)

    def change(self, key: str, **more: object) -> None:
        """Change what is known of a body."""
        self.bodies[key] = replace(self.bodies[key], **more)  # pyright: ignore[reportArgumentType]

    def rename(self, key: str, name: str, on: date) -> None:
        """Let a body bear another name from a day on."""
        self.change(key, names=(*self.bodies[key].names, Named(name=name, since=on)))
