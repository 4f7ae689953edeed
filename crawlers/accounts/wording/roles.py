"""Which words of a sentence say that somebody is a parent, and whom each of them means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawlers.accounts.wording.parties import organisations
from db.records.accounts_words import Matter

_HEAD = r"(?:parent|holding\s+company)(?:\s+(?:company|undertaking|entity|body|organisation))?"
_ACCOUNTS = r"(?:group|consolidated)\s+(?:\w+\s+)?(?:financial\s+statements|accounts)"
_ROLES = re.compile(
    rf"(?P<both>(?:immediate\s+and\s+ultimate|ultimate\s+and\s+immediate)\s+{_HEAD})"
    rf"|(?P<ultimate>ultimate\s+(?:{_HEAD}|owner\b))"
    rf"|(?P<immediate>(?:immediate|direct)\s+(?:{_HEAD}|controlling\s+party))"
    r"|(?P<controlling>(?:ultimate\s+)?controlling\s+(?:party|parties|entity|interest)"
    r"|ultimate(?:ly)?\s+(?:financial\s+)?control(?:led)?\b|\bunder\s+the\s+control\s+of"
    r"|\b(?:is|are|was|were)\s+(?:jointly\s+|ultimately\s+)?controlled\s+by"
    r"|\bmajority\s+owned\s+by)"
    rf"|(?P<consolidating>\binclud(?:es|ed|e)\b[^.]{{0,80}}?\b{_ACCOUNTS}"
    r"|\b(?:smallest|largest)(?:\s+and\s+(?:smallest|largest))?\s+group"
    r"|\bresults\s+are\s+consolidated"
    rf"|\b(?:prepares|publishes|produces)\s+{_ACCOUNTS})"
    r"|(?P<subsidiary>\b(?:is|was)\s+(?:itself\s+)?an?\s+(?:(?:direct|indirect|wholly[- ]owned"
    r"|100%|100% owned)\s+)*subsidiary(?:\s+undertaking|\s+company)?\s+of"
    r"|\b(?:is|was)\s+(?:wholly|100%)[- ]owned\s+by)"
    r"|(?P<plain>\b(?:parent\s+(?:company|undertaking|entity)|holding\s+company)\s+(?:is|was)\b)"
)
_MATTERS = {
    "both": (Matter.IMMEDIATE_PARENT, Matter.ULTIMATE_PARENT),
    "ultimate": (Matter.ULTIMATE_PARENT,),
    "immediate": (Matter.IMMEDIATE_PARENT,),
    "controlling": (Matter.CONTROLLING_PARTY,),
    "consolidating": (Matter.CONSOLIDATING_PARENT,),
    "subsidiary": (Matter.IMMEDIATE_PARENT,),
    "plain": (Matter.IMMEDIATE_PARENT,),
}
_IS_THE = re.compile(
    r"[\s,]*(?:is|was|are|were)\s+(?:(?:regarded|considered|deemed)\s+)?(?:by\s+the\s+\w+\s+)?"
    r"(?:as\s+being\s+|as\s+|to\s+be\s+)?(?:both\s+)?(?:the|its|our)\s+(?:company's\s+|group's\s+)?"
    r"(?:(?:parent(?:\s+\w+)?|head)\s+of\s+(?:both\s+)?(?:the\s+)?)?"
)
_LEADS_UP = re.compile(
    r".*(?:\b(?:is|was|are|were|be|being|as)\s+|,\s*(?:(?:which|who)\s+(?:is|was)\s+)?)(?:both\s+)?"
    r"(?:the|its|our)\s+(?:(?:company|group|charity)'s\s+)?"
)
_OF_ITS_OBJECT = frozenset({"subsidiary", "plain"})
"""Words after which the parent is named, never before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One party in one role."""

    matter: Matter
    name: str | None
    """None where the sentence names no organisation for it."""
    tail: str = ""
    """What follows the name, up to the next one: where it says in which country."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mention:
    kind: str
    start: int
    end: int


def roles(text: str, folded: str, *, not_named: frozenset[str]) -> Iterator[Role]:
    """The roles of a sentence and who bears each; `not_named` are folded names that bear none.

    Words of role that follow one another before a name share it (`the ultimate parent and
    controlling entity is X`). A role takes the name after it, else the nearest before it
    (`X is regarded as the ultimate parent company`).
    """
    named = [
        (at, name) for at, name in organisations(text) if name.lower().rstrip(".") not in not_named
    ]
    mentions = [
        _Mention(kind=str(found.lastgroup), start=found.start(), end=found.end())
        for found in _ROLES.finditer(folded)
    ]
    for index, mention in enumerate(mentions):
        chosen = _subject(mention, named, folded) or _after(mention, mentions[index + 1 :], named)
        if chosen is None and mention.kind not in _OF_ITS_OBJECT:
            chosen = _before(mention, mentions[:index], named, folded)
        if mention.kind == "subsidiary" and any(at < mention.start for at, _ in named):
            continue  # the subject is another company
        for matter in _MATTERS[mention.kind]:
            yield _role(matter, chosen, named, text)


def _subject(
    mention: _Mention, named: list[tuple[int, str]], folded: str
) -> tuple[int, str] | None:
    """The name just before, where the sentence says that it is what the role says."""
    before = next(((at, name) for at, name in reversed(named) if at < mention.start), None)
    if before is None:
        return None
    between = folded[before[0] + len(before[1]) : mention.start]
    return before if _IS_THE.fullmatch(between) else None


def _after(
    mention: _Mention, later: list[_Mention], named: list[tuple[int, str]]
) -> tuple[int, str] | None:
    """The first name after the role, unless another name's role stands between."""
    for at, name in named:
        if at >= mention.end:
            between = [other for other in later if other.start < at]
            is_shared = all(_are_joined(mention, other) for other in between)
            return (at, name) if is_shared else None
    return None


def _are_joined(mention: _Mention, other: _Mention) -> bool:
    """True for roles so near each other that one name serves both."""
    return 0 <= other.start - mention.end <= 40 or other.kind == "consolidating"  # noqa: PLR2004


def _before(
    mention: _Mention, earlier: list[_Mention], named: list[tuple[int, str]], folded: str
) -> tuple[int, str] | None:
    """The nearest name before the role, where the words between give the role to it.

    `Elm plc, our ultimate parent` does, `paid by Elm plc to its ultimate parent` does not. A
    company whose results are included is a subsidiary as often as a parent: before words of
    consolidating only a name that already bears a role counts.
    """
    chosen = next(((at, name) for at, name in reversed(named) if at < mention.start), None)
    if chosen is None or (mention.kind == "consolidating" and earlier):
        return chosen
    between = folded[chosen[0] + len(chosen[1]) : mention.start]
    return chosen if _LEADS_UP.fullmatch(between) else None


def _role(
    matter: Matter, chosen: tuple[int, str] | None, named: list[tuple[int, str]], text: str
) -> Role:
    if chosen is None:
        return Role(matter=matter, name=None)
    at, name = chosen
    end = next((other for other, _ in named if other > at), len(text))
    return Role(matter=matter, name=name, tail=text[at + len(name) : end])
