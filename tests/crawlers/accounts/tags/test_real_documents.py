"""Every number of every real document is what another parser reads in it."""

import csv
import io
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from ixbrlparse import IXBRL

from crawlers.accounts.figure import Period
from crawlers.accounts.said import About
from crawlers.accounts.tags.reading import read_tags
from crawlers.accounts.tags.selecting import figures
from db.records.accounts_words import Scope

pytestmark = pytest.mark.real_data


Key = tuple[str, str, str, float]

REVIEWED = {
    # A plain instance with inline XBRL's `sign="-"`, which means nothing there: we take neither.
    ("account_1.xml", "ShareholderFunds"),
    ("account_errors.xml", "ShareholderFunds"),
}
"""Facts that the other parser reads and we do not, each with its reason."""


@pytest.fixture(scope="module")
def documents(published_files: Path) -> dict[str, bytes]:
    """Every document by name, those in zips and in zips inside them as well."""
    folder = published_files / "companies_house" / "accounts"
    found: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*.*")):
        if path.suffix != ".csv":
            found.update(_documents(path.name, path.read_bytes()))
    return found


def test_every_number_is_what_another_parser_reads(documents: dict[str, bytes]) -> None:
    differing = {
        name: found for name, body in documents.items() if (found := _differences(name, body))
    }

    assert len(documents) == 42
    assert differing == {}


def test_every_golden_value_is_read(published_files: Path, documents: dict[str, bytes]) -> None:
    golden = published_files / "companies_house" / "accounts" / "golden_values.csv"
    with golden.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    read = {
        (
            name,
            fact.name,
            str(fact.period.start or fact.period.end),
            str(fact.period.end),
            ";".join("=".join(one) for one in fact.dimensions),
            fact.value,
        )
        for name in {row["file"] for row in rows}
        for fact in read_tags(documents[name]).facts
        if fact.period is not None
    }

    missing = [
        row
        for row in rows
        if (
            *(row[key] for key in ("file", "concept", "start", "end", "dimensions")),
            Decimal(row["value"]),
        )
        not in read
    ]

    assert len(rows) == 348
    assert missing == []


def test_group_and_company_are_apart_where_both_are_tagged(documents: dict[str, bytes]) -> None:
    year = Period(start=date(2019, 7, 1), end=date(2020, 6, 30))
    tagged = read_tags(documents["Prod223_2911_11010959_20200630.html"])
    selected = figures(tagged, About(period=year), has_group_pages=True)
    chosen = {
        (one.scope, one.measure.value): int(one.value)
        for one in selected.figures
        if one.period.end == year.end
    }

    assert selected.notes == ()
    assert {measure: value for (scope, measure), value in chosen.items() if scope is Scope.GROUP}
    assert chosen[Scope.GROUP, "equity"] == -23_843_969
    assert chosen[Scope.COMPANY, "equity"] == 955_000
    assert chosen[Scope.GROUP, "operating_profit"] == -6_572_054
    assert (Scope.COMPANY, "operating_profit") not in chosen


def test_income_without_dimension_beside_a_groups_profit_is_the_groups(
    documents: dict[str, bytes],
) -> None:
    year = Period(start=date(2019, 1, 1), end=date(2019, 12, 31))
    tagged = read_tags(documents["Prod223_2911_03694027_20191231.html"])
    selected = figures(tagged, About(period=year), has_group_pages=True)
    chosen = {
        (one.scope, one.measure.value): (int(one.value), one.confidence)
        for one in selected.figures
        if one.period.end == year.end
    }

    assert chosen[Scope.GROUP, "turnover"] == (10_848_930, 0.9)
    assert chosen[Scope.GROUP, "profit_before_tax"] == (460_084, 0.9)
    assert chosen[Scope.GROUP, "profit_for_year"] == (499_841, 1.0)
    assert chosen[Scope.COMPANY, "profit_for_year"] == (21_861, 1.0)
    assert chosen[Scope.COMPANY, "equity"] == (379_350, 0.9)


def _documents(name: str, body: bytes) -> Iterator[tuple[str, bytes]]:
    if not body.startswith(b"PK"):
        yield name, body
        return
    with zipfile.ZipFile(io.BytesIO(body)) as container:
        for member in container.namelist():
            if "__MACOSX" not in member and not member.endswith("/"):
                yield from _documents(member.rpartition("/")[2], container.read(member))


def _differences(name: str, body: bytes) -> list[str]:
    """What only one of the two reads, or reads otherwise."""
    ours = Counter(
        (
            fact.name,
            "" if fact.period is None else f"{fact.period.start} {fact.period.end}",
            " ".join(sorted("=".join(one) for one in fact.dimensions)),
            float(fact.value),
        )
        for fact in read_tags(body).facts
        if isinstance(fact.value, Decimal)
    )
    theirs = Counter(_theirs(body))
    left = (theirs - ours) + (ours - theirs)
    return [f"{name}: {key}" for key in left if (name, key[0]) not in REVIEWED]


def _theirs(body: bytes) -> Iterator[Key]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        numeric = IXBRL(io.BytesIO(body), raise_on_error=False).numeric
    for one in numeric:
        context = one.context
        has_context = hasattr(context, "segments")
        segments = context.segments if has_context else []
        yield (
            one.name,
            f"{context.startdate} {context.instant or context.enddate}" if has_context else "",
            " ".join(
                sorted(
                    f"{part['dimension'].split(':')[-1]}={part['value'].split(':')[-1]}"
                    for part in segments
                    if "dimension" in part
                )
            ),
            float(one.value),
        )
