"""The pages of a PDF."""

from pathlib import Path

import pytest
from PIL import Image

from crawlers.accounts.scans import paper
from crawlers.accounts.scans.layer import words_of
from crawlers.accounts.scans.paper import NoPaperError, opened
from db.records.accounts_words import AccountsState
from tests.crawlers.accounts.scans.papers import (
    locked,
    pictures,
    signed_over,
    typed,
    without_its_second_page,
    without_pages,
)

A4 = (595, 842)


def test_a_page_is_drawn_as_large_as_its_inches_and_dots_say() -> None:
    with opened(pictures(A4)) as document:
        drawn = document.picture(1, dpi=144)

    assert drawn is not None
    assert drawn.grey.startswith(b"P5\n1190 1684\n255\n")
    assert (drawn.page, drawn.dpi) == (1, 144)


def test_a_page_turned_by_a_quarter_changes_its_sides() -> None:
    with opened(pictures(A4)) as document:
        drawn = document.picture(1, dpi=72, turned=90)

    assert drawn is not None
    assert drawn.grey.startswith(b"P5\n842 595\n255\n")


def test_a_large_page_is_drawn_coarser_and_a_monstrous_one_not_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paper, "MOST_DOTS", 1_000_000)
    with opened(pictures(A4, (3000, 3000))) as both:
        large, monstrous = both.picture(1, dpi=300), both.picture(2, dpi=300)

    assert large is not None
    assert large.dpi == 101
    assert monstrous is None


def test_a_locked_file_is_told_from_a_damaged_one() -> None:
    with pytest.raises(NoPaperError) as behind_a_password, opened(locked(pictures(A4))):
        pass
    with pytest.raises(NoPaperError) as cut_short, opened(pictures(A4)[:300]):
        pass

    assert behind_a_password.value.state is AccountsState.LOCKED
    assert cut_short.value.state is AccountsState.DAMAGED


def test_a_page_that_carries_text_gives_its_letters_from_the_top_left_corner() -> None:
    with opened(typed(((60, "Turnover"), (300, "45,852")))) as document:
        letters = document.letters(1)

    assert "".join(one.text for one in letters if one.text.strip()) == "Turnover45,852"
    assert letters[0].left == pytest.approx(60, abs=2)
    assert letters[0].bottom == pytest.approx(82, abs=3)


def test_a_picture_has_no_letters() -> None:
    with opened(pictures(A4)) as document:
        assert document.letters(1) == ()


def test_letters_make_words_and_rows() -> None:
    body = typed(
        ((60, "Cost of sales"), (300, "(31,685)"), (400, "(13,907)")),
        ((60, "Gross profit"), (300, "14,167"), (400, "10,110")),
    )
    with opened(body) as document:
        words = words_of(document.letters(1))

    assert [(word.text, word.row) for word in words] == [
        ("Cost", 0),
        ("of", 0),
        ("sales", 0),
        ("(31,685)", 0),
        ("(13,907)", 0),
        ("Gross", 1),
        ("profit", 1),
        ("14,167", 1),
        ("10,110", 1),
    ]


def test_a_stamp_of_a_few_letters_is_no_text_of_a_page() -> None:
    with opened(typed(((60, "A12 B34"),))) as document:
        assert words_of(document.letters(1)) == ()


SIGNED = "DocuSign Envelope ID: 1A2B3C4D-5E6F-7A8B-9C0D-1E2F3A4B5C6D"


def test_pictures_cover_what_they_show_of_a_page() -> None:
    with opened(pictures(A4)) as whole, opened(typed(((60, "Turnover"),))) as text:
        assert whole.pictured(1) == pytest.approx(595 * 842, rel=0.01)
        assert text.pictured(1) == 0


def test_a_picture_that_is_signed_electronically_is_a_picture() -> None:
    with opened(signed_over(SIGNED, "*A9X8Y7Z6*  COMPANIES HOUSE  12/11/2021  #123")) as document:
        letters, pictured = document.letters(1), document.pictured(1)

    assert len(letters) > 90
    assert words_of(letters, pictured=pictured) == ()
    assert words_of(letters) != ()


def test_a_page_of_text_over_a_background_is_read_from_its_text() -> None:
    rows = ["Turnover and other operating income      45,852      24,017" for _ in range(25)]
    with opened(signed_over(*rows)) as document:
        words = words_of(document.letters(1), pictured=document.pictured(1))

    assert [word.text for word in words[-2:]] == ["45,852", "24,017"]


def test_what_a_scanner_recognised_is_no_text_of_a_page_that_is_stamped() -> None:
    with opened(signed_over(SIGNED, recognised="Turnover  45,852  24,017")) as document:
        letters = document.letters(1)

    assert "".join(one.text for one in letters if one.text.strip()) == SIGNED.replace(" ", "")


def test_a_picture_out_of_the_drawer_opens_as_a_picture(tmp_path: Path) -> None:
    with opened(pictures((100, 50))) as document:
        drawn = document.picture(1, dpi=72)
    assert drawn is not None
    (tmp_path / "page.pgm").write_bytes(drawn.grey)

    with Image.open(tmp_path / "page.pgm") as again:
        assert (again.size, again.mode) == ((100, 50), "L")


def test_a_page_that_is_not_there_has_neither_letters_nor_a_picture() -> None:
    with opened(without_its_second_page()) as document:
        count, first = len(document), document.picture(1, dpi=72)
        letters, second = document.letters(2), document.picture(2, dpi=72)

        pictured = document.pictured(2)

    assert count == 2
    assert first is not None
    assert letters == ()
    assert pictured == 0
    assert second is None


def test_a_file_without_pages_is_damaged() -> None:
    with pytest.raises(NoPaperError) as empty, opened(without_pages()):
        pass

    assert empty.value.state is AccountsState.DAMAGED
