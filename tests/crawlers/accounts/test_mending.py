"""What is put right and doubted of what was chosen: signs, sums, impossible values."""

import pytest

from db.records.accounts_words import Measure, Scope
from tests.crawlers.accounts.choices import chosen_of, words
from tests.crawlers.accounts.figures import values


def test_a_cost_that_was_read_as_negative_is_positive_and_told() -> None:
    chosen = chosen_of(tagged="company administrative_expenses -55000")

    assert values(chosen.figures) == {"company administrative_expenses": 55000}
    assert chosen.figures[0].note.startswith("sign reversed")
    assert words(chosen) == [
        (
            "Administrative expenses of the company, -£55,000: a cost or a debt, read as negative "
            "and taken as positive"
        )
    ]


def test_an_impairment_may_be_negative() -> None:
    chosen = chosen_of(tagged="company impairment -55000")

    assert values(chosen.figures) == {"company impairment": -55000}


@pytest.mark.parametrize("line", ["turnover 1" + 30 * "0", "employees 500001"])
def test_what_no_company_can_have_is_not_taken(line: str) -> None:
    chosen = chosen_of(tagged=f"company {line}")

    assert chosen.figures == ()
    assert "more than any company has, and not taken" in words(chosen)[0]


def test_equity_of_the_opposite_sign_of_net_assets_is_put_right() -> None:
    chosen = chosen_of(tagged="company net_assets -2042\n company equity 2042")

    assert values(chosen.figures) == {"company net_assets": -2042, "company equity": -2042}
    assert chosen.of(Scope.COMPANY)[Measure.EQUITY].confidence < 0.9
    assert words(chosen) == [
        (
            "Equity of the company was read as £2,042, and follows from net assets -£2,042 with "
            "the other sign: -£2,042 is taken"
        )
    ]


def test_small_round_amounts_are_not_turned_round() -> None:
    chosen = chosen_of(
        tagged="""
            company current_assets 1
            company creditors_within_one_year 51
            company net_current_assets 50
        """
    )

    assert chosen.of(Scope.COMPANY)[Measure.NET_CURRENT_ASSETS].value == 50


def test_a_total_that_something_else_confirms_is_not_turned_round() -> None:
    chosen = chosen_of(
        tagged="""
            company current_assets 10000
            company creditors_within_one_year 30488
            company net_current_assets 20488
            company total_assets_less_current_liabilities 20488
        """
    )

    assert chosen.of(Scope.COMPANY)[Measure.NET_CURRENT_ASSETS].value == 20488


def test_lines_of_a_total_that_fails_are_less_sure() -> None:
    chosen = chosen_of(tagged="company net_assets 7000\n company equity 9000\n company cash 10")

    by_line = {figure.measure: figure.confidence for figure in chosen.figures}
    assert by_line[Measure.EQUITY] == by_line[Measure.NET_ASSETS] == pytest.approx(0.63)
    assert by_line[Measure.CASH] == 0.9


def test_a_total_between_whose_parts_others_stand_is_a_little_less_sure() -> None:
    chosen = chosen_of(
        tagged="company turnover 900\n company cost_of_sales 400\n company gross_profit 300"
    )

    assert chosen.figures[0].confidence == pytest.approx(0.81)


def test_a_doubt_is_of_the_lines_that_were_read_alone() -> None:
    chosen = chosen_of(
        tagged="company net_assets -50\n company total_assets_less_current_liabilities 50"
    )

    assert [figure.confidence for figure in chosen.figures] == [
        pytest.approx(0.81),
        pytest.approx(0.81),
    ]
