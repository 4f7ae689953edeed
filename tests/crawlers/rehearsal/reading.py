"""The rehearsal's issues read back with a reader that is not ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from python_calamine import CalamineWorkbook

from crawlers.rehearsal.annual_workbook import issues

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
GRADES = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
OUTCOMES = (
    "Consistently strong service delivery",
    "Inconsistent quality of service delivery",
    "Serious or widespread weaknesses",
)
Row = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Book:
    tabs: dict[str, Sequence[Sequence[object]]]

    def tab(self, beginning: str) -> Sequence[Sequence[object]]:
        return next(rows for name, rows in self.tabs.items() if name.startswith(beginning))

    def rows(self, beginning: str) -> list[Row]:
        tab = self.tab(beginning)
        headings = [str(heading).strip() for heading in tab[3]]
        return [dict(zip(headings, row, strict=True)) for row in tab[4:]]

    def row(self, beginning: str, urn: str) -> Row:
        return next(row for row in self.rows(beginning) if number(row) == urn)

    def totals(self, beginning: str, table: str) -> list[Row]:
        tab = self.tab(beginning)
        at = next(at for at, row in enumerate(tab) if str(row[0]).startswith(f"Table {table}:"))
        headings = [str(heading) for heading in tab[at + 1]]
        return [dict(zip(headings, row, strict=True)) for row in tab[at + 2 : at + 4]]


def book(body: bytes) -> Book:
    workbook = CalamineWorkbook.from_filelike(BytesIO(body))
    return Book(
        tabs={
            name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in workbook.sheet_names
        }
    )


def written(seed: int) -> list[bytes]:
    bodies: list[bytes] = []
    for issue in issues(seed):
        file = BytesIO()
        issue.write(file)
        bodies.append(file.getvalue())
    return bodies


def number(row: Row) -> str:
    urn = row["URN"]
    return urn if isinstance(urn, str) else f"{urn:.0f}"


def is_home(row: Row) -> bool:
    return str(row["Provision type"]).casefold() in HOMES
