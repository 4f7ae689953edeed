"""Statements of a document that was cut short."""

from crawlers.accounts.printed.statements import Printed, figures
from db.records.accounts_words import Measure
from tests.crawlers.accounts.printed.pages import ABOUT, ACCOUNT, SHEET, page

DEBTS = """
NOTES TO THE FINANCIAL STATEMENTS
                              | 2024 £ | 2023 £
Creditors: amounts falling due within one year
Amounts owed to group undertakings | 70 | 60
Trade creditors               | 5      | 4
                              | 75     | 64
Creditors: amounts falling due after more than one year
Amounts owed to group undertakings | 30 | 20
Bank loans                    | 10     | 10
"""


def cut(text: str) -> Printed:
    return figures(page(text), ABOUT, is_cut_short=True)


def sure(found: Printed) -> dict[Measure, float]:
    return {one.measure: one.confidence for one in found.figures if one.period.end.year == 2024}


def test_a_statement_without_its_foot_is_less_sure_and_says_so() -> None:
    found = cut(ACCOUNT[: ACCOUNT.index("Interest payable")])

    assert sure(found)[Measure.TURNOVER] == 0.582
    assert {one.note for one in found.figures} == {"its statement is cut short"}
    (note,) = found.notes
    assert note.words == "“PROFIT AND LOSS ACCOUNT” is cut short: lines of it may be missing."
    assert note.fragments == ("page=1&row=1",)


def test_the_last_line_before_a_cut_may_be_half_a_line_and_is_left_out() -> None:
    found = cut(ACCOUNT[: ACCOUNT.index("Interest payable")])

    assert Measure.GROSS_PROFIT in sure(found)
    assert Measure.OPERATING_PROFIT not in sure(found)


def test_a_statement_that_another_follows_is_as_sure_as_ever() -> None:
    found = cut(f"{ACCOUNT}=\n{SHEET[: SHEET.index('Current assets')]}")

    assert sure(found)[Measure.TURNOVER] == 0.97
    assert sure(found)[Measure.TANGIBLE_ASSETS] == 0.582


def test_a_last_statement_with_its_foot_is_as_sure_as_ever() -> None:
    found = cut(f"{ACCOUNT}The notes form part of these")

    assert sure(found)[Measure.TURNOVER] == 0.97
    assert found.notes == ()


def test_a_note_of_how_a_value_was_read_is_kept_beside_the_cut() -> None:
    found = cut(SHEET[: SHEET.index("TOTAL ASSETS")])

    notes = {one.measure: one.note for one in found.figures}
    assert notes[Measure.FIXED_ASSETS] == (
        "the sum of the rows above it, without a name of its own; its statement is cut short"
    )


def test_the_last_table_of_the_notes_is_less_sure() -> None:
    found = cut(DEBTS)

    assert sure(found)[Measure.OWED_TO_GROUP] == 0.854
    assert Measure.BORROWINGS_AFTER_ONE_YEAR not in sure(found)

    found = cut(f"{DEBTS}Other creditors | 1 | 1")

    assert sure(found)[Measure.BORROWINGS_AFTER_ONE_YEAR] == 0.512


def test_tables_of_the_notes_before_the_last_words_are_as_sure_as_ever() -> None:
    found = cut(f"{DEBTS}10. Share capital\nThe company has")

    assert sure(found)[Measure.BORROWINGS_AFTER_ONE_YEAR] == 0.854
    assert found.notes == ()


def test_a_debt_of_one_term_may_lack_what_falls_due_later() -> None:
    found = cut(f"{DEBTS[: DEBTS.index('Creditors: amounts falling due after')]}11. Capital\nThe")

    (owed, _) = (one for one in found.figures if one.measure is Measure.OWED_TO_GROUP)
    assert owed.value == 70
    assert owed.confidence == 0.512
    assert owed.note == "what falls due after one year may be cut off"


def test_a_document_cut_before_any_statement_has_no_figures() -> None:
    found = cut("BRIAR HOUSE CARE LIMITED\nContents")

    assert found.figures == ()
    assert found.notes == ()
