"""The mistakes of stream-read-xbrl and ours, line by line, on the same documents.

A line is compared where the document shows it: the company's, or else the group's. Theirs is looked
for in the row of its period, ours among the chosen figures. Wrong is any other value; missed is
none; spurious is a value for a line that the document does not show, which is only known of
generated documents. The tables are printed as `docs/reading-accounts-mistakes.md` has them.

The promise: no wrong and no spurious value of ours, on either.
"""

import sys
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from crawlers.accounts.filing import read_filing
from db.records.accounts_words import Measure, Scope
from tests.bench.measuring import asked, promise, say
from tests.bench.shown import Shown, generated, real

FIELDS = {
    "average_number_employees_during_period": Measure.EMPLOYEES,
    "tangible_fixed_assets": Measure.TANGIBLE_ASSETS,
    "debtors": Measure.DEBTORS,
    "cash_bank_in_hand": Measure.CASH,
    "current_assets": Measure.CURRENT_ASSETS,
    "creditors_due_within_one_year": Measure.CREDITORS_WITHIN_ONE_YEAR,
    "creditors_due_after_one_year": Measure.CREDITORS_AFTER_ONE_YEAR,
    "net_current_assets_liabilities": Measure.NET_CURRENT_ASSETS,
    "total_assets_less_current_liabilities": Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES,
    "net_assets_liabilities_including_pension_asset_liability": Measure.NET_ASSETS,
    "shareholder_funds": Measure.EQUITY,
    "turnover_gross_operating_revenue": Measure.TURNOVER,
    "other_operating_income": Measure.OTHER_OPERATING_INCOME,
    "cost_sales": Measure.COST_OF_SALES,
    "gross_profit_loss": Measure.GROSS_PROFIT,
    "administrative_expenses": Measure.ADMINISTRATIVE_EXPENSES,
    "staff_costs": Measure.STAFF_COSTS,
    "operating_profit_loss": Measure.OPERATING_PROFIT,
    "profit_loss_on_ordinary_activities_before_tax": Measure.PROFIT_BEFORE_TAX,
    "tax_on_profit_or_loss_on_ordinary_activities": Measure.TAX,
    "profit_loss_for_period": Measure.PROFIT_FOR_YEAR,
}
"""The columns of stream-read-xbrl that are lines of accounts, but for share capital, reserves and
costs by kind, which are not read here."""
TOLERANCE = timedelta(days=7)
SHORTEST_YEAR = timedelta(days=150)
"""Of several of their rows with one end, quarters are not the report's."""

Values = Mapping[tuple[Measure, date], Mapping[Scope | None, Decimal]]
"""What a reader gives of a line at the end of a period; None for a scope that it does not tell."""


@dataclass(kw_only=True)
class Tally:
    """How often one reader was right and wrong about one line."""

    compared: int = 0
    wrong: int = 0
    missed: int = 0
    spurious: int = 0


def main(arguments: list[str]) -> int:
    """Print a table for each kind of document; exit 1 when the promise is not kept."""
    options = asked(arguments)
    kept: list[bool] = []
    for title, shown in (
        ("Real documents", [*real()]),
        ("Generated documents", [*generated(options.seed)]),
    ):
        if not shown:
            say(f"{title}: none at hand")
            continue
        given = {one.name: _ours(one) for one in shown}
        theirs, ours = _tallied(shown, _theirs(shown)), _tallied(shown, given)
        say(f"### {title}: {len(shown)}\n")
        _print(theirs, ours)
        groups = _of_groups(shown, given)
        say(
            f"Of {groups.compared:,} values of groups, of which stream-read-xbrl does not say "
            f"whose they are, ours has {groups.wrong} wrong and {groups.missed} missed.\n"
        )
        mistakes = sum(one.wrong + one.spurious for one in (*ours.values(), groups))
        kept.append(promise("wrong or spurious", mistakes, 0, "values"))
    return 0 if all(kept) else 1


def _tallied(shown: Sequence[Shown], given: Mapping[str, Values]) -> dict[Measure, Tally]:
    """One reader's count for each line, over all documents and both columns of each."""
    tallies = {measure: Tally() for measure in FIELDS.values()}
    for document in shown:
        for end in document.ends:
            for measure, tally in tallies.items():
                _count(tally, document, measure, end, given[document.name])
    return tallies


def _count(tally: Tally, document: Shown, measure: Measure, end: date, given: Values) -> None:
    """Count one line of one period."""
    if measure is Measure.EMPLOYEES and end != document.ends[0]:
        return  # they give one number of employees to a document
    truth = document.lines.get((measure, end), {})
    scope = Scope.COMPANY if Scope.COMPANY in truth else Scope.GROUP
    values = given.get((measure, end), {})
    value = values.get(scope, values.get(None))
    if scope not in truth:
        tally.spurious += document.is_whole and any(values.values())
        return
    _compare(tally, truth[scope], value, document.rounding)


