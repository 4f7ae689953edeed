"""Whose accounts a document says it holds: the company's number and its registered name."""

import re

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
    r"(?P<number>(?:[a-z]{2}|r0)?\s?[\d ]{4,10})\b"
)
_CHARITY = re.compile(r"\bcharity\b")
_ADDRESSED = re.compile(r"to\s+the\s+(?:members|shareholders)\s+of", re.IGNORECASE)
_A_NAME = 100
"""Characters: the name of a company is no longer; a paragraph that was tagged as one is none."""


def entity_number(text: Text, tagged: Tagged | None) -> str | None:
    """The company number that the document states, in eight characters; None where it states none.

    The tag decides, then the entity of the contexts, then the words of the first pages.
    """
    written = [*values(tagged, *_NUMBER_TAGS)]
    if tagged is not None and tagged.entity:
        written.append(tagged.entity)
    written += _printed_numbers(text)
    return next((number for number in map(normalise, written) if number), None)


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


def _printed_numbers(text: Text) -> list[str]:
    """Numbers that a label on the first pages announces, on its line or the next; no charity's."""
    found: list[str] = []
    for index in text.holding("number", "registered no", "company no"):
        if index > COVER or _CHARITY.search(text.folded[index]):
            continue
        line = " ".join(text.folded[index : index + 2])
        match = _LABELLED.search(line)
        if match is not None:
            found.append(match["number"])
    return found
