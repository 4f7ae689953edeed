"""Partnerships: what is owed to members, with their capital, is what stands for net assets."""

from tests.crawlers.accounts.printed.pages import read, values

ASSETS = """
BALANCE SHEET
AS AT 31 MARCH 2024
                                    | Notes | 2024 £   | 2023 £
Total assets less current liabilities |     | 170,000  | 150,000
Creditors: amounts falling due after more than one year | 6 | (20,000) | (20,000)
NET ASSETS ATTRIBUTABLE TO MEMBERS  |       | 150,000  | 130,000
REPRESENTED BY:
Loans and other debts due to members
Members' capital classified as a liability | 7 | 60,000 | 60,000
Other amounts                       | 7     | 40,000   | 30,000
                                    |       | 100,000  | 90,000
Members' other interests
Members' capital classified as equity |     | 50,000   | 40,000
                                    |       | 150,000  | 130,000
"""
OWED = """
TOTAL MEMBERS' INTERESTS
Amounts due from members (included in debtors) | | (30,000) | (10,000)
Loans and other debts due to members | | 100,000 | 90,000
Members' other interests | | 50,000 | 40,000
 | | 120,000 | 120,000
"""
NAMED = """
Amounts due from members | | (30,000) | (10,000)
Total members' interests | | 120,000 | 120,000
"""
UNEXPLAINED = "Total members' interests | | 120,000 | 120,000"
AGREEING = "Amounts due from members | | (5) | (5)\nTotal members' interests | | 150,000 | 130,000"


def test_equity_is_all_that_represents_the_net_assets_and_no_part_of_it() -> None:
    found = values(read(ASSETS))

    assert found["company net_assets 2024"] == "150000"
    assert found["company equity 2024"] == "150000"
    assert found["company equity 2023"] == "130000"


def test_members_interests_less_what_members_owe_are_no_equity() -> None:
    assert values(read(ASSETS + OWED))["company equity 2024"] == "150000"


def test_named_members_interests_less_what_members_owe_give_way_to_the_net_assets() -> None:
    found = values(read(ASSETS + NAMED))

    assert found["company equity 2024"] == "150000"
    assert found["company equity 2023"] == "130000"


def test_members_interests_that_nothing_parts_from_the_net_assets_are_read_as_they_stand() -> None:
    assert values(read(ASSETS + UNEXPLAINED))["company equity 2024"] == "120000"


def test_members_interests_that_are_the_net_assets_are_the_equity() -> None:
    (equity,) = (
        figure
        for figure in read(ASSETS + AGREEING).figures
        if figure.measure == "equity" and figure.period.end.year == 2024
    )

    assert equity.value == 150_000
    assert equity.label == "Total members' interests"


def test_what_members_owe_explains_only_what_it_comes_to() -> None:
    owed = NAMED.replace("(30,000)", "(29,000)")

    assert values(read(ASSETS + owed))["company equity 2024"] == "120000"


def test_members_interests_in_the_singular_head_their_sum() -> None:
    found = values(
        read("""
        BALANCE SHEET
                                             | 2024 £ | 2023 £
        NET ASSETS ATTRIBUTABLE TO MEMBERS   | 70     | 60
        TOTAL MEMBERS' INTEREST
        Loans and other debts due to members | 50     | 50
        Members' other interests             | 20     | 10
                                             | 70     | 60
        """)
    )

    assert found["company equity 2024"] == "70"


def test_the_profit_of_a_partnership_is_what_is_left_for_its_members_to_share() -> None:
    found = values(
        read("""
        PROFIT AND LOSS ACCOUNT
        FOR THE YEAR ENDED 31 MARCH 2024
                                        | 2024 £    | 2023 £
        Turnover                        | 900,000   | 800,000
        Operating profit                | 310,000   | 250,000
        Profit for the financial year before members' remuneration and profit shares | 300 | 240
        Members' remuneration charged as an expense | (90,000) | (80,000)
        Profit for the financial year available for discretionary division among members \
        | 210,000 | 160,000
        """)
    )

    assert found["company profit_for_year 2024"] == "210000"
    assert "company profit_before_tax 2024" not in found


def test_a_reconciliation_of_members_interests_is_no_balance_sheet() -> None:
    found = read("""
    RECONCILIATION OF MEMBERS' INTERESTS
                                  | 2024 £ | 2023 £
    Total members' interests      | 70     | 60
    """)

    assert found.figures == ()
