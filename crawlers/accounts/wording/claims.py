"""Reliefs of the Companies Act 2006 that a document says it takes."""

import re
from collections.abc import Iterator, Sequence

from crawlers.accounts.fact import Fact, Tagged
from crawlers.accounts.line import Line
from crawlers.accounts.said import Claim
from crawlers.accounts.wording.guarantee import guarantees
from crawlers.accounts.wording.parties import organisations, without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Sentence, Text

_SECTIONS = (
    *("381", "398", "399", "400", "401", "402", "405", "408"),
    *("444", "444A", "445", "448A", "477", "479A", "480"),
)
_NUMBERS = "|".join(sorted((number.lower() for number in _SECTIONS), key=len, reverse=True))
_SECTION = re.compile(
    rf"\b(?:sections?|ss?|sec)\.?\s?(?:\d{{3}}[a-z]?(?:\(\d[a-z]?\))?(?:,| and| to| or)\s)*"
    rf"(?P<number>{_NUMBERS})(?P<part>(?:\([\da-z]{{1,2}}\))*)(?![\da-z])"
)
_DENIES = re.compile(
    r"\b(?:not|no longer|nor|neither|cannot|never)\s+(?:been\s+)?(?:\w+\s+)?"
    r"(?:entitled|exempt|eligible|taken|taking|take|claim\w*|available|qualif\w+|appl\w+|permitted)\b"
    r"|\bwithdrawn\b|\bif\b|\bhad\b"
)
_OTHER_ACT = re.compile(
    r"\s*(?:\([\da-z]+\))*\s*of the (?!companies act|act\b|2006 act)"
    r"[^,.]*\b(?:act|code|order|regulations)\b"
)
_TAKEN_BY_SUBSIDIARIES = re.compile(
    r"\b(?:following|these|those|certain|some) (?:\w+ ){0,3}subsidiar(?:y|ies)\b"
    r"|\bsubsidiar(?:y|ies)\b(?: \w+){0,2} (?:listed|named|set out|shown) (?:below|above)\b"
    r"|\bthe company (?:has )?(?:guarantees|guaranteed|given|gives|provided|provides|issued)\b"
    r"[^.]*\bits (?:\w+ ){0,3}subsidiar(?:y|ies)\b"
)
"""A parent's sentence about companies below it, which are exempt from audit; itself it is not."""
_PROFIT_SHEET = (
    r"(?:profit and loss account|profit & loss account|income statement|statement of comprehensive"
    r" income|statement of income(?: and retained earnings)?|income and expenditure account"
    r"|statement of financial activities)"
)
_WITHHELD = re.compile(
    rf"{_PROFIT_SHEET}[^.]*?\b(?:has|have|is|was|are)\s+not\s+(?:been\s+)?(?:delivered|filed)"
    rf"|\b(?:opted|chosen|elected|decided)\s+not\s+to\s+(?:deliver|file)\b[^.]*{_PROFIT_SHEET}"
    rf"|\bnot\s+(?:delivered|filed)\b[^.]*{_PROFIT_SHEET}"
)
_SCREEN = (
    *("section", " s4", " s.4", " s. 4", " ss4", " ss.4", "(s.4", "(s4", " sec 4", " sec. 4"),
    *("not been delivered", "not delivered", "not to deliver", "not to file", "not been filed"),
)
_OF_A_PARENT = frozenset({"400", "401", "479A", "448A", "405"})
_FLAGS = {
    "StatementThatCompanyEntitledToExemptionFromAuditUnderSection477CompaniesAct2006"
    "RelatingToSmallCompanies": "477",
    "CompanyEntitledToExemptionUnderSection477CompaniesAct2006": "477",
    "StatementThatCompanyEntitledToExemptionFromAuditUnderSection480CompaniesAct2006"
    "RelatingToDormantCompanies": "480",
    "CompanyEntitledToExemptionUnderSection480CompaniesAct2006": "480",
    "StatementThatCompanyEntitledToExemptionFromAuditUnderSection479ACompaniesAct2006"
    "RelatingToSubsidiaryCompanies": "479A",
}
_OWN_SHEET = (
    "EntityHasTakenExemptionUnderCompaniesActInNotPublishingItsOwnProfitLossAccountTruefalse"
)
"""Tagged true by parents (s.408) and by filleted accounts (s.444) alike."""


def claims(lines: Sequence[Line] | Text, tagged: Tagged | None) -> tuple[Claim, ...]:
    """Each relief once, by section, in the order of the document; none that it denies.

    From sentences first, then from tags that say `true` where no sentence does. Consent to
    abridging is `444(2A)`, which withholds nothing; `444` is a profit and loss account that is not
    delivered, also where the document says so without naming the section.
    """
    text = Text.of(lines, tagged)
    found: dict[str, Claim] = {}
    for sentence in text.sentences(*_SCREEN):
        if sentence.section in {Section.AUDIT, Section.ACCOUNTANTS}:
            continue
        for section in _in_sentence(sentence):
            if section not in found:
                found[section] = _claim(section, sentence, text)
    for claim in _tagged(
        tagged, is_parent="408" in found or text.says("consolidated balance sheet")
    ):
        if claim.section not in found and not (claim.section == "444" and "408" in found):
            found[claim.section] = claim
    return tuple(found.values())


def _in_sentence(sentence: Sentence) -> Iterator[str]:
    folded = sentence.folded
    for match in _SECTION.finditer(folded):
        number, part = match["number"].upper(), match["part"]
        if _DENIES.search(folded[: match.start()]) or _OTHER_ACT.match(folded[match.end() :]):
            continue
        if number == "479A" and _TAKEN_BY_SUBSIDIARIES.search(folded):
            continue
        if number == "444" and "(2a)" in part:
            yield "444(2A)"
        elif number != "444" or _WITHHELD.search(folded) or "profit" in folded:
            yield number
    if _WITHHELD.search(folded):
        yield "444"


def _claim(section: str, sentence: Sentence, text: Text) -> Claim:
    return Claim(
        section=section,
        sentence=without_people(sentence.text),
        fragment=sentence.fragment,
        parent=_parent(section, sentence, text) if section in _OF_A_PARENT else None,
    )


def _parent(section: str, sentence: Sentence, text: Text) -> str | None:
    """The first organisation that the sentence, or the next of its paragraph, names.

    Of an exemption from audit, else the one that a sentence elsewhere names as guarantor.
    """
    paragraph = text.paragraph(sentence.at)
    following = [item for item in paragraph if item.at >= sentence.at and item != sentence]
    for candidate in (sentence, *following[:1]):
        named = organisations(candidate.text)
        if named:
            return named[0][1]
    if section != "479A":
        return None
    guarantors = {said.name for said in guarantees(text, own=frozenset()) if said.name}
    return guarantors.pop() if len(guarantors) == 1 else None


def _tagged(tagged: Tagged | None, *, is_parent: bool) -> Iterator[Claim]:
    if tagged is None:
        return
    for name, section in (*_FLAGS.items(), (_OWN_SHEET, "408" if is_parent else "444")):
        for fact in tagged.by_name.get(name, ()):
            if _is_true(fact):
                yield Claim(section=section, sentence=_words(name), fragment=fact.fragment)


def _is_true(fact: Fact) -> bool:
    value = str(fact.value or "").strip().lower()
    return value == "true" or (not fact.name.endswith("Truefalse") and "entitled" in value)


def _words(name: str) -> str:
    """A concept's name as one reads it."""
    return re.sub(
        r"(?<=[a-z])(?=[A-Z0-9])|(?<=[0-9])(?=[A-Z][a-z])", " ", name.removesuffix("Truefalse")
    ).strip()
