"""The workbook of return RO3: a row of an authority becomes what it spent on each line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

from crawlers.cells import optional_text, text
from crawlers.marks import is_mark
from crawlers.noting import day_of_issue
from crawlers.reading import Cell, Row, plain, rows_below
from crawlers.workbook import Workbook, open_workbook, place, tab_names
from db.records import CouncilSpending, Document

DATA = "RO3_LA_Data_20[0-9][0-9][0-9][0-9]"
"""The tab, which ends in its year: RO3_LA_Data_202425."""
NOT_READ = ("Front_Page", "Notes", "LA_drop-down")
MARKS = ("E-code", "ONS Code", "Detailed Class")
COLUMNS: Mapping[str, str] = {
    "employees_gbp": "Employees (C1)",
    "running_expenses_gbp": "Running Expenses (C2)",
    "total_expenditure_gbp": "Total Expenditure (C3 = C1 + C2)",
    "sales_fees_and_charges_gbp": "Sales, Fees and Charges (C4)",
    "other_income_gbp": "Other Income (C5)",
    "total_income_gbp": "Total Income (C6 = C4 + C5)",
    "net_current_expenditure_gbp": "Net Current Expenditure (C7 = C3 - C6)",
}
TOTAL = "TOTAL CHILDREN SOCIAL CARE"
_LOOKED_AFTER = "Children's social care - Children Looked After"
LINES = (
    "Children's social care: Sure start children's centres and early years",
    _LOOKED_AFTER,
    f"{_LOOKED_AFTER} of which residential care",
    f"{_LOOKED_AFTER} of which fostering services",
    f"{_LOOKED_AFTER} of which asylum seeking children who are looked after",
    f"{_LOOKED_AFTER} of which other",
    "Children's social care - Other children's and families services",
    "Children's social care - Family Support Services",
    "Children's social care - Youth Justice",
    "Children's social care: Safeguarding children and young people's services",
    "Children's social care - Asylum Seekers",
    "Children's social care: Services for young people",
    TOTAL,
)
AGENCY_STAFF = f"{TOTAL} - Children's Social Care - agency staff cost memorandum item"
"""A line of one column, which the total of running expenses holds."""
WITH_CHILDREN = frozenset({"UA", "MD", "SC", "London", "Eng"})
"""Detailed classes with children's services: unitary authorities, metropolitan districts,
counties, London boroughs; and England."""
WITHOUT_CHILDREN = frozenset({"SD", "GLA", "Police", "Park", "Fire", "Combined Authority", "Waste"})
LAST = "Eng"
"""The row of England ends the first table; the second adds authorities up by class."""
_NOTE = re.compile(r"\[(note \d+|y|n)\]", re.IGNORECASE)
_RELEASED = re.compile(r"(?:published|released) on (\d{1,2} [A-Z][a-z]+ 20\d\d)", re.IGNORECASE)


def parse(document: Document) -> Iterator[CouncilSpending]:
    """Yield each line of each authority with children's services, and of England.

    Raises SourceChangedError for a new tab, class or line, and for a table without England.
    """
    book = open_workbook(document)
    new = [tab for tab in book.tabs if not book.matches(tab, (DATA, *NOT_READ))]
    if new:
        raise book.changed(
            f"new tabs {new}; read them or name them among the tabs that are not read"
        )
    tab = book.only(DATA)
    year_to = date(int(tab[-6:-2]) + 1, 3, 31)
    public_on = day_of_issue(document, lambda: _released_on(book))
    for row in _first_table(book, tab):
        of = row.read(("Detailed Class",), _class)
        code, name = row.read(("ONS Code",), text), row.read(("Local authority",), text)
        for line, amounts, mark in _lines(row):
            if of in WITH_CHILDREN:
                yield CouncilSpending(
                    cite=row.cite,
                    public_on=public_on,
                    year_to=year_to,
                    ons_code=code,
                    authority=name,
                    authority_class=of,
                    line=line,
                    mark=mark,
                    **amounts,
                )


def recognises(document: Document) -> bool:
    """True for a workbook with the tab of authorities' returns."""
    return any(Workbook.matches(tab, (DATA,)) for tab in tab_names(document))


def is_rehearsal(document: Document) -> bool:
    """True when the front page says that nothing in it is real."""
    return any("rehearsal" in plain(cell) for cell in _front(open_workbook(document)))


def _first_table(book: Workbook, tab: str) -> Iterator[Row]:
    """The rows of authorities, down to England's."""
    lines = book.lines(tab)
    header = next(
        (line for line in lines if {plain(one) for one in MARKS} <= _said(line)), list[Cell]()
    )
    ends = next((at for at, line in enumerate(lines) if line[:1] == [LAST]), None)
    if ends is None:
        raise book.changed(
            "the table has no row of England, which ends it: the file is cut short; download it"
            " again",
            place(tab).rstrip("&"),
        )
    return rows_below(
        book.document,
        place(tab),
        enumerate(lines[: ends + 1], start=1),
        marks=MARKS,
        ignore=("E-code", "Notes", "Class", "Certification", *_right_of_children(header)),
    )


def _right_of_children(header: Sequence[Cell]) -> Iterator[str]:
    """The headings of adult social care and public health, which follow the children's total."""
    last = plain(AGENCY_STAFF)
    after = [at for at, cell in enumerate(header) if plain(cell) == last]
    for cell in header[after[0] + 1 :] if after else ():
        yield str(cell).replace("[", "[[]")  # a heading, not a pattern


def _lines(row: Row) -> Iterator[tuple[str, dict[str, int | None], str | None]]:
    """Each line with its amounts, and the marks that stand for those that are not given."""
    for line in LINES:
        read = {name: row.read((f"{line} - {said}",), _amount) for name, said in COLUMNS.items()}
        yield line, {name: amount for name, (amount, _) in read.items()}, _marks(read.values())
    amount, mark = row.read((AGENCY_STAFF,), _amount)
    nothing = dict.fromkeys(COLUMNS, None)
    yield AGENCY_STAFF, {**nothing, "running_expenses_gbp": amount}, mark


def _marks(read: Iterable[tuple[int | None, str | None]]) -> str | None:
    """The marks among a line's amounts, each once."""
    return "; ".join(dict.fromkeys(mark for _, mark in read if mark is not None)) or None


def _amount(cell: Cell) -> tuple[int | None, str | None]:
    """Whole pounds of thousands, or the mark in their place; ValueError for all else."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return round(cell * 1000), None
    written = text(cell)
    if is_mark(written) or _NOTE.fullmatch(written):
        return None, written
    raise ValueError(f"{written!r} is neither an amount nor a known mark")


def _class(cell: Cell) -> str:
    written = text(cell)
    if written not in WITH_CHILDREN | WITHOUT_CHILDREN:
        raise ValueError(f"{written!r} is a new class of authorities")
    return written


def _said(line: Sequence[Cell]) -> set[str]:
    return {plain(cell) for cell in line if isinstance(cell, str)}


def _front(book: Workbook) -> list[str]:
    front = book.find("Front_Page")
    lines = book.lines(front) if front is not None else ()
    return [written for line in lines for cell in line if (written := optional_text(cell))]


def _released_on(book: Workbook) -> date:
    """The day that the front page states; SourceChangedError where it states none."""
    for written in _front(book):
        found = _RELEASED.search(written)
        if found is not None:
            try:
                return datetime.strptime(found[1], "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                break
    raise book.changed(
        "the front page does not say on which day it was released; give the day that the"
        " publisher's page states with --published-on",
        "sheet=Front_Page",
    )
