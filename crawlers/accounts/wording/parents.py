"""Whose the company is, as its accounts say: parents, controlling party, consolidating parent."""

import re
from collections.abc import Iterator

from crawlers.accounts.fact import Fact, Tagged
from crawlers.accounts.said import Said
from crawlers.accounts.wording.headings import is_heading
from crawlers.accounts.wording.parties import (
    PERSON,
    is_organisation,
    jurisdiction,
    organisations,
    without_people,
)
from crawlers.accounts.wording.roles import roles
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Sentence, Text
from db.records.accounts_words import Matter

_NAMES = {
    "NameParentEntity": Matter.IMMEDIATE_PARENT,
    "NameUltimateParentGroupIfNotParentEntity": Matter.ULTIMATE_PARENT,
    "NameUltimateParentGroup": Matter.ULTIMATE_PARENT,
    "NameControllingParty": Matter.CONTROLLING_PARTY,
    "NameUltimateControllingPartyIfNotUltimateParent": Matter.CONTROLLING_PARTY,
    "ControllingPartyUltimateControllingParty": Matter.CONTROLLING_PARTY,
    "NameParentLargestGroupInWhichResultsAreConsolidated": Matter.CONSOLIDATING_PARENT,
    "NameParentSmallestGroupInWhichResultsAreConsolidated": Matter.CONSOLIDATING_PARENT,
}
_COUNTRIES = {
    "NameParentLargestGroupInWhichResultsAreConsolidated": (
        "CountryInWhichParentLargestGroupIncorporated"
    ),
    "NameParentSmallestGroupInWhichResultsAreConsolidated": (
        "CountryInWhichParentSmallestGroupIncorporated"
    ),
}
_WORDS = (
    *("parent", "ultimate", "controlling", "control of", "controlled by", "subsidiary"),
    *("holding company", "owned by", "smallest group", "largest group", "are consolidated"),
    *("consolidated financial statements of", "consolidated accounts of", "group accounts of"),
    *("to control", "controls the", "majority shareholder", "majority of the shares"),
)
_ELSEWHERE = frozenset({Section.AUDIT, Section.ACCOUNTANTS, Section.RESPONSIBILITIES})
_HEADED = re.compile(r"\bcontrol(?:ling|ler|s)?\b|\bparent\b|\bultimate\b|\bholding company\b")
_CONTROLS = re.compile(r"\b(?:control(?:s|led)?|owns?|owned|controlling|sharehold(?:ing|ers?))\b")
_A_NAME = 9
"""Words: a tagged name is no longer; a longer text is a sentence."""


def parents(text: Text, tagged: Tagged | None, *, not_named: frozenset[str]) -> tuple[Said, ...]:
    """Every party in every role, each once, with the sentence that says so.

    `not_named` are folded names that are no parent whatever stands beside them: the company's own,
    and its auditor's. Where the party is a private person, or there is none, `name` is None and
    the sentence says so without naming anybody.
    """
    found: dict[tuple[Matter, str], Said] = {}
    for sentence in _in_order_of_weight(text):
        for said in _read(sentence, not_named):
            found.setdefault((said.matter, _key(said)), said)
    for said in _tagged(tagged, not_named):
        if said.name is not None or not any(matter is said.matter for matter, _ in found):
            found.setdefault((said.matter, _key(said)), said)
    return tuple(found.values())


def _in_order_of_weight(text: Text) -> Iterator[Sentence]:
    """The sentences under a heading of their own first: they are what the note is for."""
    candidates = [
        sentence
        for sentence in text.sentences(*_WORDS)
        if sentence.section not in _ELSEWHERE and not is_heading(sentence.text)
    ]
    yield from (sentence for sentence in candidates if _HEADED.search(sentence.heading))
    yield from (sentence for sentence in candidates if not _HEADED.search(sentence.heading))


def _read(sentence: Sentence, not_named: frozenset[str]) -> Iterator[Said]:
    is_headed = bool(_HEADED.search(sentence.heading))
    bearers = [
        role
        for role in roles(sentence.text, sentence.folded, not_named=not_named)
        if role.name is not None or (is_headed and role.matter is Matter.CONTROLLING_PARTY)
    ]
    for role in bearers:
        yield Said(
            matter=role.matter,
            sentence=without_people(sentence.text),
            fragment=sentence.fragment,
            name=role.name,
            jurisdiction=jurisdiction(role.tail),
        )
    if (
        not bearers
        and is_headed
        and "control" in sentence.heading
        and _CONTROLS.search(sentence.folded)
    ):
        yield from _under_heading(sentence, not_named)


def _under_heading(sentence: Sentence, not_named: frozenset[str]) -> Iterator[Said]:
    """Who controls the company, where only the heading has the word of the role."""
    named = [name for _, name in organisations(sentence.text) if name.lower() not in not_named]
    yield Said(
        matter=Matter.CONTROLLING_PARTY,
        sentence=without_people(sentence.text),
        fragment=sentence.fragment,
        name=named[0] if len(named) == 1 else None,
        jurisdiction=jurisdiction(sentence.text) if len(named) == 1 else None,
    )


def _tagged(tagged: Tagged | None, not_named: frozenset[str]) -> Iterator[Said]:
    """What the tags name; a sentence in place of a name is read as a sentence."""
    if tagged is None:
        return
    for concept, matter in _NAMES.items():
        for fact in tagged.by_name.get(concept, ()):
            value = str(fact.value or "").strip()
            if value and value.lower() not in not_named and len(value.split()) <= _A_NAME:
                country = tagged.by_name.get(_COUNTRIES.get(concept, ""), ())
                yield _of_tag(fact, value, matter, country)


def _of_tag(fact: Fact, value: str, matter: Matter, country: tuple[Fact, ...]) -> Said:
    named = organisations(value)
    name = (named[0][1] if named else value) if is_organisation(value) else None
    shown = name or (value if _says_nobody(value) else PERSON)
    return Said(
        matter=matter,
        sentence=f"{matter.value.capitalize()}: {shown}",
        fragment=fact.fragment,
        name=name,
        jurisdiction=str(country[0].value) if country else jurisdiction(value),
    )


def _says_nobody(value: str) -> bool:
    folded = value.lower()
    return without_people(value) == value and (
        "no " in folded or "none" in folded or "not " in folded
    )


def _key(said: Said) -> str:
    return "" if said.name is None else said.name.lower().rstrip(".").replace("limited", "ltd")
