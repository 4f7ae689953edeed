"""What a document says of itself: tags first, then the words that a person reads."""

import re
from collections.abc import Sequence
from datetime import date

from crawlers.accounts.days import day
from crawlers.accounts.fact import Tagged
from crawlers.accounts.line import Line
from crawlers.accounts.said import About
from crawlers.accounts.wording.headings import is_heading
from crawlers.accounts.wording.identity import (
    COVER,
    entity_name,
    entity_number,
    facts,
    values,
)
from crawlers.accounts.wording.opinion import opinions
from crawlers.accounts.wording.periods import own_period, previous_period
from crawlers.accounts.wording.standards import lease_basis, standard
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter

_GROUP_PAGE = re.compile(
    r"^(?:consolidated|group) (?:(?:statement|balance sheet|profit|income|cash|other comp)\b)"
)
_KINDS = {
    "filleted": "FilletedAccounts",
    "abridged": "AbridgedAccounts",
    "abbreviated": "AbbreviatedAccounts",
    "dormant accounts": "DormantAccounts",
    "interim": "InterimAccounts",
}
_SIGNED = re.compile(
    r"\b(?:approved|authori[sz]ed|signed)\b[^.]{0,140}?\bon\s+(?P<rest>(?:the )?\d[^.]{5,30})"
)
_REVISED = re.compile(
    r"\b(?:amended|revised) (?:financial statements|accounts)\b|\breplaces? the original\b"
)


def about(tagged: Tagged | None, lines: Sequence[Line] | Text) -> About:
    """Whose it is, of when, by which rules, so far as it says; what does not fit is a problem."""
    text = Text.of(lines, tagged)
    period, problems = own_period(text, tagged)
    rules = standard(text, tagged, period)
    return About(
        entity_number=entity_number(text, tagged),
        entity_name=entity_name(text, tagged),
        period=period,
        previous=previous_period(period, text, tagged),
        kind=_kind(text, tagged),
        standard=rules,
        lease_basis=lease_basis(rules, period, text),
        is_consolidated=_is_consolidated(text, tagged),
        is_audited=_is_audited(text, tagged),
        is_dormant=_is_dormant(text, tagged),
        is_amended=_is_amended(text, tagged),
        software=None if tagged is None else tagged.software,
        signed_on=_signed_on(text, tagged),
        problems=problems,
    )


def _member(tagged: Tagged | None, axis: str, *names: str) -> str | None:
    """The member that a fixed-item fact stands for: its value is in its context."""
    for fact in facts(tagged, *names):
        for dimension, member in fact.dimensions:
            if dimension == axis:
                return member
    return None


def _kind(text: Text, tagged: Tagged | None) -> str | None:
    member = _member(
        tagged, "AccountsTypeDimension", "AccountsType", "AccountsTypeFullOrAbbreviated"
    )
    if member is not None:
        return member
    cover = " ".join(text.folded[:COVER])
    return next((kind for word, kind in _KINDS.items() if word in cover), None)


def _is_consolidated(text: Text, tagged: Tagged | None) -> bool:
    """True where the scope is tagged as a group's, a fact is, or a page is headed so."""
    scope = _member(tagged, "ScopeAccountsDimension", "ScopeAccounts") or ""
    if "Consolidated" in scope or scope.startswith("Group"):
        return True
    pages = text.starting("consolidated ", "group ")
    if any(_GROUP_PAGE.match(text.folded[at]) and is_heading(text.texts[at]) for at in pages):
        return True
    every = () if tagged is None else tagged.facts
    return any(
        ("GroupCompanyDataDimension", "Consolidated") in fact.dimensions
        for fact in every
        if fact.unit is not None
    )


def _is_audited(text: Text, tagged: Tagged | None) -> bool | None:
    member = _member(tagged, "AccountsStatusDimension", "AccountsStatusAuditedOrUnaudited")
    if member is not None:
        return member == "Audited"
    matters = [said.matter for said in opinions(text, tagged)]
    return None if not matters else matters[0] is not Matter.UNAUDITED


def _is_dormant(text: Text, tagged: Tagged | None) -> bool | None:
    for value in values(tagged, "EntityDormantTruefalse", "EntityDormant", "CompanyDormant"):
        if value.lower() in {"true", "false"}:
            return value.lower() == "true"
    if "true" in values(tagged, "CompanyNotDormant"):
        return False
    says_so = any("section 480" in text.folded[at] for at in text.holding("dormant"))
    return True if says_so else None


def _is_amended(text: Text, tagged: Tagged | None) -> bool | None:
    for value in values(tagged, "ReportAnAmendedRevisedVersionPreviouslyFiledReportTruefalse"):
        return value.lower() == "true"
    cover = " ".join(text.folded[:COVER])
    return True if _REVISED.search(cover) else None


def _signed_on(text: Text, tagged: Tagged | None) -> date | None:
    """The day on which the directors approved the accounts."""
    names = ("DateAuthorisationFinancialStatementsForIssue", "DateApprovalAccounts", "DateApproval")
    for fact in facts(tagged, *names):
        stated = day(str(fact.value or "")) or day(fact.shown)
        if stated is not None:
            return stated
    for index in text.holding("approved", "authorised for issue", "signed on"):
        found = _SIGNED.search(" ".join(text.folded[index : index + 3]))
        stated = None if found is None else day(found["rest"])
        if stated is not None:
            return stated
    return None
