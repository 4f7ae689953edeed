"""Lines that head what follows: short, without a stop, and no row of figures."""

import re
from collections.abc import Mapping, Sequence

LONGEST = 110
"""Characters: a heading is no longer."""
MOST_WORDS = 14
FARTHEST = 40
"""Lines: a heading speaks for no more than these."""
MOST_OFTEN = 3
"""A heading comes in the contents, once, and again on the next page; what comes more often stands
at the head of every page, as the company's name does."""

_NUMBER = re.compile(r"^(?:note\s+)?\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s*(?=[A-Za-z])", re.IGNORECASE)
_FIGURES = re.compile(r"\d[\d,]{2,}|\d\s*\)?$")
_FURNITURE = re.compile(
    r"^(?:page\b|-?\s*\d+\s*-?$|notes? to\b|for the (?:year|period)|(?:year|period) ended|as at\b)"
    r"|continued\b|registered number|registration number|company number",
    re.IGNORECASE,
)


def is_heading(text: str) -> bool:
    """True for a line that could head a paragraph: few words, a capital first, no stop, no sum."""
    if not text or len(text) > LONGEST or text[-1] in ".,;?!" or text[0].islower():
        return False
    body = _NUMBER.sub("", text)
    if not body[:1].isalpha() or len(body.split()) > MOST_WORDS:
        return False
    return not _FIGURES.search(body) or bool(re.search(r"\b(?:19|20)\d\d\b", body))


def heading_above(texts: Sequence[str], index: int, *, often: Mapping[str, int]) -> str:
    """The nearest heading above the line, without its number; empty where there is none near.

    What is printed at the head and foot of every page is passed over: `often` says how many times
    each line is printed.
    """
    for text in reversed(texts[max(index - FARTHEST, 0) : index]):
        if is_heading(text) and not _FURNITURE.search(text) and often[text] <= MOST_OFTEN:
            return without_number(text)
    return ""


def without_number(text: str) -> str:
    """A heading without the number of its note: `21. ULTIMATE PARENT` gives `ULTIMATE PARENT`."""
    return _NUMBER.sub("", text)
