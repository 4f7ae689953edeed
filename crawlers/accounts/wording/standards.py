"""By which rules accounts are drawn up: their standard, and how they account for leases."""

import re
from datetime import date

from crawlers.accounts.fact import Tagged
from crawlers.accounts.figure import Period
from crawlers.accounts.wording.identity import facts
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import LeaseBasis, Standard

IFRS_16_FROM = date(2019, 1, 1)
"""IFRS 16 paragraph C1: annual periods beginning on or after this day."""
AMENDED_FRS_102_FROM = date(2026, 1, 1)
"""Amendments to FRS 102, Periodic Review 2024: accounting periods beginning on or after this day,
earlier where a company adopts them early."""
FRSSE_UNTIL = date(2016, 1, 1)
"""The FRSSE is withdrawn, and FRS 105 in force, for periods beginning on or after this day."""

_MEMBERS = {
    "FRS102": Standard.FRS_102,
    "FRS105": Standard.FRS_105,
    "Micro-entities": Standard.FRS_105,
    "FRS101": Standard.FRS_101,
    "IFRS": Standard.IFRS,
    "InternationalFinancialReportingStandards": Standard.IFRS,
    "CharitySORP": Standard.CHARITIES_SORP,
    "CharitiesSORP": Standard.CHARITIES_SORP,
    "FRSSE": Standard.FRSSE,
    "SmallEntities": Standard.FRS_102_1A,
}
_SAYS = (
    (
        Standard.FRS_105,
        re.compile(r"frs\s?105\b|financial reporting standard 105|micro[- ]?entit(?:y|ies)"),
    ),
    (Standard.CHARITIES_SORP, re.compile(r"charities sorp|accounting and reporting by charities")),
    (
        Standard.FRS_102_1A,
        re.compile(
            r"section 1a\b|frs\s?102[ (]*1a\b|small entities - the financial reporting standard"
            r"|102\b.{0,40}\bsmall (?:limited liability|entities|companies)"
        ),
    ),
    (Standard.FRS_101, re.compile(r"\bfrs\s?101\b|financial reporting standard 101\b")),
    (
        Standard.IFRS,
        re.compile(
            r"in accordance with [^.]{0,40}\b"
            r"(?:international financial reporting standards|ifrss?\b"
            r"|(?:uk[- ]adopted )?international accounting standards)"
        ),
    ),
    (Standard.FRS_102, re.compile(r"\bfrs\s?102\b|financial reporting standard 102\b")),
    (Standard.FRSSE, re.compile(r"\bfrsse\b|financial reporting standard for smaller entities")),
)
_SCREEN = (
    *("frs", "financial reporting standard", "micro-entit", "micro entit", "microentit", "sorp"),
    *("reporting by charities", "section 1a", "international accounting standards"),
)
_PREPARED = re.compile(
    r"\bprepared\b|\bcompl(?:y|iance|ies)\b|\bin accordance\b|\bapplied\b|\bappl(?:y|ies)\b"
    r"|\bfollows? (?:the )?(?:frs|financial reporting standard)\b"
)
_ANOTHERS = re.compile(
    r"consolidated financial statements of \w|transition|convergence|\bisas?\b"
    r"|not (?:been )?prepared|auditing"
)
_EARLY = re.compile(
    r"\bearly[- ](?:adopt\w*|appl\w+)|\badopted\b[^.]{0,40}\bearly\b"
    r"|\bin advance of\b[^.]*\beffective"
)
_AMENDMENTS = re.compile(
    r"periodic review|amendments? to frs\s?102|frs\s?102\b[^.]{0,60}\bamend|2024"
)
_THOSE_OF_2024 = re.compile(r"periodic review|amendments? of 2024|2024 amendments?")
_WITH_THEM = re.compile(
    r"\bfrs\s?102\b[^.]*\b(?:with|including|incorporating|as amended by|as amended in)\b"
    r"|\bamendments?\b[^.]*\b(?:is|are|was|were|has been|have been) (?:applied|adopted)\b"
    r"|\b(?:applies|apply|applied|adopts?|adopted)\b[^.]*\bamendments?\b"
)
_LATER = re.compile(
    r"\b(?:will|would|shall|future|issued but|effective|mandatory|upcoming|impact of"
    r"|1 january 2026)\b"
)
"""Of what is in force later, and told beforehand."""
_NOT = re.compile(r"\b(?:not|no|has yet to|without)\b[^.]{0,40}\b(?:early|adopt|appl)")


