"""What happened after the year end, as the note on it says."""

import re
from collections.abc import Iterator

from crawlers.accounts.said import Said
from crawlers.accounts.wording.headings import is_heading, without_number
from crawlers.accounts.wording.parties import without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Text, fold
from db.records.accounts_words import Matter

MOST = 3
"""Sentences: the first of a note say what happened, the rest what it means."""
_HEADING = re.compile(
    r"^(?:material |significant |important |non-adjusting )*(?:(?:post|subsequent)[ -]"
    r"(?:balance sheet |year[ -]end |reporting (?:date |period )?)?events?"
    r"|events? (?:after|since|subsequent to) the (?:end of the )?(?:reporting |balance sheet "
    r"|year|period|financial)\w*.*|post balance sheet events?"
    r"|subsequent events?)(?: \(continued\))?$"
)
_NOTHING = re.compile(
    r"\b(?:no|none|nothing)\b[^.]{0,60}\b(?:events?|matters?|adjust|report|occurr|affect)"
    r"|\bnot\s+been\s+any\b|\brefer to\b|\bsee note\b|^none\b"
    r"|\b(?:given|shown|set out|disclosed|detailed|included) in (?:the )?note"
    r"|\bdetails? (?:of|are)\b[^.]*\bnote\b"
)


def events(text: Text) -> Iterator[Said]:
    """The first sentences under each such heading outside the auditor's report.

    Nothing where they say that there was none, or only point at another note.
    """
    for index in text.holding(
        "post balance",
        "subsequent event",
        "events after",
        "events since",
        "post year",
        "event after",
        "events subsequent",
        "post reporting",
    ):
        heading = fold(without_number(text.texts[index]))
        if not _HEADING.match(heading) or text.section(index) is Section.AUDIT:
            continue
        if index + 1 >= len(text.lines) or is_heading(text.texts[index + 1]):
            continue
        sentences = text.paragraph(index + 1)
        if _NOTHING.search(sentences[0].folded):
            continue
        for sentence in sentences[:MOST]:
            yield Said(
                matter=Matter.EVENT_AFTER_YEAR_END,
                sentence=without_people(sentence.text),
                fragment=sentence.fragment,
            )
