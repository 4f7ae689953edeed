"""What filed accounts show, told without any reader of ours: the truth that readers are held to.

Of real documents it is the facts of `golden_values.csv`, each checked when the file was made; of
generated ones it is what stands on the pages, before any software wrote or tagged them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from crawlers.rehearsal.calibration import SIZES
from crawlers.rehearsal.forms.accounts.composition import report
from crawlers.rehearsal.forms.accounts.document import XHTML, document_body
from crawlers.rehearsal.forms.accounts.printed import At, Due, Fact, Figure, Report, Table
from crawlers.rehearsal.forms.accounts.told import told
from crawlers.rehearsal.making.market import make_world
from crawlers.rehearsal.world.books import Accounts, Medium
from crawlers.rehearsal.world.books import Scope as ScopeOfBooks
from crawlers.rehearsal.world.world import World
from db.records.accounts_words import Measure, Scope

GOLDEN = Path(__file__).parents[3] / "shared" / "data" / "companies_house" / "accounts"
GENERATED = 400
"""How many generated filings are read: enough for every kind, few enough for a minute or two."""
WITHIN = frozenset({"CurrentFinancialInstruments", "WithinOneYear"})
AFTER = frozenset({"Non-currentFinancialInstruments", "AfterOneYear"})
DUE = {Due.WITHIN_A_YEAR: WITHIN, Due.AFTER: AFTER}
GROUPS_FLOWS = ("03694027", "04184222")
"""Real groups whose software tags the group's flows without a dimension, but for the profit for
the year: read on their pages, where the company has no profit and loss account of its own."""
MEANT = {
    "AverageNumberEmployeesDuringPeriod": Measure.EMPLOYEES,
    "PropertyPlantEquipment": Measure.TANGIBLE_ASSETS,
    "Debtors": Measure.DEBTORS,
    "CashBankOnHand": Measure.CASH,
    "CurrentAssets": Measure.CURRENT_ASSETS,
    "NetCurrentAssetsLiabilities": Measure.NET_CURRENT_ASSETS,
    "TotalAssetsLessCurrentLiabilities": Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
    "NetAssetsLiabilities": Measure.NET_ASSETS,
    "Equity": Measure.EQUITY,
    "MembersFunds": Measure.EQUITY,
    "TurnoverRevenue": Measure.TURNOVER,
    "OtherOperatingIncomeFormat1": Measure.OTHER_OPERATING_INCOME,
    "OtherOperatingIncomeFormat2": Measure.OTHER_OPERATING_INCOME,
    "CostSales": Measure.COST_OF_SALES,
    "GrossProfitLoss": Measure.GROSS_PROFIT,
    "AdministrativeExpenses": Measure.ADMINISTRATIVE_EXPENSES,
    "StaffCostsEmployeeBenefitsExpense": Measure.STAFF_COSTS,
    "OperatingProfitLoss": Measure.OPERATING_PROFIT,
    "ProfitLossOnOrdinaryActivitiesBeforeTax": Measure.PROFIT_BEFORE_TAX,
    "TaxTaxCreditOnProfitOrLossOnOrdinaryActivities": Measure.TAX,
    "ProfitLoss": Measure.PROFIT_FOR_YEAR,
}
"""Which line each concept without dimensions is, written for this comparison alone."""

Lines = Mapping[tuple[Measure, date], Mapping[Scope, int]]
"""What is shown of a line at the end of a period, of whom."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One document and what it shows."""

    name: str
    """Such as the register's products give it."""
    body: bytes
    lines: Lines
    ends: tuple[date, ...]
    """The last day of the period reported, and of the one before."""
    is_whole: bool
    """Whether all that the document shows is known, so that anything else is spurious."""
    rounding: int = 1
    """Pounds: what is printed in thousands is right to a thousand."""


