"""Rows and totals of a workbook's tabs, read with a reader that is not ours."""

from collections.abc import Sequence

from crawlers.rehearsal.forms.ofsted.issues import Issue
from tests.crawlers.rehearsal.ofsted_files import tabs

LEVEL, IN_YEAR, PLACES = "Provider_level_at_31_Mar", "Provider_level_in_year", "Providers+places_at"
PREMISES, MOVED = "SA_Premises_at", "Leavers+Joiners_at"
OWNER = "Organisation which owns the provider"
OVERALL = "Overall experiences and progress of children and young people"
OUTCOME = "Supported Accommodation outcome"
KIND, IN_YEAR_KIND = "Latest Full inspection event type", "Inspection event type"
HOMES = (
    "children's home",
    "secure children's home",
    "residential special school (registered as a children's home)",
)
Row = dict[str, object]


def tab(issue: Issue, beginning: str) -> Sequence[Sequence[object]]:
    """Every row of the tab whose name begins so."""
    return next(rows for name, rows in tabs(issue).items() if name.startswith(beginning))


def listed(issue: Issue, beginning: str) -> list[Row]:
    """The rows of a list, by heading."""
    found = tab(issue, beginning)
    headings = [str(heading).strip() for heading in found[3]]
    return [dict(zip(headings, row, strict=True)) for row in found[4:]]


def row_of(issue: Issue, beginning: str, urn: str) -> Row:
    """The first row of a setting in a list."""
    return next(row for row in listed(issue, beginning) if number(row) == urn)


def totals(issue: Issue, beginning: str, table: str) -> list[Row]:
    """The first two rows of one of the publisher's own tables: the year, and the year before."""
    found = tab(issue, beginning)
    at = next(at for at, row in enumerate(found) if str(row[0]).startswith(f"Table {table}:"))
    headings = [str(heading) for heading in found[at + 1]]
    return [dict(zip(headings, row, strict=True)) for row in found[at + 2 : at + 4]]


def number(row: Row) -> str:
    """A row's registration number as text."""
    urn = row["URN"]
    return urn if isinstance(urn, str) else f"{urn:.0f}"


def is_home(row: Row) -> bool:
    """Whether a row is of a home of any kind."""
    return str(row["Provision type"]).casefold() in HOMES
