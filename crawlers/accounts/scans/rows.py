"""Words of a page put together to lines: cells of print, cleaned of what a recogniser imagines."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.scans.amounts import clean, is_amount, is_dash
from crawlers.accounts.scans.recogniser import Word

_WORD_SPACE = 1.3
"""A gap between cells is wider than this share of the height of the page's words; between words
of justified prose it seldom is."""
_AMOUNT_SPACE = 0.6
"""The same between two numbers: their columns come close to each other."""
_SPECK_SURE = 0.35
"""Dirt on the glass is read as a point, a stroke or a quote, and the recogniser doubts it."""
_DASH_SURE = 0.5
"""A dash is a nil when it is one; specks are read as dashes too, with less confidence."""
_SCRAP_LETTERS, _SCRAP_SURE = 2, 0.1
"""Corners of frames and ends of rules are read as a letter or two, hardly believed."""
_SPECK = re.compile(r"[^\w£€$()&-]+|[_ilI]{1,2}")
_DIRT = re.compile(r"[^\w£€$()&/%+-]+|_+")
"""What never stands alone on a page, however sure the recogniser is of it."""
_HEAD = re.compile(r"[£EfFL&]{1,2}|£000|[$€]|Notes?\.?", re.IGNORECASE)
_POUND = re.compile(r"[EfFL&]{1,2}|£[EfFL&]")
"""What `£` is read as, above all in slanting type."""
_LEADER = re.compile(r"[.…·_]{3,}|(?:\. ){2,}\.?")


def lines_of(words: Iterable[Word], page: int, *, first: int = 1) -> tuple[Line, ...]:
    """The lines of one page from top to bottom; `first` is the number of the uppermost.

    Positions are points. Specks and leader dots are left out; an amount in several pieces is one.
    """
    kept = [word for word in words if not _is_speck(word)]
    if not kept:
        return ()
    height = median(word.bottom - word.top for word in kept)
    rows: dict[int, list[Word]] = {}
    for word in kept:
        rows.setdefault(word.row, []).append(word)
    cells = (
        _cells(sorted(row, key=lambda word: word.left), height) for _, row in sorted(rows.items())
    )
    return tuple(
        Line(cells=row, fragment=f"page={page}&row={number}", page=page)
        for number, row in enumerate(cells, first)
    )


def _is_speck(word: Word) -> bool:
    text = word.text
    if _LEADER.fullmatch(text):
        return True
    if is_dash(text):
        return word.sure < _DASH_SURE
    if len(text) <= _SCRAP_LETTERS and word.sure < _SCRAP_SURE:
        return True
    return bool(_DIRT.fullmatch(text)) or (
        word.sure < _SPECK_SURE and _SPECK.fullmatch(text) is not None
    )


def _cells(row: Sequence[Word], height: float) -> tuple[Cell, ...]:
    runs: list[list[Word]] = [[row[0]]]
    for before, after in pairwise(row):
        if _apart(before, after, height):
            runs.append([])
        runs[-1].append(after)
    return _with_fives(_with_units(tuple(_cell(run) for run in runs)))


def _with_fives(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The same, each dollar that is none a 5 again, as which it began.

    Where dollars are printed, they stand before every amount of a row or before none.
    """
    amounts = [cell for cell in row if is_amount(cell.text) and not is_dash(cell.text)]
    if all("$" in cell.text for cell in amounts):
        return row
    return tuple(
        cell._replace(text=clean(cell.text.replace("$", "5"))[0])
        if cell in amounts and "$" in cell.text
        else cell
        for cell in row
    )


def _with_units(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """The same, with the signs of pounds put right in a row of nothing but heads of columns."""
    if len(row) == 1 or not all(_HEAD.fullmatch(cell.text) for cell in row):
        return row
    return tuple(cell._replace(text=_POUND.sub("£", cell.text)) for cell in row)


def _apart(before: Word, after: Word, height: float) -> bool:
    gap = after.left - before.right
    if before.text.endswith(",") and after.text[0].isdigit():
        return gap > _WORD_SPACE * height
    are_values = is_amount(before.text) and is_amount(after.text)
    return gap > (_AMOUNT_SPACE if are_values else _WORD_SPACE) * height


def _cell(run: Sequence[Word]) -> Cell:
    joined = " ".join(word.text for word in run)
    text, doubt = clean(joined)
    return Cell(
        text=text,
        left=round(run[0].left, 1),
        right=round(run[-1].right, 1),
        sure=round(min(word.sure for word in run) * doubt, 3),
    )
