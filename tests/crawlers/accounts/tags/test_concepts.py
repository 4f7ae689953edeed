"""The table of concepts says each thing once, in words that are known."""

import pytest

from crawlers.accounts.fact import Family
from crawlers.accounts.tags.concepts import COLUMNS, ConceptTableError, concepts, table
from db.records.accounts_words import Measure

HEADER = ",".join(COLUMNS)


def test_the_shipped_table_has_nearly_every_line() -> None:
    assert set(Measure) - set(concepts()) == {Measure.EXCEPTIONAL_ITEMS}


def test_a_row_is_read_with_its_alternatives() -> None:
    (row,) = table([HEADER, "frc,core,Creditors,debtors,1,A=x | B=y & C=z,D=w,from the note on x"])[
        Measure.DEBTORS
    ]

    assert (row.family, row.part, row.name, row.order) == (Family.FRC, "core", "Creditors", 1)
    assert row.needs == (frozenset({("A", "x")}), frozenset({("B", "y"), ("C", "z")}))
    assert row.unless == (frozenset({("D", "w")}),)
    assert row.is_from_a_note


def test_rows_of_a_line_are_in_their_order() -> None:
    found = table([HEADER, "frc,core,B,cash,2,,,", "frc,core,A,cash,1,,,"])[Measure.CASH]

    assert [row.name for row in found] == ["A", "B"]
    assert found[0].needs == (frozenset(),)


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ([], "line 1: the columns are family"),
        (["family,name"], "line 1: the columns are family"),
        ([HEADER, "frc,core,A,cash,1,,"], "line 2: 7 cells instead of 8"),
        ([HEADER, "frc,core,A,cash,1,,,", "frc,core,B,gold,1,,,"], "line 3: 'gold' is not a valid"),
        ([HEADER, "us,core,A,cash,1,,,"], "line 2: 'us' is not a valid"),
        ([HEADER, "frc,core,A,cash,first,,,"], "line 2: invalid literal"),
        ([HEADER, "frc,core,A,cash,1,Axis,,"], "line 2: 'Axis' is no axis=member"),
        (
            [HEADER, "frc,core,A,cash,1,,,", "frc,core,A,cash,2,,,"],
            "line 3: it says again what line 2 says",
        ),
        (
            [HEADER, "frc,core,A,cash,1,,,", "frc,core,B,cash,1,,,"],
            "line 3: it says again what line 2 says",
        ),
    ],
)
def test_a_table_that_says_something_else_names_the_line(lines: list[str], problem: str) -> None:
    with pytest.raises(ConceptTableError, match=problem):
        table(lines)
