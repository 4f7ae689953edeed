"""Headings of printed statements: which one it is, and whose."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from crawlers.accounts.line import Line
from crawlers.accounts.printed.days import When, when
from crawlers.accounts.printed.labels import Kind
from db.records.accounts_words import Scope

_LONGEST = 220
"""Letters: what is longer is a sentence that speaks of a statement."""

_KINDS = (
    (
        Kind.OTHER,
        r"changes in (?:shareholders'? |members'? |other )*(?:equity|funds|interests)",
    ),
    (Kind.OTHER, r"reconciliation of (?:movements? in )?members (?:other )?(?:interests|funds)"),
    (Kind.OTHER, r"(?:detailed|trading|management)(?: trading)?(?: and)? (?:profit|income)[\w ]*"),
    (Kind.OTHER, r"statement of (?:total )?recognised gains and losses"),
    (Kind.OTHER, r"analysis of (?:changes in )?net (?:debt|funds)"),
    (Kind.NOTES, r"notes (?:to|forming part of|comprising)\b[\w ]*"),
    (Kind.NOTES, r"(?:statement of )?(?:principal |significant )?accounting policies"),
    (Kind.FUNDS, r"statement of financial activities"),
    (Kind.CASH, r"cash ?flow statement|statement of cash ?flows?"),
    (
        Kind.INCOME,
        (
            r"profit (?:and|&) loss(?: account)?|income (?:and expenditure account|statement)"
            r"|statement of (?:total )?comprehensive (?:income|expense|loss)"
            r"|(?:statement of )?other comprehensive income"
            r"|statement of profit (?:or|and) loss|statement of income(?: and retained earnings)?"
        ),
    ),
    (Kind.BALANCE, r"balance sheets?|statements? of financial position"),
)
_ANY = re.compile(
    r"account|statement|sheet|notes\b|polic|income|equity|debt|funds|gains|interests", re.IGNORECASE
)
"""A word that every heading has one of: quick to look for."""
_FIND = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_BEFORE = re.compile(
    r"(?:the|group|consolidated|company|parent|individual|entity|charity|charitable|society"
    r"|association|llp|partnership|unaudited|audited|abridged|abbreviated|summary|summarised|draft"
    r"|micro|statutory|small|filleted|and|of|its|s|statement|condensed|page|your|registration"
    r"|registered|number|no|\d[\w]*|[a-z]{2}\d{6}|in|incorporating|income|expenditure|account"
    r"|england|wales|only|full|directors)*"
)
_AFTER = re.compile(
    r"(?:continued|contd|cont|for|the|year|period|ended|ending|from|to|as|at|of|on|and|incorporating"
    r"|including|an|a|income|expenditure|account|other|comprehensive|statement|retained|earnings"
    r"|profit|loss|total|recognised|gains|losses|company|group|consolidated|parent|charity|weeks?"
    r"|months?|days?|registered|registration|number|no|in|financial|statements|accounts|unaudited"
    r"|audited|summary|limited|page|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*"
    r"|nov\w*|dec\w*|\d+(?:st|nd|rd|th)?|[a-z]{2}\d{6}|s|position|cash|flows?|balance|sheet|equity"
    r"|attributable|reconciliation|movement|funds|shareholders|members|interests|000)*"
)
_OTHER_PART = re.compile(
    r"(?:independent |group )?(?:strategic|directors|auditors?|accountants|trustees|chairmans"
    r"|members)(?: annual)? (?:report|statement|responsibilities)|contents\b"
)
_OF_GROUP = re.compile(r"\b(?:group|consolidated)\b")
_OF_COMPANY = re.compile(
    r"\b(?:company|parent|individual|entity|society|association|charity|llp|partnership)\b"
)
_AFTER_A_NAME = re.compile(r"^(?:[\w&]+ ){0,12}?(?:limited|ltd|plc|llp|lp|cic)\b(?: company)?")
_ENTITY_TAIL = r"(?:limited|ltd|plc|llp|l\.?p|lp|cic|company|inc|s\.? ?a\.? ?r\.? ?l|b\.?v|gmbh)"
_ENTITY = re.compile(rf"^([\w&'.,()\- ]{{2,80}}?\b{_ENTITY_TAIL})\b\.?\s*(\(.*\))?$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:registered|registration|company|charity)\s*(?:company\s*)?(?:number|no)\.?\s*:?\s*"
    r"([A-Z]{0,2}\d{5,8})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands above a statement."""

    kind: Kind
    scopes: frozenset[Scope]
    """Whose it says that it is; empty where it does not say, both where it shows both."""
    is_continued: bool
    time: When | None
    fragment: str
    text: str
    is_part_of_income: bool = False
    """True for other comprehensive income, which repeats the profit and adds what is not earned."""