def real() -> Iterator[Shown]:
    """The real documents whose facts were checked; none where they are not at hand."""
    path = GOLDEN / "golden_values.csv"
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in dict.fromkeys(row["file"] for row in rows):
        lines: dict[tuple[Measure, date], dict[Scope, int]] = {}
        for row in rows:
            members = {part.rpartition("=")[2] for part in row["dimensions"].split(";")}
            measure = _meant(row["concept"], frozenset(members - {"Consolidated", ""}))
            if row["file"] == name and measure is not None:
                value = abs(int(row["value"])) if measure.is_a_cost else int(row["value"])
                shown = lines.setdefault((measure, date.fromisoformat(row["end"])), {})
                shown[_scope(name, measure, members)] = value
        yield Shown(
            name=name,
            body=(GOLDEN / name).read_bytes(),
            lines=lines,
            ends=_latest_two(lines),
            is_whole=False,
        )


def generated(seed: int) -> Iterator[Shown]:
    """Tagged filings of every kind that a small market of the rehearsal has, evenly picked."""
    world = make_world(seed, SIZES["small"])
    tagged = [one for one in world.accounts if one.medium is Medium.TAGGED]
    step = max(len(tagged) // GENERATED, 1)
    for number, accounts in enumerate(tagged[::step]):
        yield _generated(world, accounts, number)


def _scope(name: str, measure: Measure, members: set[str]) -> Scope:
    """Whose a real fact is."""
    is_a_flow = not measure.is_of_a_day and measure is not Measure.PROFIT_FOR_YEAR
    if "Consolidated" in members or (is_a_flow and name.split("_")[2] in GROUPS_FLOWS):
        return Scope.GROUP
    return Scope.COMPANY


def _generated(world: World, accounts: Accounts, number: int) -> Shown:
    """One filing as it is served, and what stands on its pages."""
    laid_out = report(told(world, accounts))
    lines: dict[tuple[Measure, date], dict[Scope, int]] = {}
    for fact, figure in _facts(laid_out):
        due = frozenset[str]() if fact.due is None else DUE[fact.due]
        members = frozenset(member.rpartition(":")[2] for _, member in fact.members)
        measure = _meant(fact.concept.rpartition(":")[2], members | due)
        if measure is not None and fact.when.at is not At.START:
            scope = Scope.GROUP if fact.scope is ScopeOfBooks.GROUP else Scope.COMPANY
            _, end = laid_out.years[fact.when.year]
            lines.setdefault((measure, end), {})[scope] = figure.amount
    return Shown(
        name=f"Prod224_{number:04d}_{accounts.company}_{accounts.end:%Y%m%d}.html",
        body=document_body(world, accounts, XHTML),
        lines=lines,
        ends=tuple(end for _, end in laid_out.years[:2]),
        is_whole=True,
        rounding=1000 if laid_out.in_thousands else 1,
    )


def _facts(laid_out: Report) -> Iterator[tuple[Fact, Figure]]:
    """Every figure with a meaning that stands on a page; of a line said twice, the last."""
    for page in laid_out.pages:
        for block in page.blocks:
            if isinstance(block, Table):
                for row in block.rows:
                    for cell in row.cells:
                        if isinstance(cell, Figure) and cell.fact is not None:
                            yield cell.fact, cell


def _meant(concept: str, members: frozenset[str]) -> Measure | None:
    """The line that a concept with those members is; None of others."""
    if concept == "Creditors" and members:
        if members <= WITHIN:
            return Measure.CREDITORS_WITHIN_ONE_YEAR
        return Measure.CREDITORS_AFTER_ONE_YEAR if members <= AFTER else None
    return None if members else MEANT.get(concept)


def _latest_two(lines: Lines) -> tuple[date, ...]:
    """The last day of the period reported, and the last one about a year before."""
    ends = sorted({end for _, end in lines}, reverse=True)
    before = [end for end in ends if end <= ends[0] - timedelta(days=300)]
    return (ends[0], *before[:1])
