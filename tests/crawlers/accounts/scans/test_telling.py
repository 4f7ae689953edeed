"""The figures of a scanned statement."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.line import Line
from crawlers.accounts.said import About
from crawlers.accounts.scans.heads import with_heads_joined
from crawlers.accounts.scans.rows import lines_of
from crawlers.accounts.scans.settling import SURE
from crawlers.accounts.scans.telling import figures
from db.records.accounts_words import HowRead, Measure
from tests.crawlers.accounts.scans.papers import words

ABOUT = About(
    period=Period(start=date(2015, 10, 1), end=date(2016, 9, 30)),
    previous=Period(start=date(2014, 10, 1), end=date(2015, 9, 30)),
)
STATEMENT = """Income statement
Year ended 30 September 2016
-  2016  2015
-  £  £
Turnover  45,852  24,017
Cost of sales  (31,685)  (13,907)
Gross profit  14,167  10,110
Administrative expenses  (13,027)  (6,799)
Operating profit  1,140  3,311"""


def page(text: str, *, sure: float = 0.9) -> tuple[Line, ...]:
    seen = words(*(row for row in text.splitlines()), sure=sure)
    return with_heads_joined(lines_of([word for word in seen if word.text != "-"], 1))


def told(
    lines: tuple[Line, ...], second: tuple[Line, ...], own_text: frozenset[int] = frozenset()
) -> Mapping[Measure, Figure]:
    """The figures of the year reported."""
    read = figures(lines, second, own_text=own_text, about=ABOUT)
    return {one.measure: one for one in read.figures if one.period.end == date(2016, 9, 30)}


def test_lines_that_both_readings_give_and_that_add_up_are_sure() -> None:
    read = told(page(STATEMENT), page(STATEMENT))

    assert read[Measure.TURNOVER].value == 45_852
    assert read[Measure.COST_OF_SALES].value == 31_685
    assert read[Measure.GROSS_PROFIT].confidence >= SURE
    assert read[Measure.TURNOVER].read is HowRead.SCANNED
    assert read[Measure.TURNOVER].fragment == "page=1&row=5"


def test_the_reading_that_adds_up_is_taken_and_cited_where_the_finer_one_stands() -> None:
    misread = STATEMENT.replace("31,685", "31,885")
    read = told(page(misread), page(STATEMENT))

    assert read[Measure.COST_OF_SALES].value == 31_685
    assert read[Measure.COST_OF_SALES].confidence >= SURE
    assert read[Measure.COST_OF_SALES].fragment == "page=1&row=6"


def test_a_letter_put_right_is_told_in_a_note() -> None:
    misread = STATEMENT.replace("14,167", "19,167")
    faint = page(misread, sure=0.9)
    doubtful = tuple(
        line
        if line.cells[0].text != "Gross profit"
        else page("Gross profit  19,167  10,110", sure=0.4)[0]
        for line in faint
    )
    lines = tuple(
        Line(cells=line.cells, fragment=shown.fragment, page=1)
        for line, shown in zip(doubtful, faint, strict=True)
    )
    read = told(lines, lines)

    assert read[Measure.GROSS_PROFIT].value == Decimal(14_167)
    assert read[Measure.GROSS_PROFIT].note == "recognised as 19,167; 14,167 adds up"


def test_a_line_that_one_reading_alone_has_is_not_sure_and_cites_its_page() -> None:
    income = "Other operating income  77  66"
    alone = told(page(STATEMENT), page(f"{STATEMENT}\n{income}"))

    assert alone[Measure.OTHER_OPERATING_INCOME].value == 77
    assert alone[Measure.OTHER_OPERATING_INCOME].confidence < SURE
    assert alone[Measure.OTHER_OPERATING_INCOME].fragment == "page=1"


def test_what_does_not_add_up_is_not_sure_though_both_readings_give_it() -> None:
    wrong = STATEMENT.replace("14,167", "15,000").replace("1,140", "1,973")
    read = told(page(wrong), page(wrong))

    assert read[Measure.TURNOVER].confidence < SURE
    assert read[Measure.COST_OF_SALES].confidence < SURE


def test_a_page_with_text_of_its_own_is_printed_and_not_recognised() -> None:
    read = told(page(STATEMENT), (), frozenset({1}))

    assert read[Measure.TURNOVER].read is HowRead.PRINTED
    assert read[Measure.TURNOVER].confidence > 0.8


def test_a_page_that_was_read_once_gives_nothing_that_no_sum_proves() -> None:
    once = told(page("Income statement\n-  2016  2015\n-  £  £\nTurnover  45,852  24,017"), ())

    assert once[Measure.TURNOVER].confidence < SURE
