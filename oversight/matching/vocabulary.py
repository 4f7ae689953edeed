"""The words of names that tell two companies apart, and those that hardly do."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SECTOR_WORDS = _words(
    """
    academy adolescent adult adults agency and care carers caring child childcare childrens children
    community company education family families foster fostering foundation for group health
    healthcare home homes house housing independence independent kingdom limited living nhs of
    partnership people person provision residential school schools semi service services solutions
    specialist support supported supporting therapeutic trust uk united young youth
    """
)
"""Words that many owners' names share: that two names share one as well says little."""
SECTOR_WEIGHT = 0.2
"""What such a word weighs beside another, 1. Chosen: five of them weigh as much as one brand."""
ROLES = _words(
    """
    acquisition acquisitions bidco debtco finco holdco holding holdings investment investments midco
    newco opco parent pikco propco properties property topco
    """
)
"""Words that tell companies of one group apart: what bears another of them is another company."""
FOREIGN_FORMS = re.compile(
    r"\b(b ?v|n ?v|s ?a r ?l|s ?a|gmbh|ag|se|inc|llc|pte|aps|ab|oy|s ?p ?a)$"
)
"""Legal forms of other countries at a name's end, as `owner_key` leaves them."""
_ROMAN = re.compile(r"(?=[ivx])x{0,3}(ix|iv|v?i{0,3})")
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve"
_NUMERALS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS.split(), start=1)}
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_PLACES = _words("east eastern midlands north northern south southern west western")


def telling(words: tuple[str, ...]) -> frozenset[str]:
    """The words that must be equal in two names of one company: roles, numerals, compass points.

    Figures, words and Roman numerals are one: `Two`, `2` and `II`.

    >>> sorted(telling(("ash", "bidco", "ii", "north")))
    ['2', 'bidco', 'north']
    """
    return frozenset(filter(None, (_telling(word) for word in words)))


def weight(word: str) -> float:
    """What a word of a name weighs: 1, and less where it is one of the sector's own."""
    return SECTOR_WEIGHT if word in SECTOR_WORDS else 1.0


def _telling(word: str) -> str:
    if word in ROLES or word in _PLACES:
        return word
    if word.isdigit():
        return str(int(word))
    if word in _NUMERALS:
        return _NUMERALS[word]
    return str(_arabic(word)) if _ROMAN.fullmatch(word) else ""


def _arabic(roman: str) -> int:
    values = [_ROMAN_DIGITS[one] for one in roman]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
