"""What a recogniser of print is asked, and what it answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

POINTS_AN_INCH = 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One page as it is handed to a recogniser."""

    page: int
    """Counted from 1."""
    dpi: int
    grey: bytes
    """A whole PGM file (P5): one byte a dot, 0 black."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One word, where it stands in points (1/72 inch) from the top left corner of its page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    row: int
    """Words of one line of print share it, though the paper lies askew; it grows down the page."""
    sure: float = 1.0
    """0 to 1, as the recogniser says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What was seen on one page."""

    page: int
    words: tuple[Word, ...] = ()
    seconds: float = 0.0
    """How long one core was at it."""
    problem: str = ""
    """Why it was not read: `page 7: no answer in 60 s`."""


class Recogniser(Protocol):
    """Something that reads print: a fake in tests, Debian's tesseract otherwise."""

    def __call__(self, pictures: Iterable[Picture], /) -> Iterator[Recognised]:
        """One answer a picture, in their order; pictures are taken as they are needed."""
        ...
