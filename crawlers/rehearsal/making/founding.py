"""How one more body or person is invented: each with a number of its own, and nobody's address."""

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from random import Random

from crawlers.rehearsal.calibration import Size
from crawlers.rehearsal.making import names
from crawlers.rehearsal.making.areas import Areas
from crawlers.rehearsal.making.first_years import YEAR_ENDS, first_year_ends
from crawlers.rehearsal.making.periods import moved
from crawlers.rehearsal.making.streams import stream, weighted
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
from crawlers.rehearsal.world.settings import Council
from db.owner_text import owner_key

_PREFIX = {
    Form.LLP: "OC",
    Form.LIMITED_PARTNERSHIP: "LP",
    Form.OVERSEAS_ENTITY: "OE",
    Form.CIO: "CE",
}
_LETTERS = {"scotland": "SC", "northern-ireland": "NI"}
_CARE = ("87900", "88990", "87200")
_HOLDING = ("64209", "70100")
_TRADES = {
    Nature.HOLDING: _HOLDING,
    Nature.FUND: _HOLDING,
    Nature.PROPERTY: ("68209",),
    Nature.DORMANT: ("99999",),
    Nature.UNRELATED: ("56210", "43310", "62012", "68310", "49410", "86230", "43910"),
}
"""Standard industrial classification by what a body is for, the likelier first; else care."""
_NATIONALITIES = {"British": 88, "Irish": 4, "Polish": 4, "Nigerian": 4}
_RESIDENCES = {"England": 60, "United Kingdom": 36, "Wales": 4}
_NEVER_LAST = "CIKMOV"
"""No postcode has one of these among its last two letters."""
_NOT_YET = (1900, 1)
"""Of a person's birth, until `births` knows what they do first."""
LONG_AGO = date(1974, 4, 1)
"""Councils and health bodies are taken to have been there since."""


