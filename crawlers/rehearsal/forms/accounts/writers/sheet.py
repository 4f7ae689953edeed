"""A sheet of paper in black and white dots, on which lines and rules are put, straight or askew.

One bit a dot, a row of dots a whole number (see `lettering`). What is put on a sheet that lies
askew is moved word by word, as far as turning the sheet about its middle would move it; letters
themselves stay upright, which at half a degree nobody sees.
"""

from dataclasses import dataclass, field

from crawlers.rehearsal.forms.accounts.writers.lettering import Ink, length, line, word

WIDTH, HEIGHT = 1654, 2339
"""A4 at 200 dots to the inch."""
_BYTES = (WIDTH + 7) // 8
_BITS = 8 * _BYTES
"""Dots of a row as it is kept, the last two beyond the paper."""
_WHITE = (1 << _BITS) - 1


@dataclass(kw_only=True)
class Sheet:
    """One side of a sheet."""

    slope: float = 0.0
    """How far a line falls on its way to the right, as a share of the way."""
    _rows: list[int] = field(default_factory=lambda: [0] * HEIGHT)

    def write(
        self,
        at: tuple[float, float],
        text: str,
        *,
        is_bold: bool = False,
        is_right: bool = False,
        is_centred: bool = False,
    ) -> None:
        """Write a line whose top left corner, right corner or middle is at a point."""
        x, y = at
        if is_right or is_centred:
            x -= length(text) / (1 if is_right else 2)
        if not self.slope:
            self._put(x, y, line(text, is_bold=is_bold))
            return
        space = length(" ")
        for each in text.split(" "):
            ink = word(each, is_bold=is_bold)
            self._put(*self._turned(x, y), ink)
            x += ink.length + space

    def rule(self, left: float, right: float, y: float, thickness: int) -> None:
        """Draw a level line."""
        step = abs(1 / self.slope) if self.slope else right - left
        while left < right:
            x, row = self._turned(left, y)
            width = round(min(step, right - left)) or 1
            dots = (1 << width) - 1
            for at in range(round(row), round(row) + thickness):
                self._rows[at] |= dots << (_BITS - round(x) - width)
            left += step

    def blacken(self, x: int, y: int) -> None:
        """Make one dot black."""
        self._rows[y] |= 1 << (_BITS - 1 - x)

    def whiten(self, x: int, y: int) -> None:
        """Make one dot white."""
        self._rows[y] &= ~(1 << (_BITS - 1 - x))

    def dots(self) -> bytes:
        """Every row from the top, a bit a dot, black 0; rows end at whole bytes."""
        blank = _WHITE.to_bytes(_BYTES, "big")
        written = [(_WHITE ^ row).to_bytes(_BYTES, "big") if row else blank for row in self._rows]
        return b"".join(written)

    def _put(self, x: float, y: float, ink: Ink) -> None:
        rows, shift = self._rows, _BITS - (round(x) - ink.aside) - ink.width
        for at, dots in enumerate(ink.rows, start=round(y) + ink.top):
            rows[at] |= dots << shift

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the straight sheet comes to lie."""
        return x - self.slope * (y - HEIGHT / 2), y + self.slope * (x - WIDTH / 2)
