"""A PDF of accounts read to lines."""

import pytest

from crawlers.accounts.scans import reading
from crawlers.accounts.scans.reading import has_table, read_scan
from crawlers.accounts.scans.rows import lines_of
from db.records.accounts_words import AccountsState
from tests.crawlers.accounts.scans.papers import Told, locked, pictures, signed_over, typed, words

SMALL = (100, 100)
TABLE = words(
    "Turnover  45,852  24,017",
    "Cost of sales  (31,685)  (13,907)",
    "Gross profit  14,167  10,110",
    "Exceptional items  (1,979)  -",
)
PROSE = words("The directors present their report", "and the financial statements")


def test_prose_is_read_once_and_quickly_and_tables_once_more_and_finely() -> None:
    recognise = Told({(1, 200): PROSE, (2, 200): TABLE, (2, 300): TABLE})
    scanned = read_scan(pictures(SMALL, SMALL), recognise)

    assert recognise.asked == [(1, 200), (2, 200), (2, 300)]
    assert scanned.state is AccountsState.READ
    assert (scanned.pages, scanned.seconds) == (2, 4.5)
    assert [line.fragment for line in scanned.lines[:3]] == [
        "page=1&row=1",
        "page=1&row=2",
        "page=2&row=1",
    ]
    assert {line.page for line in scanned.second} == {2}


def test_the_finer_reading_of_a_page_is_the_one_that_counts() -> None:
    finer = words("Turnover  45,853  24,018", "Cost of sales  (31,686)  (13,908)")
    scanned = read_scan(pictures(SMALL), Told({(1, 200): TABLE, (1, 300): finer}))

    assert scanned.lines[0].text == "Turnover 45,853 24,018"
    assert scanned.second[0].text == "Turnover 45,852 24,017"


def test_a_page_that_the_finer_reading_cannot_read_keeps_the_quicker_one() -> None:
    scanned = read_scan(pictures(SMALL), Told({(1, 200): TABLE}))

    assert scanned.lines[0].text == "Turnover 45,852 24,017"
    assert scanned.second == ()


def test_a_page_that_is_signed_electronically_is_recognised() -> None:
    signed = signed_over("DocuSign Envelope ID: 1A2B3C4D-5E6F-7A8B-9C0D-1E2F3A4B5C6D")
    scanned = read_scan(signed, Told({(1, 200): TABLE, (1, 300): TABLE}))

    assert scanned.lines[0].text == "Turnover 45,852 24,017"
    assert scanned.own_text == frozenset()
    assert read_scan(signed, None).state is AccountsState.NO_RECOGNISER


def test_without_a_recogniser_pictures_are_said_to_be_unread() -> None:
    assert read_scan(pictures(SMALL), None).state is AccountsState.NO_RECOGNISER


def test_a_pdf_with_text_of_its_own_needs_no_recogniser() -> None:
    body = typed(((60, "Profit and loss account"),), ((60, "Turnover"), (300, "45,852")))
    scanned = read_scan(body, None)

    assert scanned.state is AccountsState.READ
    assert [line.text for line in scanned.lines] == ["Profit and loss account", "Turnover 45,852"]
    assert scanned.own_text == {1}


def test_pages_in_which_nothing_is_seen_are_not_recognised() -> None:
    assert read_scan(pictures(SMALL), Told({})).state is AccountsState.NOT_RECOGNISED


def test_a_page_that_takes_too_long_leaves_the_rest_read_and_is_named() -> None:
    recognise = Told({(1, 200): PROSE}, problems={2: "page 2: no answer in 90 s"})
    scanned = read_scan(pictures(SMALL, SMALL), recognise)

    assert scanned.state is AccountsState.PARTLY_READ
    assert [note.words for note in scanned.notes] == ["page 2: no answer in 90 s"]


def test_a_monstrous_page_leaves_the_rest_read_and_is_named() -> None:
    scanned = read_scan(pictures(SMALL, (10000, 10000)), Told({(1, 200): PROSE}))

    assert scanned.state is AccountsState.PARTLY_READ
    assert [note.words for note in scanned.notes] == [
        "1 page could not be drawn or recognised: page 2"
    ]


def test_pages_beyond_the_most_that_are_read_are_said_to_be_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 1)
    scanned = read_scan(pictures(SMALL, SMALL), Told({(1, 200): PROSE}))

    assert scanned.state is AccountsState.PARTLY_READ
    assert [note.words for note in scanned.notes] == [
        "it has 2 pages, of which the first 1 were read"
    ]


def test_what_cannot_be_opened_says_why() -> None:
    assert read_scan(locked(pictures(SMALL)), None).state is AccountsState.LOCKED
    assert read_scan(b"%PDF-1.4 and no more", None).state is AccountsState.DAMAGED
    assert read_scan(b"", None).state is AccountsState.DAMAGED


def test_a_table_has_four_rows_with_amounts_and_years_are_none() -> None:
    assert has_table(lines_of(TABLE, 1))
    assert not has_table(lines_of(PROSE, 1))
    assert not has_table(lines_of(words("2016  2015", "2014  2013", "2012  2011", "7  8"), 1))
