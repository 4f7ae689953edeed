"""What one workbook cannot say at once: days after its own, and tabs that deny each other."""

from collections.abc import Iterable, Iterator
from datetime import date

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual.tables import Issue
from db.records import Document, Inspection, Listing, Setting

ASK = "; download it again, and if the published file has it so, ask its publisher which is right"
OUTCOMES = (
    "inspected_on",
    "overall_experiences_and_progress",
    "interim_outcome",
    "supported_accommodation_outcome",
)
"""What two tabs may say of one inspection, and must say alike."""


def refuse_contradictions(
    document: Document,
    issue: Issue,
    settings: Iterable[Setting],
    latest: Iterable[Inspection],
    in_year: Iterable[Inspection],
) -> None:
    """Raise SourceChangedError, naming the row, for what no issue says in truth.

    A setting registered, or an inspection made, after the day of the register; an inspection of
    the year made outside it; a report that came out before the visit or after the issue; two tabs
    that differ in an inspection's day or outcome, or in who owns a setting. In the issues of 2022
    and 2025 no row of 26,000 does any of it.
    """
    owners = {setting.urn: setting for setting in settings}
    visits = [*latest, *in_year]
    for setting in owners.values():
        if setting.registered_on is not None and setting.registered_on > issue.as_at:
            _refuse(document, setting.cite, f"was registered on {setting.registered_on}", issue)
    for visit in visits:
        for problem in _of_days(visit, issue):
            _refuse(document, visit.cite, problem, issue)
        if visit.listing is Listing.LATEST:
            _refuse_another_owner(document, visit, owners.get(visit.urn))
    _refuse_two_outcomes(document, visits)


def _of_days(visit: Inspection, issue: Issue) -> Iterator[str]:
    if visit.inspected_on > issue.as_at:
        yield f"was inspected on {visit.inspected_on}"
    elif visit.listing is Listing.IN_YEAR and visit.inspected_on <= _a_year_before(issue.as_at):
        yield f"is listed in the year and was inspected on {visit.inspected_on}"
    if visit.public_on < visit.inspected_on:
        yield f"was inspected on {visit.inspected_on} and reported on {visit.public_on}, before it"
    if visit.public_on > issue.public_on:
        yield (f"was reported on {visit.public_on}, after this issue came out on {issue.public_on}")


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1)


def _refuse(document: Document, cite: str, problem: str, issue: Issue) -> None:
    raise SourceChangedError(
        document,
        cite.partition("#")[2],
        f"a row {problem}, which cannot be so in a register as at {issue.as_at}{ASK}",
    )


def _refuse_another_owner(document: Document, visit: Inspection, setting: Setting | None) -> None:
    if setting is not None and visit.owner_name != setting.owner_name:
        raise SourceChangedError(
            document,
            visit.cite.partition("#")[2],
            f"the owner of {visit.urn} is {visit.owner_name!r} here and {setting.owner_name!r} in"
            f" the register ({setting.cite.partition('#')[2]}){ASK}",
        )


def _refuse_two_outcomes(document: Document, visits: Iterable[Inspection]) -> None:
    first: dict[tuple[str | None, str], Inspection] = {}
    for visit in visits:
        other = first.setdefault((visit.event_number, visit.urn), visit)
        differing = [name for name in OUTCOMES if getattr(visit, name) != getattr(other, name)]
        if differing:
            raise SourceChangedError(
                document,
                visit.cite.partition("#")[2],
                f"inspection {visit.event_number} of {visit.urn} has another {differing} here than"
                f" in {other.cite.partition('#')[2]}{ASK}",
            )
