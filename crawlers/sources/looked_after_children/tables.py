"""The three data sets: a row becomes a number of children, or the mark that stands for it."""

from collections.abc import Iterator, Mapping
from datetime import date

from crawlers.cells import optional_text, text
from crawlers.marks import is_mark
from crawlers.noting import day_of_issue
from crawlers.reading import Cell, Row, SourceChangedError, csv_lines, csv_table, plain
from db.records import Document, LookedAfterCount

ON_31_MARCH = "children on 31 March"
IN_THE_YEAR = "placements in the year"
NET_GAIN = "net gain of children"
BREAKDOWNS: Mapping[str, frozenset[str]] = {
    ON_31_MARCH: frozenset(
        {
            "Placement",
            "Place providers",
            "Locality of placement",
            "Distance between home and placement",
            "LA of placement",
        }
    ),
    IN_THE_YEAR: frozenset(
        {
            "Location of new placements during the year",
            "Reason for placement change during the year",
        }
    ),
    NET_GAIN: frozenset({"Net gain of children"}),
}
"""What is read of each data set; the first has rows by age, health and origin too."""
MARKS = ("time_period", "geographic_level", "characteristic")
GROUP, CHARACTERISTIC, BREAKDOWN = ("cla_group",), ("characteristic",), ("breakdown",)
NUMBER = ("number", "children_count", "cla_31_march_number")
PERCENT = ("percentage", "children_percent")
IGNORED = ("time_identifier", "country_code", "country_name", "region_code", "region_name")
ENGLAND = ("E92000001", "England")
LEFT = "Regional"
WHOLE = 100
"""Percent."""


def parse(document: Document) -> Iterator[LookedAfterCount]:
    """Yield the numbers of councils and of England.

    Raises SourceChangedError for a new level, for a cell that is neither number nor mark, and
    where a breakdown that is read has gone.
    """
    public_on = day_of_issue(document)
    seen: set[str] = set()
    for row in csv_table(document, marks=MARKS, ignore=IGNORED):
        breakdown, characteristic = _what(row)
        found = _count(row, breakdown, characteristic, public_on)
        if found is not None and _is_read(breakdown):
            seen.add(breakdown)
            yield found
    _refuse_lost_breakdowns(document, seen)


def recognises(document: Document) -> bool:
    """True for a CSV with the columns of one of the data sets."""
    if document.body[:2] == b"PK" or document.body.lstrip()[:1] in {b"<", b"{", b"["}:
        return False
    try:
        first = {plain(cell) for cell in next(csv_lines(document), ())}
    except SourceChangedError:
        return False
    areas = {"time_period", "geographic_level", "new_la_code", "old_la_code", "la_name"}
    gains = {"characteristic", "number"}
    return areas <= first and (
        {"cla_group", "characteristic"} <= first
        or {"breakdown", "children_count"} <= first
        or (gains <= first and not first & {"percentage", "cla_group"})
    )


def data_set_of(breakdown: str) -> str:
    """Which data set a breakdown that is read belongs to."""
    return next(name for name, read in BREAKDOWNS.items() if breakdown in read)


def _is_read(breakdown: str) -> bool:
    return any(breakdown in read for read in BREAKDOWNS.values())


def _what(row: Row) -> tuple[str, str]:
    """The breakdown and its row, under whichever names the release has for both."""
    characteristic = row.read(CHARACTERISTIC, text)
    if row.has(BREAKDOWN):
        return characteristic, row.read(BREAKDOWN, text)
    group = row.read_if_there(GROUP, text)
    return ("Net gain of children" if group is None else group), characteristic


def _count(
    row: Row, breakdown: str, characteristic: str, public_on: date
) -> LookedAfterCount | None:
    """The row's number; None for a region."""
    level = row.read(("geographic_level",), text)
    year = row.read(("time_period",), _year)
    dfe_code = row.read(("old_la_code",), optional_text)
    la_name = row.read(("la_name",), optional_text)
    la_code = row.read(("new_la_code",), optional_text)
    children, children_mark = row.read(NUMBER, _number)
    percent, percent_mark = row.read_if_there(PERCENT, _percent) or (None, None)
    if level == LEFT:
        return None
    code, name = (la_code, la_name) if level == "Local authority" else ENGLAND
    if level not in {"Local authority", "National"} or code is None or name is None:
        raise row.changed(f"a row of {level!r} without a code and a name that are known")
    return LookedAfterCount(
        cite=row.cite,
        public_on=public_on,
        counted_on=date(year, 3, 31),
        area_code=code,
        area_name=name,
        dfe_code=dfe_code,
        breakdown=breakdown,
        characteristic=characteristic,
        children=children,
        children_mark=children_mark,
        percent=percent,
        percent_mark=percent_mark,
    )


def _year(cell: Cell) -> int:
    written = text(cell)
    if not (written.isdecimal() and len(written) == len("2025")):
        raise ValueError(f"{written!r} is no year such as 2025")
    return int(written)


def _number(cell: Cell) -> tuple[int | None, str | None]:
    """A number, or the mark in its place; ValueError for a blank and for anything else."""
    written = text(cell)
    if is_mark(written):
        return None, written
    try:
        return int(written), None
    except ValueError:
        raise ValueError(f"{written!r} is neither a whole number nor a known mark") from None


def _percent(cell: Cell) -> tuple[int | None, str | None]:
    found, mark = _number(cell)
    if found is not None and not 0 <= found <= WHOLE:
        raise ValueError(f"{found} is no share in percent")
    return found, mark


def _refuse_lost_breakdowns(document: Document, seen: set[str]) -> None:
    name = next((name for name, read in BREAKDOWNS.items() if seen & read), None)
    lost = sorted(BREAKDOWNS[name] - seen) if name is not None else [ON_31_MARCH]
    if lost:
        raise SourceChangedError(
            document,
            "",
            f"no rows by {lost}; if the publisher renamed them, name them in this source's file",
        )
