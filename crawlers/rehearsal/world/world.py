"""One rehearsal's world: everything that is so in it, and the questions that forms ask of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from crawlers.rehearsal.world.bodies import Body, Person
from crawlers.rehearsal.world.books import Accounts, Books
from crawlers.rehearsal.world.control import Appointment, Exemption, Stake, Statement
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Happening, Trap
from crawlers.rehearsal.world.settings import Council, Inspection, Setting
from crawlers.rehearsal.world.troubles import Charge, InsolvencyCase, Notice


class _OfACompany(Protocol):
    @property
    def company(self) -> str: ...


T = TypeVar("T", bound=_OfACompany)


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything that is so, from the first day to `last_day`."""

    seed: int
    size: str
    first_day: date
    last_day: date
    """Nothing is known of later days; the rehearsal's own today may be any day up to it."""
    councils: tuple[Council, ...]
    bodies: tuple[Body, ...]
    people: tuple[Person, ...]
    stakes: tuple[Stake, ...]
    statements: tuple[Statement, ...]
    exemptions: tuple[Exemption, ...]
    appointments: tuple[Appointment, ...]
    settings: tuple[Setting, ...]
    inspections: tuple[Inspection, ...]
    books: tuple[Books, ...]
    accounts: tuple[Accounts, ...]
    charges: tuple[Charge, ...]
    insolvencies: tuple[InsolvencyCase, ...]
    notices: tuple[Notice, ...]
    filings: tuple[Filing, ...]
    """Every document on file, those of accounts included."""
    happenings: tuple[Happening, ...]
    traps: tuple[Trap, ...]

    @cached_property
    def body(self) -> Mapping[str, Body]:
        """Each body by its key."""
        return {one.key: one for one in self.bodies}

    @cached_property
    def person(self) -> Mapping[str, Person]:
        """Each person by key."""
        return {one.key: one for one in self.people}

    @cached_property
    def council(self) -> Mapping[str, Council]:
        """Each council by its key."""
        return {one.key: one for one in self.councils}

    @cached_property
    def setting(self) -> Mapping[str, Setting]:
        """Each registration by its URN."""
        return {one.urn: one for one in self.settings}

    @cached_property
    def companies(self) -> tuple[Body, ...]:
        """Every body on the register of companies, by number."""
        return tuple(sorted((b for b in self.bodies if b.number), key=lambda one: one.key))

    @cached_property
    def stakes_in(self) -> Mapping[str, tuple[Stake, ...]]:
        """The stakes in each company, oldest first."""
        return _by_company(sorted(self.stakes, key=lambda one: (one.since, one.key)))

    @cached_property
    def stakes_held_by(self) -> Mapping[str, tuple[Stake, ...]]:
        """The stakes that each body or person holds, oldest first."""
        found: dict[str, list[Stake]] = defaultdict(list)
        for one in sorted(self.stakes, key=lambda one: (one.since, one.key)):
            found[one.holder].append(one)
        return {holder: tuple(held) for holder, held in found.items()}

    @cached_property
    def statements_of(self) -> Mapping[str, tuple[Statement, ...]]:
        """Each company's control statements, oldest first."""
        return _by_company(sorted(self.statements, key=lambda one: (one.since, one.key)))

    @cached_property
    def exemptions_of(self) -> Mapping[str, tuple[Exemption, ...]]:
        """Each company's exemptions."""
        return _by_company(self.exemptions)

    @cached_property
    def appointments_in(self) -> Mapping[str, tuple[Appointment, ...]]:
        """Each company's appointments, oldest first."""
        return _by_company(sorted(self.appointments, key=lambda one: (one.since, one.key)))

    @cached_property
    def charges_of(self) -> Mapping[str, tuple[Charge, ...]]:
        """Each company's charges, by number."""
        return _by_company(sorted(self.charges, key=lambda one: (one.company, one.number)))

    @cached_property
    def insolvencies_of(self) -> Mapping[str, tuple[InsolvencyCase, ...]]:
        """Each company's insolvency cases, by number."""
        return _by_company(sorted(self.insolvencies, key=lambda one: (one.company, one.number)))

    @cached_property
    def filings_of(self) -> Mapping[str, tuple[Filing, ...]]:
        """Each company's file, newest first, as the publisher lists it."""
        newest = sorted(self.filings, key=lambda one: (one.filed_on, one.key), reverse=True)
        return _by_company(newest)

    @cached_property
    def accounts_of(self) -> Mapping[str, tuple[Accounts, ...]]:
        """Each company's filed accounts, by the day of filing."""
        return _by_company(sorted(self.accounts, key=lambda one: (one.filed_on, one.key)))

    @cached_property
    def accounts_about(self) -> Mapping[str, tuple[Accounts, ...]]:
        """The filed accounts of each body, on whosever file they stand, by the day of filing."""
        found: dict[str, list[Accounts]] = defaultdict(list)
        for one in sorted(self.accounts, key=lambda one: (one.filed_on, one.key)):
            found[one.reporting].append(one)
        return {about: tuple(filed) for about, filed in found.items()}

    @cached_property
    def books_of(self) -> Mapping[str, tuple[Books, ...]]:
        """Each company's books, by the end of the period, company before group."""
        return _by_company(sorted(self.books, key=lambda one: (one.end, one.scope)))

    @cached_property
    def inspections_of(self) -> Mapping[str, tuple[Inspection, ...]]:
        """Each registration's visits, oldest first."""
        found: dict[str, list[Inspection]] = defaultdict(list)
        for one in sorted(self.inspections, key=lambda one: (one.inspected_on, one.event_number)):
            found[one.urn].append(one)
        return {urn: tuple(visits) for urn, visits in found.items()}


def _by_company(of: Iterable[T]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = defaultdict(list)
    for one in of:
        found[one.company].append(one)
    return {company: tuple(mine) for company, mine in found.items()}
