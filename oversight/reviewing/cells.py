"""Cells as spreadsheets keep them: no formula goes out, and days come back in their own form."""

import re
from datetime import date, datetime

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - spreadsheets read wide signs too
_WRITTEN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class NotReadError(ValueError):
    """A cell says nothing that its column may hold; the message says how to write it."""


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before one that looks like it.

    >>> guarded("=1+1"), guarded("1+1"), guarded("'=1+1")
    ("'=1+1", '1+1', "''=1+1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def plain(cell: str) -> str:
    """The text of which `guarded` made a cell; any other cell as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def day(cell: str, known: frozenset[date] = frozenset()) -> date | None:
    """A day as YYYY-MM-DD, or as a spreadsheet turned it: 31/03/2025; None for a blank cell.

    Of 01/04/2025 nobody can tell day from month, unless one of the two is among the days `known`.
    """
    if not cell:
        return None
    turned = _WRITTEN_DAY.fullmatch(cell)
    try:
        if turned is None:
            return date.fromisoformat(cell)
    except ValueError:
        raise NotReadError(f"{cell!r} is not a day; write it as 2025-03-31") from None
    one, other, year = map(int, turned.groups())
    readings = {found for found in (_day(year, other, one), _day(year, one, other)) if found}
    if len(readings) > 1:
        readings = readings & known
    if len(readings) != 1:
        raise NotReadError(f"{cell!r} may be one day or another; write it as 2025-03-31")
    return readings.pop()


def moment(cell: str) -> datetime | None:
    """A moment with its zone; None for a blank cell."""
    if not cell:
        return None
    try:
        found = datetime.fromisoformat(cell)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise NotReadError(
            f"{cell!r} is not a moment with its zone; leave it blank for now, or write"
            " 2025-07-31T09:30+00:00"
        )
    return found


def _day(year: int, month: int, of_month: int) -> date | None:
    try:
        return date(year, month, of_month)
    except ValueError:
        return None