@dataclass(kw_only=True)
class Founding:
    """Every body and person so far, and how one more is added."""

    seed: int
    size: Size
    areas: Areas
    bodies: dict[str, Body] = field(default_factory=dict[str, Body])
    people: dict[str, Person] = field(default_factory=dict[str, Person])
    _given: Counter[str] = field(default_factory=Counter[str])
    _taken: set[str] = field(default_factory=set[str])

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

    def next_charity_number(self) -> str:
        """A charity's number, of the published form; none of them is given out for decades."""
        return str(self.next_number("charity", 1_290_001))

    def address(self, random: Random, area: Council, *, country: str = "England") -> Address:
        """An office that is nowhere: no such street, and a postcode that is never given out."""
        letters = area.town.replace(" ", "")[:2].upper()
        return Address(
            premises=str(random.randint(1, 190)),
            street=f"{random.choice(names.STREETS)} {random.choice(names.WAYS)}",
            town=area.town,
            postcode=f"{letters}{random.randint(90, 99)} 9{random.choice(_NEVER_LAST)}X",
            country=country,
        )

    def year_end(self, whose: str) -> tuple[int, int]:
        """The month and day on which the years of a company, or of a whole group, end."""
        return weighted(self.stream("year end", whose), YEAR_ENDS)

    def is_taken(self, name: str) -> bool:
        """Whether somebody bears a name, or ever bore it: suffix, case and dots tell none apart."""
        return owner_key(name) in self._taken

    def unlike_others(self, name: str, more: str) -> str:
        """The name, with words added before its suffix for as long as somebody bears it."""
        while self.is_taken(name):
            stem, suffix = name.rsplit(" ", 1)
            name = f"{stem} {more} {suffix}"
        return name

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
        year_end: tuple[int, int] | None = None,
        charity_number: str | None = None,
    ) -> str:
        """Found a company and return its number; its year ends where it is given, if it is."""
        prefix = _PREFIX.get(form) or _LETTERS.get(jurisdiction, "")
        digits = 6 if prefix else 8
        first = 990_001 if prefix else 99_000_001
        key = f"{prefix}{self.next_number('company' + prefix, first):0{digits}}"
        random = self.stream("company", key)
        codes = _TRADES.get(nature, _CARE)
        return self._keep(
            Body(
                key=key,
                form=form,
                nature=nature,
                names=(Named(name=name, since=begun_on),),
                offices=(Office(address=office or self.address(random, area), since=begun_on),),
                year_ends=first_year_ends(
                    self.stream("first year", key), form, nature, begun_on, year_end
                ),
                begun_on=begun_on,
                jurisdiction=jurisdiction,
                sic_codes=(random.choices(codes, range(len(codes), 0, -1))[0],),
                charity_number=charity_number,
            )
        )

    def abroad(
        self, name: str, country: str, *, begun_on: date, nature: Nature = Nature.HOLDING
    ) -> str:
        """Found a company abroad, which no register here holds, and return its key."""
        number = self.next_number("abroad", 900_001)
        key = f"foreign:{country[:2].upper()}-{number}"
        random = self.stream("abroad", key)
        address = Address(
            premises=str(random.randint(1, 60)),
            street=f"{random.choice(names.STREETS)} {random.choice(names.WAYS)}",
            town={"Jersey": "St Helier", "Guernsey": "St Peter Port"}.get(country, country),
            postcode=None,
            country=country,
        )
        return self._keep(
            Body(
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
        )

    def somebody(
        self, key: str, name: str, form: Form, area: Council, *, begun_on: date = LONG_AGO
    ) -> str:
        """A body that no register of companies holds: a council, a charity, a person in trade."""
        random = self.stream("somebody", key)
        return self._keep(
            Body(
                key=key,
                form=form,
                nature=Nature.PROVIDER,
                names=(Named(name=name, since=begun_on),),
                offices=(Office(address=self.address(random, area), since=begun_on),),
                year_ends=(),
                begun_on=begun_on,
                charity_number=key.removeprefix("charity:") if form is Form.CHARITY else None,
            )
        )

    def _keep(self, body: Body) -> str:
        self.bodies[body.key] = body
        self._taken.add(owner_key(body.name))
        return body.key

    def person(self) -> str:
        """One more invented person, and return the key. When they are born is settled last."""
        number = self.next_number("person", 1)
        random = self.stream("person", number)
        key = f"person:{number}"
        ids = random.choices([1, 2, 3], [85, 13, 2])[0]
        self.people[key] = Person(
            key=key,
            forename=random.choice(names.FORENAMES),
            surname=self._surnames[number % len(self._surnames)],
            born=_NOT_YET,
            nationality=random.choices([*_NATIONALITIES], [*_NATIONALITIES.values()])[0],
            country=random.choices([*_RESIDENCES], [*_RESIDENCES.values()])[0],
            officer_ids=tuple(self.token("officer", number, one) for one in range(ids)),
        )
        return key

    def change(self, key: str, **more: object) -> None:
        """Change what is known of a body."""
        self.bodies[key] = replace(self.bodies[key], **more)  # pyright: ignore[reportArgumentType]

    def rename(self, key: str, name: str, on: date) -> bool:
        """Let a body bear another name from a day on, if nobody else does; say whether it will."""
        body = self.bodies[key]
        if self.is_taken(name) or body.names[-1].since >= on:
            return False
        self._taken.add(owner_key(name))
        self.change(key, names=(*body.names, Named(name=name, since=on)))
        return True

    def move_office(self, key: str, address: Address, on: date) -> bool:
        """Let a body move its office, if it has not moved since; say whether it does."""
        offices = self.bodies[key].offices
        if offices[-1].since >= on:
            return False
        self.change(key, offices=(*offices, Office(address=address, since=on)))
        return True

    def move_year_end(self, key: str, like: YearEnd, on: date) -> bool:
        """Let a body end its years as another does, if the running one can; say whether it will."""
        body, notice = self.bodies[key], replace(like, since=on)
        ends = body.year_ends
        if ends[-1].since >= on or ends[-1].month == like.month or moved(body, notice) is None:
            return False
        self.change(key, year_ends=(*ends, notice))
        return True