def _of_groups(shown: Sequence[Shown], given: Mapping[str, Values]) -> Tally:
    """Our count over every value that a group shows, beside those of its parent company."""
    tally = Tally()
    for document in shown:
        for (measure, end), truth in document.lines.items():
            if Scope.GROUP in truth and end in document.ends:
                value = given[document.name].get((measure, end), {}).get(Scope.GROUP)
                _compare(tally, truth[Scope.GROUP], value, document.rounding)
    return tally


def _compare(tally: Tally, truth: int, value: Decimal | None, rounding: int) -> None:
    """Count one value that the document shows; a dash that nobody reads is not missed."""
    tally.compared += 1
    if value is None:
        tally.missed += truth != 0
    elif abs(value - truth) > rounding:
        tally.wrong += 1


def _ours(document: Shown) -> Values:
    """What is chosen of a document, with print, without a recogniser."""
    chosen = read_filing(document.body, name=document.name, recognise=None).chosen
    found: dict[tuple[Measure, date], dict[Scope | None, Decimal]] = {}
    for figure in (*chosen.figures, *chosen.comparatives):
        for end in document.ends:
            if abs(figure.period.end - end) <= TOLERANCE:
                found.setdefault((figure.measure, end), {})[figure.scope] = figure.value
    return found


def _theirs(shown: Sequence[Shown]) -> dict[str, Values]:
    """What stream-read-xbrl gives of all documents, which it takes in a zip."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for document in shown:
            archive.writestr(document.name, document.body)
    by_name: dict[tuple[str, str], Shown] = {_key(document.name): document for document in shown}
    found: dict[str, dict[tuple[Measure, date], dict[Scope | None, Decimal]]] = {
        document.name: {} for document in shown
    }
    for row in _rows(packed.getvalue()):
        document = by_name[row["run_code"], f"{row['company_id']}_{row['date']:%Y%m%d}"]
        for measure, end, value in _values(row, document.ends):
            found[document.name].setdefault((measure, end), {}).setdefault(None, value)
    return dict(found)


def _key(name: str) -> tuple[str, str]:
    """What of a name their rows tell: `Prod224_0001`, `09000001_20250331`."""
    product, run, company, day = name.removesuffix(".html").split("_")
    return f"{product}_{run}", f"{company}_{day}"


def _values(
    row: Mapping[str, Any], ends: Sequence[date]
) -> Iterator[tuple[Measure, date, Decimal]]:
    """The lines of one row: balances of a day's, flows of a period's, employees of the newest."""
    for field, measure in FIELDS.items():
        value = row[field]
        if value is None or row["period_end"] is None:
            continue
        if measure is Measure.EMPLOYEES:
            yield measure, ends[0], value
            continue
        is_year = row["period_end"] - row["period_start"] > SHORTEST_YEAR
        for end in ends:
            if abs(row["period_end"] - end) <= TOLERANCE and is_year != measure.is_of_a_day:
                yield measure, end, value


def _rows(packed: bytes) -> Iterator[Mapping[str, Any]]:
    """Their rows, newest period of each document first.

    Release 0.1.5 imports the types of an optional library when it runs; they are not needed.
    """
    stub = types.ModuleType("mypy_boto3_s3")
    stub.S3Client = object  # pyright: ignore[reportAttributeAccessIssue]
    sys.modules.setdefault("mypy_boto3_s3", stub)
    from stream_read_xbrl import stream_read_xbrl_zip  # noqa: PLC0415 - after the stub

    with stream_read_xbrl_zip(_chunks(packed)) as (columns, rows):
        for row in rows:
            yield dict(zip(columns, row, strict=False))


def _chunks(packed: bytes) -> Iterable[bytes]:
    yield packed


def _print(theirs: Mapping[Measure, Tally], ours: Mapping[Measure, Tally]) -> None:
    """A row for each line that some document shows, and their sum."""
    heads = "wrong | missed | spurious"
    say(f"| Column of stream-read-xbrl | compared | theirs: {heads} | ours: {heads} |")
    say("|---|---:|---:|---:|---:|---:|---:|---:|")
    for field, measure in FIELDS.items():
        if theirs[measure].compared or theirs[measure].spurious:
            say(_row(f"`{field}`", theirs[measure], ours[measure]))
    say(_row("**all**", _summed(theirs.values()), _summed(ours.values())))
    say("")


def _summed(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for one in tallies:
        total.compared += one.compared
        total.wrong += one.wrong
        total.missed += one.missed
        total.spurious += one.spurious
    return total


def _row(name: str, theirs: Tally, ours: Tally) -> str:
    cells = (
        theirs.compared,
        theirs.wrong,
        theirs.missed,
        theirs.spurious,
        ours.wrong,
        ours.missed,
        ours.spurious,
    )
    return f"| {name} | {' | '.join(f'{cell:,}' for cell in cells)} |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
