"""Each cell is what it must be, or a ValueError that says why not."""

from datetime import date, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers import cells
from crawlers.reading import Cell

moment = datetime.fromisoformat


class Grade(StrEnum):
    GOOD = "Good"
    POOR = "Requires improvement"


grade = cells.word(Grade, {"Adequate": Grade.POOR})
optional_grade = cells.optional_word(Grade, {"Adequate": Grade.POOR})
yes = cells.flag("Y", "Short breaks only")
urn = cells.matching(r"SC\d{6}|\d{7}", "a URN")


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (" Larkmoor Care \n", "Larkmoor Care"),
        (2590934.0, "2590934"),
        (2590934, "2590934"),
        (3.13, "3.13"),
        (-0.5, "-0.5"),
        (0.0, "0"),
        (True, "True"),
        (date(2025, 3, 31), "2025-03-31"),
    ],
)
def test_text_loses_the_space_round_it_and_whole_numbers_their_point(
    cell: Cell, found: str
) -> None:
    assert found == cells.text(cell)


@pytest.mark.parametrize("cell", ["", "  \n", "\N{NO-BREAK SPACE}", None])
def test_a_blank_is_no_text(cell: Cell) -> None:
    assert cells.optional_text(cell) is None
    with pytest.raises(ValueError, match=r"^it is blank$"):
        cells.text(cell)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (3.13, "3.13"),
        (moment("1900-01-03T03:07:12"), "3.13"),
        (moment("1900-01-01T00:00:00"), "1"),
        (moment("1900-02-28T12:00:00"), "59.5"),
        (moment("1900-03-01T00:00:00"), "61"),
        (moment("2025-03-31T00:00:00"), "45747"),
        (24.0, "24"),
        (24, "24"),
        ("3.13", "3.13"),
        (" Larkmoor Care ", "Larkmoor Care"),
        (0, None),
        (0.0, None),
        ("", None),
        (None, None),
    ],
)
def test_a_name_that_a_spreadsheet_made_a_number_or_a_moment_comes_back(
    cell: Cell, found: str | None
) -> None:
    assert found == cells.text_typed_as_number(cell)


@pytest.mark.parametrize(
    ("cell", "found"), [(4.0, 4), (0.0, 0), ("4", 4), (" 12 ", 12), (7, 7), ("007", 7)]
)
def test_a_whole_number_may_be_a_float_or_text(cell: Cell, found: int) -> None:
    assert found == cells.whole_number(cell)


@pytest.mark.parametrize(
    "cell",
    [
        *(4.5, -4.0, "-4", "4.5", "4.0", "1,000"),
        *("c", "z", "[x]", "..", "\N{SUPERSCRIPT TWO}", "REDACTED"),
        *(True, float("nan"), float("inf"), date(2025, 3, 31)),
    ],
)
def test_what_is_no_whole_number_from_zero_is_refused(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"is not a whole number$"):
        cells.optional_whole_number(cell)


@pytest.mark.parametrize("cell", ["", " ", None])
def test_a_blank_is_no_number_and_never_zero(cell: Cell) -> None:
    assert cells.optional_whole_number(cell) is None
    with pytest.raises(ValueError, match=r"^it is blank$"):
        cells.whole_number(cell)


@pytest.mark.parametrize(
    "cell",
    [
        moment("2024-06-04T00:00:00"),
        moment("2024-06-04T23:59:59"),
        date(2024, 6, 4),
        "04/06/2024",
        "4/6/2024",
        " 2024-06-04 ",
        "4 June 2024",
    ],
)
def test_a_day_is_a_date_or_one_of_three_ways_to_write_one(cell: Cell) -> None:
    assert cells.day(cell) == date(2024, 6, 4)


@pytest.mark.parametrize(
    "cell",
    [
        *("31/02/2025", "2025-02-31", "06/13/2025", "04/06/2024 10:00"),
        *("4 Juin 2024", "2024", "04/06/24", "soon"),
        *(45447.0, 45447, True),
    ],
)
def test_what_is_no_day_is_refused(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"is not a day$"):
        cells.optional_day(cell)


@pytest.mark.parametrize("cell", [date(1799, 12, 31), "01/01/1700", date(2200, 1, 1), "1/1/2999"])
def test_a_day_beyond_any_register_is_refused(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"is not a day in living memory of any register$"):
        cells.day(cell)


@pytest.mark.parametrize("cell", [date(1800, 1, 1), date(2199, 12, 31)])
def test_the_first_and_the_last_day_count(cell: date) -> None:
    assert cell == cells.day(cell)


@pytest.mark.parametrize("cell", ["", " ", None])
def test_a_blank_is_no_day(cell: Cell) -> None:
    assert cells.optional_day(cell) is None
    with pytest.raises(ValueError, match=r"^it is blank$"):
        cells.day(cell)


@given(day=st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31)))
def test_every_day_reads_back_however_it_is_written(day: date) -> None:
    written = [f"{day:%d/%m/%Y}", f"{day}", f"{day.day} {day:%B %Y}"]

    assert [cells.day(cell) for cell in written] == [day, day, day]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Good", Grade.GOOD),
        (" GOOD\n", Grade.GOOD),
        ("Requires\nimprovement", Grade.POOR),
        ("adequate", Grade.POOR),
    ],
)
def test_a_word_is_known_in_any_case_and_in_its_other_spellings(cell: Cell, found: Grade) -> None:
    assert found == grade(cell)


@pytest.mark.parametrize("cell", ["Satisfactory", 0.0, "Go od"])
def test_a_new_word_is_refused_and_the_known_ones_are_told(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"is new; known are \['Good', 'Requires improvement'\]$"):
        grade(cell)


@pytest.mark.parametrize("cell", ["", " ", None])
def test_a_blank_is_no_word(cell: Cell) -> None:
    assert optional_grade(cell) is None
    with pytest.raises(ValueError, match=r"^it is blank$"):
        grade(cell)


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Y", True),
        ("y", True),
        ("Short\nbreaks only", True),
        ("", False),
        (" ", False),
        (None, False),
        (0.0, False),
    ],
)
def test_a_flag_is_one_of_its_words_or_blank_or_the_zero_of_a_formula(
    cell: Cell, found: bool
) -> None:
    assert found is yes(cell)


@pytest.mark.parametrize(("cell", "told"), [("N", "'N'"), (1.0, "'1'"), ("0", "'0'")])
def test_another_word_than_yes_is_refused(cell: Cell, told: str) -> None:
    with pytest.raises(ValueError, match=rf"^{told} is new; known are \['Short.*', 'Y'\] and"):
        yes(cell)


@pytest.mark.parametrize(
    ("cell", "found"),
    [("SC900001", "SC900001"), (9000001.0, "9000001"), (" 9000001 ", "9000001")],
)
def test_text_of_the_right_shape_is_given_as_text(cell: Cell, found: str) -> None:
    assert found == urn(cell)


@pytest.mark.parametrize("cell", ["sc900001", "SC90001", 900001.0, 9000001.5, "9000001 and", 1e21])
def test_text_of_another_shape_is_refused(cell: Cell) -> None:
    with pytest.raises(ValueError, match=r"is not a URN$"):
        urn(cell)


def test_text_of_a_shape_must_be_there() -> None:
    with pytest.raises(ValueError, match=r"^it is blank$"):
        urn("")
