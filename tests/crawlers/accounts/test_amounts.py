from decimal import Decimal

import pytest

from crawlers.accounts.amounts import agree, finer, told
from crawlers.accounts.figure import Figure
from db.records.accounts_words import Measure
from tests.crawlers.accounts.figures import figures


def one(table: str, precision: int | None = 0) -> Figure:
    return figures(table, precision=precision)[0]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("company turnover 12345", "company turnover 12345", True),
        ("company turnover 12345", "company turnover 12346", True),
        ("company turnover 12345", "company turnover 12347", False),
        ("company turnover 12345", "company turnover -12345", False),
        ("company employees 12", "company employees 12.4", True),
        ("company employees 12", "company employees 13", False),
    ],
)
def test_two_amounts_to_the_pound_agree_within_a_pound(first: str, second: str, same: bool) -> None:
    assert agree(one(first), one(second)) is same


@pytest.mark.parametrize(
    ("exact", "same"), [("12345678", True), ("12346999", True), ("12347001", False)]
)
def test_an_amount_in_thousands_agrees_with_the_pounds_it_rounds(exact: str, same: bool) -> None:
    thousands = one("company turnover 12346000", precision=3)

    assert agree(thousands, one(f"company turnover {exact}")) is same


def test_a_precision_that_is_not_known_counts_as_pounds() -> None:
    unknown = one("company turnover 12346000", precision=None)

    assert not agree(unknown, one("company turnover 12345678"))


def test_the_finer_of_two_is_the_one_with_more_exact_digits() -> None:
    thousands = one("company turnover 12346000", precision=3)
    pounds = one("company turnover 12345678")

    assert finer(thousands, pounds) is pounds
    assert finer(pounds, thousands) is pounds


@pytest.mark.parametrize(
    ("measure", "value", "words"),
    [
        (Measure.TURNOVER, "27240615", "£27,240,615"),
        (Measure.OPERATING_PROFIT, "-6571204", "-£6,571,204"),
        (Measure.NET_ASSETS, "1234.56", "£1,235"),
        (Measure.EMPLOYEES, "843", "843"),
        (Measure.EMPLOYEES, "1200", "1,200"),
        (Measure.EMPLOYEES, "12.5", "12.5"),
    ],
)
def test_an_amount_is_told_as_people_write_it(measure: Measure, value: str, words: str) -> None:
    assert told(measure, Decimal(value)) == words
