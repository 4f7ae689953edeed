"""What one member must be: each reader gives a value or raises ValueError with the reason."""

import re
from datetime import date

from crawlers.json_reading import Json

EARLIEST_YEAR, LATEST_YEAR = 1000, 2200
"""Bodies by royal charter are older than any companies act."""

_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?Z?)?")


def text(value: Json) -> str:
    """Text without surrounding space; ValueError when it is blank or no text."""
    if not isinstance(value, str):
        raise ValueError(f"{value!r} is not text")  # noqa: TRY004 - a reader raises ValueError
    if not value.strip():
        raise ValueError("it is blank")
    return value.strip()


def optional_text(value: Json) -> str | None:
    """Text without surrounding space; None when blank."""
    return None if isinstance(value, str) and not value.strip() else text(value)


def texts(value: Json) -> tuple[str, ...]:
    """A list of texts; a single text counts as a list of one."""
    return tuple(text(found) for found in (value if isinstance(value, list) else [value]))


def day(value: Json) -> date:
    """A day, from yyyy-mm-dd or from a moment that begins so."""
    written = _DAY.fullmatch(text(value))
    if written is None:
        raise ValueError(f"{value!r} is not a day such as 2025-03-31")
    found = date.fromisoformat(written[1])
    if not EARLIEST_YEAR <= found.year < LATEST_YEAR:
        raise ValueError(f"{found} is not a day of any register")
    return found


def whole_number(value: Json) -> int:
    """A whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{value!r} is not a whole number from 0")
    return value


def yes_or_no(value: Json) -> bool:
    """True or false; the publisher also writes "1" and "0"."""
    said = {True: True, False: False, "1": True, "0": False, "true": True, "false": False}
    if not isinstance(value, bool | str) or value not in said:
        raise ValueError(f"{value!r} is neither true nor false")
    return said[value]


def last_step(value: Json) -> str:
    """The last part of a link's path, such as an id."""
    return text(value).rstrip("/").rpartition("/")[2]
