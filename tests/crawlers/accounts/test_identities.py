from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.accounts.figure import Figure
from crawlers.accounts.identities import IDENTITIES, Identity, Verdict, expected, judged
from db.records.accounts_words import Measure
from tests.crawlers.accounts.figures import figures


def sheet(table: str, precision: int = 0) -> dict[Measure, Figure]:
    return {figure.measure: figure for figure in figures(table, precision=precision)}


def of(total: Measure) -> Identity:
    return next(identity for identity in IDENTITIES if identity.total is total)


@pytest.mark.parametrize(
    ("total", "verdict"),
    [(-20488, Verdict.HOLDS), (20488, Verdict.MIRRORED), (20000, Verdict.FAILS)],
)
def test_net_current_assets_are_current_assets_less_creditors(total: int, verdict: Verdict) -> None:
    lines = sheet(f"""
        company current_assets 10000
        company creditors_within_one_year 30488
        company net_current_assets {total}
    """)

    assert judged(of(Measure.NET_CURRENT_ASSETS), lines) is verdict


def test_a_sheet_without_fixed_assets_can_hold_and_cannot_fail() -> None:
    total = of(Measure.TOTAL_ASSETS_LESS_CURRENT_LIABILITIES)
    holds = sheet("""
        company net_current_assets 500
        company total_assets_less_current_liabilities 500
    """)
    unknown = sheet("""
        company net_current_assets 500
        company total_assets_less_current_liabilities 900
    """)

    assert judged(total, holds) is Verdict.HOLDS
    assert judged(total, unknown) is Verdict.UNKNOWN


def test_nothing_is_expected_of_a_total_none_of_whose_parts_was_read() -> None:
    assert expected(of(Measure.BORROWINGS), sheet("company borrowings 500")) is None


def test_nothing_is_said_of_a_total_that_was_not_read() -> None:
    assert judged(of(Measure.EQUITY), sheet("company net_assets 5")) is Verdict.UNKNOWN


@pytest.mark.parametrize("profit", [700, 600, 650, 550])
def test_exceptional_costs_and_impairments_may_stand_below_operating_profit(profit: int) -> None:
    lines = sheet(f"""
        group operating_profit 900
        group interest_receivable 100
        group interest_payable 300
        group exceptional_items 100
        group impairment 50
        group profit_before_tax {profit}
    """)
    opposite = lines | sheet(f"group profit_before_tax {-profit}")

    assert judged(of(Measure.PROFIT_BEFORE_TAX), lines) is Verdict.HOLDS
    assert judged(of(Measure.PROFIT_BEFORE_TAX), opposite) is Verdict.MIRRORED


def test_three_lines_in_thousands_may_be_fifteen_hundred_pounds_apart() -> None:
    lines = sheet(
        """
        group turnover 10000000
        group cost_of_sales 4000000
        group gross_profit 6001000
        """,
        precision=3,
    )

    assert judged(of(Measure.GROSS_PROFIT), lines) is Verdict.HOLDS


amounts = st.integers(-(10**9), 10**9)


@given(st.sampled_from(IDENTITIES), st.data())
def test_a_total_made_of_its_parts_holds_and_its_opposite_is_mirrored(
    identity: Identity, data: st.DataObject
) -> None:
    lines: dict[Measure, Figure] = {}
    for part in identity.parts:
        lines |= sheet(f"company {part} {data.draw(amounts)}")
    total = expected(identity, lines)
    assert total is not None
    right = lines | sheet(f"company {identity.total} {total}")
    opposite = lines | sheet(f"company {identity.total} {-total}")

    assert judged(identity, right) is Verdict.HOLDS
    assert judged(identity, opposite) is (
        Verdict.MIRRORED if abs(2 * total) > Decimal(len(identity.measures)) / 2 else Verdict.HOLDS
    )


@given(st.sampled_from(IDENTITIES), st.integers(100, 10**9), st.data())
def test_a_total_that_is_off_by_a_hundred_pounds_never_holds(
    identity: Identity, off: int, data: st.DataObject
) -> None:
    lines: dict[Measure, Figure] = {}
    for part in identity.parts:
        lines |= sheet(f"company {part} {data.draw(amounts)}")
    total = expected(identity, lines)
    assert total is not None
    wrong = lines | sheet(f"company {identity.total} {total + off}")

    assert judged(identity, wrong) in {Verdict.FAILS, Verdict.MIRRORED}


@given(st.sampled_from(IDENTITIES), st.sets(st.sampled_from(list(Measure))))
def test_lines_that_were_not_read_never_make_a_total_fail(
    identity: Identity, read: set[Measure]
) -> None:
    lines: dict[Measure, Figure] = {}
    for measure in read:
        lines |= sheet(f"company {measure} {10 ** (list(Measure).index(measure) % 9)}")

    if not set(identity.measures) <= read:
        assert judged(identity, lines) is not Verdict.FAILS
