"""Figures that one person typed from the picture of a page and another confirmed: a CSV of them.

Its columns are described in `docs/reading-accounts.md`. It is read strictly: one bad cell refuses
the whole file, and every bad cell is named by its row and column.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.keyed_cells import (
    Cells,
    company_number,
    day,
    page_number,
    whole_pounds,
    word,
)
from db.records.accounts_words import HowRead, Measure, Scope

COLUMNS = (
    "document",
    "company_number",
    "scope",
    "measure",
    "period_start",
    "period_end",
    "value",
    "page",
    "keyed_by",
    "keyed_on",
    "confirmed_by",
    "confirmed_on",
)
SURE = 0.99
"""How likely it is that two people, one after the other, read the same wrong figure: one in 100."""


class KeyedError(Exception):
    """A CSV of keyed figures that cannot be relied on; says each bad cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """One row: a figure, of which document, and who stands for it."""

    row: int
    """Its line in the CSV, the header being 1."""
    document: str
    """The document's SHA-256, or the name of its file."""
    company_number: str
    page: int
    figure: Figure
    keyed_by: str
    keyed_on: date
    confirmed_by: str
    confirmed_on: date


def keyed_rows(body: bytes, name: str) -> tuple[Keyed, ...]:
    """Every row of a CSV; KeyedError names all cells that are wrong, none is skipped."""
    try:
        lines = list(csv.reader(io.StringIO(body.decode("utf-8-sig")), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise KeyedError(f"{name} is no CSV in UTF-8: {error}") from None
    header = tuple(cell.strip() for cell in lines[0]) if lines else ()
    if sorted(header) != sorted(COLUMNS):
        raise KeyedError(_header_problem(name, header))
    problems: list[str] = []
    rows = [
        _row(Cells(name, number, dict(zip(header, cells, strict=False)), problems))
        for number, cells in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in cells)
    ]
    found = [row for row in rows if row is not None]
    problems += _repeats(name, found)
    if problems:
        raise KeyedError("\n".join(problems))
    return tuple(found)


def of_document(rows: Sequence[Keyed], *, sha256: str, name: str) -> tuple[Keyed, ...]:
    """The rows that were keyed from one document."""
    return tuple(one for one in rows if one.document in {sha256, name})


def refuse_what_it_cannot_say(
    rows: Sequence[Keyed], *, name: str, pages: int | None, entity_number: str | None
) -> None:
    """Raise KeyedError for a page that a document does not have, or for another's number.

    `rows` are those of one document; `pages` is None where it has none, being marked up, and
    `entity_number` where it does not say on whom it reports.
    """
    problems: list[str] = []
    for one in rows:
        if pages is not None and one.page > pages:
            problems.append(
                f"row {one.row}, column page: {name} has {pages} pages and no page {one.page}"
            )
        if entity_number not in {None, one.company_number}:
            problems.append(
                f"row {one.row}, column company_number: {name} reports on {entity_number}, not on"
                f" {one.company_number}"
            )
    if problems:
        raise KeyedError("\n".join(problems))


def unused(rows: Sequence[Keyed], documents: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """One sentence for each document that rows name and that is not among those given.

    `documents` are given by hash and name: a row that reaches none would be lost without a word.
    """
    given = {word for pair in documents for word in pair}
    return tuple(
        f"row {one.row}, column document: {one.document} is none of the documents given"
        for one in rows
        if one.document not in given
    )


def _row(cells: Cells) -> Keyed | None:
    before = len(cells.problems)
    document = cells.read("document", str)
    company = cells.read("company_number", company_number)
    scope, measure = cells.read("scope", word(Scope)), cells.read("measure", word(Measure))
    period = _period(cells, measure)
    value, page = cells.read("value", whole_pounds), cells.read("page", page_number)
    by, on = cells.read("keyed_by", str), cells.read("keyed_on", day)
    other, then = cells.read("confirmed_by", str), cells.read("confirmed_on", day)
    if by and other and _folded(by) == _folded(other):
        cells.wrong("confirmed_by", f"{other} keyed it; another person must confirm it")
    if on and then and then < on:
        cells.wrong("confirmed_on", f"it was keyed on {on}, which is later")
    if len(cells.problems) > before:
        return None
    assert document and company and scope and measure  # noqa: PT018 - else there is a problem
    assert period and value is not None and page  # noqa: PT018
    assert by and on and other and then  # noqa: PT018
    figure = Figure(
        scope=scope,
        measure=measure,
        period=period,
        value=value,
        read=HowRead.KEYED,
        confidence=SURE,
        fragment=f"page={page}",
        shown=cells.says("value"),
        label=f"keyed by {by}, confirmed by {other}",
        precision=0,
    )
    return Keyed(
        row=cells.row,
        document=document,
        company_number=company,
        page=page,
        figure=figure,
        keyed_by=by,
        keyed_on=on,
        confirmed_by=other,
        confirmed_on=then,
    )


def _period(cells: Cells, measure: Measure | None) -> Period | None:
    """What a row is of: one day for a line of the balance sheet, else a period."""
    end = cells.read("period_end", day)
    if measure is None:
        return None
    if measure.is_of_a_day:
        if cells.says("period_start"):
            cells.wrong("period_start", f"{measure} is of one day; leave it empty")
        return None if end is None else Period(end=end)
    start = cells.read("period_start", day)
    if start is None or end is None:
        return None
    if start > end:
        cells.wrong("period_start", f"it is later than the end, {end}")
        return None
    return Period(start=start, end=end)


def _folded(person: str) -> str:
    return " ".join(person.casefold().split())


def _repeats(name: str, rows: Sequence[Keyed]) -> list[str]:
    """A sentence for each line that is keyed twice."""
    first: dict[tuple[object, ...], int] = {}
    problems: list[str] = []
    for one in rows:
        line = (one.document, one.figure.scope, one.figure.measure, one.figure.period)
        if line in first:
            problems.append(
                f"{name}, row {one.row}, column measure: row {first[line]} has keyed the same line"
            )
        first.setdefault(line, one.row)
    return problems


def _header_problem(name: str, header: Sequence[str]) -> str:
    lacks = [one for one in COLUMNS if one not in header]
    other = [one for one in header if one not in COLUMNS]
    return (
        f"{name}, row 1: it must have the columns {', '.join(COLUMNS)}, each once;"
        f" it lacks {', '.join(lacks) or 'none'} and has {', '.join(other) or 'no others'} besides"
    )
