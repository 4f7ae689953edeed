"""Heads of columns put together, and the column of the notes left out."""

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.scans.heads import with_heads_joined, without_notes


def line(row: int, *cells: tuple[str, float, float], page: int = 1) -> Line:
    return Line(
        cells=tuple(Cell(text=text, left=left, right=right) for text, left, right in cells),
        fragment=f"page={page}&row={row}",
        page=page,
    )


def texts(lines: tuple[Line, ...]) -> list[list[str]]:
    return [[cell.text for cell in one.cells] for one in lines]


def test_a_day_over_its_year_over_its_unit_is_one_head() -> None:
    lines = with_heads_joined(
        [
            line(1, ("28 June", 300, 340), ("29 June", 400, 440)),
            line(2, ("2015", 315, 340), ("2014", 415, 440)),
            line(3, ("Note", 240, 260), ("£", 332, 340), ("£", 432, 440)),
            line(4, ("Turnover", 60, 100), ("1,234", 310, 340), ("5,678", 410, 440)),
        ]
    )

    assert texts(lines) == [
        ["Note", "28 June 2015 £", "29 June 2014 £"],
        ["Turnover", "1,234", "5,678"],
    ]
    assert lines[0].fragment == "page=1&row=3"


def test_a_period_printed_in_four_lines_is_one_head() -> None:
    lines = with_heads_joined(
        [
            line(1, ("Period", 300, 330), ("Period", 400, 430)),
            line(2, ("28.6.15", 300, 330), ("30.3.14", 400, 430)),
            line(3, ("to", 310, 320), ("to", 410, 420)),
            line(4, ("2.7.16", 300, 330), ("27.6.15", 400, 430)),
        ]
    )

    assert texts(lines) == [["Period 28.6.15 to 2.7.16", "Period 30.3.14 to 27.6.15"]]


def test_the_head_of_the_notes_may_stand_on_a_line_of_its_own() -> None:
    lines = with_heads_joined(
        [
            line(1, ("Note", 240, 260)),
            line(2, ("2016", 315, 340), ("2015", 415, 440)),
            line(3, ("£", 332, 340), ("£", 432, 440)),
        ]
    )

    assert texts(lines) == [["Note", "2016 £", "2015 £"]]


def test_a_year_over_two_columns_of_money_goes_to_both() -> None:
    lines = with_heads_joined(
        [
            line(1, ("2016", 330, 350), ("2015", 450, 470)),
            line(2, ("£000", 300, 320), ("£000", 360, 380), ("£000", 420, 440), ("£000", 480, 500)),
        ]
    )

    assert texts(lines) == [["2016 £000", "2016 £000", "2015 £000", "2015 £000"]]


def test_a_length_over_one_column_goes_to_that_column_alone() -> None:
    lines = with_heads_joined(
        [
            line(1, ("31 week", 400, 440)),
            line(2, ("Year", 315, 340), ("period", 405, 440)),
            line(3, ("2016", 315, 340), ("2015", 415, 440)),
        ]
    )

    assert texts(lines) == [["Year 2016", "31 week period 2015"]]


def test_a_name_on_the_line_of_heads_is_a_line_of_its_own() -> None:
    lines = with_heads_joined(
        [
            line(
                1,
                ("ACME Limited", 60, 140),
                ("Notes", 240, 260),
                ("2016", 310, 340),
                ("2015", 410, 440),
            )
        ]
    )

    assert texts(lines) == [["ACME Limited"], ["Notes", "2016", "2015"]]


def test_a_title_beside_no_column_and_a_lone_line_of_heads_stay_as_they_are() -> None:
    title = line(1, ("2 July 2016", 200, 260))
    heads = line(2, ("2.7.16", 310, 340), ("27.6.15", 410, 440))
    alone = line(1, ("2016", 310, 340), ("2015", 410, 440), page=2)

    assert with_heads_joined([title, heads, alone]) == (title, heads, alone)


def test_days_under_each_other_without_columns_are_no_heads() -> None:
    lines = [line(1, ("30 June 2016", 60, 120)), line(2, ("30 June 2015", 60, 120))]

    assert with_heads_joined(lines) == tuple(lines)


def test_numbers_of_notes_are_left_out_however_they_were_read() -> None:
    lines = without_notes(
        [
            line(1, ("Note", 240, 260), ("2016", 310, 340)),
            line(2, ("Turnover", 60, 100), ("(3)", 245, 255), ("62,650", 310, 340)),
            line(3, ("Cost of sales", 60, 130), ("1,2", 243, 257), ("24,801", 310, 340)),
            line(4, ("Debtors", 60, 100), ("co", 245, 255), ("4,232", 310, 340)),
            line(5, ("A label that reaches far", 60, 250), ("12", 300, 340)),
            line(6, ("37,849", 310, 340)),
        ]
    )

    assert texts(lines) == [
        ["2016"],
        ["Turnover", "62,650"],
        ["Cost of sales", "24,801"],
        ["Debtors", "4,232"],
        ["A label that reaches far", "12"],
        ["37,849"],
    ]


def test_the_column_of_notes_ends_with_its_page() -> None:
    other = line(1, ("Turnover", 60, 100), ("7", 245, 255), page=2)

    assert without_notes([line(1, ("Note", 240, 260)), other]) == (other,)
