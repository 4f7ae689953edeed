"""Keyed figures: two people stand for each, and one bad cell refuses the file."""

from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.figure import Period
from crawlers.accounts.keyed import (
    KeyedError,
    keyed_rows,
    of_document,
    refuse_what_it_cannot_say,
    unused,
)
from db.records.accounts_words import HowRead, Measure, Scope

HEADER = (
    "document,company_number,scope,measure,period_start,period_end,value,page,"
    "keyed_by,keyed_on,confirmed_by,confirmed_on\n"
)
GOOD = {
    "document": "a.pdf",
    "company_number": "9000004",
    "scope": "group",
    "measure": "turnover",
    "period_start": "2023-04-01",
    "period_end": "2024-03-31",
    "value": "-1234567",
    "page": "12",
    "keyed_by": "Ann",
    "keyed_on": "2024-06-01",
    "confirmed_by": "Ben",
    "confirmed_on": "2024-06-02",
}


def csv_of(*rows: dict[str, str]) -> bytes:
    lines = [",".join(row.values()) for row in rows]
    return (HEADER + "\n".join(lines)).encode()


def problem(**changed: str) -> str:
    with pytest.raises(KeyedError) as refused:
        keyed_rows(csv_of({**GOOD, **changed}), "k.csv")
    return str(refused.value)


def test_a_row_is_a_figure_with_its_page_and_its_people() -> None:
    (found,) = keyed_rows(csv_of(GOOD), "k.csv")

    assert (found.document, found.company_number, found.page) == ("a.pdf", "09000004", 12)
    assert (found.keyed_by, found.confirmed_by) == ("Ann", "Ben")
    assert found.figure.value == Decimal(-1234567)
    assert (found.figure.scope, found.figure.measure) == (Scope.GROUP, Measure.TURNOVER)
    assert found.figure.period == Period(start=date(2023, 4, 1), end=date(2024, 3, 31))
    assert (found.figure.read, found.figure.fragment) == (HowRead.KEYED, "page=12")


def test_a_line_of_the_balance_sheet_is_of_one_day() -> None:
    (found,) = keyed_rows(csv_of({**GOOD, "measure": "net_assets", "period_start": ""}), "k.csv")

    assert found.figure.period == Period(end=date(2024, 3, 31))


def test_columns_may_come_in_any_order_and_empty_lines_are_passed_over() -> None:
    turned = dict(reversed(GOOD.items()))
    body = f"{','.join(turned)}\n,,,\n{','.join(turned.values())}\n".encode("utf-8-sig")
    (found,) = keyed_rows(body, "k.csv")

    assert (found.row, found.page) == (3, 12)


@pytest.mark.parametrize(
    ("column", "written", "said"),
    [
        ("document", "", "nothing is written"),
        ("company_number", "nobody", "'nobody' is no company number, such as 01234567"),
        ("scope", "both", "'both' is none of company, group"),
        ("measure", "revenue", "'revenue' is none of turnover, cost_of_sales"),
        ("period_start", "", "nothing is written"),
        ("period_start", "2024-04-01", "it is later than the end, 2024-03-31"),
        ("period_end", "31/03/2024", "'31/03/2024' is no day; write it as 2025-03-31"),
        ("value", "1.5", "'1.5' is no whole number; write it as -1234567"),
        ("value", "(100)", "'(100)' is no whole number; write it as -1234567"),
        ("page", "0", "'0' is no page, counted from 1"),
        ("page", "iv", "'iv' is no page, counted from 1"),
        ("confirmed_by", " ann ", "ann keyed it; another person must confirm it"),
        ("confirmed_on", "2024-05-31", "it was keyed on 2024-06-01, which is later"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(column: str, written: str, said: str) -> None:
    assert f"k.csv, row 2, column {column}: {said}" in problem(**{column: written})


def test_a_day_s_line_has_no_first_day() -> None:
    said = problem(measure="net_assets")

    assert "column period_start: net_assets is of one day; leave it empty" in said


def test_every_bad_cell_is_named_at_once() -> None:
    said = problem(page="0", value="many", period_end="")

    assert [line.split(": ")[0] for line in said.splitlines()] == [
        "k.csv, row 2, column period_end",
        "k.csv, row 2, column value",
        "k.csv, row 2, column page",
    ]


def test_a_day_s_line_without_its_day_is_refused() -> None:
    said = problem(measure="net_assets", period_start="", period_end="")

    assert said == "k.csv, row 2, column period_end: nothing is written"


def test_the_same_line_keyed_twice_is_refused() -> None:
    with pytest.raises(KeyedError, match="row 3, column measure: row 2 has keyed the same line"):
        keyed_rows(csv_of(GOOD, GOOD), "k.csv")


@pytest.mark.parametrize("body", [b"", b"document,value\n", HEADER.encode() + b"\xff\xfe"])
def test_what_is_no_such_csv_is_refused(body: bytes) -> None:
    with pytest.raises(KeyedError, match=r"k\.csv"):
        keyed_rows(body, "k.csv")


def test_rows_are_found_by_the_file_s_name_or_by_its_hash() -> None:
    rows = keyed_rows(csv_of(GOOD, {**GOOD, "document": "ab12"}), "k.csv")

    assert [one.row for one in of_document(rows, sha256="ab12", name="a.pdf")] == [2, 3]
    assert of_document(rows, sha256="cd34", name="b.pdf") == ()


def test_a_page_that_is_not_there_and_another_s_number_are_refused() -> None:
    rows = keyed_rows(csv_of(GOOD), "k.csv")
    refuse_what_it_cannot_say(rows, name="a.pdf", pages=12, entity_number="09000004")
    refuse_what_it_cannot_say(rows, name="a.pdf", pages=None, entity_number=None)

    with pytest.raises(KeyedError) as refused:
        refuse_what_it_cannot_say(rows, name="a.pdf", pages=11, entity_number="09000005")
    assert str(refused.value).splitlines() == [
        "row 2, column page: a.pdf has 11 pages and no page 12",
        "row 2, column company_number: a.pdf reports on 09000005, not on 09000004",
    ]


def test_a_row_that_reaches_no_document_is_named() -> None:
    rows = keyed_rows(csv_of(GOOD), "k.csv")

    assert unused(rows, [("ab12", "a.pdf")]) == ()
    assert unused(rows, [("ab12", "b.pdf")]) == (
        "row 2, column document: a.pdf is none of the documents given",
    )
