"""The workbook of one year's returns, sheet by sheet, as MHCLG lays it out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from crawlers.rehearsal.forms.mhclg.lines import LINES, NOTHING, Line, Spent, label
from crawlers.rehearsal.forms.mhclg.marks import (
    CLASSES,
    NO_ESTIMATE,
    NOT_COLLECTED,
    NOT_IN_TIME,
    NOT_RELEVANT,
    UNDIVIDED,
)
from crawlers.rehearsal.forms.mhclg.one_authority import one_authority
from crawlers.rehearsal.forms.mhclg.spending import LOOKED_AFTER, Return, together
from db.spreadsheet import Cell, Sheet

Row = Sequence[Cell]

_HEADINGS = ("E-code", "ONS Code", "Local authority", "Notes", "Class", "Detailed Class")


def sheets(of: Sequence[Return], year: int, released_on: date) -> Iterator[Sheet]:
    """Yield the four sheets of a release."""
    yield Sheet(name="Front_Page", rows=_front(of, year, released_on))
    yield Sheet(name="Notes", rows=_NOTES)
    yield Sheet(name="LA_drop-down", rows=one_authority(of, year, released_on))
    yield Sheet(name=f"RO3_LA_Data_{label(year).replace('-', '')}", rows=_data(of, year))


def _front(of: Sequence[Return], year: int, released_on: date) -> Iterator[Row]:
    complete = sum(not one.is_missing for one in of)
    title = "General Fund Revenue Account Outturn - RO3 Social Care and Public Health Services"
    yield [f"{title} {label(year)}"]
    yield ["Description"]
    yield [f"What authorities of a rehearsal spent in {label(year)}: nothing in it is real."]
    yield [f"Released on {released_on.day} {released_on:%B %Y}."]
    yield [f"Complete returns from {complete} of {len(of)} authorities; the rest is estimated."]


_NOTES: Sequence[Row] = (
    ["Notes"],
    ["This worksheet contains one table."],
    ["Note number", "Note text"],
    [UNDIVIDED, "The authority could not divide line 13 among lines 16 to 19."],
    ["M", "No return in time; totals for England and for the class hold an estimate."],
    [NOT_RELEVANT, "Not relevant"],
    [NO_ESTIMATE, "Not estimated: shown where every authority of the class made a return."],
    [NOT_IN_TIME, "Data not received in time for publication"],
    [NOT_COLLECTED, "This data item is not collected."],
)


def _data(of: Sequence[Return], year: int) -> Iterator[Row]:
    headings = [heading for line in LINES for heading in line.headings]
    title = f"Revenue Outturn (RO) {label(year)}: Social Care and Public Health (RO3) data"
    yield [f"Worksheet 2: {title}"]
    yield ["This worksheet contains two tables. Data are reported in £ thousand."]
    yield ["Notes are in the worksheet of that name."]
    yield ["A blank cell under Notes means that there is none."]
    yield [f"Row {len(of) + 21} holds codes."]
    yield [f"Source: Revenue account Outturn (RO) returns {label(year)} - RO3 data"]
    yield [*_HEADINGS, "Certification", *headings]
    for one in of:
        yield _authority(one)
    certified = _lacking(of)
    england = [*_numbers(together(of), is_whole=not certified)]
    yield ["Eng", "E92000001", "ENGLAND", None, "Eng", "Eng", NOT_RELEVANT, *england]
    yield [*_HEADINGS, "Certification", *headings]
    for detailed, code, name in CLASSES:
        yield _class(of, detailed, code, name)
    yield [*[None] * 7, *(code for line in LINES for code in line.codes)]


def _authority(of: Return) -> Row:
    who = of.authority
    start = [who.e_code, who.ons_code, who.name]
    kind = [who.class_, who.detailed_class]
    if of.is_missing:
        marks = [NOT_IN_TIME for line in LINES for _ in line.codes]
        return [*start, "M", *kind, NOT_IN_TIME, *marks]
    cells = [cell for line in LINES for cell in _cells(of, line)]
    return [*start, UNDIVIDED if of.is_undivided else None, *kind, "Y", *cells]


def _cells(of: Return, line: Line) -> Sequence[Cell]:
    if of.is_undivided and line.adds_to == LOOKED_AFTER:
        return [UNDIVIDED for _ in line.codes]
    return _columns(line, of.spent.get(line.key, NOTHING))


def _columns(line: Line, spent: Spent) -> Sequence[Cell]:
    return [spent.running] if line.is_one_column else spent.columns


def _numbers(spent: Mapping[str, Spent], *, is_whole: bool) -> Iterator[Cell]:
    for line in LINES:
        if line.is_one_column and line.key.endswith("-run-exp") and not is_whole:
            yield NO_ESTIMATE
        else:
            yield from _columns(line, spent[line.key])


def _class(of: Sequence[Return], detailed: str, code: str, name: str) -> Row:
    those = [one for one in of if one.authority.detailed_class == detailed]
    kind = those[0].authority.class_ if those else "O"
    e_code = "E5100" if detailed == "GLA" else NOT_RELEVANT
    certified = sum(not one.is_missing for one in those)
    numbers = _numbers(together(those), is_whole=not _lacking(those))
    return [e_code, code, name, None, kind, detailed, certified, *numbers]


def _lacking(of: Sequence[Return]) -> bool:
    return any(one.is_missing for one in of)
