"""Whose a printed statement is: the group's, the company's, another's, nobody's."""

from db.records.accounts_words import HowRead, Scope
from tests.crawlers.accounts.printed.pages import ACCOUNT, SHEET, read, values


def test_group_and_company_sheets_are_told_apart() -> None:
    found = read(
        ACCOUNT.replace("PROFIT AND LOSS", "CONSOLIDATED PROFIT AND LOSS")
        + "=\n"
        + SHEET.replace("BALANCE SHEET", "CONSOLIDATED BALANCE SHEET")
        + "=\n"
        + SHEET.replace("12,000   | 15,000", "2,000 | 5,000")
    )

    assert found.has_group
    assert values(found)["group cash 2024"] == "12000"
    assert values(found)["company cash 2024"] == "2000"
    assert values(found)["group turnover 2024"] == "1000000"
    assert "company turnover 2024" not in values(found)


def test_a_plain_account_beside_the_groups_balance_sheet_is_the_groups_less_surely() -> None:
    found = read(ACCOUNT + "=\n" + SHEET.replace("BALANCE SHEET", "GROUP BALANCE SHEET"))

    turnover = found.figures[0]
    assert turnover.scope is Scope.GROUP
    assert turnover.confidence < 0.9


def test_a_plain_balance_sheet_without_one_of_the_group_is_nobodys() -> None:
    found = read(ACCOUNT.replace("PROFIT", "GROUP PROFIT") + "=\n" + SHEET)

    assert {figure.scope for figure in found.figures} == {Scope.GROUP}
    assert "company cash 2024" not in values(found)
    assert [note.fragments for note in found.notes] == [("page=2&row=1",)]


def test_a_plain_balance_sheet_beside_the_companys_is_the_groups() -> None:
    found = read(
        ACCOUNT.replace("PROFIT", "GROUP PROFIT")
        + "=\n"
        + SHEET
        + "=\n"
        + SHEET.replace("BALANCE SHEET", "COMPANY BALANCE SHEET").replace("12,000   ", "2,000   ")
    )

    assert values(found)["group cash 2024"] == "12000"
    assert values(found)["company cash 2024"] == "2000"


def test_group_and_company_columns_of_one_sheet_are_told_apart() -> None:
    found = read("""
    GROUP AND COMPANY BALANCE SHEETS
               |   | Group | Group | Company | Company
               |   | 2024  | 2023  | 2024    | 2023
               |   | £000  | £000  | £000    | £000
    Net assets | 5 | 1,250 | 1,100 | 300     | (20)
    """)

    assert found.has_group
    assert values(found) == {
        "group net_assets 2024": "1250000",
        "group net_assets 2023": "1100000",
        "company net_assets 2024": "300000",
        "company net_assets 2023": "-20000",
    }
    assert found.figures[0].precision == 3


def test_a_sheet_of_both_that_does_not_say_which_is_nobodys() -> None:
    found = read(SHEET.replace("BALANCE SHEET", "GROUP AND COMPANY BALANCE SHEET"))

    assert found.figures == ()
    assert "both group and company" in found.notes[0].words


def test_a_statement_of_another_entity_is_nobodys() -> None:
    found = read("BRIAR HOLDINGS LIMITED (REGISTERED NUMBER: 07654321)\n" + SHEET)

    assert found.figures == ()
    assert "another entity, 07654321" in found.notes[0].words


def test_a_letter_of_a_recognised_number_may_be_misread_and_of_a_printed_one_not() -> None:
    text = "REGISTERED NUMBER: 01284567\n" + SHEET

    assert read(text).figures == ()
    assert read(text, how=HowRead.SCANNED).figures
    assert read("BRIAR HOUSE CARE LIMITED\n" + text, how=HowRead.SCANNED).figures
    assert not read("WESTMINSTER PROPERTY FUND LP\n" + text, how=HowRead.SCANNED).figures
    assert not read(text.replace("0128", "0728"), how=HowRead.SCANNED).figures


def test_a_statement_under_another_name_is_nobodys() -> None:
    found = read("WESTMINSTER PROPERTY FUND LP\n" + SHEET)

    assert found.figures == ()
    assert "WESTMINSTER PROPERTY FUND LP" in found.notes[0].words


def test_a_statement_under_its_own_name_is_read() -> None:
    assert read("Briar House Care Ltd\n" + SHEET).figures


def test_group_turnover_counts_where_a_share_of_ventures_is_printed_too() -> None:
    found = read(
        "CONSOLIDATED INCOME STATEMENT\n | 2024 | 2023\n | £ | £\n"
        "Turnover | 7 | 6\nLess: share of joint ventures | (2) | (2)\nGroup turnover | 5 | 4"
    )

    assert values(found) == {"group turnover 2024": "5", "group turnover 2023": "4"}
