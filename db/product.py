"""One download of a register too large for records, and how much of what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, kw_only=True)
class Count:
    """How many rows of one kind a part holds, and in how many of them each field is filled."""

    kind: str
    rows: int
    filled: Mapping[str, int] = field(default_factory=dict[str, int])
    unknown: Mapping[str, Mapping[str, int]] = field(default_factory=dict[str, Mapping[str, int]])
    """Words that nobody has met before, by field, each with its rows."""


@dataclass(frozen=True, kw_only=True)
class Product:
    """One download of one bulk product."""

    subject: str
    """Which issue it is: `companies at 2026-11-01`."""
    url: str
    fetched_at: datetime
    sha256: str
    published_on: date | None
    """The day that the publisher's page gave for it, where the page was seen."""
