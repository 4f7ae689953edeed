"""What one table of the extract is, and how its numbers are written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from crawlers.json_reading import Json, JsonObject
from crawlers.json_values import text
from db.records import Record

Row = Mapping[str, Any]
# Any: what a member holds is checked where it is read.


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table of the extract."""

    name: str
    mark: str
    """A member that only this table has."""
    read: Callable[[JsonObject], Record]
    keeps: Callable[[Row], bool]
    not_read: tuple[str, ...]
    members: frozenset[str]


def charity_number(value: Json) -> str:
    """A charity's number, which the publisher writes as a number."""
    return text(str(value) if isinstance(value, int) else value)


def pounds(value: Json) -> int:
    """Whole pounds; the publisher's sums may have pence, and may be below nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"{value!r} is not a sum of pounds")  # noqa: TRY004 - a reader's error
    return round(value)


def whole(value: object) -> int:
    """The whole part of a number, by which rows are chosen; 0 for what is none."""
    return int(value) if isinstance(value, int | float) else 0
