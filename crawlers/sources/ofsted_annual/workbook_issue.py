"""Ofsted's yearly workbook: all tables of one 31 March, from the register to national totals."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from itertools import chain

from crawlers.noting import day_of_issue
from crawlers.sources.ofsted_annual import movements, settings, visits, words
from crawlers.sources.ofsted_annual.agreement import (
    Lists,
    refuse_disagreement,
    refuse_premises_far_from_the_register,
)
from crawlers.sources.ofsted_annual.contradictions import refuse_contradictions
from crawlers.sources.ofsted_annual.cover import published_on, says_rehearsal
from crawlers.sources.ofsted_annual.repeats import refuse_repeats
from crawlers.sources.ofsted_annual.tables import MARKS, Issue
from crawlers.sources.ofsted_annual.totals import stated_totals
from crawlers.workbook import Workbook, open_workbook, tab_names
from db.records import Document, Inspection, Listing, Premises, Record, Setting

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


def parse(document: Document) -> Iterator[Record]:
    """Yield all that one workbook states: register, judgements, visits, premises, totals."""
    book = open_workbook(document)
    _refuse_unknown_tabs(book)
    public_on = day_of_issue(document, partial(published_on, book))
    issue = Issue(as_at=_as_at(book, book.only(REGISTER)), public_on=public_on)
    stated = [one for names in TOTALS for one in stated_totals(book, book.only(*names), public_on)]
    lists = _lists(book, issue)
    for records in (lists.register, lists.latest, lists.in_year, lists.movements):
        refuse_repeats(document, records)
    refuse_contradictions(document, issue, lists.register, lists.latest, lists.in_year)
    refuse_disagreement(book, issue, lists, stated)
    yield from (*lists.register, *lists.latest, *lists.in_year)
    if issue.as_at >= PREMISES_SINCE:
        yield from _premises(book, issue, lists.register)
    yield from lists.movements
    yield from (one.total for one in stated)


def _lists(book: Workbook, issue: Issue) -> Lists:
    register, latest, in_year, moved = (
        book.only(tab) for tab in (REGISTER, LATEST_JUDGEMENTS, INSPECTIONS_IN_YEAR, MOVEMENTS)
    )
    rows = book.table(register, marks=MARKS, ignore=words.NOT_KEPT)
    settings_listed = [settings.setting(row, issue) for row in rows]
    rows = book.table(moved, marks=MARKS, ignore=movements.not_read(issue.as_at))
    return Lists(
        register_tab=register,
        register=settings_listed,
        latest_tab=latest,
        latest=list(_full_inspections(book, latest, issue)),
        in_year_tab=in_year,
        in_year=list(_inspections_in_year(book, in_year, issue)),
        movements_tab=moved,
        movements=list(movements.movements(rows, issue.as_at, issue.public_on)),
    )


def _full_inspections(book: Workbook, tab: str, issue: Issue) -> Iterator[Inspection]:
    """The latest full inspection of each setting that has had one; in 2024 that before it too."""
    for row in book.table(tab, marks=MARKS, ignore=visits.REPEATED):
        yield from visits.full_inspections(row, issue)


def _inspections_in_year(book: Workbook, tab: str, issue: Issue) -> Iterator[Inspection]:
    for row in book.table(tab, marks=MARKS, ignore=visits.REPEATED):
        visit = visits.inspection(row, issue, Listing.IN_YEAR)
        if visit is None:
            raise row.changed("a visit without its kind")
        yield visit


def _premises(book: Workbook, issue: Issue, registered: Sequence[Setting]) -> list[Premises]:
    tab = book.only(PREMISES)
    rows = book.table(tab, marks=MARKS, ignore=settings.NOT_ABOUT_PREMISES)
    premises = [settings.premises(row, issue) for row in rows]
    refuse_premises_far_from_the_register(book, tab, premises, registered)
    return premises


def recognises(document: Document) -> bool:
    """True for a workbook with any of the tabs that only this publication has."""
    ours = (REGISTER, LATEST_JUDGEMENTS, PREMISES, MOVEMENTS)
    return any(Workbook.matches(tab, ours) for tab in tab_names(document))


def is_rehearsal(document: Document) -> bool:
    """True when the cover says that the figures are invented."""
    return says_rehearsal(open_workbook(document))


def _refuse_unknown_tabs(book: Workbook) -> None:
    read = (REGISTER, LATEST_JUDGEMENTS, INSPECTIONS_IN_YEAR, PREMISES, MOVEMENTS, *chain(*TOTALS))
    new = [tab for tab in book.tabs if not book.matches(tab, (*read, *NOT_READ))]
    if new:
        raise book.changed(
            f"new tabs {new}; read them or name them among the tabs that are not read"
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
