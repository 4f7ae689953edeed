"""What is held of control registers: who is entered, in force on a day or not, and when read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from db.indexed_company import IndexedCompany
from db.records import Control, ControlStatement, Register, RegisterExtract
from db.snapshot import Snapshot
from oversight.holders import Holders

T = TypeVar("T", Control, ControlStatement)
Entries = Mapping[str, tuple[Control, ...]]
"""Entries of control registers, by company number."""


@dataclass(frozen=True, kw_only=True)
class ControlRegisters:
    """What is held of control registers, of one day, and what was read by another."""

    day: date
    """The day that it is of."""
    controls: tuple[Control, ...]
    """Entries in force on the day."""
    statements: tuple[ControlStatement, ...]
    """Statements and exemptions in force on the day."""
    entered: Entries
    """Each entry once, ended ones and those that began after the day included."""
    extracts: Mapping[str, RegisterExtract]
    """The last reading of each register that was read whole, by company number."""
    read_by: date
    """The day until which registers were read."""
    holders: Holders
    """Who holds, by the entries in force on the day."""

    @classmethod
    def of(
        cls, snapshot: Snapshot, day: date, registered: Iterable[IndexedCompany] = ()
    ) -> "ControlRegisters":
        """What a snapshot holds of them, as in force on `day`.

        `registered` are companies of the index under names of holders without a number.
        """
        then = snapshot.at(day)
        read = (
            one for one in snapshot.every(RegisterExtract) if one.register_name is Register.CONTROLS
        )
        # The last statement of each entry stands; its capacities are one entry.
        entries = {(one.company_number, one.psc_id): one for one in snapshot.every(Control)}
        return cls(
            day=day,
            controls=then.current(Control),
            statements=then.current(ControlStatement),
            entered=_by_company(sorted(entries.values(), key=lambda one: one.cite)),
            extracts={
                one.company_number: one
                for one in sorted(read, key=lambda one: (one.read_on, one.cite))
            },
            read_by=snapshot.as_of,
            holders=Holders.of(then.current(Control), registered),
        )

    @cached_property
    def held(self) -> frozenset[str]:
        """Companies of whose control register anything is held, ended entries included."""
        return frozenset((*self.entered, *self.extracts))

    @cached_property
    def in_force(self) -> Entries:
        """The entries in force on the day, by company number."""
        return _by_company(sorted(self.controls, key=lambda one: (one.cite, one.capacity)))

    @cached_property
    def stated(self) -> Mapping[str, tuple[ControlStatement, ...]]:
        """The statements and exemptions in force on the day, by company number."""
        return _by_company(sorted(self.statements, key=lambda one: (one.statement, one.cite)))


def _by_company(records: Iterable[T]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for one in records:
        found.setdefault(one.company_number, []).append(one)
    return {number: tuple(group) for number, group in found.items()}
