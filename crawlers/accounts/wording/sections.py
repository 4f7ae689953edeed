"""Which report of a document a line belongs to: the same words weigh differently in each."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

LONGEST = 160
"""Characters: the title of a report is no longer."""


CONTENTS = 6
"""Lines: entries of a list of contents stand no farther apart, with numbers of pages between."""
_CONTENTS = ("contents", "index")


class Section(StrEnum):
    """A part of filed accounts."""

    AUDIT = "auditor's report"
    ACCOUNTANTS = "accountants' or examiner's report"
    DIRECTORS = "directors', strategic or trustees' report"
    RESPONSIBILITIES = "statement of directors' responsibilities"
    STATEMENTS = "primary statements"
    NOTES = "notes"
    OTHER = "elsewhere"


_TITLES = {
    "independent auditor's report": Section.AUDIT,
    "independent auditors' report": Section.AUDIT,
    "independent auditor report": Section.AUDIT,
    "report of the independent auditor": Section.AUDIT,
    "report of the auditor": Section.AUDIT,
    "auditor's report": Section.AUDIT,
    "auditors' report": Section.AUDIT,
    "accountants' report": Section.ACCOUNTANTS,
    "accountant's report": Section.ACCOUNTANTS,
    "chartered accountants' report": Section.ACCOUNTANTS,
    "chartered accountant's report": Section.ACCOUNTANTS,
    "chartered certified accountants' report": Section.ACCOUNTANTS,
    "report of the accountants": Section.ACCOUNTANTS,
    "independent examiner's report": Section.ACCOUNTANTS,
    "directors' report": Section.DIRECTORS,
    "director's report": Section.DIRECTORS,
    "report of the director": Section.DIRECTORS,
    "group strategic report": Section.DIRECTORS,
    "strategic report": Section.DIRECTORS,
    "report of the trustees": Section.DIRECTORS,
    "trustees' report": Section.DIRECTORS,
    "trustees' annual report": Section.DIRECTORS,
    "chairman's": Section.DIRECTORS,
    "statement of directors' responsibilities": Section.RESPONSIBILITIES,
    "statement of director's responsibilities": Section.RESPONSIBILITIES,
    "directors' responsibilities statement": Section.RESPONSIBILITIES,
    "balance sheet": Section.STATEMENTS,
    "consolidated balance sheet": Section.STATEMENTS,
    "consolidated statement": Section.STATEMENTS,
    "consolidated profit": Section.STATEMENTS,
    "consolidated income": Section.STATEMENTS,
    "consolidated cash": Section.STATEMENTS,
    "company balance sheet": Section.STATEMENTS,
    "statement of financial position": Section.STATEMENTS,
    "statement of comprehensive income": Section.STATEMENTS,
    "profit and loss account": Section.STATEMENTS,
    "income statement": Section.STATEMENTS,
    "statement of cash flows": Section.STATEMENTS,
    "notes to the": Section.NOTES,
    "notes forming part": Section.NOTES,
    "notes on the": Section.NOTES,
    "accounting policies": Section.NOTES,
    "1 accounting policies": Section.NOTES,
    "1. accounting policies": Section.NOTES,
}
_FIRST_WORDS = tuple(_TITLES)


def sections(texts: Sequence[str], folded: Sequence[str]) -> tuple[tuple[int, Section], ...]:
    """(index of the line that heads it, section) in order.

    A title is short, begins with a capital and has no stop: the words of one at the start of a
    line in the middle of a sentence are none, nor is an entry of the list of contents.
    """
    found: list[tuple[int, Section]] = []
    listed = -CONTENTS
    for index, text in enumerate(folded):
        if text.startswith(_CONTENTS) and len(text) < LONGEST:
            listed = index
        if text.startswith(_FIRST_WORDS) and len(text) < LONGEST and text[-1] not in ".,;:":
            if index - listed < CONTENTS:
                listed = index  # an entry of the list of contents, which goes on
            elif not texts[index][0].islower():
                found.append((index, _section(text)))
    return tuple(found)


def section_of(found: tuple[tuple[int, Section], ...], index: int) -> Section:
    """The section of a line; OTHER before the first title."""
    at = bisect_right(found, index, key=lambda pair: pair[0]) - 1
    return found[at][1] if at >= 0 else Section.OTHER


def _section(text: str) -> Section:
    longest = max((title for title in _TITLES if text.startswith(title)), key=len)
    return _TITLES[longest]
