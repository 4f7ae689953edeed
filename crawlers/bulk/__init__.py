"""Registers too large for memory: a file on disk is peeked into, unpacked and scanned."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from db.product import Count


class NoRoomError(Exception):
    """The machine has not the disk or the memory that a product needs; nothing is said of it."""


@dataclass(frozen=True, kw_only=True)
class BulkFile:
    """One published product, unpacked on disk; its hash is that of the file as published."""

    url: str
    fetched_at: datetime
    sha256: str
    path: Path
    """Where its content lies unpacked."""
    published_on: date | None = None

    def cite(self, fragment: str) -> str:
        """Point at one place in the product."""
        return f"sha256:{self.sha256}#{fragment}"


@dataclass(frozen=True, kw_only=True)
class Part:
    """What a product was read into: one Parquet file, and what the ledger notes of it."""

    subject: str
    """Which issue it is: `companies at 2026-11-01`."""
    describes: date
    """The day that the product describes: it cannot have come out before."""
    public_on: date | None
    """The day that the product says it was made public; None when it says none."""
    counts: tuple[Count, ...]
    odd: bytes = b""
    """Lines of a kind that no reader knows: they go to quarantine."""
    odd_why: str = ""


@dataclass(frozen=True, kw_only=True)
class Extract:
    """The publisher's own lines about one company, joined into one document."""

    company_number: str
    body: bytes
