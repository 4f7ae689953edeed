"""Ruled lines taken out of a picture: a recogniser reads them as letters and brackets."""

import re

from PIL import Image, ImageChops

_ACROSS_IN = 0.3
"""Inches of unbroken black that no letter of running text has, from left to right."""
_DOWN_IN = 0.35
"""The same from top to bottom, where letters of headings are taller than any is wide."""
_THICK_IN = 0.03
"""Black wider than that is no rule from top to bottom, but a stroke of a very large letter."""
_GAP_IN = 0.02
"""The white that a dotted rule has between its dots. Lines of print stand further apart, so that
letters above each other do not join."""
_FRINGE_IN = 0.01
"""How far the ragged edge of a rule strays from it."""
_DARK = 128


def without_rules(grey: Image.Image, dpi: int) -> Image.Image:
    """The same page without its ruled lines, frames and black bands; everything else as it was."""
    black = grey.point(_SHADES)  # pyright: ignore[reportUnknownMemberType] of an array, unasked
    across = _long(black, round(_ACROSS_IN * dpi))
    found = ImageChops.lighter(across, _down(black, dpi))
    if found.getbbox() is None:
        return grey
    return ImageChops.lighter(grey, _grown(found, round(_FRINGE_IN * dpi)))


def _down(black: Image.Image, dpi: int) -> Image.Image:
    """White on the thin lines from top to bottom."""
    # A dot wider to both sides: a rule that leans a little steps aside, and would end there.
    for shift in (-1, 1):
        black = ImageChops.darker(black, ImageChops.offset(black, shift, 0))
    on_its_side = _joined(black.transpose(Image.Transpose.TRANSPOSE), round(_GAP_IN * dpi))
    lines = _long(on_its_side, round(_DOWN_IN * dpi)).transpose(Image.Transpose.TRANSPOSE)
    half = round(_THICK_IN * dpi / 2)
    inside = lines
    for step in range(1, half + 1):
        for shift in (-step, step):
            inside = ImageChops.darker(inside, ImageChops.offset(lines, shift, 0))
    thick = inside
    for step in range(1, half + 1):
        for shift in (-step, step):
            thick = ImageChops.lighter(thick, ImageChops.offset(inside, shift, 0))
    return ImageChops.subtract(lines, thick)


def _joined(black: Image.Image, most: int) -> Image.Image:
    """Black across every gap of at most so many dots of a row."""
    dots = black.tobytes()
    for gap in range(1, most + 1):
        around = b"\x00" + b"\xff" * gap + b"\x00"
        # Twice: what is replaced may not overlap, and every second gap begins where one ended.
        dots = dots.replace(around, bytes(gap + 2)).replace(around, bytes(gap + 2))
    return Image.frombytes("L", black.size, dots)


def _long(black: Image.Image, least: int) -> Image.Image:
    """White where black runs on for at least so many dots of a row; black everywhere else."""
    marked = re.sub(b"\x00{%d,}" % least, _mark, black.tobytes())
    return Image.frombytes("L", black.size, marked.translate(_MARKED_ONLY))


def _grown(found: Image.Image, by: int) -> Image.Image:
    """The same white, grown to all four sides."""
    for _ in range(by):
        for across, down in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            found = ImageChops.lighter(found, ImageChops.offset(found, across, down))
    return found


def _mark(run: re.Match[bytes]) -> bytes:
    return b"\x01" * len(run[0])


_SHADES = [0 if shade < _DARK else 255 for shade in range(256)]
_MARKED_ONLY = bytes(255 if shade == 1 else 0 for shade in range(256))
