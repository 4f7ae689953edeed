"""Review files, as tests write them."""

import csv
import io
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from oversight.decisions import Decision, Decisions
from oversight.reviewing import BadRowsError, read_review
from oversight.reviewing.columns import COLUMNS

NOW = datetime(2026, 5, 1, 12, tzinfo=UTC)
NOTHING_HELD = Decisions(taken=())
SAID = {
    "owner_text": "Larkmoor Care",
    "candidate": "company:09000001",
    "verdict": "Same",
    "reason": "The accounts say so.",
    "decided_by": "Ann Reviewer",
}
"""One decision as a person fills its cells."""


def file(*rows: Mapping[str, str], columns: tuple[str, ...] = COLUMNS) -> bytes:
    """A file of these rows; cells that are not said are blank."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def rows_of(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def read(
    *rows: Mapping[str, str], held: Decisions = NOTHING_HELD, by: str | None = None
) -> tuple[Decision, ...]:
    return read_review(file(*rows), held, NOW, by)


def refusal(body: bytes, held: Decisions = NOTHING_HELD) -> list[str]:
    """What is said of a file that is refused, a line for each fault."""
    with pytest.raises(BadRowsError) as refused:
        read_review(body, held, NOW)
    return str(refused.value).splitlines()
