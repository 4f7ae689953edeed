"""Words of a page put together to lines."""

from crawlers.accounts.scans.recogniser import Word
from crawlers.accounts.scans.rows import lines_of


def word(text: str, left: float, right: float, *, row: int = 0, sure: float = 0.9) -> Word:
    return Word(text=text, left=left, top=100, right=right, bottom=110, row=row, sure=sure)


def test_a_label_its_note_and_its_two_values_are_four_cells() -> None:
    (line,) = lines_of(
        [
            word("Cost", 60, 78),
            word("of", 81, 89),
            word("sales", 92, 110),
            word("3", 240, 245),
            word("(31,685)", 300, 335),
            word("(13,907)", 360, 395),
        ],
        page=12,
    )

    assert [cell.text for cell in line.cells] == ["Cost of sales", "3", "(31,685)", "(13,907)"]
    assert [cell.right for cell in line.cells] == [110, 245, 335, 395]
    assert (line.fragment, line.page) == ("page=12&row=1", 12)


def test_two_amounts_are_never_one_cell_however_close_their_columns_are() -> None:
    (line,) = lines_of([word("7,594", 300, 325), word("70,077", 332, 360)], page=1)

    assert [cell.text for cell in line.cells] == ["7,594", "70,077"]


def test_an_amount_recognised_in_two_pieces_is_one() -> None:
    (line,) = lines_of([word("2,009,", 300, 330), word("849", 336, 350)], page=1)

    assert [(cell.text, cell.sure) for cell in line.cells] == [("2,009,849", 0.9)]


def test_specks_leader_dots_and_doubtful_dashes_are_left_out() -> None:
    (line,) = lines_of(
        [
            word("Turnover", 60, 100),
            word("......", 110, 200),
            word(".", 210, 211, sure=0.8),
            word("|", 220, 221, sure=0.7),
            word("—", 230, 240, sure=0.1),
            word("45,852", 300, 330),
            word("i", 340, 342, sure=0.1),
            word("x", 345, 350, sure=0.0),
        ],
        page=1,
    )

    assert line.text == "Turnover 45,852"


def test_a_dash_that_the_recogniser_believes_is_a_nil() -> None:
    (line,) = lines_of([word("Debtors", 60, 100), word("—", 300, 306, sure=0.8)], page=1)

    assert line.text == "Debtors -"


def test_signs_of_pounds_are_put_right_where_only_heads_of_columns_stand() -> None:
    heads, prose = lines_of(
        [
            word("Note", 240, 260),
            word("£", 300, 306),
            word("£L", 360, 368),
            word("F", 60, 66, row=1),
            word("Smith", 100, 130, row=1),
        ],
        page=1,
    )

    assert [cell.text for cell in heads.cells] == ["Note", "£", "£"]
    assert [cell.text for cell in prose.cells] == ["F", "Smith"]


def test_a_page_of_specks_has_no_lines() -> None:
    assert lines_of([word("~", 1, 2, sure=0.1)], page=1) == ()


def test_a_dollar_before_one_amount_of_a_row_is_a_five_and_doubtful() -> None:
    (line,) = lines_of(
        [word("Cash", 60, 100), word("4,128", 300, 330), word("($17,121)", 360, 390)], page=1
    )

    assert [cell.text for cell in line.cells] == ["Cash", "4,128", "(517,121)"]
    assert line.cells[2].sure < 0.4


def test_dollars_before_every_amount_of_a_row_are_dollars() -> None:
    (line,) = lines_of(
        [word("Cash", 60, 100), word("$4,128", 300, 330), word("$17,121", 360, 390)], page=1
    )

    assert [cell.text for cell in line.cells] == ["Cash", "$4,128", "$17,121"]
