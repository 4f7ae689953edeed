"""Heads of the columns of printed statements: years, units, whose, one fund or the total."""

import re
from functools import lru_cache
from typing import NamedTuple

from crawlers.accounts.line import Cell, Line
from crawlers.accounts.printed.days import When, when
from crawlers.accounts.printed.numbers import amount
from db.records.accounts_words import Scope

LONGEST_HEAD = 80
"""Letters of the head of a column: `Period from 1 September 2022 to 31 December 2023 £`."""

_UNIT = re.compile(
    r"(?P<sign>£|gbp|\$|us\$|usd|€|eur|euro)\s*(?:'|\u2019|\u2018|`)?\s*"
    r"(?P<times>000s?|k|m|mn|million|thousands?|bn)?",
    re.IGNORECASE,
)
_THOUSANDS = {"k", "000", "000s", "thousand", "thousands"}
_CURRENCIES = {"£": "GBP", "gbp": "GBP", "$": "USD", "us$": "USD", "usd": "USD"}
_MILLIONS = {"m", "mn", "million"}
_HEADS = re.compile(r"(?:no\.?|nos\.?|number)", re.IGNORECASE)
_NOTES = re.compile(r"notes?\.?", re.IGNORECASE)
_PARTS = re.compile(
    r"\b(?:unrestricted|restricted|endowment|designated|general|expendable|discontinued|continuing"
    r"|acquisitions|before|exceptional|excluding|non-?underlying|underlying|adjust\w*|movement)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\btotal\b", re.IGNORECASE)
_TIME_WORDS = re.compile(
    r"(?:as\s+)?(?:at|to|from|for|the|year|years|period|ended|ending|weeks?|months?|days?|and|of"
    r"|restated|re-stated|as|unaudited|audited|(?<!\d)\d{1,3}(?!\d)|\(|\)|-|:)*",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d{1,2}(?:st|nd|rd|th)\b"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|(?:19|20)\d\d",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WHOLE_HEAD = re.compile(
    r"(?:(?:the )?(?:group|consolidated|parent|parent company|company|charity|society)"
    r"|total(?: funds?| equity| group| company| operations)?"
    r"|(?:un)?restricted(?: income)?(?: funds?)?|endowment(?: funds?)?|designated(?: funds?)?"
    r"|general(?: funds?)?|funds?|(?:dis)?continu(?:ed|ing)(?: operations)?|acquisitions?"
    r"|operations"
    r"|(?:before |after )?(?:exceptional|non-underlying|adjusting)(?: items)?|underlying|items"
    r"|restated|as restated)",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:the\s+)?(?:group|consolidated)\b", re.IGNORECASE)
_COMPANY = re.compile(r"(?:the\s+)?(?:parent|company|charity|society)\b", re.IGNORECASE)


class Money(NamedTuple):
    """What one unit of a column is worth, and in which currency."""

    currency: str
    times: int


HEADS = Money(currency="heads", times=1)


class Column(NamedTuple):
    """One column of values; a named tuple, as every value is looked up by its own."""

    left: float
    right: float
    time: When | None = None
    scope: Scope | None = None
    money: Money | None = None
    is_part: bool = False
    """True where it is one fund, or what continues, or what is before exceptional items."""
    is_note: bool = False
    text: str = ""


def is_head(line: Line) -> bool:
    """True where every cell of a line heads a column, and one says a year, a unit, or whose."""
    if not all(_is_head(cell.text.strip()) for cell in line.cells):
        return False
    said = [_said(cell.text.strip()) for cell in line.cells]
    if any(c.time is not None or c.money is not None or c.is_note for c in said):
        return True
    return said[0].scope is not None or (len(said) > 1 and all(tells(c) for c in said))


@lru_cache(maxsize=4096)
def _is_head(text: str) -> bool:
    """True for what heads a column and is no amount, label or sentence."""
    if len(text) > LONGEST_HEAD:
        return False
    if _NOTES.fullmatch(text) or _HEADS.fullmatch(text) or _unit(text) is not None:
        return True
    if amount(Cell(text=text)) is not None and not _YEAR.fullmatch(text):
        return False
    left = _rest(text)
    return not left or _WHOLE_HEAD.fullmatch(left) is not None


def _rest(text: str) -> str:
    """A head without what it says of time and unit."""
    bare = _MONTH.sub(" ", _without_unit(text))
    return " ".join(word for word in bare.split() if not _TIME_WORDS.fullmatch(word))


def _without_unit(text: str) -> str:
    return " ".join(
        word for word in text.split() if not (_UNIT.fullmatch(word) or _HEADS.fullmatch(word))
    )


def head_of(cell: Cell) -> Column:
    """What one cell of the heads says, as a column of its own."""
    return _said(cell.text.strip())._replace(left=cell.left, right=cell.right)


@lru_cache(maxsize=4096)
def _said(text: str) -> Column:
    """What the words of a head say, wherever it stands: filings are headed alike."""
    is_note = _NOTES.fullmatch(text) is not None
    is_total = _TOTAL.search(text) is not None
    return Column(
        left=0,
        right=0,
        time=None if is_note else when(text),
        scope=_scope(text),
        money=HEADS if any(map(_HEADS.fullmatch, text.split())) else unit_in(text),
        is_part=_PARTS.search(text) is not None and not is_total,
        is_note=is_note,
        text=text,
    )


def tells(column: Column) -> bool:
    """True where a head says more than a unit."""
    has_words = _TOTAL.search(column.text) is not None
    return column.time is not None or column.scope is not None or column.is_part or has_words


def _scope(text: str) -> Scope | None:
    if _GROUP.search(text):
        return Scope.GROUP
    return Scope.COMPANY if _COMPANY.search(text) else None


def unit_in(text: str) -> Money | None:
    """The unit that a head ends in or is: `2020 £000`."""
    whole = _unit(text)
    if whole is not None:
        return whole
    return next((unit for word in reversed(text.split()) if (unit := _unit(word))), None)


def _unit(text: str) -> Money | None:
    found = _UNIT.fullmatch(text.strip().strip("()"))
    if found is None:
        return None
    times = (found["times"] or "").lower()
    sign = found["sign"].lower()
    return Money(
        currency="GBP"
        if sign in {"£", "gbp"}
        else "USD"
        if "$" in sign or sign == "usd"
        else "EUR",
        times=1_000 if times in _THOUSANDS else 1_000_000 if times in _MILLIONS else 1,
    )