def standard(text: Text, tagged: Tagged | None, period: Period | None) -> Standard | None:
    """The standard that the document says it follows; None where it says nothing of it.

    The member of its tag, made finer by the words: `FRS102` of a small company that applies
    section 1A, or of a charity. Without a tag, the words of the accounts alone; the name of a
    schema says which tags are used, and not which standard.
    """
    tags = [
        _MEMBERS[member]
        for fact in facts(tagged, "AccountingStandardsApplied")
        for axis, member in fact.dimensions
        if axis == "AccountingStandardsDimension" and member in _MEMBERS
    ]
    if facts(tagged, "AccountsPreparedUnderHistoricalCostConventionInAccordanceWithFRSSE05"):
        return Standard.FRSSE
    said = _said(text)
    if not tags:
        return None if said is Standard.FRS_105 and _is_before_it(period, text) else said
    if tags[0] is Standard.FRS_102 and said in {Standard.FRS_102_1A, Standard.CHARITIES_SORP}:
        return said
    if tags[0] is Standard.FRS_102_1A and period and (period.start or period.end) < FRSSE_UNTIL:
        return Standard.FRSSE
    return tags[0]


def lease_basis(kind: Standard | None, period: Period | None, text: Text) -> LeaseBasis:
    """How leases are accounted for: by the standard, the period's first day and early adoption.

    A lease of an older standard is UNKNOWN, as is one of a standard that is not stated.
    """
    began = None if period is None else period.start or period.end
    if kind is Standard.FRS_105:
        return LeaseBasis.FRS_105
    if kind in {Standard.IFRS, Standard.FRS_101}:
        is_in_force = began is not None and began >= IFRS_16_FROM
        return (
            LeaseBasis.IFRS_16 if is_in_force or _is_early(text, "ifrs 16") else LeaseBasis.UNKNOWN
        )
    if kind not in {Standard.FRS_102, Standard.FRS_102_1A, Standard.CHARITIES_SORP}:
        return LeaseBasis.UNKNOWN
    is_in_force = began is not None and began >= AMENDED_FRS_102_FROM
    if is_in_force or _is_early(text, "102") or _has_the_amendments(text):
        return LeaseBasis.AMENDED_FRS_102
    return LeaseBasis.OLD_FRS_102 if began is not None else LeaseBasis.UNKNOWN


def _is_before_it(period: Period | None, text: Text) -> bool:
    """True where the micro-entity provisions were applied before FRS 105, which is not named."""
    began = None if period is None else period.start or period.end
    return began is not None and began < FRSSE_UNTIL and not text.says("105")


def _said(text: Text) -> Standard | None:
    """The most particular standard that a sentence says the accounts are prepared by."""
    sentences = [
        sentence.folded
        for sentence in text.sentences(*_SCREEN)
        if _PREPARED.search(sentence.folded) and not _ANOTHERS.search(sentence.folded)
    ]
    for kind, pattern in _SAYS:
        if any(pattern.search(sentence) for sentence in sentences):
            return kind
    return None


def _is_early(text: Text, word: str) -> bool:
    """True where a sentence says that the amended rules were adopted before they had to be."""
    for sentence in text.sentences("early", "in advance of"):
        folded = sentence.folded
        is_of_it = word in folded and (word != "102" or _AMENDMENTS.search(folded))
        if is_of_it and _EARLY.search(folded) and not _NOT.search(folded):
            return True
    return False


def _has_the_amendments(text: Text) -> bool:
    """True where a sentence says that FRS 102 is followed as amended in 2024, early or not."""
    return any(
        _THOSE_OF_2024.search(sentence.folded) is not None
        and _WITH_THEM.search(sentence.folded) is not None
        and not (_LATER.search(sentence.folded) or _NOT.search(sentence.folded))
        for sentence in text.sentences("periodic review", "amendment")
    )
