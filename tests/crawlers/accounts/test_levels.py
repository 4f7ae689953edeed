from datetime import date

import pytest

from crawlers.accounts.figure import Period
from crawlers.accounts.levels import Level, same_operations
from db.records.accounts_words import Measure
from tests.crawlers.accounts.figures import YEAR, figures

LOWER = """
    group turnover 12345678
    group employees 321
    group operating_profit -300000
    group interest_payable 90000
    group amortisation 1000
    group net_assets 5000
"""
UPPER = """
    group turnover 12345678
    group employees 321
    group operating_profit -900000
    group interest_payable 790000
    group amortisation 601000
    group net_assets 5000
"""


PLUMBER = """
    company turnover 12000
    company gross_profit 12000
    company employees 1
    company net_assets {net_assets}
"""


def level(
    number: str,
    table: str,
    period: Period = YEAR,
    name: str = "",
    parents: frozenset[str] = frozenset(),
) -> Level:
    lines = {figure.measure: figure for figure in figures(table)}
    return Level(company_number=number, name=name, parents=parents, period=period, figures=lines)


def test_two_levels_of_one_group_report_the_same_operations() -> None:
    lower = level("09000002", LOWER, name="Example Homes Limited")
    upper = level("09000001", UPPER)

    (found,) = same_operations([lower, upper])

    assert (found.upper, found.lower) == (upper, lower)
    assert {gap.upper.measure: int(gap.value) for gap in found.gaps} == {
        Measure.OPERATING_PROFIT: -600000,
        Measure.INTEREST_PAYABLE: 700000,
        Measure.AMORTISATION: 600000,
    }
    assert found.words == (
        "09000001 and Example Homes Limited (09000002) report the same operations for the period "
        "to 2020-06-30: turnover £12,345,678, 321 employees; the gap between the levels is "
        "acquisition debt and goodwill: operating profit -£900,000 against -£300,000; interest "
        "payable £790,000 against £90,000; amortisation £601,000 against £1,000"
    )


@pytest.mark.parametrize(
    "other",
    [
        level("09000002", UPPER),
        level("09000001", LOWER, Period(start=date(2018, 7, 1), end=date(2019, 6, 30))),
        level("09000001", "group turnover 12345678"),
        level("09000001", "group turnover 12345678\n group employees 322"),
        level("09000001", "group turnover 12345999\n group employees 321"),
    ],
    ids=["itself", "another year", "no employees", "other employees", "other turnover"],
)
def test_less_than_turnover_and_employees_of_one_period_is_not_the_same(other: Level) -> None:
    assert same_operations([level("09000002", LOWER), other]) == ()


def test_two_companies_without_turnover_are_not_the_same() -> None:
    nothing = "company turnover 0\n company employees 0"

    assert same_operations([level("09000001", nothing), level("09000002", nothing)]) == ()


def test_two_strangers_with_the_turnover_and_heads_of_the_smallest_are_not_the_same() -> None:
    first = level("09000001", PLUMBER.format(net_assets=900))
    other = level("09000002", PLUMBER.format(net_assets=400))

    assert same_operations([first, other]) == ()


def test_a_parent_that_one_of_them_names_makes_them_the_same() -> None:
    above = level("09000001", PLUMBER.format(net_assets=400), name="EXAMPLE PIPES LTD")
    below = level(
        "09000002",
        PLUMBER.format(net_assets=900),
        parents=frozenset({"Example Pipes Limited"}),
    )

    (found,) = same_operations([below, above])

    assert found.upper.company_number == "09000001"
    assert "turnover £12,000, 1 employee;" in found.words


@pytest.mark.parametrize(
    ("third", "is_same"),
    [("staff_costs 7000", True), ("tangible_assets 350", True), ("cash 350", False)],
)
def test_a_third_line_of_the_operations_makes_them_the_same(third: str, *, is_same: bool) -> None:
    table = f"{PLUMBER.format(net_assets=900)}    company {third}"

    found = same_operations([level("09000001", table), level("09000002", table)])

    assert bool(found) is is_same


def test_levels_alike_in_all_that_both_report_have_no_gap() -> None:
    (found,) = same_operations([level("09000002", LOWER), level("09000001", LOWER)])

    assert found.gaps == ()
    assert found.upper.company_number == "09000002"
    assert found.words.endswith("; no line that both report differs")


def test_a_gap_without_debt_or_goodwill_is_not_called_so() -> None:
    lower = "group turnover 500000\n group employees 9\n group operating_profit 5000"
    upper = "group turnover 500000\n group employees 9\n group operating_profit 3000"

    (found,) = same_operations([level("09000001", upper), level("09000002", lower)])

    assert found.upper.company_number == "09000001"
    assert found.words.endswith("; they differ in operating profit £3,000 against £5,000")


def test_three_levels_make_three_pairs() -> None:
    levels = [level(f"0900000{number}", LOWER) for number in range(3)]

    assert len(same_operations(levels)) == 3
