"""A workbook's lists held against the totals that the same workbook states of them.

A file that was cut short, or half of whose rows were filtered away, still looks like a workbook.
Its own totals tell. They are compared where they are wide: all settings, all children's homes,
and supported accommodation. Narrower ones hold too few rows: the 16 places that the first issue
of 2025 left out would be a fifteenth of those of secure homes.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crawlers.reading import plain
from crawlers.sources.ofsted_annual.tables import Issue
from crawlers.sources.ofsted_annual.totals import Stated
from crawlers.workbook import Workbook, place
from db.records import (
    Inspection,
    Judgement,
    Listing,
    Movement,
    Premises,
    ProvisionType,
    Setting,
    SupportedAccommodationOutcome,
)

CLOSE_ENOUGH = 0.01
"""How far a list may stand from the publisher's own total before the reading stops.

Lists and totals of 2022 and 2025 agree to the row, but for three: the first issue of 2025 left 16
places of 15,742 out of its total, which must not stop a reading; 2022 leaves two monitoring
visits that grade out of table 9a (536, where the tab has 538); and the openings and closures of
2025 come to 21 settings of 5,600 more than the register grew by. (Those of 2023 come to 6 of
3,812 more, of 2022 to none.) All are below half a hundredth; half a list is far above.
"""
FEW = 2
"""Rows by which a list may differ though they are more than that: 2022's two visits are a pair.

