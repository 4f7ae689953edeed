"""The only row of a part of the balance sheet as all of it, where what adds up proves it."""

from tests.crawlers.accounts.printed.pages import read, values

GOODWILL = """
BALANCE SHEET
AS AT 31 MARCH 2024
                        | Notes | 2024 £   | 2023 £
Fixed assets
Goodwill                | 4     | 80,000   | 90,000
Current assets
Debtors                 | 5     | 30,000   | 25,000
Net current assets      |       | 12,000   | 15,000
Total assets less current liabilities | | 92,000 | 105,000
Net assets              |       | 92,000   | 105,000
Reserves                |       | 92,000   | 105,000
"""


def test_goodwill_alone_is_all_fixed_assets_where_they_make_the_total() -> None:
    found = values(read(GOODWILL))

    assert found["company fixed_assets 2024"] == "80000"
    assert found["company intangible_assets 2023"] == "90000"


def test_tangible_assets_alone_need_no_heading() -> None:
    found = values(
        read(GOODWILL.replace("Fixed assets\n", "").replace("Goodwill  ", "Tangible assets  "))
    )

    assert found["company fixed_assets 2023"] == "90000"
    assert "company intangible_assets 2023" not in found


def test_the_only_row_is_not_all_fixed_assets_where_the_total_says_otherwise() -> None:
    found = values(read(GOODWILL.replace("| | 92,000 | 105,000", "| | 99,000 | 105,000")))

    assert "company fixed_assets 2023" not in found


def test_of_several_fixed_assets_without_a_total_none_is_all_of_them() -> None:
    found = values(
        read(GOODWILL.replace("Current assets\n", "Vehicles | | 5 | 5\nCurrent assets\n"))
    )

    assert "company fixed_assets 2024" not in found


def test_what_owners_have_not_paid_is_no_fixed_asset() -> None:
    unpaid = GOODWILL.replace("Fixed assets\n", "").replace("Goodwill", "Share capital not paid")

    assert "company fixed_assets 2024" not in values(read(unpaid))


def test_the_only_kind_of_capital_is_the_equity_where_it_is_the_net_assets() -> None:
    assert values(read(GOODWILL))["company equity 2024"] == "92000"


def test_a_kind_of_capital_that_is_not_the_net_assets_is_not_the_equity() -> None:
    found = values(
        read(GOODWILL.replace("Reserves                |       | 92", "Reserves | | 91"))
    )

    assert "company equity 2024" not in found


def test_one_of_several_kinds_of_capital_is_not_the_equity() -> None:
    found = values(read(GOODWILL + "Share premium | | - | -"))

    assert "company equity 2024" not in found


def test_equity_without_the_assets_above_it_proves_no_net_assets() -> None:
    found = values(read("BALANCE SHEET\n | 2024 | 2023\n | £ | £\nTotal equity | 9 | 8"))

    assert found == {"company equity 2024": "9", "company equity 2023": "8"}


def test_a_heading_in_the_cell_of_its_first_line_opens_its_section() -> None:
    found = values(
        read("""
        BALANCE SHEET
        AS AT 31 MARCH 2024
                                     | 2024 £ | 2023 £
        Fixed assets Tangible assets | 70     | 60
        Investments                  | 10     | 10
                                     | 80     | 70
        """)
    )

    assert found["company tangible_assets 2024"] == "70"
    assert found["company fixed_assets 2023"] == "70"
