"""The facts of filings as one Parquet part: every tagged value, keyed by what it means."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from db.parquet import opened
from db.rows_part import Cell, write_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """One tagged value of one filing."""

    document: str
    """SHA-256 of the filing's bytes: `sha256:DOCUMENT#FRAGMENT` cites the value."""
    company_number: str | None
    """The one company that its contexts name; None where there are others, or none."""
    family: str
    """Line of taxonomies in which a name keeps its meaning: `frc`, `ukgaap2009`, `pt2004`, …"""
    part: str
    """Which of the family's taxonomies: `core`, `business`, …"""
    name: str
    """The concept's local name: `TurnoverRevenue`."""
    dimensions: str
    """`Axis=Member`, sorted and joined with `;`; empty for none."""
    period_start: date | None
    """The first day; None for a value of one day."""
    period_end: date | None
    """The last day, or the one day; None where its context is missing."""
    unit: str | None
    value: str | None
    """A number to its last digit, scale and sign applied; None for a text, and where it is nil."""
    number: float | None
    """The same as near as eight bytes hold it; None also beyond 1.8e308."""
    text: str | None
    """A text; None for a number."""
    decimals: int | None
    is_hidden: bool
    fragment: str


FactRows = Callable[[], Sequence[FactRow]]
"""What makes the facts of one set of accounts: a reader is asked for them only where they are kept.
"""
COLUMNS: Mapping[str, str] = {
    "document": "varchar",
    "company_number": "varchar",
    "family": "varchar",
    "part": "varchar",
    "name": "varchar",
    "dimensions": "varchar",
    "period_start": "date",
    "period_end": "date",
    "unit": "varchar",
    "value": "varchar",
    "number": "double",
    "text": "varchar",
    "decimals": "integer",
    "is_hidden": "boolean",
    "fragment": "varchar",
}


def write_facts(path: Path, rows: Sequence[FactRow]) -> None:
    """Write facts to one part in their order, whole or not at all."""
    write_rows(path, COLUMNS, [[_cell(getattr(row, name)) for name in COLUMNS] for row in rows])


def read_facts(path: Path) -> Iterator[FactRow]:
    """Yield the facts of a part in their order."""
    names = [field.name for field in fields(FactRow)]
    with opened() as connection:
        found = connection.execute(
            f"select {', '.join(names)} from read_parquet($part)",  # noqa: S608 - our own names
            {"part": str(path)},
        )
        while row := found.fetchone():
            yield FactRow(**dict(zip(names, row, strict=True)))


def _cell(value: Cell | date) -> Cell:
    return value.isoformat() if isinstance(value, date) else value
