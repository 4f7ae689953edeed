"""The letters of a page's own text put together to words and rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crawlers.accounts.scans.paper import Letter
from crawlers.accounts.scans.recogniser import Word

_LEAST_LETTERS = 20
"""A page number or a short stamp is less; a page of accounts is more."""
_LEAST_SHARE = 0.04
"""Of what a page's pictures cover, this much letters cover that are its text: some 400 letters on a
whole picture. An electronic signature is 60 to 200; a balance sheet printed over a background has
500 or more, and is read from its picture as well where it has fewer."""
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


def words_of(letters: Sequence[Letter], *, pictured: float = 0.0) -> tuple[Word, ...]:
    """The words in rows from the top; none where the letters are not the page's text.

    They are not where they are few, or are a stamp on a picture: `pictured` is what the page's
    pictures cover, in square points.
    """
    if len(letters) < _LEAST_LETTERS or _covered(letters) < _LEAST_SHARE * pictured:
        return ()
    return tuple(_words(sorted(_runs(letters), key=lambda run: run.middle)))


def _covered(letters: Sequence[Letter]) -> float:
    """What the letters cover, in square points."""
    return sum(
        (one.right - one.left) * (one.bottom - one.top) for one in letters if one.text.strip()
    )


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
