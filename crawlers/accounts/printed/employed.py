"""The average number of employees, where a sentence says it and no table does."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from crawlers.accounts.figure import Period
from crawlers.accounts.periods import WEEK
from crawlers.accounts.printed.found import Found
from crawlers.accounts.printed.heads import HEADS
from crawlers.accounts.printed.scopes import Whose
from crawlers.accounts.printed.sheet import Row, Sheet
from db.records.accounts_words import Measure, Scope

FROM_A_SENTENCE = 0.75
"""How sure it is, beside a line of a primary statement: less than a table of the notes, as who is
counted is told in words of each company's own."""
RANK = 4
"""Behind a table of the notes, before the line under a balance sheet."""

_IN_WORDS = (
    *("nil", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|none|zero|{'|'.join(_IN_WORDS)}"
_SAID = re.compile(
    r"(?:^|[.:;)\d]\s|\b(?:employees|staff|numbers)\s)(?P<said>(?:the\s)?"
    r"average\s(?:monthly\s|weekly\s)?number\sof\s(?:employees|persons|people|staff)\b"
    r"(?P<who>[^.:;]{0,160}?)"
    r"(?:\s(?:was|were|is|amounted\sto|totalled)\b(?:\sas\sfollows)?\s?:?|\s?:)"
    rf"\s?(?P<now>{_NUMBER}))\b(?![,.]?\d)(?:\s(?:employees|persons|people|staff))?"
    r"(?:\s(?:during|in|for)\sthe\s(?:year|period))?"
    rf"(?:,?\s?[(\[]\s?(?P<year>(?:19|20)\d\d)\s?[-:\u2013\u2014,]?\s?(?P<before>{_NUMBER})\s?[)\]])?"
    r"\s?(?:\.|$)",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:other\sthan|excluding|undertakings?|subsidiar\w*|associates?|ventures?|proportionate\w*"
    r"|full[-\s]?time|part[-\s]?time)\b",
    re.IGNORECASE,
)
"""Words with which the sentence counts somebody else, or a part."""
_GROUP = re.compile(r"\bgroup\b", re.IGNORECASE)
_COMPANY = re.compile(r"\b(?:company|llp|partnership|charity|society)\b", re.IGNORECASE)


def employed(
    sheet: Sheet, owner: Whose, periods: Sequence[Period], *, has_group: bool, sure: float
) -> Iterator[Found]:
    """Heads of this period and, where the sentence names its year, of the one before.

    `periods` are the current and the previous. Whose they are the sentence may say; else they are
    the `owner`'s. A sentence of a group where the document has no group is left alone, and so is
    one that counts a part, or another undertaking's.
    """
    for row in sheet.rows:
        found = None if row.values else _SAID.search(" ".join(row.label.split()))
        if found is None or _OTHERS.search(found["who"]):
            continue
        scope = _scope(found["who"], owner.scope, has_group=has_group)
        if scope is None:
            continue
        shown = [found["now"]]
        if found["before"] and _is_of(periods[1:], found["year"]):
            shown.append(found["before"])
        for period, number in zip(periods, shown, strict=False):
            yield _found(row, found["said"], number, scope, period, sure=sure)


def _scope(who: str, owner: Scope | None, *, has_group: bool) -> Scope | None:
    """Whose heads they are; None where that is nobody's in this document."""
    if _GROUP.search(who):
        return Scope.GROUP if has_group else None
    return Scope.COMPANY if _COMPANY.search(who) else owner


def _is_of(before: Sequence[Period], year: str) -> bool:
    """True where the period before ends in that year, a week's tolerance."""
    return any(year in {str(one.end.year), str((one.end - WEEK).year)} for one in before)


def _found(row: Row, said: str, number: str, scope: Scope, period: Period, *, sure: float) -> Found:
    return Found(
        scope=scope,
        measure=Measure.EMPLOYEES,
        period=period,
        value=_value(number.lower()),
        money=HEADS,
        rank=RANK,
        sure=sure * FROM_A_SENTENCE,
        fragment=row.fragment,
        shown=number,
        label=said,
        note="told in a sentence",
    )


def _value(number: str) -> Decimal:
    if number in {"none", "zero"}:
        return Decimal(0)
    if number in _IN_WORDS:
        return Decimal(_IN_WORDS.index(number))
    return Decimal(number.replace(",", ""))
