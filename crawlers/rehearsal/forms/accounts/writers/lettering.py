"""Letters on a drawn page, in the face that the drawing library brings.

The face has one weight, no pound sign and no dashes: bold is written twice, a dot apart, the sign
is drawn, dashes are hyphens.
"""

from functools import cache

from PIL import ImageDraw, ImageFont

_SIZE = 26
_POUND_WIDTH = 15
_CAPITAL = 19
"""Height of a capital letter."""
_ASCENT = 25
"""From the top of a line of text to its baseline."""


def write(
    draw: ImageDraw.ImageDraw,
    at: tuple[float, float],
    text: str,
    *,
    is_bold: bool = False,
    is_right: bool = False,
    is_centred: bool = False,
) -> None:
    """Write a line whose top left corner, right corner or middle is at a point."""
    x, y = at
    text = text.replace("–", "-")
    if is_right or is_centred:
        x -= length(text) / (1 if is_right else 2)
    for piece in _pieces(text):
        if piece == "£":
            _pound(draw, x, y + _ASCENT)
        else:
            for shifted in (0, 1) if is_bold else (0,):
                draw.text((x + shifted, y), piece, fill=0, font=_face())
        x += length(piece)


def length(text: str) -> float:
    """How wide a line is, in dots."""
    pounds = text.count("£")
    return _face().getlength(text.replace("£", "")) + pounds * _POUND_WIDTH


def _pieces(text: str) -> list[str]:
    """The text cut at pound signs, which are kept."""
    found: list[str] = []
    for at, piece in enumerate(text.split("£")):
        found += [*(["£"] if at else []), *([piece] if piece else [])]
    return found


def _pound(draw: ImageDraw.ImageDraw, x: float, base: float) -> None:
    """A pound sign standing on a line."""
    stem, right, middle = x + 4, x + _POUND_WIDTH - 3, base - _CAPITAL * 0.45
    draw.arc((stem, base - _CAPITAL, right + 1, base - 4), 180, 340, fill=0, width=2)
    draw.line((stem, base - _CAPITAL / 2, stem, base), fill=0, width=2)
    draw.line((x + 1, middle, right - 2, middle), fill=0, width=2)
    draw.line((x + 1, base, right, base), fill=0, width=2)


@cache
def _face() -> ImageFont.FreeTypeFont:
    found = ImageFont.load_default(_SIZE)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found
