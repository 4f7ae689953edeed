"""Amounts as accounts print them: brackets, dashes, thousands, and digits misread as letters."""

import re
from decimal import Decimal
from functools import lru_cache

from crawlers.accounts.line import Cell

_AMOUNT = re.compile(
    r"(?P<open>[(\[])?\s*(?P<minus>[-\u2013\u2014\u2212])?\s*(?:[£$€]\s*)?(?P<inner>[(\[])?"
    r"\s*(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<pence>\.\d{1,2})?\s*(?P<close>[)\]])?"
)
_DASH = re.compile(r"[£$€]?\s*(?:[-\u2013\u2014\u2212_]{1,3}|nil)", re.IGNORECASE)
_NOTE = re.compile(r"\d{1,2}(?:\.\d{1,2})?\s*\(?[a-z]?\)?(?:\s*(?:,|&|/|and|-)\s*\d{1,2}[a-z]?)*")
_NOTE_LARGEST = 60
_MISREAD = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "S": "5", "{": "("})
_THOUSANDS = re.compile(r"(?<=\d)\s*[.,;'\s]\s*(?=\d{3}(?!\d))")


def amount(cell: Cell, *, is_recognised: bool = False) -> Decimal | None:
    """The number that a cell shows, brackets negative, a dash 0; None where it shows none.

    In recognised text letters that look like digits count as digits, and a stop or a blank before
    three digits as a comma. A percentage is no amount.
    """
    value = _value(_mended(cell.text) if is_recognised else cell.text.strip())
    if value is None or not cell.is_negative or value.is_zero():
        return value
    return -abs(value)


@lru_cache(maxsize=4096)
def _value(text: str) -> Decimal | None:
    """The number that a text shows. Some are remembered: each is asked for by several readers."""
    if text[:1].isalpha() and text[:3].lower() != "nil":
        return None
    if _DASH.fullmatch(text):
        return Decimal(0)
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    value = Decimal(found["digits"].replace(",", "") + (found["pence"] or ""))
    is_negative = bool(found["open"] or found["inner"] or found["minus"] or found["close"])
    return -value if is_negative else value


def is_dash(cell: Cell) -> bool:
    """True where a cell prints a dash or `nil` for nothing."""
    return _DASH.fullmatch(cell.text.strip()) is not None


def is_note(cell: Cell) -> bool:
    """True where a cell may be the number of a note: `4`, `12a`, `5, 6`; never a large number."""
    return _is_note(cell.text.strip())


@lru_cache(maxsize=4096)
def _is_note(text: str) -> bool:
    text = text.lower()
    if _NOTE.fullmatch(text) is None:
        return False
    return all(int(number) <= _NOTE_LARGEST for number in re.findall(r"\d+", text))


def _mended(text: str) -> str:
    """Recognised text of a number, its letters made digits; other text as it stands."""
    text = text.strip().replace("£", "").strip()
    if not any(character.isdigit() for character in text):
        return text
    return _THOUSANDS.sub(",", text.translate(_MISREAD).replace(" ", " "))
