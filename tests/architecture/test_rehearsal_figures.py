"""The page that puts the rehearsal beside the real register tells of the market as it is made."""

from oversight.docs.rehearsal_comparison import CHANCE
from oversight.docs.rehearsal_comparisons import comparisons
from oversight.docs.rehearsal_figures import (
    SEEDS,
    fingerprint,
    kept,
    kept_fingerprint,
    measured,
)
from oversight.docs.rehearsal_page import AS_MADE, Row, rows, text
from tests.crawlers.rehearsal.making.small_worlds import small


def test_the_kept_figures_are_of_the_market_as_it_is_made_now() -> None:
    found = fingerprint(small(SEEDS[0]))

    assert found == kept_fingerprint(), "the making has changed: run `make rehearsal-figures`"


def test_the_kept_figures_are_those_that_are_measured_now() -> None:
    found = measured(small(SEEDS[0]))

    for figures in kept():
        assert figures.keys() == found.keys()
        assert figures["totals"].keys() == found["totals"].keys()
        assert figures["money"].keys() == found["money"].keys()


def test_everything_that_the_page_compares_is_measured() -> None:
    first = kept()[0]

    for one in comparisons():
        assert one.real.keys() <= first[one.section].keys()
        assert one.why.keys() <= one.real.keys()


def test_every_large_difference_is_explained_and_every_nearly_large_one() -> None:
    found = [row for one in comparisons() for row in rows(one, kept())]

    assert [row.what for row in found if row.is_asked_about and not row.why] == []


def test_the_page_says_what_is_large_and_of_which_day_it_is() -> None:
    said = text()

    assert "more than a tenth of the real figure" in said
    assert "up to 12 of anything that is counted, and up to 2 points of what is a share" in said
    assert "5,599 registrations" in said
    assert "6,704 rows as at 31 March 2026" in said


def test_the_page_says_how_often_what_an_end_shows_happens_to_anybody() -> None:
    said = text()

    for form in ("TM01", "AP01", "AA01", "AD01", "MR01", "MR04", "CH01"):
        assert f"({form}) |" in said
    for kind in ("accounts (AA)", "yearly statements (CS01)", "control (PSC01 to PSC09)"):
        assert f"| {kind} |" in said
    assert "children's homes that lost places" in said


def test_the_shares_of_papers_make_up_all_of_them() -> None:
    for figures in kept():
        assert abs(sum(figures["papers"].values()) - 1) < 0.001


def test_the_page_says_that_companies_files_know_nothing_of_2020() -> None:
    assert "the registrar suspended strike-offs for months" in text()


def test_a_row_that_differs_by_nearly_a_tenth_says_why_on_the_page() -> None:
    assert Row(what="", ours=(0.664, 0.664, 0.664), real=0.72, why="").is_asked_about
    assert not Row(what="", ours=(0.664, 0.664, 0.664), real=0.72, why="").is_large
    assert not Row(what="", ours=(0.68, 0.68, 0.68), real=0.72, why="").is_asked_about


def test_a_difference_is_large_by_the_first_seed_or_by_most() -> None:
    assert Row(what="", ours=(150, 100, 100), real=100, why="").is_large
    assert Row(what="", ours=(100, 150, 150), real=100, why="").is_large
    assert not Row(what="", ours=(100, 150, 100), real=100, why="").is_large
    assert not Row(what="", ours=(20, 20, 20), real=10, why="").is_large


def test_no_row_is_called_chance_where_every_seed_lies_on_one_side() -> None:
    lines = [line for line in text().splitlines() if CHANCE in line or AS_MADE in line]
    found = [row for one in comparisons() for row in rows(one, kept())]
    one_sided = {row.what for row in found if max(row.ours) < row.real or min(row.ours) > row.real}

    assert lines != []
    assert [row.what for row in found if row.why == CHANCE and row.what in one_sided] == []
    assert "Seeds 1 to 3" in text()
