"""The sheets of a table's workbook: what it is, its rows, and what its columns mean."""

from collections.abc import Iterator

from db.spreadsheet import Cell, Sheet
from oversight.citation import LICENCE, citation
from oversight.reviewing.cells import guarded
from oversight.table import Filled, Value


def sheets(filled: Filled) -> tuple[Sheet, ...]:
    """A cover, the table under its one heading row from the first cell on, and its columns."""
    table = filled.table
    columns = [(c.name, c.label, str(c.holds), c.unit, c.meaning) for c in table.columns]
    return (
        Sheet(name="Cover", rows=list(_cover(filled))),
        Sheet(name=table.name, rows=[filled.heading, *(_cells(row) for row in filled.rows)]),
        Sheet(name="Columns", rows=[("name", "label", "holds", "unit", "meaning"), *columns]),
    )


def _cells(row: tuple[Value, ...]) -> tuple[Cell, ...]:
    return tuple(guarded(value) if isinstance(value, str) else value for value in row)


def _cover(filled: Filled) -> Iterator[tuple[Cell, ...]]:
    table, exported = filled.table, filled.exported
    yield (table.title,)
    yield ("One row", table.grain)
    yield ("About", table.about)
    yield ("As of", exported.as_of)
    yield ("Known at", exported.known_at.isoformat())
    yield ("Policy", exported.market.policy.name)
    yield ("Data", str(exported.data))
    yield ("Cite as", citation(exported))
    yield ("Licence", LICENCE)
    yield ("Formulas", "a text that looks like a formula has an apostrophe before it")
    for note in exported.notes:
        yield ("Note", guarded(note))
