"""What was public of companies by the moment asked about, put in order for looking things up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from db.owner_text import owner_key
from db.records import (
    Charge,
    Company,
    Control,
    ControlStatement,
    Filing,
    Officer,
    PreviousName,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.events.named_holders import with_numbers
from oversight.events.registers import Registers
from oversight.fund_vehicles import fund_vehicles
from oversight.holders import entered_names, is_company

R = TypeVar("R")
FORMS = frozenset({"AD01", "LLAD01", "AA01", "LLAA01"})
"""Forms that tell of a move of the registered office, and of the year's end."""
CATEGORIES = frozenset({"officers", "persons-with-significant-control"})
"""Filings that tell of people on boards and on control registers."""
_DIRECTING = ("director", "llp-member", "llp-designated-member", "general-partner")
"""How the roles of those who run a company end; secretaries and judicial factors do not."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Everything that events are read from. Ended and later entries are there up to `as_of`."""

    snapshot: Snapshot
    called: Mapping[str, str]
    """What undertakings are called today, by number or typed text, as far as the market knows."""
    companies: Mapping[str, str]
    """The company that each owner's text in Ofsted's lists is, by the key of the text."""

    @cached_property
    def registers(self) -> Registers:
        """Every control register, over time."""
        every = with_numbers(self.snapshot.every(Control), self.profiles, self.previous_names)
        return Registers.of(every)

    @cached_property
    def statements(self) -> dict[str, tuple[ControlStatement, ...]]:
        """What companies stated instead of a holder, ended statements included."""
        return _by_company(self.snapshot.every(ControlStatement))

    @cached_property
    def boards(self) -> dict[str, tuple[Officer, ...]]:
        """Whoever ran a company at any time, by company."""
        last = {
            tuple(getattr(one, name) for name in Officer.identity): one
            for one in self.snapshot.every(Officer)
            if one.officer_role.endswith(_DIRECTING)
        }
        return _by_company(last.values())

    @cached_property
    def charges(self) -> dict[str, tuple[Charge, ...]]:
        """Every charge, by company."""
        last = {(one.company_number, one.charge_id): one for one in self.snapshot.every(Charge)}
        return _by_company(last.values())

    @cached_property
    def filings(self) -> dict[str, tuple[Filing, ...]]:
        """Filings that tell of moves, boards and control, by company."""
        every = self.snapshot.every(Filing)
        told = (one for one in every if one.form in FORMS or one.category in CATEGORIES)
        return _by_company(told)

    @cached_property
    def profiles(self) -> dict[str, tuple[Company, ...]]:
        """Every reading of each company's profile, oldest first."""
        return _by_company(sorted(self.snapshot.every(Company), key=lambda one: one.public_on))

    @cached_property
    def previous_names(self) -> dict[str, tuple[PreviousName, ...]]:
        """Names that companies gave up."""
        return _by_company(self.snapshot.every(PreviousName))

    @cached_property
    def names(self) -> dict[str, str]:
        """What every undertaking of any day is called: by its profile, else by who names it."""
        entered = entered_names(self.snapshot.every(Control))
        profiles = {number: held[-1].name for number, held in self.profiles.items()}
        return entered | dict(self.called) | profiles

    def named(self, node: str) -> str:
        """An undertaking by its name, and its number where it has one."""
        name = self.names.get(node, node)
        return f"{name} ({node})" if is_company(node) and name != node else name

    @cached_property
    def funds(self) -> frozenset[str]:
        """Fund vehicles among whoever was ever entered as a holder."""
        entered = {
            one.holder_company_number or ""
            for register in self.registers.entries.values()
            for one in register
        }
        nodes = {*entered_names(self.snapshot.every(Control)), *entered} & self.names.keys()
        trades = self.snapshot.every(SicCode)
        return frozenset(
            fund_vehicles(self.names, dict.fromkeys(nodes, ""), trades, self.companies.values())
        )

    @cached_property
    def listed(self) -> dict[str, tuple[Setting, ...]]:
        """Every line of every list of settings, by URN, oldest first."""
        found: dict[str, list[Setting]] = {}
        for one in sorted(self.snapshot.every(Setting), key=lambda s: (s.as_at, s.public_on)):
            found.setdefault(one.urn, []).append(one)
        return {urn: tuple(lines) for urn, lines in found.items()}

    def owner(self, setting: Setting) -> str | None:
        """The company that a line of a list names as owner; None where it names none known."""
        return self.companies.get(owner_key(setting.owner_name)) if setting.owner_name else None

    @cached_property
    def _run(self) -> dict[str, tuple[tuple[str, date, date], ...]]:
        found: dict[str, list[tuple[str, date, date]]] = {}
        for urn, lines in self.listed.items():
            spells: dict[str, tuple[date, date]] = {}
            for one in lines:
                owner = self.owner(one)
                if owner is not None:
                    spells[owner] = (spells.get(owner, (one.as_at,))[0], one.as_at)
            for owner, (first, last) in spells.items():
                found.setdefault(owner, []).append((urn, first, last))
        return {owner: tuple(sorted(spells)) for owner, spells in found.items()}

    def run_by(self, companies: Iterable[str], day: date) -> tuple[str, ...]:
        """URNs that lists on both sides of a day, or the nearest within a year, give companies."""
        return tuple(
            sorted(
                urn
                for company in companies
                for urn, first, last in self._run.get(company, ())
                if (first - day).days <= _NEAR and (day - last).days <= _NEAR
            )
        )

    @cached_property
    def districts(self) -> Counter[str]:
        """How many of the companies whose profiles are held have their office in each district."""
        newest = (held[-1].registered_office_district for held in self.profiles.values())
        return Counter(one for one in newest if one is not None)

    def began(self, node: str) -> date | None:
        """The day on which a company was incorporated; None where no profile tells."""
        held = self.profiles.get(node)
        return held[-1].valid_from if held else None


_NEAR = 366
"""Days: lists are a year apart."""


def _by_company(records: Iterable[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, list[R]] = {}
    for one in records:
        found.setdefault(one.company_number, []).append(one)  # type: ignore[attr-defined]
    return {number: tuple(found[number]) for number in sorted(found)}
