"""Two real filings of one group, read whole: what the levels have in common and what parts them."""

from pathlib import Path

import pytest

from crawlers.accounts.filing import read_filing
from crawlers.accounts.levels import Level, SameOperations, same_operations
from crawlers.accounts.read_filing import ReadFiling
from db.records.accounts_words import Measure, Scope

FILED = Path(__file__).parents[4] / "shared" / "data" / "companies_house" / "accounts"
pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not FILED.exists(), reason="the real documents are not at hand"),
]


@pytest.fixture(scope="module")
def top() -> ReadFiling:
    return read("Prod223_2911_11010959_20200630.html")


@pytest.fixture(scope="module")
def operating() -> ReadFiling:
    return read("Prod223_2911_07219455_20200630.html")


def read(name: str) -> ReadFiling:
    return read_filing((FILED / name).read_bytes(), name=name, recognise=None)


def group(number: str, filing: ReadFiling) -> Level:
    assert filing.chosen is not None
    assert filing.chosen.period is not None
    return Level(
        company_number=number,
        period=filing.chosen.period,
        figures=filing.chosen.of(Scope.GROUP),
    )


def compared(first: ReadFiling, second: ReadFiling) -> SameOperations:
    (found,) = same_operations([group("07219455", second), group("11010959", first)])
    return found


def test_the_holding_company_reports_the_operations_of_the_company_below_it(
    top: ReadFiling, operating: ReadFiling
) -> None:
    found = compared(top, operating)

    assert found.upper.company_number == "11010959"
    assert found.upper.figures[Measure.TURNOVER].value == 27_240_615
    assert found.upper.figures[Measure.EMPLOYEES].value == 843
    assert "the gap between the levels is acquisition debt and goodwill" in found.words


def test_the_gap_between_the_levels_is_interest_amortisation_and_operating_profit(
    top: ReadFiling, operating: ReadFiling
) -> None:
    gaps = {gap.upper.measure: gap for gap in compared(top, operating).gaps}

    assert gaps[Measure.INTEREST_PAYABLE].upper.value == 5_733_446
    assert gaps[Measure.INTEREST_PAYABLE].lower.value == 981_131
    assert gaps[Measure.OPERATING_PROFIT].value == -3_207_095
    assert gaps[Measure.AMORTISATION].value == 2_882_265


def test_the_group_has_negative_net_assets_and_its_parent_company_has_not(top: ReadFiling) -> None:
    notes = [note.words for note in top.notes]

    assert (
        "Group net assets are negative (-£23,843,969) while the company's are not (£955,000)"
        in notes
    )


def test_ebitda_of_both_levels_has_its_parts(top: ReadFiling, operating: ReadFiling) -> None:
    upper, lower = dict(top.earnings)[Scope.GROUP], dict(operating.earnings)[Scope.GROUP]

    assert (upper.value, lower.value) == (870_265, 1_195_095)
    assert [part.measure for part in upper.parts] == [
        Measure.OPERATING_PROFIT,
        Measure.DEPRECIATION,
        Measure.AMORTISATION,
    ]
