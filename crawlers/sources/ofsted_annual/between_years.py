"""Ofsted's list as at 30 September, put out each January since 2026: grades between two registers.

One tab lists providers with the latest full inspection of each whose report was out by the end of
October. Nothing in the workbook counts its rows, and it has no premises, openings or closures. So
its settings are told as `Population.UNCOUNTED`: they say who owns and what stands, and no share
or number rests on them.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from crawlers.noting import day_of_issue
from crawlers.sources.ofsted_annual import settings, visits, words
from crawlers.sources.ofsted_annual.contradictions import refuse_contradictions
from crawlers.sources.ofsted_annual.cover import published_on
from crawlers.sources.ofsted_annual.repeats import refuse_repeats
from crawlers.sources.ofsted_annual.tables import MARKS, Issue
from crawlers.workbook import Workbook, open_workbook, tab_names
from db.records import Document, Inspection, Population, Record, Setting

LEVEL = ("Provider_level_at_30_09_*[0-9][0-9]", "Provider_level_at_30_Sep_*[0-9][0-9]")
"""The tab, which ends in its day, such as Provider_level_at_30_09_25."""
NOT_READ = ("Cover", "Accessibility", "Contents", "Guidance", "Notes", "Meta-data")


def parse(document: Document) -> Iterator[Record]:
    """Yield the settings of the list and the latest full inspection of each."""
    book = open_workbook(document)
    new = [tab for tab in book.tabs if not book.matches(tab, (*LEVEL, *NOT_READ))]
    if new:
        raise book.changed(
            f"new tabs {new}; read them or name them among the tabs that are not read"
        )
    tab = book.only(*LEVEL)
    issue = Issue(
        as_at=_as_at(tab),
        public_on=day_of_issue(document, partial(published_on, book)),
        population=Population.UNCOUNTED,
    )
    listed: list[Setting] = []
    latest: list[Inspection] = []
    for row in book.table(tab, marks=MARKS, ignore=words.NOT_KEPT):
        listed.append(settings.setting(row, issue))
        latest.extend(visits.full_inspections(row, issue))
    for records in (listed, latest):
        refuse_repeats(document, records)
    refuse_contradictions(document, issue, listed, latest, ())
    yield from (*listed, *latest)


def recognises(document: Document) -> bool:
    """True for a workbook with the tab of a 30 September."""
    return any(Workbook.matches(tab, LEVEL) for tab in tab_names(document))


def _as_at(tab: str) -> date:
    """The day at the end of the tab's name, of which `recognises` has made sure."""
    return date(2000 + int(tab[-2:]), 9, 30)
