"""One register of one company may be read through several sources: the newest whole reading counts.

A reading holds a register whole when it says so with a RegisterExtract. What other readings say of
that register is replaced by the newest, but for single entries that were read after it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Connection
from sqlmodel import col

from db import tables
from db.records import Control, ControlStatement, Oddity, Record, Register, RegisterExtract
from db.visible import Visible

ENTRIES = (Control, ControlStatement, RegisterExtract, Oddity)
"""Kinds of record about one register, which more than one source reads."""
Held = tuple[str, str]
"""A register of a company: its name, and the company's number."""


@dataclass(frozen=True, kw_only=True)
class WholeRegisters:
    """The registers that are held whole, and which reading of each is the newest."""

    whole: frozenset[tuple[int, Held]]
    """Readings, each with a register that it holds whole."""
    newest: Mapping[Held, Visible]
    fetched: Mapping[int, tuple[datetime, int]]
    """When each reading was fetched; the fetch's number tells two of one moment apart."""

    @classmethod
    def held(
        cls, connection: Connection, *, counting: Sequence[Visible], out: Iterable[Visible]
    ) -> "WholeRegisters":
        """What is whole among the readings that count; the newest is one of those that are out."""
        extracts = connection.execute(
            sa.select(
                col(tables.RegisterExtract.reading_id),
                col(tables.RegisterExtract.register_name),
                col(tables.RegisterExtract.company_number),
            )
        ).all()
        by_reading: dict[int, list[Held]] = {}
        for reading, register, company in extracts:
            by_reading.setdefault(reading, []).append((register, company))
        return cls(
            whole=frozenset((reading, one) for reading, held in by_reading.items() for one in held),
            newest={
                one: found
                for found in sorted(out, key=_moment)
                for one in by_reading.get(found.reading, ())
            },
            fetched={found.reading: _moment(found) for found in counting},
        )

    def replace(self, reading: int, record: Record) -> bool:
        """Whether the newest whole reading replaces what another reading says in a record."""
        one = _register_of(record)
        newest = self.newest.get(one)
        if newest is None or newest.reading == reading:
            return False
        return (reading, one) in self.whole or self.fetched[reading] < _moment(newest)


def _moment(found: Visible) -> tuple[datetime, int]:
    return found.fetched_at, found.fetch


def _register_of(record: Record) -> Held:
    """The register that an entry stands in. Of an exemption no id is published."""
    assert isinstance(record, ENTRIES)
    if isinstance(record, RegisterExtract | Oddity):
        return record.register_name, record.company_number
    if isinstance(record, ControlStatement):
        is_exemption = record.statement_id is None
        register = Register.EXEMPTIONS if is_exemption else Register.CONTROL_STATEMENTS
        return register, record.company_number
    return Register.CONTROLS, record.company_number
