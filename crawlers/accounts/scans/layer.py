"""The text that a page of a PDF carries itself, where it is the page's own and not a guess."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
from pypdfium2 import raw

from crawlers.accounts.scans.recogniser import Word

_LEAST_LETTERS = 20
"""A stamp or a page number on a scanned page is less; any page of accounts is more."""
_WORD_SPACE = 0.18
"""A gap wider than this share of the letters' height parts words that no blank parts."""
_SAME_ROW = 0.5
"""Letters whose middles differ by less than this share of their height stand on one line."""


@dataclass(frozen=True, slots=True)
class _Letter:
    text: str
    left: float
    top: float
    right: float
    bottom: float


def words_on(document: pypdfium2.PdfDocument, number: int) -> tuple[Word, ...]:
    """The words of page `number` as its own text has them; none where it is a picture.

    Invisible text does not count: it is what some scanner's software recognised, unchecked.
    """
    try:
        page = document[number - 1]
        text = page.get_textpage()
        if text.count_chars() < _LEAST_LETTERS or not _is_visible(page):
            return ()
        letters = [*_letters(text, page.get_height())]
    except pypdfium2.PdfiumError:
        return ()
    return tuple(_words(letters))


def _is_visible(page: pypdfium2.PdfPage) -> bool:
    kinds = {
        raw.FPDFTextObj_GetTextRenderMode(one.raw)
        for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])
    }
    return bool(kinds - {raw.FPDF_TEXTRENDERMODE_INVISIBLE})


def _letters(text: pypdfium2.PdfTextPage, height: float) -> Iterator[_Letter]:
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        yield _Letter(letter, left, height - top, right, height - bottom)


def _words(letters: list[_Letter]) -> Iterator[Word]:
    """The letters put together, with the row that each word stands on."""
    runs: list[list[_Letter]] = []
    before: _Letter | None = None
    for letter in letters:
        if not letter.text.strip():
            before = None
            continue
        if before is None or _apart(before, letter):
            runs.append([])
        runs[-1].append(letter)
        before = letter
    runs.sort(key=_middle)
    row = 0
    for last, run in pairwise([runs[:1] and runs[0], *runs]):
        row += _middle(run) - _middle(last) > _SAME_ROW * _height(run)
        yield Word(
            text="".join(letter.text for letter in run),
            left=run[0].left,
            top=min(letter.top for letter in run),
            right=run[-1].right,
            bottom=max(letter.bottom for letter in run),
            row=row,
        )


def _apart(before: _Letter, after: _Letter) -> bool:
    height = before.bottom - before.top
    beside = -height < after.left - before.right < _WORD_SPACE * height
    return not beside or abs(after.bottom - before.bottom) > _SAME_ROW * height


def _middle(run: list[_Letter]) -> float:
    return (run[0].top + run[0].bottom) / 2


def _height(run: list[_Letter]) -> float:
    return run[0].bottom - run[0].top
