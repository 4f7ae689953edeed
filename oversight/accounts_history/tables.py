"""The tables that products are read into: their columns, and the names of their files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.rows_part import Cell, write_rows


@dataclass(frozen=True, kw_only=True)
class Table:
    """One folder of Parquet files with the same columns."""

    name: str
    columns: Mapping[str, str]
    """Each column's SQL type by its name."""


_OF_A_FILING = {"product": "varchar", "number": "integer", "member": "integer"}
"""What names a document: the digest of its product's directory, its place there, and its place
among the documents of accounts in that member, both from 1."""
LINES = Table(
    name="lines",
    columns={
        **_OF_A_FILING,
        "company_number": "varchar",
        "scope": "varchar",
        "measure": "varchar",
        "period_start": "date",
        "period_end": "date",
        "is_comparative": "boolean",
        "value": "varchar",
        "pounds": "double",
        "read": "varchar",
        "confidence": "double",
        "fragment": "varchar",
        "shown": "varchar",
    },
)
"""One row a chosen value, this period's and the one before's apart. `value` is exact, `pounds` the
same as a number (heads for employees)."""
NOTES = Table(
    name="notes",
    columns={
        **_OF_A_FILING,
        "company_number": "varchar",
        "kind": "varchar",
        "scope": "varchar",
        "measure": "varchar",
        "words": "varchar",
        "fragment": "varchar",
    },
)
"""One row a note, a gap (why a line is missing), a sentence that matters or a relief that is taken,
by `kind`: `note`, `gap`, the matter, or `s.` and the section."""
FILINGS = Table(
    name="filings",
    columns={
        **_OF_A_FILING,
        "name": "varchar",
        "company_number": "varchar",
        "made_up_to": "date",
        "document": "varchar",
        "state": "varchar",
        "why": "varchar",
        "is_a_parents": "boolean",
        "entity_number": "varchar",
        "entity_name": "varchar",
        "period_start": "date",
        "period_end": "date",
        "kind": "varchar",
        "standard": "varchar",
        "lease_basis": "varchar",
        "is_consolidated": "boolean",
        "is_audited": "boolean",
        "is_dormant": "boolean",
        "is_amended": "boolean",
        "software": "varchar",
        "facts": "integer",
    },
)
"""One row a filing, read or not: `company_number` and `made_up_to` as its name has them, what the
document says of itself beside them, and the SHA-256 of its bytes as `document`."""
TABLES = (LINES, NOTES, FILINGS)
"""In the order in which a slice's are written: filings last, which says that it is done."""

Rows = Mapping[str, Sequence[Sequence[Cell]]]
"""Rows by the name of their table."""


def write(out: Path, part: str, rows: Rows) -> None:
    """Write one file of each table; each appears whole, the filings' last."""
    for table in TABLES:
        write_rows(out / table.name / part, table.columns, rows[table.name])


def part_of(digest: str, version: int, index: int) -> str:
    """The name of a slice's files, whoever writes them."""
    return f"{digest[:_LETTERS]}-v{version}-{index:05}.parquet"


def is_of_product(name: str, digest: str) -> bool:
    """True for a file that some reading of a product has left."""
    return name.startswith(f"{digest[:_LETTERS]}-v")


_LETTERS = 16
"""Of a digest in a file's name: enough for as many products as there will ever be."""
