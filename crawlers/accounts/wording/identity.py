"""Whose accounts a document says it holds: the company's number and its registered name."""

import re
from collections import Counter
from collections.abc import Iterator

from crawlers.accounts.fact import Fact, Tagged
from crawlers.accounts.wording.parties import organisations
from crawlers.accounts.wording.text import Text
from db.company_numbers import normalise

COVER = 40
"""Lines: a cover page, and the head of the page after it, are no longer."""
_NUMBER_TAGS = ("UKCompaniesHouseRegisteredNumber", "CompaniesHouseRegisteredNumber")
_NAME_TAGS = ("EntityCurrentLegalOrRegisteredName", "EntityCurrentLegalName")
_LABELLED = re.compile(
    r"\b(?:regist(?:ered|ration)|company)\s*(?:company\s*)?(?:number|no\b\.?)\s*[:.]?\s*"
    r"(?P<number>(?:(?:[a-z]{2}|r0)\s?)?\d{1,8}(?: \d{1,8})*)\b"
)
_LETTERS = 8
"""Characters of a company number; digits alone are often printed without the first of them."""
_REPEATED = 3
"""Times that a number stands in a document: where the first pages have none, the head of every
page; another company's is named once or twice."""
_CHARITY = re.compile(r"\bcharity\b")
_ADDRESSED = re.compile(r"to\s+the\s+(?:members|shareholders)\s+of", re.IGNORECASE)
_A_NAME = 100
"""Characters: the name of a company is no longer; a paragraph that was tagged as one is none."""


def entity_number(text: Text, tagged: Tagged | None) -> str | None:
    """The company number that the document states, in eight characters; None where it states none.

    The tag decides, then the entity of the contexts, then the words of the first pages; of several
    numbers there the one that the document's pages repeat most, and of as many the first.
    """
    tags = [*values(tagged, *_NUMBER_TAGS)]
    if tagged is not None and tagged.entity:
        tags.append(tagged.entity)
    return next((number for number in map(normalise, tags) if number), None) or _printed(text)


def may_be_misread(number: str, other: str) -> bool:
    """Whether a recogniser may have read one company number as another: one letter, or none.

    One letter is taken for another, lost, or too many; noughts before a number count for nothing.
    """
    shorter, longer = sorted((number.lstrip("0"), other.lstrip("0")), key=len)
    if len(shorter) == len(longer):
        return sum(one != two for one, two in zip(shorter, longer, strict=True)) <= 1
    return any(shorter == longer[:at] + longer[at + 1 :] for at in range(len(longer)))


def entity_name(text: Text, tagged: Tagged | None) -> str | None:
    """The company's name as the document states it; None where it states none.

    From its tag, else the first line of the cover that is the name of an organisation and no more,
    else from the auditor's report, which is addressed to the members of the company.
    """
    for value in values(tagged, *_NAME_TAGS):
        if len(value) <= _A_NAME:
            return value
    for line in text.texts[:COVER]:
        named = organisations(line) if len(line) <= _A_NAME else ()
        if len(named) == 1 and named[0][1].rstrip(".") == line.strip().rstrip("."):
            return named[0][1]
    return _addressed(text)


def values(tagged: Tagged | None, *names: str) -> tuple[str, ...]:
    """The texts tagged with these names, in the order of the names; blank ones left out."""
    return tuple(str(fact.value).strip() for fact in facts(tagged, *names) if fact.value)


def facts(tagged: Tagged | None, *names: str) -> tuple[Fact, ...]:
    """The facts with these local names, in the order of the names."""
    if tagged is None:
        return ()
    return tuple(fact for name in names for fact in tagged.by_name.get(name, ()))


def _addressed(text: Text) -> str | None:
    """The company to whose members the auditor reports, on that line or the next."""
    for index in text.holding("to the members of", "to the shareholders of"):
        words = " ".join(text.texts[index : index + 2])
        named = organisations(_ADDRESSED.split(words)[1])
        if named:
            return named[0][1]
    return None


def _printed(text: Text) -> str | None:
    """The number that a label announces, on its line or the next; no charity's."""
    found = [*_labelled(text)]
    times = Counter(number for _, number in found)
    first = [number for at, number in found if at <= COVER]
    often = [number for number, count in times.items() if count >= _REPEATED]
    return max((*first, *often), key=times.__getitem__, default=None)


def _labelled(text: Text) -> Iterator[tuple[int, str]]:
    """Every labelled number of the document, and the index of its line."""
    for index in text.holding("number", "registered no", "company no"):
        if _CHARITY.search(text.folded[index]):
            continue
        match = _LABELLED.search(" ".join(text.folded[index : index + 2]))
        number = None if match is None else normalise(_without_others(match["number"]))
        if number is not None:
            yield index, number


def _without_others(written: str) -> str:
    """A number whose digits may be printed in groups, without what is printed after it.

    `0600 5142` is one number. `6005142 9` is a number and that of a page: eight digits are never
    parted into seven and one.
    """
    first, *others = written.split()
    for group in others:
        is_whole = len(first) >= _LETTERS - 2 and len(group) == 1
        if is_whole or len(first) + len(group) > _LETTERS:
            break
        first += group
    return first
