"""Real documents, each value of `looked_at.csv` read by eye from the printed page."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from crawlers.accounts.figure import Period
from crawlers.accounts.markup import opened
from crawlers.accounts.printed.days import year_before
from crawlers.accounts.printed.statements import Printed, figures
from crawlers.accounts.said import About
from crawlers.accounts.visible import lines

TABLE = Path(__file__).parent / "looked_at.csv"
LOOKED_AT = tuple(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
DOCUMENTS = sorted({row["document"] for row in LOOKED_AT})
OF_GROUPS = {"03694027", "04184222", "07219455", "09835877", "11010959"}


@cache
def printed(folder: Path, number: str) -> Printed:
    (document,) = folder.glob(f"companies_house/accounts/Prod223_*_{number}_*.html")
    end = date.fromisoformat(document.stem[-8:])
    start = year_before(Period(end=end)).end + timedelta(days=1)
    about = About(entity_number=number, period=Period(start=start, end=end))
    return figures(lines(opened(document.read_bytes())), about)


@pytest.mark.real_data
@pytest.mark.parametrize("number", DOCUMENTS)
def test_every_value_looked_at_is_read_as_printed(published_files: Path, number: str) -> None:
    found = printed(published_files, number)

    read = {
        (each.scope.value, each.measure.value, each.period.end.isoformat()): each.value
        for each in (*found.figures, *found.foreign)
    }
    expected = {
        (row["scope"], row["measure"], row["period_end"]): Decimal(row["value"])
        for row in LOOKED_AT
        if row["document"] == number
    }
    assert {key: read.get(key) for key in expected} == expected


@pytest.mark.real_data
@pytest.mark.parametrize("number", DOCUMENTS)
def test_group_statements_are_known_where_they_are(published_files: Path, number: str) -> None:
    assert printed(published_files, number).has_group is (number in OF_GROUPS)


@pytest.mark.real_data
def test_statements_in_dollars_give_no_pounds(published_files: Path) -> None:
    found = printed(published_files, "09835877")

    assert found.currency == "USD"
    assert {figure.measure.value for figure in found.figures} == {"employees"}
