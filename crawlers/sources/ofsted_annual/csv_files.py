"""Ofsted's tables as CSV files: providers, openings and closures, and inspections of a year.

Nothing is taken from a file's name. The headings say what a file is; its title, its headings or
its rows say which year's; and its rows must agree with what was found.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from crawlers.noting import day_of_issue
from crawlers.reading import Row, SourceChangedError, csv_table, plain
from crawlers.sources.ofsted_annual import movements, tables, visits, words
from crawlers.sources.ofsted_annual.repeats import refuse_repeats
from crawlers.sources.ofsted_annual.settings import setting
from crawlers.sources.ofsted_annual.tables import MARKS, Issue
from crawlers.sources.ofsted_annual.vintages import TITLED, Vintage, by_headings
from db.records import Document, Inspection, Listing, Movement, Population, Record, Setting

FIRST_LINES = 12
"""The header stands among these; the deepest, 2022's, is the fifth line."""
FIRST_BYTES = 100_000
"""All that is looked at to know a file: less than the longest field that `csv` will take, so that
looking never fails. The rows are decoded strictly when they are read."""
_TITLE_DAY = re.compile(r"\bat (?:31 )?Mar(?:ch)? (\d{4})", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """What the first lines of a CSV say of it."""

    document: Document
    header_row: int
    headings: tuple[str, ...]
    above: tuple[str, ...]
    """The filled cells above the header: a title, or a banner."""

    def has(self, *headings: str) -> bool:
        """True when one of these is among the headings."""
        return any(plain(heading) in self.headings for heading in headings)

    def says(self, phrase: str) -> bool:
        """True when a title or banner holds this phrase."""
        return any(phrase in plain(cell) for cell in self.above)

    @property
    def stated_day(self) -> date | None:
        """The 31 March that the title, or else a heading, names; None when neither does."""
        found = [_TITLE_DAY.search(text) for text in (*self.above, *self.headings)]
        return next((date(int(m[1]), 3, 31) for m in found if m), None)

    @property
    def public_on(self) -> date:
        """The day the publisher's page gave; else the day of the download."""
        return day_of_issue(self.document)

    def changed(self, problem: str) -> SourceChangedError:
        """What to raise about the table as a whole."""
        return SourceChangedError(self.document, f"row={self.header_row}", problem)


def sketch(document: Document) -> Sketch | None:
    """What a document is, if it is a CSV with the columns of this publication; else None."""
    if document.body[:2] == b"PK":
        return None
    text = document.body[:FIRST_BYTES].decode("utf-8-sig", errors="replace")
    above: list[str] = []
    lines = islice(csv.reader(io.StringIO(text, newline="")), FIRST_LINES)
    for number, line in enumerate(lines, start=1):
        headings = tuple(plain(cell) for cell in line)
        if _is_header(headings):
            return Sketch(
                document=document, header_row=number, headings=headings, above=tuple(above)
            )
        above += (cell for cell in line if cell.strip())
    return None


def is_rehearsal(document: Document) -> bool:
    """True when a CSV's title says that its figures are invented."""
    found = sketch(document)
    return found is not None and found.says("rehearsal")


def parse(document: Document) -> Iterator[Record]:
    """Yield all that one CSV states; SourceChangedError for any other text."""
    found = sketch(document)
    if found is None:
        raise SourceChangedError(
            document,
            "",
            f"no header among the first {FIRST_LINES} lines: one has the columns URN, Provision"
            " type, Local authority and Sector; if the publisher renamed them, name them in the"
            " source's file",
        )
    if found.has("Joiner status"):
        yield from _movements(found)
    elif found.says("in year") or found.has("Inspection event type"):
        yield from _in_year(found, frozenset())
    elif found.says("inspection information") and not found.says("latest full inspection"):
        lacks = tables.missing((*visits.NOT_EVERY_YEAR, words.OWNER), found.headings)
        yield from _in_year(found, lacks)
    else:
        yield from _providers(found)


def _is_header(headings: Sequence[str]) -> bool:
    there = set(headings)
    marks = {plain(mark) for mark in MARKS} | {"sector"}
    return marks <= there and bool(there & {plain(name) for name in words.LOCAL_AUTHORITY})


def _rows(found: Sketch, ignore: Iterable[str]) -> Iterator[Row]:
    return csv_table(found.document, marks=(*MARKS, "Sector"), ignore=ignore)


def _providers(found: Sketch) -> Iterator[Record]:
    vintage = _vintage(found)
    issue = Issue(
        as_at=vintage.as_at,
        public_on=found.public_on,
        population=vintage.population,
        lacks=tables.missing(
            (*tables.NOT_EVERY_YEAR, *visits.NOT_EVERY_YEAR) if vintage.headings else (),
            found.headings,
        ),
    )
    settings: list[Setting] = []
    inspections: list[Inspection] = []
    for row in _rows(found, (*words.NOT_KEPT, *words.ENDED_GRADES)):
        settings.append(setting(row, issue))
        if vintage.newest_visit_from is not None:
            inspections += _visits(row, issue)
    refuse_repeats(found.document, (*settings, *inspections))
    _refuse_a_wrong_vintage(found, vintage, settings, inspections)
    yield from settings
    yield from inspections


def _visits(row: Row, issue: Issue) -> list[Inspection]:
    found = list(visits.full_inspections(row, issue))
    if issue.population is Population.INSPECTED_ONLY and not any(
        one.listing is Listing.LATEST for one in found
    ):
        raise row.changed(
            f"a setting without an inspection, where the table at {issue.as_at} is declared to"
            " cover inspected settings only; if it covers all, declare so in vintages.py"
        )
    return found


def _vintage(found: Sketch) -> Vintage:
    day = found.stated_day
    vintage = by_headings(found.headings) if day is None else TITLED.get(day)
    if vintage is not None:
        return vintage
    problem = (
        "no title gives the register date, and these headings are those of no declared table"
        if day is None
        else f"no table of providers is declared for {day}"
    )
    raise found.changed(
        f"{problem}; if the file is as published, declare it in vintages.py with whom it covers"
    )


def _refuse_a_wrong_vintage(
    found: Sketch,
    vintage: Vintage,
    settings: Sequence[Setting],
    inspections: Sequence[Inspection],
) -> None:
    """Hold what was declared of a table against its rows."""
    latest = [i.inspected_on for i in inspections if i.listing is Listing.LATEST]
    days = [s.registered_on for s in settings if s.registered_on is not None] + latest
    if days and max(days) > vintage.as_at:
        raise found.changed(
            f"a row is dated {max(days)}, after the register date {vintage.as_at} that was found"
            " for this table; correct vintages.py"
        )
    if vintage.newest_visit_from is not None:
        _refuse_wrong_visits(found, vintage, len(settings), latest)


def _refuse_wrong_visits(
    found: Sketch, vintage: Vintage, settings: int, latest: Sequence[date]
) -> None:
    """Hold a vintage's declared day and population against the latest visit of each setting."""
    newest = max(latest, default=date.min)
    if vintage.newest_visit_from is not None and newest < vintage.newest_visit_from:
        raise found.changed(
            f"the newest inspection is of {newest}, too old for a table at {vintage.as_at};"
            " correct vintages.py"
        )
    if vintage.population is Population.FULL and len(latest) == settings:
        raise found.changed(
            f"every setting has been inspected, where the table at {vintage.as_at} is declared to"
            " be the full register; correct vintages.py"
        )


def _in_year(found: Sketch, lacks: frozenset[words.Names]) -> Iterator[Inspection]:
    issue = Issue(as_at=date.max, public_on=found.public_on, lacks=lacks)
    found_visits: list[Inspection] = []
    for row in _rows(found, visits.REPEATED):
        visit = visits.inspection(row, issue, Listing.IN_YEAR)
        if visit is None:
            raise row.changed("a visit without its kind")
        found_visits.append(visit)
    refuse_repeats(found.document, found_visits)
    years = {year_end(visit.inspected_on) for visit in found_visits}
    if len(years) > 1:
        raise found.changed(
            f"visits of several years to 31 March ({', '.join(map(str, sorted(years)))}), where a"
            " table of inspections covers one; download it again"
        )
    for visit in found_visits:
        yield visit.model_copy(update={"listed_at": year_end(visit.inspected_on)})


def _movements(found: Sketch) -> Iterator[Movement]:
    year_to = found.stated_day or _year_of_the_newest_opening(found)
    rows = list(
        movements.movements(_rows(found, movements.not_read(year_to)), year_to, found.public_on)
    )
    refuse_repeats(found.document, rows)
    newest = max(
        (day for m in rows for day in (m.opened_on if m.joined else None, m.left_on) if day),
        default=None,
    )
    if newest is not None and year_end(newest) != year_to:
        raise found.changed(
            f"the newest opening or closure is of {newest}, outside the year to {year_to}"
        )
    yield from rows


def _year_of_the_newest_opening(found: Sketch) -> date:
    """The year that a table without a day covers: that of its newest joiner."""
    any_year = date(2000, 3, 31)
    rows = movements.movements(
        _rows(found, movements.not_read(any_year)), any_year, found.public_on
    )
    opened = [movement.opened_on for movement in rows if movement.joined]
    if not opened:
        raise found.changed("neither a title, a heading nor a joiner says which year this covers")
    return year_end(max(opened))


def year_end(day: date) -> date:
    """Last day of the year to 31 March that holds `day`."""
    return date((day + timedelta(days=275)).year, 3, 31)
