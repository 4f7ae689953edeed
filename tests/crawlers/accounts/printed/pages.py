"""Pages of accounts written as text, as the lines that they are read from."""

from collections.abc import Iterator
from datetime import date

from crawlers.accounts.figure import Period
from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.statements import Printed, figures
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead

ABOUT = About(
    entity_number="01234567",
    entity_name="BRIAR HOUSE CARE LIMITED",
    period=Period(start=date(2023, 4, 1), end=date(2024, 3, 31)),
    previous=Period(start=date(2022, 4, 1), end=date(2023, 3, 31)),
)


def page(text: str) -> tuple[Line, ...]:
    """The lines of text: `|` parts the cells of a row by column, `=` begins a new page.

    A line without `|` is a paragraph; an empty cell is a column that is left out.
    """
    return tuple(_lines(text))


def read(text: str, about: About = ABOUT, how: HowRead = HowRead.PRINTED) -> Printed:
    """What the printed statements of a page written as text say."""
    return figures(page(text), about, read=how)


def values(found: Printed) -> dict[str, str]:
    """Each figure as `scope measure year: value`."""
    return {
        f"{figure.scope} {figure.measure} {figure.period.end.year}": f"{figure.value:f}"
        for figure in found.figures
    }


def _lines(text: str) -> Iterator[Line]:
    number, row = 1, 0
    for written in text.strip().splitlines():
        if written.strip() == "=":
            number, row = number + 1, 0
            continue
        if not written.strip():
            continue
        row += 1
        parts = [part.strip() for part in written.split("|")]
        cells = tuple(
            Cell(text=part, left=index, right=index + 1) for index, part in enumerate(parts) if part
        )
        yield Line(cells=cells, fragment=f"page={number}&row={row}", page=number)
