"""What a reader reads of a document, noted while it reads: nothing else of it is ever shown.

Tables and JSON objects note it of their own accord, so that a new source has it for nothing. A
reader that asks here for a document's day of issue has that noted too.
"""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date

from db.facts_part import FactRows
from db.records import Document


@dataclass(kw_only=True)
class Noted:
    """The columns and members that were read, each by its place; and the document's day."""

    columns: dict[tuple[str, int], set[int]] = field(
        default_factory=dict[tuple[str, int], set[int]]
    )
    """Columns, counted from 0, by the table's place and the row of its header."""
    members: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    """Members of a JSON document, by the pointer to their object and their name."""
    facts: dict[str, list[tuple[str, str]]] = field(
        default_factory=dict[str, list[tuple[str, str]]]
    )
    """Of a page for people, what is read at each place, as label and value, by its fragment."""
    beside: list[FactRows] = field(default_factory=list[FactRows])
    """What makes rows that are kept beside the body, being too many for records."""
    public_from: date | None = None
    """The day from which the whole document counts as public; None where each record has its
    own."""
    issued_on: date | None = None
    """That day, where the publisher's page or the document states it; None for the download's."""


_noted: ContextVar[Noted | None] = ContextVar("_noted", default=None)


@contextmanager
def noting() -> Generator[Noted]:
    """Give what is read inside the block."""
    found = Noted()
    token = _noted.set(found)
    try:
        yield found
    finally:
        _noted.reset(token)


def columns_of(place: str, header_row: int) -> set[int]:
    """The set to which a table adds each column that it reads."""
    found = _noted.get()
    return set() if found is None else found.columns.setdefault((place, header_row), set())


def note_member(pointer: str, name: str) -> None:
    """Note that a member of the JSON object at `pointer` is read."""
    found = _noted.get()
    if found is not None:
        found.members.add((pointer, name))


def note_fact(fragment: str, label: str, value: str) -> None:
    """Note a label and its value that are read at a place of a page for people."""
    found = _noted.get()
    if found is not None:
        found.facts.setdefault(fragment, []).append((label, value))


def note_beside(rows: FactRows) -> None:
    """Note rows that are kept beside the document's body; they are made when it is kept."""
    found = _noted.get()
    if found is not None:
        found.beside.append(rows)


def day_of_issue(document: Document, stated: Callable[[], date] | None = None) -> date:
    """The day on which a whole document came out: its page's, else its own, else the download's."""
    issued_on = document.published_on or (stated() if stated is not None else None)
    found = _noted.get()
    if found is not None:
        found.issued_on = issued_on
        found.public_from = issued_on or document.fetched_at.date()
    return issued_on or document.fetched_at.date()
