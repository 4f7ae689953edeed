import pytest

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.columns import columns, values
from crawlers.accounts.printed.heads import is_head
from db.records.accounts_words import Scope


def line(*cells: tuple[str, float, float]) -> Line:
    return Line(
        cells=tuple(Cell(text=text, left=left, right=right) for text, left, right in cells),
        fragment="row=1",
    )


INNER_AND_OUTER = columns(
    [
        line(("2020", 43.75, 71.25), ("2019", 71.25, 98.75)),
        line(("Notes", 36.25, 51.25), ("£", 51.25, 56.25), ("£", 83.75, 97.5)),
    ]
)


def under(*cells: tuple[str, float, float]) -> dict[int, int]:
    found = values(line(*cells).cells, INNER_AND_OUTER)
    return {index: int(value) for index, (value, _) in found.items()}


@pytest.mark.parametrize(
    "texts",
    [
        ["2020 £", "2019 £"],
        ["Note", "2020", "2019"],
        ["31.3.24", "31.3.23"],
        ["£'000", "£\u2019000"],
        ["Group", "Company"],
        ["52 weeks ended 29 March 2024"],
        ["2024 No.", "2023 No."],
        ["Unrestricted funds", "Restricted funds", "Total funds"],
        ["as restated", "2019"],
    ],
)
def test_years_units_and_owners_head_columns(texts: list[str]) -> None:
    assert is_head(line(*((text, 0, 1) for text in texts)))


@pytest.mark.parametrize(
    "texts",
    [
        ["Turnover", "2020"],
        ["145", "129"],
        ["Operations", "754"],
        ["Total comprehensive income attributable to:"],
        ["Restricted funds"],
        ["The group made up its accounts to 31 March 2024 and not to any other day of that year."],
    ],
)
def test_rows_and_sentences_head_nothing(texts: list[str]) -> None:
    assert not is_head(line(*((text, 0, 1) for text in texts)))


def test_an_inner_column_is_of_the_year_it_stands_under() -> None:
    assert under(("Debtors", 0, 37), ("15", 37.5, 40), ("61", 40, 56.25)) == {1: 61}
    assert under(("Debtors", 0, 37), ("70", 57.5, 83.75)) == {2: 70}


def test_of_an_inner_and_an_outer_value_the_inner_is_the_lines_own() -> None:
    assert under(("5", 43, 56.25), ("9", 57, 70), ("4", 57.5, 83.75), ("8", 85, 97.5)) == {
        1: 5,
        2: 4,
    }


def test_a_value_beyond_every_column_goes_to_the_nearest() -> None:
    assert under(("Cash", 0, 37), ("4", 90, 105)) == {2: 4}


def test_a_row_of_a_notes_number_alone_has_no_value() -> None:
    assert under(("Investments", 0, 37.5), ("14", 37.5, 40)) == {}


def test_a_head_over_two_columns_says_whose_both_are() -> None:
    made = columns(
        [
            line(("Group", 47.5, 71.25), ("Company", 75, 98.75)),
            line(
                ("2020", 0, 55), ("2019", 55, 68.75), ("2020", 68.75, 82.5), ("2019", 82.5, 96.25)
            ),
            line(("£", 50, 56)),
        ]
    )

    assert [column.scope for column in made] == [
        Scope.GROUP,
        Scope.GROUP,
        Scope.COMPANY,
        Scope.COMPANY,
    ]


def test_a_head_that_stands_over_no_column_says_nothing_of_them() -> None:
    made = columns(
        [
            line(("Restricted", 0, 10), ("Total", 10, 20)),
            line(*((str(2020 + i), 30 + i * 10, 35 + i * 10) for i in range(3))),
        ]
    )

    assert [column.is_part for column in made] == [False, False, False]


def test_a_year_that_stands_a_line_above_the_other_is_a_column_of_its_own() -> None:
    made = columns(
        [
            line(("2019", 380, 380)),
            line(("2020", 310, 310), ("as restated", 380, 380)),
            line(("Note", 260, 260), ("£", 310, 310), ("£", 380, 380)),
        ]
    )

    assert [column.time and column.time.year for column in made if not column.is_note] == [
        2020,
        2019,
    ]


def test_a_year_above_the_columns_is_none_where_there_are_no_more_units() -> None:
    made = columns(
        [
            line(("2021", 0, 10)),
            line(("2020", 20, 30), ("2019", 30, 40)),
            line(("£", 20, 30), ("£", 30, 40)),
        ]
    )

    assert [column.time and column.time.year for column in made] == [2020, 2019]


def test_columns_of_different_units_keep_their_own() -> None:
    made = columns(
        [line(("2020", 10, 20), ("2019", 20, 30)), line(("£000", 12, 20), ("$", 22, 30))]
    )

    assert [column.money and (column.money.currency, column.money.times) for column in made] == [
        ("GBP", 1000),
        ("USD", 1),
    ]


def test_columns_of_different_heads_without_a_unit_have_none() -> None:
    made = columns([line(("2020", 10, 20), ("2019", 20, 30))])

    assert [column.money for column in made] == [None, None]


@pytest.mark.parametrize(("text", "times"), [("£m", 1_000_000), ("£k", 1000), ("GBP", 1)])
def test_units_are_known_by_their_signs(text: str, times: int) -> None:
    (made,) = columns([line((text, 0, 1))])

    assert made.money is not None
    assert made.money.times == times


def test_money_of_another_country_is_not_pounds() -> None:
    (made,) = columns([line(("€", 0, 1))])

    assert made.money is not None
    assert made.money.currency == "EUR"
