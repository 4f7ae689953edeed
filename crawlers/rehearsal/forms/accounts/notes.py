"""What a note is, and how notes become blocks of pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from crawlers.rehearsal.forms.accounts.printed import Block, Heading, Paragraph, Words
from crawlers.rehearsal.forms.accounts.told import Told


@dataclass(frozen=True, kw_only=True)
class Note:
    """One numbered note; statements refer to it by its key."""

    key: str
    title: str
    blocks: tuple[Block, ...]


NoteWriter = Callable[[Told], Note | None]
"""Writes one note; None where there is nothing to say."""


def written(told: Told, writers: Sequence[NoteWriter]) -> tuple[Note, ...]:
    """The notes that say something, in order; a note's number is its place, from 1."""
    return tuple(note for writer in writers if (note := writer(told)) is not None)


def keys(notes: Sequence[Note]) -> tuple[str, ...]:
    """The notes' keys in order, by which statements number them."""
    return tuple(note.key for note in notes)


def headed(number: int, note: Note) -> tuple[Block, ...]:
    """A note under its heading."""
    return (Heading(note.title, number=str(number)), *note.blocks)


def said(*words: str) -> tuple[Block, ...]:
    """Paragraphs of plain words."""
    return tuple(Paragraph((one,)) for one in words)


def paragraph(*words: Words) -> tuple[Block, ...]:
    """Paragraphs with tagged words among the plain ones."""
    return tuple(Paragraph(one) for one in words)
