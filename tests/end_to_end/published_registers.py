"""What the truth says Ofsted published of settings, visits, premises and movements."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted.publication_days import CORRECTIONS, january, july
from crawlers.rehearsal.world.settings import Inspection, Setting
from db.records import Listing, Population, ProvisionType
from tests.end_to_end.beside import Asked, Row

FIRST_YEAR, FIRST_JANUARY = 2017, 2026
INSPECTED_ONLY = frozenset({2017, 2018, 2019, 2020})
"""Years whose list leaves out whom nobody had inspected yet; that of 2018 has the others beside."""
FULL_BESIDE = frozenset({2018})
SUSPENSIONS_SINCE = date(2020, 3, 31)
"""Before it every setting that is open is listed as active."""
ADEQUATE_UNTIL, ADEQUATE_BEFORE = date(2018, 3, 31), date(2015, 4, 1)
"""Tables up to the first day call visits before the second Adequate that required improvement."""
PREVIOUS_IN = 2024
PREMISES_SINCE = 2025
WAYS_IN = frozenset({2017, 2018, *range(2023, 2100)})
"""Years that say how a setting left, and where its registration stood as the year began."""
REASONS_SINCE = 2023
_TYPES = {one.casefold(): one for one in ProvisionType}


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One list of settings: the day it describes, when it came out, and whom it covers."""

    as_at: date
    public_on: date
    population: Population = Population.FULL

    @property
    def published_by(self) -> date:
        """The day by which a report must be out for the list to count it."""
        months = {3: date(self.as_at.year, 4, 30), 9: date(self.as_at.year, 10, 31)}
        return months[self.as_at.month]

    def has(self, since: int, *but: int) -> bool:
        """Whether a column is there that lists have had since a year, but for some years."""
        return self.as_at.year >= since and self.as_at.year not in but

    @property
    def is_marchs(self) -> bool:
        """Whether it is one of the yearly lists."""
        return self.as_at.month == 3


def _issues(asked: Asked) -> Iterator[Issue]:
    """The lists that are out; a corrected one stands for the one that it corrects."""
    for year in range(FIRST_YEAR, asked.today.year + 1):
        corrected_on = CORRECTIONS.get(year, july(year))
        on = corrected_on if corrected_on <= asked.today else july(year)
        as_at = date(year, 3, 31)
        if on <= asked.today and year in INSPECTED_ONLY:
            yield Issue(as_at=as_at, public_on=on, population=Population.INSPECTED_ONLY)
        if on <= asked.today and (year not in INSPECTED_ONLY or year in FULL_BESIDE):
            yield Issue(as_at=as_at, public_on=on)
        if year >= FIRST_JANUARY and january(year) <= asked.today:
            as_at = date(year - 1, 9, 30)
            yield Issue(as_at=as_at, public_on=january(year), population=Population.UNCOUNTED)


def settings(asked: Asked) -> Iterator[Row]:
    """Yield each setting of each list that is out."""
    for issue in _issues(asked):
        for one in asked.world.settings:
            is_listed = issue.population is not Population.INSPECTED_ONLY or _full(
                asked, issue, one
            )
            if one.is_open(issue.as_at) and is_listed:
                yield _setting(asked, issue, one)


def _setting(asked: Asked, issue: Issue, one: Setting) -> Row:
    day, council = issue.as_at, asked.world.council[one.council]
    body = asked.world.body.get(one.owner_on(day) or "")
    owner = _owner(one, day) if issue.has(2018) else None
    is_supported = one.is_one_of(words.SUPPORTED)
    buildings = sum(
        each.opened_on <= day and (each.closed_on is None or each.closed_on > day)
        for each in one.premises
    )
    return {
        "public_on": issue.public_on,
        "as_at": day,
        "population": issue.population,
        "urn": one.urn,
        "name": one.name,
        "provision_type": _TYPES[one.provision_type.casefold()],
        "registered_on": one.registered_on if issue.has(2019) else None,
        "registration_status": _status(one, day),
        "ofsted_region": council.ofsted_region,
        "government_office_region": council.region,
        "local_authority": council.on(day).ofsted_name,
        "sector": one.sector,
        "places": one.places_on(day),
        "supported_accommodation_premises": (
            buildings if issue.has(2024) and is_supported else None
        ),
        "short_breaks_only": (one.short_breaks_only if issue.has(2017, 2018, 2019, 2020) else None),
        "multi_building": one.multi_building if issue.has(2023) else None,
        "linked_education_urn": (
            None if one.linked_education_urn is None else str(one.linked_education_urn)
        ),
        "owner_name": owner,
        "owner_company_number": _written(owner, body and body.number),
        "owner_charity_number": _written(owner, body and body.charity_number),
    }


def _owner(one: Setting, day: date) -> str | None:
    """What stands for its owner: a number where a spreadsheet made one of the name."""
    written = one.owner_text_at(day)
    return None if written is None else str(written).strip()


def _written(owner: str | None, number: str | None) -> str | None:
    """A body's number, where Ofsted wrote it into the owner's text."""
    return number if owner and number and number in owner else None


def _status(one: Setting, day: date) -> str:
    """Where a registration stands; before some day, nobody is suspended."""
    if one.left_on is not None and one.left_on <= day:
        return one.left_by or words.RESIGNED
    is_shown = day >= SUSPENSIONS_SINCE
    return words.SUSPENDED if is_shown and one.is_suspended(day) else words.ACTIVE


def _full(asked: Asked, issue: Issue, one: Setting) -> list[Inspection]:
    """A setting's full inspections that a list counts, oldest first."""
    return [
        visit
        for visit in asked.world.inspections_of.get(one.urn, ())
        if visit.kind == words.FULL
        and visit.inspected_on <= issue.as_at
        and visit.published_on <= issue.published_by
    ]


