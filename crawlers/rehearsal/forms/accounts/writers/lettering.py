"""Letters as dots, in the face that the drawing library brings: each drawn once and kept.

The face has one weight, no pound sign and no dashes: bold is the letter twice, a dot apart, the
sign is drawn, dashes are hyphens. A row of dots is a whole number, its leftmost dot the highest
bit: numbers are shifted and joined far faster than dots are drawn.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image, ImageDraw, ImageFont

_SIZE = 26
_HEIGHT = 36
"""Of a line of text, with everything that hangs below it."""
_POUND_WIDTH = 15
_CAPITAL = 19
"""Height of a capital letter."""
_ASCENT = 25
"""From the top of a line of text to its baseline."""
_ASIDE = 8
"""Dots left free on either side of a letter, for what reaches beyond its width; a whole byte."""
_WORDS_KEPT, _LINES_KEPT = 8_192, 2_048


@dataclass(frozen=True, kw_only=True, slots=True)
class Ink:
    """Text in dots."""

    length: float
    """How far it moves the pen."""
    width: int
    """Dots in a row, `_ASIDE` of them before the pen."""
    top: int
    """Rows of the line above the first that is kept."""
    rows: tuple[int, ...]

    @property
    def aside(self) -> int:
        """Dots before the place at which it is written."""
        return _ASIDE


def length(text: str) -> float:
    """How wide a line is, in dots."""
    return line(text, is_bold=False).length


@lru_cache(maxsize=_LINES_KEPT)
def line(text: str, *, is_bold: bool) -> Ink:
    """A whole line; boilerplate is the same in most documents."""
    space = _letter(" ", is_bold=False).length
    words, at, placed = text.split(" "), 0.0, list[tuple[float, Ink]]()
    for each in words:
        ink = word(each, is_bold=is_bold)
        placed.append((at, ink))
        at += ink.length + space
    return _joined(placed, at - space)


@lru_cache(maxsize=_WORDS_KEPT)
def word(text: str, *, is_bold: bool) -> Ink:
    """One word, or one number."""
    at, placed = 0.0, list[tuple[float, Ink]]()
    for letter in text:
        ink = _letter("-" if letter == "–" else letter, is_bold=is_bold)
        placed.append((at, ink))
        at += ink.length
    return _joined(placed, at)


def _joined(placed: Iterable[tuple[float, Ink]], length: float) -> Ink:
    """Inks beside each other, each at its place."""
    inks = [(round(at), ink) for at, ink in placed if ink.rows]
    width = max((at + ink.width for at, ink in inks), default=2 * _ASIDE)
    top = min((ink.top for _, ink in inks), default=0)
    rows = [0] * (max((ink.top + len(ink.rows) for _, ink in inks), default=0) - top)
    for at, ink in inks:
        shift = width - at - ink.width
        for y, dots in enumerate(ink.rows, start=ink.top - top):
            rows[y] |= dots << shift
    return Ink(length=length, width=width, top=top, rows=tuple(rows))


@cache
def _letter(letter: str, *, is_bold: bool) -> Ink:
    moved = _POUND_WIDTH if letter == "£" else _face().getlength(letter)
    width = 2 * _ASIDE + (int(moved) + 7) // 8 * 8
    image = Image.new("L", (width, _HEIGHT), 0)
    draw = ImageDraw.Draw(image)
    if letter == "£":
        _pound(draw, _ASIDE, _ASCENT)
    else:
        draw.text((_ASIDE, 0), letter, fill=255, font=_face())
    dots, step = image.convert("1", dither=Image.Dither.NONE).tobytes(), width // 8
    rows = [int.from_bytes(dots[at : at + step], "big") for at in range(0, len(dots), step)]
    if is_bold:
        rows = [row | row >> 1 for row in rows]
    inked = [y for y, row in enumerate(rows) if row]
    top, end = (inked[0], inked[-1] + 1) if inked else (0, 0)
    return Ink(length=moved, width=width, top=top, rows=tuple(rows[top:end]))


def _pound(draw: ImageDraw.ImageDraw, x: float, base: float) -> None:
    """A pound sign standing on a line."""
    stem, right, middle = x + 4, x + _POUND_WIDTH - 3, base - _CAPITAL * 0.45
    draw.arc((stem, base - _CAPITAL, right + 1, base - 4), 180, 340, fill=255, width=2)
    draw.line((stem, base - _CAPITAL / 2, stem, base), fill=255, width=2)
    draw.line((x + 1, middle, right - 2, middle), fill=255, width=2)
    draw.line((x + 1, base, right, base), fill=255, width=2)


@cache
def _face() -> ImageFont.FreeTypeFont:
    found = ImageFont.load_default(_SIZE)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found
