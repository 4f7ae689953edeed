"""A PDF of accounts read to lines: its own text where it has any, recognised print elsewhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.accounts.line import Line
from crawlers.accounts.note import Note
from crawlers.accounts.scans.amounts import is_amount, is_dash
from crawlers.accounts.scans.heads import with_heads_joined
from crawlers.accounts.scans.layer import words_of
from crawlers.accounts.scans.paper import NoPaperError, Paper, opened
from crawlers.accounts.scans.recogniser import Recognised, Recogniser, Word
from crawlers.accounts.scans.rows import lines_of
from crawlers.accounts.scans.turning import is_sideways, upright
from db.records.accounts_words import AccountsState

_QUICK_DPI = 200
"""Enough for prose, and for most figures: half the time of the next."""
_FINE_DPI = 300
"""What the register's own scans have: more adds no detail."""
MOST_PAGES = 400
"""What follows is not read, and said to be so. The scans that were looked at have 19 to 34 pages; a
listed company's report has a few hundred."""
_ROWS_OF_A_TABLE = 4
"""A page with so many rows of amounts may hold a statement or a note with figures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """What was read of a PDF."""

    state: AccountsState
    """READ where every page was; PARTLY_READ where some could not be; else why there is nothing."""
    lines: tuple[Line, ...] = ()
    """Of all pages in their order, from the better reading; positions in points."""
    second: tuple[Line, ...] = ()
    """Of the pages with tables, once more from a coarser drawing; nothing of other pages. The same
    recogniser reads both, so that what misleads it at either size misleads it twice."""
    pages: int = 0
    own_text: frozenset[int] = frozenset()
    """The pages, counted from 1, that carry their own text: what is there is printed, not
    recognised."""
    seconds: float = 0.0
    """How long one core took to recognise it all."""
    notes: tuple[Note, ...] = ()


def read_scan(body: bytes, recognise: Recogniser | None) -> Scanned:
    """The lines of a PDF; never raises for what is in it: `state` says what became of it.

    NO_RECOGNISER where there are pictures, and nothing to read them with; LOCKED and DAMAGED where
    it cannot be opened; NOT_RECOGNISED where no letter was found on any page.
    """
    try:
        with opened(body) as paper:
            return _read(paper, recognise)
    except NoPaperError as error:
        return Scanned(state=error.state)


def _read(paper: Paper, recognise: Recogniser | None) -> Scanned:
    count = len(paper)
    numbers = range(1, min(count, MOST_PAGES) + 1)
    own = {number: words for number in numbers if (words := _own_words(paper, number))}
    pictures = [number for number in numbers if number not in own]
    if pictures and recognise is None and not own:
        return Scanned(state=AccountsState.NO_RECOGNISER, pages=count)
    quick, fine = _recognised(paper, pictures, recognise)
    lines = {number: _lines(words, number) for number, words in own.items()}
    lines |= {one.page: _lines(one.words, one.page) for one in (*quick, *fine) if one.words}
    second = (_lines(one.words, one.page) for one in quick if one.page in _pages(fine))
    problems = [one.problem for one in (*quick, *fine) if one.problem]
    problems += _unread(count, pictures, quick)
    return Scanned(
        state=_state(lines, problems),
        lines=tuple(line for number in sorted(lines) for line in lines[number]),
        second=tuple(line for page in second for line in page),
        pages=count,
        own_text=frozenset(own),
        seconds=sum(one.seconds for one in (*quick, *fine)),
        notes=tuple(Note(words=problem) for problem in problems),
    )


def _own_words(paper: Paper, number: int) -> tuple[Word, ...]:
    """The words of a page's own text; nothing of a picture, be it stamped or signed over."""
    return words_of(paper.letters(number), pictured=paper.pictured(number))


def _recognised(
    paper: Paper, numbers: Sequence[int], recognise: Recogniser | None
) -> tuple[list[Recognised], list[Recognised]]:
    """Every page read once and quickly, and those with tables once more and finely."""
    if recognise is None:
        return [], []
    drawn = (paper.picture(number, dpi=_QUICK_DPI) for number in numbers)
    quick = [*recognise(one for one in drawn if one is not None)]
    turns: dict[int, int] = {}
    for at, one in enumerate(quick):
        if is_sideways(one):
            quick[at], turns[one.page] = upright(paper, one, recognise, dpi=_QUICK_DPI)
    again = (
        paper.picture(one.page, dpi=_FINE_DPI, turned=turns.get(one.page, 0))
        for one in quick
        if has_table(lines_of(one.words, one.page))
    )
    return quick, [*recognise(one for one in again if one is not None)]


def _lines(words: Sequence[Word], page: int) -> tuple[Line, ...]:
    return with_heads_joined(lines_of(words, page))


def has_table(lines: Sequence[Line]) -> bool:
    """Whether the lines of a page show amounts in rows, as statements and their notes do."""
    rows = (sum(_is_value(cell.text) for cell in line.cells) for line in lines)
    return sum(values > 0 for values in rows) >= _ROWS_OF_A_TABLE


def _is_value(text: str) -> bool:
    return is_amount(text) and (is_dash(text) or "," in text or "(" in text)


def _pages(read: Sequence[Recognised]) -> frozenset[int]:
    return frozenset(one.page for one in read if one.words)


def _unread(count: int, pictures: Sequence[int], quick: Sequence[Recognised]) -> Iterator[str]:
    answered = {one.page for one in quick}
    missing = [number for number in pictures if number not in answered]
    if missing:
        pages = "page" if len(missing) == 1 else "pages"
        named = ", ".join(map(str, missing))
        yield f"{len(missing)} {pages} could not be drawn or recognised: page {named}"
    if count > MOST_PAGES:
        yield f"it has {count} pages, of which the first {MOST_PAGES} were read"


def _state(lines: dict[int, tuple[Line, ...]], problems: Sequence[str]) -> AccountsState:
    if not any(lines.values()):
        return AccountsState.NOT_RECOGNISED
    return AccountsState.PARTLY_READ if problems else AccountsState.READ
