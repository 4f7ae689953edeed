"""Ofsted's yearly workbook: all tables of one 31 March, from the register to national totals."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import chain

from crawlers.cells import day
from crawlers.noting import day_of_issue
from crawlers.reading import plain
from crawlers.sources.ofsted_annual import movements, settings, visits, words
from crawlers.sources.ofsted_annual.tables import MARKS, Issue
from crawlers.sources.ofsted_annual.totals import control_totals
from crawlers.workbook import Workbook, open_workbook, tab_names
from db.records import ControlTotal, Document, Inspection, Listing, Record, Setting

REGISTER = "Providers+places_at_*"
LATEST_JUDGEMENTS = "Provider_level_at_*"
INSPECTIONS_IN_YEAR = "Provider_level_in_year_*"
PREMISES = "SA_Premises_at_*"
MOVEMENTS = "Leavers+Joiners_at_*"
TOTALS = (
    ("Providers+places_Time_series", "Providers+places_six_monthly"),
    ("Latest_OE_31_Mar_Time_Series",),
    ("In_Year_Time_series",),
)
NOT_READ = (
    "Cover",
    "Accessibility",
    "Contents",
    "Guidance",
    "Notes",
    "Meta-data",
    "LA_level_*",  # judgements of councils, not of settings
    "LA_inspections_*",
)
PREMISES_SINCE = date(2025, 3, 31)
CLOSE_ENOUGH = 0.01
"""How far the register may stand from the publisher's own total before the reading stops.

2022 and 2025 agree to the row; the 2025 issue was first published with 16 places of 15,742
left out of its total, which must not stop a reading.
"""


def parse(document: Document) -> Iterator[Record]:
    """Yield all that one workbook states: register, judgements, visits, premises, totals."""
    book = open_workbook(document)
    _refuse_unknown_tabs(book)
    public_on = day_of_issue(document, partial(_published_on, book))
    register = book.only(REGISTER)
    issue = Issue(as_at=_as_at(book, register), public_on=public_on)
    rows = book.table(register, marks=MARKS, ignore=words.NOT_KEPT)
    registered = [settings.setting(row, issue) for row in rows]
    totals = [
        total for names in TOTALS for total in control_totals(book, book.only(*names), public_on)
    ]
    _refuse_a_register_far_from_its_total(book, register, issue.as_at, len(registered), totals)
    yield from registered
    yield from _inspections(book, issue)
    if issue.as_at >= PREMISES_SINCE:
        tab = book.only(PREMISES)
        rows = book.table(tab, marks=MARKS, ignore=settings.NOT_ABOUT_PREMISES)
        premises = [settings.premises(row, issue) for row in rows]
        _refuse_premises_far_from_the_register(book, registered, len(premises))
        yield from premises
    moved = book.table(book.only(MOVEMENTS), marks=MARKS, ignore=movements.not_read(issue.as_at))
    yield from movements.movements(moved, issue.as_at, public_on)
    yield from totals


def _inspections(book: Workbook, issue: Issue) -> Iterator[Inspection]:
    """The latest full inspection of each setting that has had one, and every visit of the year."""
    for row in book.table(book.only(LATEST_JUDGEMENTS), marks=MARKS, ignore=visits.REPEATED):
        latest = visits.inspection(row, issue, Listing.LATEST)
        if latest is not None:
            yield latest
    for row in book.table(book.only(INSPECTIONS_IN_YEAR), marks=MARKS, ignore=visits.REPEATED):
        visit = visits.inspection(row, issue, Listing.IN_YEAR)
        if visit is None:
            raise row.changed("a visit without its kind")
        yield visit


def recognises(document: Document) -> bool:
    """True for a workbook with any of the tabs that only this publication has."""
    ours = (REGISTER, LATEST_JUDGEMENTS, PREMISES, MOVEMENTS)
    return any(Workbook.matches(tab, ours) for tab in tab_names(document))


def is_rehearsal(document: Document) -> bool:
    """True when the cover says that the figures are invented."""
    book = open_workbook(document)
    cover = book.find("Cover")
    return cover is not None and any(
        "rehearsal" in plain(cell) for row in book.lines(cover) for cell in row
    )


def _refuse_unknown_tabs(book: Workbook) -> None:
    read = (REGISTER, LATEST_JUDGEMENTS, INSPECTIONS_IN_YEAR, PREMISES, MOVEMENTS, *chain(*TOTALS))
    new = [tab for tab in book.tabs if not book.matches(tab, (*read, *NOT_READ))]
    if new:
        raise book.changed(
            f"new tabs {new}; read them or name them among the tabs that are not read"
        )


def _published_on(book: Workbook) -> date:
    for number, cells in enumerate(book.lines(book.only("Cover")), start=1):
        if len(cells) > 1 and plain(cells[0]) == "published on:":
            try:
                return day(cells[1])
            except ValueError as error:
                raise book.changed(
                    f"cannot read the day of publication: {error}; give the day that the"
                    " publisher's page states with --published-on",
                    f"sheet=Cover&row={number}",
                ) from None
    raise book.changed(
        "the cover has no row 'Published on:'; give the day that the publisher's page states with"
        " --published-on",
        "sheet=Cover",
    )


def _as_at(book: Workbook, register: str) -> date:
    written = re.search(r"_at_(\d{1,2}_[A-Z][a-z]{2}_\d{4})$", register)
    try:
        return datetime.strptime(written[1] if written else "", "%d_%b_%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise book.changed(
            f"tab {register!r} does not end with its day, such as _at_31_Mar_2025; if the publisher"
            " writes it otherwise now, the source's file must learn to read it"
        ) from None


def _refuse_a_register_far_from_its_total(
    book: Workbook, register: str, as_at: date, rows: int, totals: list[ControlTotal]
) -> None:
    stated = [t.value for t in totals if t.period == str(as_at) and plain(t.measure) == "all"]
    if not stated or stated[0] is None:
        raise book.changed(
            f"the workbook states no total number of providers at {as_at}; without it nobody can"
            " tell whether the register is whole: download it again, and read its notes"
        )
    if abs(rows - stated[0]) > CLOSE_ENOUGH * stated[0]:
        raise book.changed(
            f"tab {register!r} lists {rows:,} settings where the workbook's own total is"
            f" {stated[0]:,}; the file is cut short or the table has changed its scope: download it"
            " again, and read its notes"
        )


def _refuse_premises_far_from_the_register(
    book: Workbook, registered: Sequence[Setting], rows: int
) -> None:
    stated = sum(setting.supported_accommodation_premises or 0 for setting in registered)
    if abs(rows - stated) > CLOSE_ENOUGH * stated:
        raise book.changed(
            f"tab {book.only(PREMISES)!r} lists {rows:,} premises where the register counts"
            f" {stated:,}; the file is cut short or the table has changed its scope: download it"
            " again, and read its notes"
        )
