"""How alike two names are, and what forbids taking one for the other however alike they are.

Never a reason to accept: it ranks candidates for a reviewer, and keeps the list short.
"""

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import ratio

from oversight.matching.names import Name
from oversight.matching.vocabulary import weight

SAME_WORD = 85.0
"""How alike two words must be, of 100, to count as one: a letter in seven may differ."""
SLIPS = 2
"""Letters that may differ in a slip of the pen, exchanged neighbours counted as one."""
LEAST_LETTERS = 9
"""Shorter names are a slip from too many others."""


def likeness(one: Name, other: Name) -> float:
    """The weight of the words that two names share, of the weight of all, 0 to 1.

    Each word is paired with the likest of the other name that is left; the order says nothing.
    Names without any word share nothing.
    """
    whole = sum(map(weight, one.words)) + sum(map(weight, other.words))
    left = list(other.words)
    shared = 0.0
    for word in sorted(one.words):
        best = max(left, key=lambda each: (ratio(word, each), each), default=None)
        if best is not None and (alike := ratio(word, best)) >= SAME_WORD:
            left.remove(best)
            shared += (weight(word) + weight(best)) * alike / 100
    by_words = shared / whole if whole else 0.0
    return max(by_words, _as_one_word(one, other))


def is_a_slip(one: Name, other: Name) -> bool:
    """Whether one may be a slip of the pen for the other: long, and a letter or two apart."""
    shortest = min(len(one.loose), len(other.loose))
    near = OSA.distance(one.loose, other.loose, score_cutoff=SLIPS) <= SLIPS
    return shortest >= LEAST_LETTERS and near and not forbidden(one, other)


def forbidden(one: Name, other: Name) -> str | None:
    """Why these cannot be two names of one company, in words; None where nothing forbids it."""
    if one.is_foreign != other.is_foreign:
        return "one name has the legal form of another country and the other has not"
    if one.forms and other.forms and not one.forms & other.forms:
        return "one is a partnership and the other a company"
    if one.telling != other.telling:
        apart = ", ".join(sorted(one.telling ^ other.telling))
        return f"the names differ in what tells companies of one group apart: {apart}"
    return None


def _as_one_word(one: Name, other: Name) -> float:
    """How alike the names are without spaces: a slip may fall between two words."""
    return ratio(one.loose, other.loose) / 100 if is_a_slip(one, other) else 0.0