def visits(asked: Asked) -> Iterator[Row]:
    """Yield each visit of each table that is out: the latest of each setting, and the year's."""
    for issue in _issues(asked):
        if issue.as_at.year in FULL_BESIDE and issue.population is Population.FULL:
            continue  # beside the list of the inspected, which has the visits
        for one in asked.world.settings:
            found = _full(asked, issue, one) if one.is_open(issue.as_at) else []
            if found:
                yield _visit(asked, issue, one, found[-1], Listing.LATEST)
            if issue.is_marchs and issue.as_at.year == PREVIOUS_IN and len(found) > 1:
                yield _visit(asked, issue, one, found[-2], Listing.PREVIOUS)
        if issue.is_marchs:
            yield from _in_year(asked, issue)


def _in_year(asked: Asked, issue: Issue) -> Iterator[Row]:
    first_day = date(issue.as_at.year - 1, 4, 1)
    for visit in asked.world.inspections:
        is_in_it = first_day <= visit.inspected_on <= issue.as_at
        if is_in_it and visit.published_on <= issue.published_by:
            setting = asked.world.setting[visit.urn]
            yield _visit(asked, issue, setting, visit, Listing.IN_YEAR)


def _visit(asked: Asked, issue: Issue, one: Setting, visit: Inspection, listing: Listing) -> Row:
    day = issue.as_at
    owner_since = 2019 if listing is Listing.IN_YEAR else 2018

    def grade(written: str | None) -> str | None:
        is_old = day <= ADEQUATE_UNTIL and visit.inspected_on < ADEQUATE_BEFORE
        return "Adequate" if is_old and written == words.REQUIRES_IMPROVEMENT else written

    return {
        "public_on": visit.published_on,
        "event_number": str(visit.event_number),
        "urn": visit.urn,
        "listing": listing,
        "listed_at": day,
        "event_type": visit.kind,
        "inspected_on": visit.inspected_on,
        "provision_type": _TYPES[one.provision_type.casefold()],
        "registration_status": _status(one, day),
        "local_authority": asked.world.council[one.council].on(day).ofsted_name,
        "sector": one.sector,
        "owner_name": _owner(one, day) if issue.has(owner_since) else None,
        "overall_experiences_and_progress": grade(visit.overall),
        "supported_accommodation_outcome": visit.outcome,
        "education_outcomes": grade(visit.education) if issue.has(2019) else None,
        "health_services": grade(visit.health) if issue.has(2020) else None,
        "helped_and_protected": grade(visit.helped_and_protected),
        "leaders_and_managers": grade(visit.leaders_and_managers),
    }


def premises(asked: Asked) -> Iterator[Row]:
    """Yield each building of supported accommodation of each list that has them."""
    for issue in _issues(asked):
        if not issue.is_marchs or not issue.has(PREMISES_SINCE):
            continue
        day = issue.as_at
        for one in asked.world.settings:
            for each in one.premises if one.is_open(day) else ():
                if each.opened_on <= day and (each.closed_on is None or each.closed_on > day):
                    council = asked.world.council[each.council]
                    yield {
                        "public_on": issue.public_on,
                        "as_at": day,
                        "population": Population.FULL,
                        "urn": one.urn,
                        "registration_status": _status(one, day),
                        "service_category": f"Category {each.category}",
                        "places": each.places,
                        "ofsted_region": council.ofsted_region.replace(",", ""),
                        "government_office_region": council.region,
                        "local_authority": council.on(day).ofsted_name,
                        "sector": one.sector,
                        "owner_name": _owner(one, day),
                    }


def movements(asked: Asked) -> Iterator[Row]:
    """Yield who joined and who left the register within each year that is out."""
    for issue in _issues(asked):
        is_beside = issue.as_at.year in FULL_BESIDE and issue.population is Population.FULL
        if issue.is_marchs and not is_beside:
            for one in asked.world.settings:
                yield from _movement(asked, issue, one)


def _movement(asked: Asked, issue: Issue, one: Setting) -> Iterator[Row]:
    year_to = issue.as_at
    since = date(year_to.year - 1, 4, 1)
    joined = since <= one.registered_on <= year_to
    left_on = one.left_on if one.left_on and since <= one.left_on <= year_to else None
    if not joined and left_on is None:
        return
    tells_how = year_to.year in WAYS_IN
    how = (one.left_by or words.RESIGNED) if left_on and tells_how else None
    yield {
        "public_on": issue.public_on,
        "urn": one.urn,
        "year_to": year_to,
        "moved_on": one.registered_on if joined else left_on,
        "joined": joined,
        "left": left_on is not None,
        "opened_on": one.registered_on,
        "resigned_on": left_on if how == words.RESIGNED else None,
        "closed_on": left_on if how else None,
        "cancelled_on": left_on if how == words.CANCELLED else None,
        "left_on": left_on,
        "provision_type": _TYPES[one.provision_type.casefold()],
        "sector": one.sector,
        "local_authority": asked.world.council[one.council].on(year_to).ofsted_name,
        "places": one.places_on(left_on or year_to),
        "status_before": (
            _status(one, date(year_to.year - 1, 3, 31)) if tells_how and not joined else None
        ),
        "status_after": _status(one, year_to),
        "reason": _reason(joined=joined, left=left_on is not None)
        if year_to.year >= REASONS_SINCE
        else None,
    }


def _reason(*, joined: bool, left: bool) -> str:
    if joined and left:
        return "Joiner and Leaver in current reporting period"
    if joined:
        return "In current dataset as active, not in previous year"
    return "In previous year, not in current dataset (closed date in Year)"
