"""Labels that go on below their values."""

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.scans.labels import with_labels_whole


def line(row: int, *texts: str, left: float = 60) -> Line:
    return Line(
        cells=tuple(
            Cell(text=text, left=left + 100 * at, right=left + 100 * at + 60)
            for at, text in enumerate(texts)
        ),
        fragment=f"page=1&row={row}",
        page=1,
    )


def test_a_label_that_ends_in_the_middle_goes_on_below() -> None:
    (whole,) = with_labels_whole(
        [line(1, "Creditors: amounts falling due", "11,342"), line(2, "within one year")]
    )

    assert [cell.text for cell in whole.cells] == [
        "Creditors: amounts falling due within one year",
        "11,342",
    ]


def test_a_whole_label_takes_nothing_from_the_line_below() -> None:
    lines = (line(1, "Debtors", "4,232"), line(2, "Creditors"))

    assert with_labels_whole(lines) == lines


def test_what_stands_elsewhere_or_has_values_is_another_row() -> None:
    open_row = line(1, "Creditors: amounts falling due", "11,342")
    indented = line(2, "within one year", left=200)
    valued = line(2, "within one year", "7")
    words = line(1, "Amounts due", "see below")

    assert with_labels_whole([open_row, indented]) == (open_row, indented)
    assert with_labels_whole([open_row, valued]) == (open_row, valued)
    assert with_labels_whole([words, line(2, "to the group")]) == (words, line(2, "to the group"))
