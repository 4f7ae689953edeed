"""The marks that British official statistics put where a number would stand, in one list.

Source: Government Analysis Function, "Using symbols and shorthand in tables",
https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/:
letters in square brackets, which may bear a number, such as [u1]. Tables older than that
guidance, and the Department for Education's, write the letters bare, or symbols.
"""

import re
from collections.abc import Mapping

from crawlers.reading import Cell, plain

NOT_PUBLISHED: Mapping[str, str] = {
    "c": "confidential",
    "low": "rounds to 0 and is not 0",
    "u": "too unreliable to publish",
    "w": "none recorded in the survey",
    "x": "not available",
    "z": "not applicable",
    "k": "rounds to 0 and is not 0, as the Department for Education writes it",
    "..": "not available, before the guidance; the fostering tables have it",
    ":": "not available, before the guidance",
    ".": "not applicable, before the guidance",
    "*": "suppressed, before the guidance",
    "~": "too small to publish, before the guidance",
    "-": "left out; Ofsted's time series have it for years before a kind was inspected",
    "\N{EN DASH}": "the same, as a word processor writes it",
}
"""Each mark, in small letters and without brackets, with what it says.

Only what stands instead of a number: marks beside one, such as [r] for revised, are not here.
"""
_BRACKETED = re.compile(r"\[ ?([a-z]+)\d* ?\]")


def is_mark(cell: Cell) -> bool:
    """True for a cell that says that nothing is published here: never 0, and never a new word.

    >>> [is_mark(cell) for cell in ("[c]", " C ", "..", "[u1]", "", "0", "c2", "some")]
    [True, True, True, True, False, False, False, False]
    """
    if not isinstance(cell, str):
        return False
    written = plain(cell)
    bracketed = _BRACKETED.fullmatch(written)
    return (bracketed[1] if bracketed else written) in NOT_PUBLISHED
