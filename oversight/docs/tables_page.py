"""The page that explains every table that can be exported, column by column."""

from collections.abc import Iterator
from typing import Any

from oversight.docs.docstrings import first_sentence
from oversight.docs.markdown import anchor, code, heading, link, page, table
from oversight.export import Export
from oversight.exports import exports, tables
from oversight.format import Format
from oversight.formats import formats
from oversight.table import AnyTable, Column


def text() -> str:
    """The page."""
    return page(
        "Tables",
        "This page says what `oversight export` writes: each table, what one row is, and what each"
        " column holds.",
        "An empty cell is not published or not known, and never 0: the column says which. Beside"
        " the tables stands `datapackage.json` (Frictionless Data Package), with the same meanings,"
        " the day asked about, what was public when, the policy, whose data it is, the licence, a"
        " line to cite, and each file's hash. The same data gives the same bytes.",
        table(
            ("Name", "What it is", "One row"),
            [_listed(one) for one in exports()],
        ),
        *(block for one in tables() for block in _table(one)),
        heading("Formats"),
        table(("Format", "Media type", "What it is"), map(_format, formats().values())),
        "Where a spreadsheet may open the file, an apostrophe stands before a text that it would"
        " take for a formula.",
    )


def _listed(one: Export | AnyTable) -> tuple[str, str, str]:
    if isinstance(one, Export):
        return code(one.name), one.title, f"in a form of its own: {code(one.file)}"
    return link(code(one.name), f"#{anchor(one.name)}"), one.title, one.grain


def _table(one: AnyTable) -> Iterator[str]:
    yield heading(code(one.name))
    yield f"{one.title}. One row: {one.grain}. No two rows share {_and(one.key)}. {one.about}"
    yield table(("Column", "Holds", "Unit", "Meaning"), map(_column, one.columns))


def _column(column: Column[Any]) -> tuple[str, str, str, str]:
    return code(column.name), str(column.holds), column.unit, column.meaning


def _format(one: Format) -> tuple[str, str, str]:
    return code(one.name), one.media_type, first_sentence(one.about)


def _and(names: tuple[str, ...]) -> str:
    return " and ".join(map(code, names))