def heading(line: Line) -> Heading | None:
    """The heading that a line is; None where it is none, as in a sentence or a list of contents."""
    if len(line.cells) != 1:
        return None
    found = _heading(line.cells[0].text)
    return None if found is None else replace(found, fragment=line.fragment)


@lru_cache(maxsize=4096)
def _heading(text: str) -> Heading | None:
    """The same of a text, wherever it stands. Some are remembered: pages repeat their headings."""
    if len(text) > _LONGEST or _ANY.search(text) is None:
        return None
    words = _words(text)
    for kind, pattern in _FIND:
        found = pattern.search(words)
        if found is None:
            continue
        before = _AFTER_A_NAME.sub("", words[: found.start()])
        after = words[found.end() :]
        if kind is not Kind.NOTES and not (_all(_BEFORE, before) and _all(_AFTER, after)):
            return None
        if kind is Kind.NOTES and not _all(_BEFORE, before):
            return None
        if kind is Kind.NOTES and re.search(r"cash ?flow", found[0]):
            kind, after = Kind.CASH, f"{found[0]} {after}"  # noqa: PLW2901 its own notes
        return Heading(
            kind=kind,
            scopes=_scopes(f"{before} {after if kind is not Kind.NOTES else ''}"),
            is_continued="cont" in after.split() or "continued" in after or "contd" in after,
            time=when(text),
            fragment="",
            text=text,
            is_part_of_income="other comprehensive" in found[0],
        )
    return None


def ends_statements(line: Line) -> bool:
    """True for the head of another part of the document: a report, a list of contents."""
    if len(line.cells) != 1 or len(line.text) > 100:  # noqa: PLR2004 a title, not a sentence
        return False
    return _ends_statements(line.cells[0].text)


@lru_cache(maxsize=4096)
def _ends_statements(text: str) -> bool:
    return _OTHER_PART.match(_words(text)) is not None


def entity(line: Line) -> tuple[str | None, str | None]:
    """The name and number of the company whose page it is, where a line is only that."""
    if len(line.text) > 120:  # noqa: PLR2004 a page's head, not a sentence
        return None, None
    number = _NUMBER.search(line.text)
    named = _ENTITY.match(_NUMBER.sub("", line.text).replace("()", "").strip(" ()"))
    name = named[1] if named is not None and len(line.cells) == 1 else None
    return name, number[1].upper().zfill(8) if number is not None else None


def _words(text: str) -> str:
    """Lower case, apostrophes closed up, marks as blanks."""
    closed = text.lower().replace("\u2019", "'").replace("s' ", "s ").replace("'s", "s")
    return " ".join(re.sub(r"[^\w&]+", " ", closed).split())


def _all(allowed: re.Pattern[str], words: str) -> bool:
    return all(allowed.fullmatch(word) is not None and word for word in words.split())


def _scopes(words: str) -> frozenset[Scope]:
    words = words.replace("micro entity", "").partition("attributable")[0]
    found: set[Scope] = set()
    if _OF_GROUP.search(words):
        found.add(Scope.GROUP)
    if _OF_COMPANY.search(words):
        found.add(Scope.COMPANY)
    return frozenset(found)
