"""The lines of return RO3: their codes and headings, and what England spent on each.

`lines.csv` and `authorities.csv` are from MHCLG, Revenue outturn 2024-25, RO3 data by local
authority, second release of 4 December 2025 (Open Government Licence v3.0). Money is thousands of
pounds. What the release withholds, the agency staff of all England, is put together from the
classes of councils for which it is given.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

COLUMNS = {
    "empl": "Employees (C1)",
    "run-exp": "Running Expenses (C2)",
    "tot-exp": "Total Expenditure (C3 = C1 + C2)",
    "sfc": "Sales, Fees and Charges (C4)",
    "oth-inc": "Other Income (C5)",
    "tot-inc": "Total Income (C6 = C4 + C5)",
    "net-cur-exp": "Net Current Expenditure (C7 = C3 - C6)",
}
"""The seven columns of a line: the end of each one's code, and its heading."""


@dataclass(frozen=True, kw_only=True)
class Spent:
    """What was spent on one line and taken for it, in thousands of pounds."""

    employees: int
    running: int
    fees: int
    other: int

    def __add__(self, with_: "Spent") -> "Spent":
        """What both come to."""
        return Spent(
            employees=self.employees + with_.employees,
            running=self.running + with_.running,
            fees=self.fees + with_.fees,
            other=self.other + with_.other,
        )

    @property
    def columns(self) -> tuple[int, ...]:
        """The seven columns, in order."""
        gross, income = self.employees + self.running, self.fees + self.other
        return (
            self.employees,
            self.running,
            gross,
            self.fees,
            self.other,
            income,
            gross - income,
        )


NOTHING = Spent(employees=0, running=0, fees=0, other=0)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the return."""

    code: str
    """Its number on the form."""
    description: str
    """As the worksheet of one council has it."""
    key: str
    """What its columns' codes share: `csclkdres`; of one column alone, that column's."""
    heading: str
    adds_to: str
    """Key of the line of which it is a part; empty for none."""
    england: Spent
    """All of England in 2024-25."""

    @property
    def is_one_column(self) -> bool:
        """Whether it has one column, kept as running expenses, instead of seven."""
        return self.key.endswith(("-run-exp", "-net-cur-exp"))

    @property
    def codes(self) -> Sequence[str]:
        """The code of each of its columns."""
        if self.is_one_column:
            return [f"RO3-{self.key}"]
        return [f"RO3-{self.key}-{end}" for end in COLUMNS]

    @property
    def headings(self) -> Sequence[str]:
        """The heading of each of its columns."""
        if self.is_one_column:
            return [self.heading]
        return [f"{self.heading} - {column}" for column in COLUMNS.values()]


@dataclass(frozen=True, kw_only=True)
class Authority:
    """One authority that makes returns, as MHCLG codes it."""

    e_code: str
    ons_code: str
    name: str
    class_: str
    detailed_class: str


def label(year: int) -> str:
    """A financial year, by the year in which it begins, as it is written: 2024-25."""
    return f"{year}-{(year + 1) % 100:02}"


def _table(name: str) -> list[Mapping[str, str]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _line(row: Mapping[str, str]) -> Line:
    return Line(
        code=row["code"],
        description=row["description"],
        key=row["key"],
        heading=row["heading"],
        adds_to=row["adds_to"],
        england=Spent(
            **{name: int(row[name] or 0) for name in ("employees", "running", "fees", "other")}
        ),
    )


LINES = tuple(_line(row) for row in _table("lines.csv"))
"""Every line, in the order of the workbook."""

AUTHORITIES = tuple(
    Authority(
        e_code=row["e_code"],
        ons_code=row["ons_code"],
        name=row["name"],
        class_=row["class"],
        detailed_class=row["detailed_class"],
    )
    for row in _table("authorities.csv")
)
"""Every council with children's services, and a few others of each kind, by name."""

PRINTED_CODES = {"E08000038": "E08000016", "E08000039": "E08000019"}
"""Codes of councils whose older codes MHCLG still prints: Barnsley, Sheffield."""
