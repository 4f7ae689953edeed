"""What is in doubt of a document that was cut short: the statement that the cut went through."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawlers.accounts.note import Note
from crawlers.accounts.printed.feet import has_foot
from crawlers.accounts.printed.found import Found
from crawlers.accounts.printed.labels import Kind
from crawlers.accounts.printed.sheet import Row, Sheet
from db.records.accounts_words import Measure

CUT = 0.6
"""What is left of confidence in a value whose statement has no foot: nothing below confirms it, and
a line that would have counted before it may be lost."""


def doubted(found: Sequence[Found], sheets: Sequence[Sheet]) -> Iterator[Found]:
    """The same values, those that the cut may have changed less sure, which their note says.

    They are those of a last statement without its foot, those of a last table of the notes, and
    debts of one term whose fellow may have come after the cut.
    """
    rows = {row.fragment for row in _open(sheets)}
    for one in found:
        if one.fragment in rows:
            yield _less_sure(one, "its statement is cut short")
        elif one.is_long is False and one.measure is not Measure.BORROWINGS_WITHIN_ONE_YEAR:
            yield _less_sure(one, "what falls due after one year may be cut off")
        else:
            yield one


def cut_notes(found: Sequence[Found], sheets: Sequence[Sheet]) -> Iterator[Note]:
    """A note where values of the statement that was cut are among those found."""
    rows = {row.fragment for row in _open(sheets)}
    if any(one.fragment in rows for one in found):
        heading = sheets[-1].heading
        words = f"“{heading.text}” is cut short: lines of it may be missing."
        yield Note(words=words, fragments=(heading.fragment,))


def _open(sheets: Sequence[Sheet]) -> Sequence[Row]:
    """The rows that stand open at the end of a document: of its last statement or table."""
    if not sheets or has_foot(sheets[-1]):
        return ()
    rows = sheets[-1].rows
    if sheets[-1].heading.kind is not Kind.NOTES:
        return rows
    whole = max((index + 1 for index, row in enumerate(rows) if not row.values), default=0)
    return rows[whole:]


def _less_sure(one: Found, why: str) -> Found:
    return replace(
        one, sure=one.sure * CUT, note="; ".join(part for part in (one.note, why) if part)
    )
