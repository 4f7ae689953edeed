"""The number of employees that a sentence says."""

import pytest

from crawlers.accounts.said import About
from db.records.accounts_words import HowRead, Measure
from tests.crawlers.accounts.printed.pages import ABOUT, SHEET, read, values

NOTES = "NOTES TO THE FINANCIAL STATEMENTS\n2. Employees\n"
GROUP = """
CONSOLIDATED BALANCE SHEET
           | 2024 £ | 2023 £
Net assets | 9      | 8
=
COMPANY BALANCE SHEET
           | 2024 £ | 2023 £
Net assets | 9      | 8
=
"""
TABLE = """
The average monthly number of employees was as follows:
      | 2024 No. | 2023 No.
Staff | 15       | 13
"""


def employees(sentence: str, before: str = "", about: About = ABOUT) -> list[str]:
    return [
        f"{figure.scope} {figure.period.end.year}: {figure.value:f}"
        for figure in read(before + NOTES + sentence, about).figures
        if figure.measure is Measure.EMPLOYEES
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The average number of persons employed during the year was 14 (2023: 12).",
        "The average monthly number of employees, including directors, was 14 (2023 - 12)",
        "Average number of staff during the year ended 31 March 2024 was 14 employees [2023, 12].",
        "Staff costs were met. The average number of employees was 14 in the year (2023: twelve).",
        "Employees The average number of people, of whom two are directors, was: 14 (2023 12) .",
    ],
)
def test_both_years_are_read_from_a_sentence(sentence: str) -> None:
    assert employees(sentence) == ["company 2024: 14", "company 2023: 12"]


@pytest.mark.parametrize(
    ("number", "value"),
    [("nil", "0"), ("None", "0"), ("Seven", "7"), ("1,204", "1204"), ("2.5", "2.5")],
)
def test_a_number_may_be_in_words_or_thousands_or_halves(number: str, value: str) -> None:
    assert employees(f"Average number of employees: {number}.") == [f"company 2024: {value}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The average number of persons employed by associated undertakings was 14 (2023: 12).",
        "The average number of employees other than directors was 14.",
        "The average number of part-time employees was 14.",
        "The average number of employees was 14 in care and 12 in the office.",
        "The average number of persons employed during 2024.",
        "The average number of employees was 14%.",
        "The company's policy is that the average number of employees was 14.",
        "The average number of persons employed by the group was 14 (2023: 12).",
    ],
)
def test_a_part_or_another_s_employees_are_not_read(sentence: str) -> None:
    assert employees(sentence) == []


def test_a_number_of_another_year_than_the_one_before_is_left_alone() -> None:
    assert employees("The average number of employees was 14 (2020: 12).") == ["company 2024: 14"]


def test_the_sentence_says_whose_employees_they_are() -> None:
    by_the_group = "The average number of persons employed by the group was 14."
    by_the_company = "The average number of persons employed by the company was 3."

    assert employees(by_the_group, GROUP) == ["group 2024: 14"]
    assert employees(by_the_company, GROUP) == ["company 2024: 3"]


def test_where_nothing_says_of_when_it_is_no_number_is_read() -> None:
    assert employees("The average number of employees was 14.", about=About()) == []


def test_a_balance_sheet_may_have_the_sentence_under_it() -> None:
    found = values(read(f"{SHEET}\nAverage number of employees during the year was 4."))

    assert found["company employees 2024"] == "4"


def test_a_sentence_of_a_balance_sheet_that_is_nobody_s_is_left_alone() -> None:
    plain = "BALANCE SHEET\n | 2024 £ | 2023 £\nDebtors | 9 | 8\n"
    income = "CONSOLIDATED INCOME STATEMENT\n | 2024 £ | 2023 £\nTurnover | 9 | 8\n=\n"

    found = read(f"{income}{plain}The average number of employees was 4.")

    assert "company employees 2024" not in values(found)
    assert "group employees 2024" not in values(found)


def test_a_table_counts_before_a_sentence_and_is_surer() -> None:
    sentence = "The average number of employees was 14."
    (told,) = [one for one in read(NOTES + sentence).figures if one.period.end.year == 2024]
    (table,) = [one for one in read(NOTES + TABLE).figures if one.period.end.year == 2024]

    both = read(NOTES + sentence + TABLE)

    assert told.confidence < table.confidence
    assert values(both)["company employees 2024"] == "15"


def test_the_sentence_is_cited() -> None:
    (figure,) = read(f"{NOTES}The average number of employees was 14.").figures

    assert (figure.fragment, figure.shown) == ("page=1&row=3", "14")
    assert figure.label == "The average number of employees was 14"


def test_recognised_sentences_are_left_alone() -> None:
    found = read(f"{NOTES}The average number of employees was 14.", how=HowRead.SCANNED)

    assert found.figures == ()
