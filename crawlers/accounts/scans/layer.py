"""The letters of a page's own text put together to words and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.accounts.scans.paper import Letter
from crawlers.accounts.scans.recogniser import Word

_LEAST_LETTERS = 20
"""A stamp or a page number on a scanned page is less; any page of accounts is more."""
_WORD_SPACE = 0.18
"""A gap wider than this share of the letters' height parts words that no blank parts."""
_SAME_ROW = 0.5
"""Letters whose middles differ by less than this share of their height stand on one line."""


@dataclass(frozen=True, slots=True)
class _Run:
    """The letters of one word."""

    letters: list[Letter]

    @property
    def middle(self) -> float:
        return (self.letters[0].top + self.letters[0].bottom) / 2

    @property
    def height(self) -> float:
        return self.letters[0].bottom - self.letters[0].top


def words_of(letters: Sequence[Letter]) -> tuple[Word, ...]:
    """The words in rows from the top; none where there are too few letters to be a page's text."""
    if len(letters) < _LEAST_LETTERS:
        return ()
    return tuple(_words(sorted(_runs(letters), key=lambda run: run.middle)))


def _runs(letters: Sequence[Letter]) -> list[_Run]:
    runs: list[_Run] = []
    before: Letter | None = None
    for letter in letters:
        if not letter.text.strip():
            before = None
            continue
        if before is None or _apart(before, letter):
            runs.append(_Run([]))
        runs[-1].letters.append(letter)
        before = letter
    return runs


def _apart(before: Letter, after: Letter) -> bool:
    height = before.bottom - before.top
    beside = -height < after.left - before.right < _WORD_SPACE * height
    return not beside or abs(after.bottom - before.bottom) > _SAME_ROW * height


def _words(runs: Sequence[_Run]) -> Iterator[Word]:
    row, middle = 0, runs[0].middle if runs else 0.0
    for run in runs:
        if run.middle - middle > _SAME_ROW * run.height:
            row, middle = row + 1, run.middle
        yield Word(
            text="".join(letter.text for letter in run.letters),
            left=run.letters[0].left,
            top=min(letter.top for letter in run.letters),
            right=run.letters[-1].right,
            bottom=max(letter.bottom for letter in run.letters),
            row=row,
        )
