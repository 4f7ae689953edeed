"""One council's payments in a rehearsal, read back from its months."""

import csv
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest

from crawlers.rehearsal.forms.council_payments import CouncilPayments
from crawlers.rehearsal.forms.council_payments.area import near, payer
from crawlers.rehearsal.forms.council_payments.vendors import vendor
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import (
    ADDRESSES,
    BRADFORD,
    LARGE,
    LEEDS,
    SMALL,
    SOLE_TRADER,
    TODAY,
    WORLD,
)

HERE = ADDRESSES["council_payments"]
PAGE = "/council/budgets-and-spending/spending-over-500"
SEPTEMBER = "/documents/rehearsal-spending-over-500-2026-09.csv"


def council(today: date = TODAY) -> CouncilPayments:
    return CouncilPayments(
        Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused"))
    )


def served(path: str, today: date = TODAY) -> bytes:
    answer = council(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def rows(path: str = SEPTEMBER, today: date = TODAY) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(served(path, today).decode("cp1252"))))


def links(today: date = TODAY) -> list[str]:
    return [part.partition('"')[0] for part in served(PAGE, today).decode().split('href="')[1:]]


def placements() -> list[dict[str, str]]:
    kinds = ("Residential placements", "Supported accommodation")
    return [row for row in rows() if row["Expenses type"].startswith(kinds)]


def test_the_council_that_looks_after_most_children_publishes() -> None:
    assert payer(WORLD) == LEEDS
    assert {row["Body"] for row in rows()} == {"E08000035"}


def test_what_borders_on_it_is_near_it() -> None:
    assert near(WORLD, LEEDS, TODAY) == [BRADFORD]


def test_a_month_comes_on_the_25th_of_the_next() -> None:
    assert links(date(2026, 11, 24))[0] == f"{HERE}{SEPTEMBER}"
    assert links(date(2026, 11, 25))[0].endswith("2026-10.csv")
    assert (
        council(date(2026, 11, 24))
        .answer(Asked(path="/documents/rehearsal-spending-over-500-2026-10.csv"))
        .status
        == 404
    )


def test_two_years_of_months_are_kept() -> None:
    assert len(links()) == 24
    assert links()[-1].endswith("2024-10.csv")
    assert all(served(link.removeprefix(HERE)) for link in links()[::6])


@pytest.mark.parametrize("month", ["2024-09", "2026-13", "2027-01", "september"])
def test_any_other_month_is_not_there(month: str) -> None:
    asked = Asked(path=f"/documents/rehearsal-spending-over-500-{month}.csv")

    assert council().answer(asked).status == 404


def test_the_columns_are_those_of_the_guidance() -> None:
    assert list(rows()[0]) == [
        "Body name",
        "Body",
        "Service area categorisation",
        "Responsible unit",
        "Expenses type",
        "Date",
        "Transaction number",
        "Amount",
        "Supplier name",
        "Narrative",
    ]


def test_every_payment_is_of_its_month_and_above_500() -> None:
    days = [datetime.strptime(row["Date"], "%d/%m/%Y").date() for row in rows()]  # noqa: DTZ007

    assert {(day.year, day.month) for day in days} == {(2026, 9)}
    assert all(day.weekday() < 5 for day in days)
    assert days == sorted(days)
    assert all(abs(float(row["Amount"])) > 500 for row in rows())


def test_owners_of_settings_in_and_beside_its_area_are_paid() -> None:
    names = {row["Supplier name"] for row in placements()}

    assert any(name.startswith("WHIMBRELBECK HOMES") for name in names)
    assert not any(name.startswith("GARGANEYRIGG") for name in names)


def test_what_is_paid_follows_the_week_and_the_children() -> None:
    amounts = [float(row["Amount"]) for row in placements() if float(row["Amount"]) > 0]

    assert min(amounts) > 5_000
    assert max(amounts) < 400_000


def test_nobody_who_is_a_person_is_named() -> None:
    names = [row["Supplier name"] for row in rows()]

    assert vendor(WORLD, SOLE_TRADER, TODAY, 0).name == "REDACTED PERSONAL DATA"
    assert not any("QUILLWORT" in name for name in names)
    assert names.count("REDACTED PERSONAL DATA") >= 20


def test_a_supplier_is_spelled_as_it_was_typed_in_and_stays_so() -> None:
    spelled = {
        row["Supplier name"]
        for link in links()
        for row in rows(link.removeprefix(HERE))
        if row["Supplier name"].startswith("WHIMBRELBECK H")
    }

    assert len(spelled) <= 2
    assert vendor(WORLD, LARGE, TODAY, 0) == vendor(WORLD, LARGE, TODAY, 0)
    assert "&" not in vendor(WORLD, SMALL, TODAY, 0).name or (
        vendor(WORLD, SMALL, TODAY, 0).name.startswith("TWITEHOLT & DAUGHTERS")
    )


def test_most_payments_are_for_something_else() -> None:
    assert len(placements()) < len(rows()) / 2


def test_the_same_month_has_the_same_bytes_on_any_day() -> None:
    assert served(SEPTEMBER) == served(SEPTEMBER, date(2026, 10, 25))
