"""Settings made to measure: each with its owner, and what inspectors found there."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from crawlers.rehearsal import words
from crawlers.rehearsal.world.bodies import Address, Body, Form, Named, Nature, Office
from crawlers.rehearsal.world.settings import (
    Council,
    Inspection,
    Ownership,
    OwnerText,
    Places,
    Premises,
    Setting,
)
from tests.planted_market.councils import NAMED

ALWAYS = date(2000, 1, 1)
YEARS = (2024, 2025, 2026)
"""Those with visits, by the March in which they end."""
SUPPORTED_FROM = date(2024, 9, 1)
"""Inspections of supported accommodation began in September 2024."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """One setting, who owns it, None where nobody says, and every visit to it."""

    setting: Setting
    owner: Body | None
    visits: tuple[Inspection, ...] = ()

    def but(self, **changes: Any) -> "Placed":
        """The same with something of its setting changed."""
        return replace(self, setting=replace(self.setting, **changes))

    def judged(self, *found: str | None) -> "Placed":
        """The same with a full inspection in each of the last years, None for a year without.

        A visit that grades nothing follows what is less than good. Nobody comes before a setting
        is three months old, nor after it has left.
        """
        told = zip(YEARS[len(YEARS) - len(found) :], found, strict=True)
        made = [each for year, what in told if what for each in _in_year(self.setting, year, what)]
        return replace(self, visits=(*self.visits, *filter(self._is_there, made)))

    def visited(self, *more: Inspection) -> "Placed":
        """The same with visits told outright."""
        return replace(self, visits=(*self.visits, *more))

    def _is_there(self, one: Inspection) -> bool:
        setting = self.setting
        first = setting.registered_on + timedelta(days=90)
        if setting.is_one_of(words.SUPPORTED):
            first = max(first, SUPPORTED_FROM)
        return first <= one.inspected_on < (setting.left_on or date.max)


def company(number: str, name: str, charity_number: str | None = None) -> Body:
    """A company that owns settings."""
    address = Address(
        premises="7", street="Spindle Walk", town="Leeds", postcode="LS99 9XA", country="England"
    )
    return Body(
        key=number,
        form=Form.LIMITED,
        nature=Nature.PROVIDER,
        names=(Named(name=name, since=ALWAYS),),
        offices=(Office(address=address, since=ALWAYS),),
        year_ends=(),
        begun_on=ALWAYS,
        charity_number=charity_number,
    )


def council_itself(council: Council) -> Body:
    """A council as an owner."""
    return replace(company(council.key, council.title), form=Form.COUNCIL)


def home(urn: str, owner: Body | None, council: str) -> Placed:
    """A children's home of four places, its name withheld."""
    setting = Setting(
        urn=urn,
        provision_type=words.HOME,
        sector=words.PRIVATE,
        council=NAMED[council].key,
        constituency=NAMED[council].constituencies[0],
        registered_on=date(2008, 6, 16) if urn.startswith("SC") else date(2019, 9, 2),
        owners=(Ownership(owner=owner and owner.key, since=ALWAYS),),
        owner_texts=written(owner and owner.name),
        sizes=sized(4),
    )
    return Placed(setting=setting, owner=owner)


def agency(urn: str, kind: str, owner: Body | None, council: str, name: str) -> Placed:
    """A setting of which the publisher prints the name and address, and which has no places."""
    address = (f"{urn[-2:]} Larch Walk", " ", NAMED[council].town, "", "ZZ99 1ZZ")
    plain = home(urn, owner, council)
    return plain.but(provision_type=kind, sizes=sized(None), name=name, address=address)


def supported(urn: str, owner: Body | None, council: str) -> Placed:
    """A provider of supported accommodation with three premises in one council area."""
    opened = date(2023, 11, 6)
    return home(urn, owner, council).but(
        provision_type=words.SUPPORTED,
        registered_on=opened,
        sizes=sized(None),
        name=owner.name if owner else "Curlewholt Supported Living",
        premises=tuple(
            Premises(
                category=category,
                places=3,
                council=NAMED[council].key,
                constituency=NAMED[council].constituencies[0],
                opened_on=opened,
            )
            for category in (1, 2, 3)
        ),
    )


def written(text: str | float | None) -> tuple[OwnerText]:
    """What Ofsted always wrote for an owner."""
    return (OwnerText(text=text, since=ALWAYS),)


def sized(places: int | None) -> tuple[Places]:
    """Places that have never changed."""
    return (Places(places=places, since=ALWAYS),)


def _in_year(setting: Setting, year: int, found: str) -> tuple[Inspection, ...]:
    """A full inspection between May and December, and after a poor one another visit."""
    number = int(setting.urn.removeprefix("SC"))
    day = date(year - 1, 5, 12) + timedelta(days=number * 37 % 230)
    is_supported = setting.is_one_of(words.SUPPORTED)
    judged = {"outcome": found} if is_supported else graded(found)
    first = visit(setting.urn, number * 10 + year % 10, words.FULL, day, **judged)
    if found in {words.OUTSTANDING, words.GOOD, words.STRONG}:
        return (first,)
    again = day + timedelta(days=60)
    return (first, visit(setting.urn, number * 10 + year % 10 + 3, words.MONITORING, again))


def visit(urn: str, number: int, kind: str, on: date, **found: str) -> Inspection:
    """A visit whose report comes out five weeks later."""
    return Inspection(
        event_number=number,
        urn=urn,
        kind=kind,
        inspected_on=on,
        published_on=on + timedelta(days=35),
        **found,  # type: ignore[arg-type] - each is what the field asks for
    )


def graded(overall: str) -> dict[str, str]:
    """One grade in every aspect of which a home is judged."""
    return {
        "overall": overall,
        "helped_and_protected": overall,
        "leaders_and_managers": overall,
    }
