"""Settings for which grounds to cancel might be suspected, by what is published of them.

Only the regulator knows what it suspects. Three proxies stand in, each wider than the last;
none is the statute's own test, and a page that shows one names it.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.records import (
    EventType,
    Inspection,
    InterimOutcome,
    Judgement,
    ProvisionType,
    RegistrationStatus,
    Setting,
    SupportedAccommodationOutcome,
)

PART_2_PROVISION = frozenset(
    {
        ProvisionType.CHILDRENS_HOME,
        ProvisionType.SECURE_CHILDRENS_HOME,
        ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
        ProvisionType.RESIDENTIAL_FAMILY_CENTRE,
        ProvisionType.INDEPENDENT_FOSTERING_AGENCY,
        ProvisionType.VOLUNTARY_ADOPTION_AGENCY,
        ProvisionType.ADOPTION_SUPPORT_AGENCY,
        ProvisionType.HOLIDAY_SCHEME,
        ProvisionType.SUPPORTED_ACCOMMODATION,
    }
)
"""What is registered under Part 2 of the Care Standards Act 2000, which s.23A speaks of.

Boarding schools, residential special schools and colleges are inspected under the Children
Act 1989 instead, and secure training centres under their contracts.
"""


class Proxy(StrEnum):
    """Which published outcomes count, narrowest first. Each counts all that the one before does."""

    GRADES = "grades alone"
    """Inadequate at the latest full inspection."""
    STRICT = "strict"
    """Also: serious or widespread weaknesses (supported accommodation); suspended."""
    WIDE = "wide"
    """Also: requires improvement; inconsistent quality; declined at an interim inspection."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Why one setting counts: the narrowest proxy that it meets, in words, with its place."""

    setting: Setting
    proxy: Proxy
    claim: str
    cite: str
    since: date | None
    """The day of the inspection; None for a suspension, whose day is not published."""
    later_visit: Inspection | None
    """A later visit that gave no grade, to be shown beside the outcome."""


def latest_graded(visits: tuple[Inspection, ...]) -> Inspection | None:
    """The latest visit that gave an overall grade or a supported-accommodation outcome.

    Ofsted counts a graded monitoring visit as the latest full inspection too (one setting in
    2025, two in 2022). None when no visit gave either.
    """
    graded = [
        visit
        for visit in visits
        if visit.overall_experiences_and_progress or visit.supported_accommodation_outcome
    ]
    return max(graded, key=lambda visit: visit.inspected_on, default=None)


def outcome(setting: Setting, visits: tuple[Inspection, ...]) -> Outcome | None:
    """Why a setting counts on the narrowest proxy that it meets; None when it meets none.

    `visits` are all inspections of the setting that are known and dated to the day in question.
    """
    if setting.provision_type not in PART_2_PROVISION:
        return None
    latest = latest_graded(visits)
    later = _later_visit(latest, visits)
    for proxy, found in (
        (Proxy.GRADES, _graded(latest, Judgement.INADEQUATE)),
        (Proxy.STRICT, _accommodation(latest, SupportedAccommodationOutcome.SERIOUS_OR_WIDESPREAD)),
        (Proxy.STRICT, _suspended(setting)),
        (Proxy.WIDE, _graded(latest, Judgement.REQUIRES_IMPROVEMENT)),
        (Proxy.WIDE, _accommodation(latest, SupportedAccommodationOutcome.INCONSISTENT)),
        (Proxy.WIDE, _declined(latest, visits)),
    ):
        if found is not None:
            claim, cite, since = found
            return Outcome(
                setting=setting,
                proxy=proxy,
                claim=claim,
                cite=cite,
                since=since,
                later_visit=later if later is None or later.cite != cite else None,
            )
    return None


def counts(outcome: Outcome, proxy: Proxy) -> bool:
    """True when an outcome counts on `proxy`."""
    order = list(Proxy)
    return order.index(outcome.proxy) <= order.index(proxy)


_Found = tuple[str, str, date | None] | None


def _graded(latest: Inspection | None, grade: Judgement) -> _Found:
    if latest is None or latest.overall_experiences_and_progress is not grade:
        return None
    claim = f"judged {grade} at its latest {_called(latest)}, {_day(latest.inspected_on)}"
    return claim, latest.cite, latest.inspected_on


def _accommodation(latest: Inspection | None, found: SupportedAccommodationOutcome) -> _Found:
    if latest is None or latest.supported_accommodation_outcome is not found:
        return None
    claim = f"'{found}' at its latest {_called(latest)}, {_day(latest.inspected_on)}"
    return claim, latest.cite, latest.inspected_on


def _suspended(setting: Setting) -> _Found:
    if setting.registration_status is not RegistrationStatus.SUSPENDED:
        return None
    return f"registration suspended as at {_day(setting.as_at)}", setting.cite, None


def _declined(latest: Inspection | None, visits: tuple[Inspection, ...]) -> _Found:
    after = latest.inspected_on if latest else date.min
    interim = [v for v in visits if v.interim_outcome and v.inspected_on > after]
    last = max(interim, key=lambda visit: visit.inspected_on, default=None)
    if last is None or last.interim_outcome is not InterimOutcome.DECLINED:
        return None
    return (
        f"declined effectiveness at its interim inspection, {_day(last.inspected_on)}",
        last.cite,
        last.inspected_on,
    )


def _later_visit(latest: Inspection | None, visits: tuple[Inspection, ...]) -> Inspection | None:
    if latest is None:
        return None
    later = [visit for visit in visits if visit.inspected_on > latest.inspected_on]
    return max(later, key=lambda visit: visit.inspected_on, default=None)


def _called(visit: Inspection) -> str:
    """A graded visit as Ofsted calls it, so that nobody takes a monitoring visit for a full one."""
    kind = str(visit.event_type).lower()
    return kind if visit.event_type is EventType.FULL else f"graded visit, a {kind}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
