from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.accounts.earnings import ebitda
from db.records.accounts_words import Measure
from tests.crawlers.accounts.figures import BEFORE, figures


def test_ebitda_adds_back_what_wears_and_lists_its_parts() -> None:
    found = ebitda(
        figures("""
            group turnover 900000
            group operating_profit -6570000
            group depreciation 4080000
            group amortisation 3360000
        """)
    )

    assert found.value == 870000
    assert [part.measure for part in found.parts] == [
        Measure.OPERATING_PROFIT,
        Measure.DEPRECIATION,
        Measure.AMORTISATION,
    ]
    assert found.missing == ()
    assert found.words == (
        "EBITDA £870,000 = operating profit -£6,570,000 + depreciation £4,080,000 + "
        "amortisation £3,360,000"
    )


def test_an_impairment_is_added_back_where_there_is_one() -> None:
    found = ebitda(
        figures("""
            company operating_profit 100
            company depreciation 10
            company amortisation 1
            company impairment 1000
        """)
    )

    assert found.value == 1111


@pytest.mark.parametrize(
    "impairment",
    ["1000 Amounts written off investments", "1000 ImpairmentLossReversalOnInvestments"],
)
def test_what_is_written_off_investments_was_never_in_operating_profit(impairment: str) -> None:
    found = ebitda(
        figures(f"""
            company operating_profit 5000
            company depreciation 10
            company amortisation 1
            company impairment {impairment}
        """)
    )

    assert found.value == 5011


@pytest.mark.parametrize(("before_tax", "value"), [("3700", 5011), ("4700", 6011)])
def test_an_impairment_stands_where_profit_before_tax_adds_up(before_tax: str, value: int) -> None:
    found = ebitda(
        figures(f"""
            company operating_profit 5000
            company interest_payable 300
            company profit_before_tax {before_tax}
            company depreciation 10
            company amortisation 1
            company impairment 1000
        """)
    )

    assert found.value == value


def test_amortisation_is_not_nothing_where_there_is_goodwill() -> None:
    found = ebitda(
        figures("""
            group operating_profit 100
            group depreciation 10
            group intangible_assets 5000
        """)
    )

    assert found.value is None
    assert found.missing == (Measure.AMORTISATION,)
    assert found.words == (
        "EBITDA is not given: amortisation not found; found: operating profit £100 + "
        "depreciation £10"
    )


def test_amortisation_is_not_nothing_where_there_was_goodwill_a_year_ago() -> None:
    found = ebitda(
        figures("""
            group operating_profit 100
            group depreciation 10
            group intangible_assets 0
        """),
        comparatives=figures("group intangible_assets 5000", period=BEFORE),
    )

    assert found.missing == (Measure.AMORTISATION,)


def test_negative_goodwill_is_goodwill() -> None:
    found = ebitda(
        figures("""
            group operating_profit 100
            group depreciation 10
            group intangible_assets -5000
        """)
    )

    assert found.value is None


@pytest.mark.parametrize(
    "sheet",
    [
        "group intangible_assets 0",
        "group net_assets 7",
        "group net_assets 7\n group fixed_assets 500\n group tangible_assets 500",
    ],
)
def test_amortisation_is_nothing_where_the_sheet_has_nothing_to_amortise(sheet: str) -> None:
    found = ebitda(figures(f"group operating_profit 100\n group depreciation 10\n {sheet}"))

    assert found.value == 110


@pytest.mark.parametrize(
    "sheet",
    [
        "group tangible_assets 500",
        "group net_assets 7\n group fixed_assets 900\n group tangible_assets 500",
    ],
)
def test_amortisation_is_missed_where_the_sheet_leaves_room_for_it(sheet: str) -> None:
    found = ebitda(figures(f"group operating_profit 100\n group depreciation 10\n {sheet}"))

    assert found.missing == (Measure.AMORTISATION,)


def test_depreciation_is_missed_where_there_is_something_to_wear() -> None:
    found = ebitda(
        figures("company operating_profit 100\n company tangible_assets 50\n company net_assets 5")
    )

    assert found.missing == (Measure.DEPRECIATION,)


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("DepreciationAmortisationExpense", "(amortisation stated together with depreciation)"),
        (
            "Depreciation and other amounts written off tangible and intangible fixed assets",
            "(amortisation and impairment stated together with depreciation)",
        ),
    ],
)
def test_depreciation_stated_with_amortisation_stands_for_both(label: str, words: str) -> None:
    found = ebitda(
        figures(f"""
            group operating_profit 100
            group depreciation 30 {label}
            group amortisation 20
            group intangible_assets 5000
        """)
    )

    assert found.value == 130
    assert found.words.endswith(words)


def test_without_operating_profit_there_is_no_ebitda() -> None:
    found = ebitda(figures("company net_assets 5"))

    assert found.value is None
    assert found.words == "EBITDA is not given: operating profit not found"


def test_group_and_company_are_never_added_together() -> None:
    mixed = figures("group operating_profit 100\n company depreciation 10")

    with pytest.raises(ValueError, match="one scope"):
        ebitda(mixed)


@given(st.dictionaries(st.sampled_from(list(Measure)), st.integers(-(10**9), 10**9)))
def test_ebitda_is_the_sum_of_its_parts_or_says_what_is_missing(lines: dict[Measure, int]) -> None:
    table = "\n".join(f"group {measure} {value}" for measure, value in lines.items())

    found = ebitda(figures(table))

    if found.value is None:
        assert found.missing
    else:
        assert found.value == sum((part.value for part in found.parts), Decimal(0))
        assert not found.missing
