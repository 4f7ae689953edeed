"""Pages that lie on their side or stand on their head in the scan, put upright."""

from collections.abc import Sequence
from dataclasses import replace

from crawlers.accounts.scans.paper import Paper
from crawlers.accounts.scans.recogniser import Recognised, Recogniser, Word

_ENOUGH_WORDS = 25
"""Fewer words tell nothing of how a page lies: a cover, a signature, a blank page with specks."""
_SURE = 0.7
_UPRIGHT = 0.4
"""Of a page that stands upright, far more than this share of letters is recognised surely; of one
on its side hardly any."""
_OTHER_WAYS = (90, 270, 180)
"""Clockwise; most likely first: landscape tables are bound on their side."""


def is_sideways(read: Recognised) -> bool:
    """Whether a page has print of which next to nothing could be recognised."""
    if len(read.words) < _ENOUGH_WORDS:
        return False
    return _sure_letters(read.words) < _UPRIGHT * _letters(read.words)


def upright(
    paper: Paper, read: Recognised, recognise: Recogniser, *, dpi: int
) -> tuple[Recognised, int]:
    """The best reading of the page however it is turned, and the turn, clockwise in degrees.

    Turning stops at the first way that reads well. The seconds are those of every attempt.
    """
    best, turn, seconds = read, 0, read.seconds
    for turned in _OTHER_WAYS:
        drawn = paper.picture(read.page, dpi=dpi, turned=turned)
        if drawn is None:
            break
        (tried,) = recognise([drawn])
        seconds += tried.seconds
        if _sure_letters(tried.words) > _sure_letters(best.words):
            best, turn = tried, turned
        if not is_sideways(best):
            break
    return replace(best, seconds=seconds), turn


def _sure_letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words if word.sure >= _SURE)


def _letters(words: Sequence[Word]) -> int:
    return sum(len(word.text) for word in words)