Grades are few (some 50 homes were Inadequate in 2025), and one corrected row is no damage.
"""
A_TENTH = 0.1
"""Of a total below twenty, two rows would be more than a tenth: there, every row counts."""
HOMES = frozenset(
    {
        ProvisionType.CHILDRENS_HOME,
        ProvisionType.SECURE_CHILDRENS_HOME,
        ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
    }
)
EVERYBODY = frozenset(ProvisionType)
WHOM: Mapping[str, frozenset[ProvisionType]] = {
    "all": EVERYBODY,
    "all providers": EVERYBODY,
    "all children's homes": HOMES,
    "all children's home": HOMES,
    "supported accommodation": frozenset({ProvisionType.SUPPORTED_ACCOMMODATION}),
}
"""Whom the wide totals count, in the words of headings and titles."""
_SETTINGS = re.compile(r".*number of children's social care providers.*", re.IGNORECASE)
_PLACES = re.compile(r".*number of children's social care places.*", re.IGNORECASE)
_LATEST = re.compile(r"latest .*(?:judgement|outcome) for (.+)")
_IN_YEAR = re.compile(r".*judgement of (.+) inspections")
OUTCOMES = {plain(word) for word in (*Judgement, *SupportedAccommodationOutcome)}
WHAT_TO_DO = (
    "the file is cut short or the table has changed its scope: download it again, and read its"
    " notes"
)


@dataclass(frozen=True, kw_only=True)
class Lists:
    """What a workbook lists, each with the tab that it stands in."""

    register_tab: str
    register: Sequence[Setting]
    latest_tab: str
    latest: Sequence[Inspection]
    """With those before the latest, where 2024 states them."""
    in_year_tab: str
    in_year: Sequence[Inspection]
    movements_tab: str
    movements: Sequence[Movement]


def refuse_disagreement(
    book: Workbook, issue: Issue, lists: Lists, stated: Sequence[Stated]
) -> None:
    """Raise SourceChangedError for a list that is not what the workbook's own totals make it.

    Compared, as at the register's day or for the year that ended then: settings with table 6a,
    their places with 6b, latest grades with 8a and 8b and latest outcomes of supported
    accommodation with 8o, the year's grades of homes with 9a; openings and closures, which have
    no table, with the growth of table 6a since the year before. The number of all settings must
    be stated. Any other table, day or column that an issue lacks, or marks as not published,
    is compared with nothing: 2022 has no supported accommodation. So are all CSV files, which
    hold no totals.
    """
    now = [one for one in stated if one.total.period_to == issue.as_at]
    a_year_before = issue.as_at.replace(year=issue.as_at.year - 1)
    everybody = _number_of_all_settings(now, issue.as_at)
    if everybody is None:
        raise book.changed(
            f"the workbook states no total number of providers at {issue.as_at}; without it nobody"
            " can tell whether the register is whole: download it again, and read its notes"
        )
    for one in (everybody, *now):
        counted = _counted(one, lists)
        if counted is not None:
            _refuse_difference(book, one, *counted)
    earlier = _number_of_all_settings(stated, a_year_before)
    if earlier is not None:
        _refuse_growth_without_movements(book, lists, everybody, earlier)


def refuse_premises_far_from_the_register(
    book: Workbook, tab: str, premises: Sequence[Premises], registered: Sequence[Setting]
) -> None:
    """Raise SourceChangedError where the register counts more premises, or fewer, than are listed.

    No table counts them; the register says of each setting how many it has.
    """
    stated = sum(setting.supported_accommodation_premises or 0 for setting in registered)
    if not is_close(len(premises), stated):
        raise book.changed(
            f"tab {tab!r} lists {len(premises):,} premises where the register counts {stated:,};"
            f" {WHAT_TO_DO}"
        )


def _number_of_all_settings(stated: Iterable[Stated], day: date) -> Stated | None:
    return next(
        (
            one
            for one in stated
            if one.total.period_to == day
            and one.total.value is not None
            and _SETTINGS.fullmatch(one.total.table)
            and plain(one.total.measure) == "all"
        ),
        None,
    )


def _counted(one: Stated, lists: Lists) -> tuple[str, int, str] | None:
    """The tab, our count and what it counts, for one total; None where nothing is comparable."""
    table, measure = one.total.table, plain(one.total.measure)
    if _SETTINGS.fullmatch(table) and measure in WHOM:
        settings = [s for s in lists.register if s.provision_type in WHOM[measure]]
        return lists.register_tab, len(settings), "settings"
    if _PLACES.fullmatch(table) and measure in WHOM:
        places = [s.places or 0 for s in lists.register if s.provision_type in WHOM[measure]]
        return lists.register_tab, sum(places), "places"
    for pattern, tab, visits in (
        (_LATEST, lists.latest_tab, lists.latest),
        (_IN_YEAR, lists.in_year_tab, lists.in_year),
    ):
        title = pattern.fullmatch(plain(table))
        if title and title[1] in WHOM and measure in OUTCOMES:
            found = [
                visit
                for visit in visits
                if visit.provision_type in WHOM[title[1]] and visit.listing is not Listing.PREVIOUS
            ]
            return tab, sum(measure in _concluded(visit) for visit in found), "judgements"
    return None


def _concluded(visit: Inspection) -> set[str]:
    outcomes = (visit.overall_experiences_and_progress, visit.supported_accommodation_outcome)
    return {plain(outcome) for outcome in outcomes if outcome is not None}


def _refuse_difference(book: Workbook, one: Stated, tab: str, count: int, what: str) -> None:
    if not is_close(count, one.total.value):
        raise book.changed(
            f"tab {tab!r} lists {count:,} {what} where {_stated(one)}; {WHAT_TO_DO}", _place(one)
        )


def _refuse_growth_without_movements(
    book: Workbook, lists: Lists, now: Stated, before: Stated
) -> None:
    """Hold openings less closures against what the register grew by, beside its whole size."""
    opened = sum(movement.joined for movement in lists.movements)
    closed = sum(movement.left for movement in lists.movements)
    made = (before.total.value or 0) + opened - closed
    if not is_close(made, now.total.value):
        raise book.changed(
            f"tab {lists.movements_tab!r} lists {opened:,} openings and {closed:,} closures, which"
            f" make {made:,} settings of the {before.total.value:,} a year before (cell"
            f" {before.cell}), where {_stated(now)}; {WHAT_TO_DO}",
            _place(now),
        )


def is_close(count: int, stated: int | None) -> bool:
    """True when a list of so many rows may be the one of which a total is stated, or none is."""
    if stated is None:
        return True
    few = FEW if stated >= FEW / A_TENTH else 0
    return abs(count - stated) <= max(few, CLOSE_ENOUGH * stated)


def _stated(one: Stated) -> str:
    return (
        f"the workbook's own {one.table} states {one.total.value:,} (tab {one.tab!r}, cell"
        f" {one.cell}: {one.total.measure!r} of {one.total.table!r})"
    )


def _place(one: Stated) -> str:
    return f"{place(one.tab)}row={one.row}"
