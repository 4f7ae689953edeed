"""What the auditor concluded, or that there was no audit.

A modified opinion is told by its heading, or by the words that the standards prescribe for it
(`except for the effects of`, `do not give a true and fair view`, `we do not express an opinion on
the financial statements`). An unmodified one needs an auditor's report that says that the accounts
give a true and fair view, or, where the report itself is not filed, the statement that it was
unqualified. An accountant's or examiner's report is no audit.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from crawlers.accounts.fact import Tagged
from crawlers.accounts.said import Said
from crawlers.accounts.wording.parties import without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Sentence, Text
from db.records.accounts_words import Matter

_MODIFIED = (
    (
        Matter.DISCLAIMED_OPINION,
        re.compile(
            r"we do not express an (?:audit )?opinion on the (?:accompanying |group |company )*"
            r"(?:financial statements|accounts)|we were (?:unable|not able) to (?:express|form) an"
            r" opinion|the auditor'?s'? report .{0,60}\bwas disclaimed"
        ),
    ),
    (
        Matter.ADVERSE_OPINION,
        re.compile(
            r"(?:financial statements|accounts)\b.{0,200}\bdo(?:es)? not give a true and fair"
        ),
    ),
    (
        Matter.QUALIFIED_OPINION,
        re.compile(
            r"in our (?:qualified )?opinion,? except for|except for the (?:possible )?effects? of"
            r"|report\b.{0,80}\b(?:was|is) qualified\b"
        ),
    ),
)
_HEADINGS = {
    "disclaimer of opinion": Matter.DISCLAIMED_OPINION,
    "basis for disclaimer of opinion": Matter.DISCLAIMED_OPINION,
    "adverse opinion": Matter.ADVERSE_OPINION,
    "basis for adverse opinion": Matter.ADVERSE_OPINION,
    "qualified opinion": Matter.QUALIFIED_OPINION,
    "basis for qualified opinion": Matter.QUALIFIED_OPINION,
}
_ON_PART = re.compile(
    r"^(?:qualified|adverse|disclaimer of) opinions? on (?:other|the strategic|the directors)"
)
_CLEAN = re.compile(
    r"\bgives? a true and fair view|\bshows? a true and fair view|\bwas unqualified\b"
)
_LEAD = re.compile(r"\bin our opinion\b.*:$")
_BULLETS = "-•∙·– "
_UNAUDITED = re.compile(
    r"\bunaudited\b"
    r"|exempt(?:ion|ed)? from (?:the requirements? (?:to|for) (?:obtain )?(?:an )?)?audit"
    r"|entitled to exemption (?:from (?:the requirement|audit)|under section (?:477|479a|480))"
    r"|have not been audited|not (?:carried out|been instructed to carry out) an audit"
)
_OF_BEFORE = re.compile(r"comparative|prior (?:year|period)|previous|preceding|corresponding")


def opinions(text: Text, tagged: Tagged | None) -> tuple[Said, ...]:
    """The auditor's conclusion, in its own words; UNAUDITED where none was engaged; else nothing.

    The auditor's conclusion in the tags is read where no page is visible.
    """
    modified = tuple(_modified(text))
    if modified:
        return modified[:1]
    clean = next(_clean(text), None)
    if clean is not None:
        return (_led(text, clean),)
    if _is_audited(tagged):
        return ()
    unaudited = next(_unaudited(text), None)
    return () if unaudited is None else (_said(Matter.UNAUDITED, unaudited),)


def _led(text: Text, sentence: Sentence) -> Said:
    """The conclusion with the words that lead its list: `In our opinion the accounts: give …`."""
    said = _said(Matter.CLEAN_OPINION, sentence)
    leads = (
        at for at in range(max(sentence.at - 3, 0), sentence.at) if _LEAD.search(text.folded[at])
    )
    lead = None if "opinion" in sentence.folded else next(leads, None)
    if lead is None:
        return said
    words = without_people(f"{text.texts[lead]} {said.sentence.lstrip(_BULLETS)}")
    return replace(said, sentence=words, fragment=text.lines[lead].fragment)


def _modified(text: Text) -> Iterator[Said]:
    """The sentences that modify it: its own words first, then what stands under its heading."""
    found = list(
        text.sentences("except for", "do not give", "does not give", "express an", "form an")
    )
    found += text.sentences("was qualified", "is qualified", "disclaimed")
    for matter, pattern in _MODIFIED:
        for sentence in found:
            if _is_the_auditors(sentence) and pattern.search(sentence.folded):
                yield _said(matter, sentence)
    for index in text.holding(*_HEADINGS):
        matter = _HEADINGS.get(text.folded[index].strip(" .:"))
        if matter and text.section(index) is Section.AUDIT and index + 1 < len(text.lines):
            yield _said(matter, text.paragraph(index + 1)[0])


def _is_the_auditors(sentence: Sentence) -> bool:
    if sentence.section is Section.AUDIT:
        return not _ON_PART.match(sentence.heading)
    return "auditor" in sentence.folded and sentence.section is not Section.ACCOUNTANTS


def _clean(text: Text) -> Iterator[Sentence]:
    is_reported = text.says("we have audited")
    for sentence in text.sentences("true and fair view", "was unqualified"):
        if not _CLEAN.search(sentence.folded):
            continue
        if "was unqualified" in sentence.folded:
            is_said = "report" in sentence.folded
        else:
            is_said = is_reported and sentence.section is Section.AUDIT
            is_said = is_said and _concludes(text, sentence)
        if is_said:
            yield sentence


def _concludes(text: Text, sentence: Sentence) -> bool:
    """True where `in our opinion` stands in the sentence, or leads the list that it is in."""
    before = text.folded[max(sentence.at - 3, 0) : sentence.at]
    return "opinion" in sentence.folded or any("in our opinion" in line for line in before)


def _unaudited(text: Text) -> Iterator[Sentence]:
    found = list(text.sentences("unaudited", "exempt", "audited", "an audit"))
    for sentence in sorted(found, key=lambda item: "exempt" not in item.folded):
        is_own = sentence.section is not Section.AUDIT and not _OF_BEFORE.search(sentence.folded)
        if is_own and _UNAUDITED.search(sentence.folded):
            yield sentence


def _is_audited(tagged: Tagged | None) -> bool:
    """True where the tags say that there was an audit: an exemption in the text is another's."""
    facts = () if tagged is None else tagged.by_name.get("AccountsStatusAuditedOrUnaudited", ())
    return any(member == "Audited" for fact in facts for _, member in fact.dimensions)


def _said(matter: Matter, sentence: Sentence) -> Said:
    return Said(matter=matter, sentence=without_people(sentence.text), fragment=sentence.fragment)
