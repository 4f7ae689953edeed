from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.figure import Period
from crawlers.accounts.restatements import restatements
from tests.crawlers.accounts.figures import YEAR, figures


def test_a_year_that_the_next_filing_states_otherwise_is_restated_and_both_are_kept() -> None:
    own = figures("group operating_profit 200000")
    later = figures("group operating_profit 150000")

    (found,) = restatements(comparatives=later, own=own)

    assert (found.earlier, found.later) == (own[0], later[0])
    assert found.share == Decimal("-0.25")
    assert found.words == (
        "Operating profit of the group for the period to 2020-06-30 was filed as £200,000 and is "
        "£150,000 in the comparatives of the next accounts (-25.0%)"
    )


@pytest.mark.parametrize(
    ("own", "later"),
    [
        ("company turnover 200000", "company turnover 200000"),
        ("company turnover 200000", "company turnover 202000"),
        ("company turnover 200000", "group turnover 300000"),
        ("company turnover 200000", "company net_assets 300000"),
        ("company turnover 1", "company turnover 2"),
    ],
    ids=["equal", "a hundredth", "another scope", "another line", "rounding"],
)
def test_what_is_no_restatement(own: str, later: str) -> None:
    assert restatements(comparatives=figures(later), own=figures(own)) == ()


def test_another_year_is_no_restatement() -> None:
    year_before = Period(start=date(2018, 7, 1), end=date(2019, 6, 30))
    own = figures("company turnover 200000", period=year_before)

    assert restatements(comparatives=figures("company turnover 5"), own=own) == ()


def test_something_for_nothing_is_restated_by_no_share() -> None:
    (found,) = restatements(
        comparatives=figures("company provisions -9000"), own=figures("company provisions 0")
    )

    assert found.share is None
    assert found.words.endswith("is -£9,000 in the comparatives of the next accounts")


def test_a_loss_that_grew_is_a_negative_share() -> None:
    (found,) = restatements(
        comparatives=figures("company profit_for_year -300"),
        own=figures("company profit_for_year -200"),
    )

    assert found.share == Decimal("-0.5")
    assert found.earlier.period == YEAR
