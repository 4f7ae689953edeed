"""What the company is charged by those who own or run it: fees, rent and interest."""

import re
from collections.abc import Iterator

from crawlers.accounts.said import Said
from crawlers.accounts.wording.money import amount_gbp
from crawlers.accounts.wording.parties import organisations, without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Sentence, Text
from db.records.accounts_words import Matter

_KINDS = (
    (
        Matter.MANAGEMENT_CHARGE,
        re.compile(
            r"\b(?:management|monitoring|advisory|group)\s+(?:service\s+|and \w+\s+)?"
            r"(?:charges?|fees?|recharges?)\b|\bmanagement\s+services\b"
        ),
    ),
    (Matter.RELATED_RENT, re.compile(r"\brent(?:s|als?)?\b(?!al income)|\bproperty lease\b")),
    (Matter.RELATED_INTEREST, re.compile(r"\binterest\b(?!\s+(?:in|held|free|of \d))")),
)
_SCREEN = (
    *("management charge", "management fee", "management service", "service charge", "recharge"),
    *("monitoring fee", "advisory fee", "group charge", " rent", "rent ", "rents ", "interest"),
)
_RELATED = re.compile(
    r"\brelated\s+part|\bdirectors?\b|\bshareholders?\b|\bgroup\b|\bparent\b|\bsubsidiar"
    r"|\bcommon\s+(?:control|ownership|directors?)|\bconnected\s+(?:part|compan)|\bfellow\b"
    r"|\bassociate|\bloan\s+notes?\b|\bkey\s+management|\btrustees?\b|\binvestors?\b|\bmembers\b"
    r"|\bpension\s+(?:scheme|fund)\b|\bpartners\b"
)
_HEADED = re.compile(r"\brelated\s+part|\btransactions\s+with\s+(?:directors|related)|\bparty\b")
_RECEIVED = re.compile(
    r"\breceiv(?:ed|es|able|ing)\b|\bincome\b|\bearned\b|\bwas\s+due\s+from\b|\bturnover\b"
    r"|\b(?:the|this|our)\s+(?:company|group|charity|llp)\s+(?:has\s+|have\s+|also\s+)?"
    r"(?:re)?charged\b(?!\s+by)|\binvoiced\s+to\b|\bcharging\b"
)
_CHARGED_TO = re.compile(
    r"\bcharged\b[^.]*?\bto\s+(?!the\s+(?:company|group|charity|llp)\b|it\b|us\b)"
)
_PAID = re.compile(
    r"\bpaid\b|\bpayable\b|\bcharged?\b|\bcharges?\b|\bincurred\b|\baccrued\b|\bexpense|\bpays\b"
    r"|\bpurchase[sd]\b|\binvoiced\b|\brent\s+(?:of|to)\b"
)
_UNSAID = re.compile(
    r"\bexempt(?:ion|ed)?\b|\bwere\s+no\b|\bwas\s+no\b|\bno\s+(?:rent|interest|charge)|\bpolicy\b"
    r"|\binterest[- ]free\b|\beffective\s+interest\b|\brate\s+of\s+interest\b|\bnot\s+charged\b"
)
_ROW = re.compile(r"^(?P<label>[^\d£]+?)\s+£?(?P<own>\(?[\d,]+\)?|-)(?:\s+£?(?:\(?[\d,]+\)?|-))?$")
_UNITS = 10
"""Lines: the head of a table, with its `£`, stands no farther above a row."""


def charges(text: Text, *, own: frozenset[str]) -> Iterator[Said]:
    """Each sentence, or row of the note on related parties, that states such a charge.

    `amount_gbp` is the sum of the year where the sentence states exactly one in pounds. What the
    company receives from others is none, and accounting policies state none.
    """
    for sentence in text.sentences(*_SCREEN):
        matter = _matter(sentence)
        if matter is None:
            continue
        named = {name for _, name in organisations(sentence.text) if name.lower() not in own}
        yield Said(
            matter=matter,
            sentence=without_people(sentence.text),
            fragment=sentence.fragment,
            name=named.pop() if len(named) == 1 else None,
            amount_gbp=_amount(sentence, text),
        )


def _matter(sentence: Sentence) -> Matter | None:
    """The kind of charge that the sentence states; None where it states none."""
    folded = sentence.folded
    matter = next((kind for kind, pattern in _KINDS if pattern.search(folded)), None)
    if matter is None or _UNSAID.search(folded) or _RECEIVED.search(folded):
        return None
    if _CHARGED_TO.search(folded) or not _PAID.search(folded):
        return None
    if sentence.section in {Section.AUDIT, Section.ACCOUNTANTS}:
        return None
    if "£" in folded and _RELATED.search(folded):
        return matter
    is_stated = "£" in folded or _ROW.match(sentence.text)
    return matter if is_stated and _HEADED.search(sentence.heading) else None


def _amount(sentence: Sentence, text: Text) -> int | None:
    """The sum that the sentence states; for a row, its first column in the unit of the table."""
    if "£" in sentence.text:
        return amount_gbp(sentence.text)
    row = _ROW.match(sentence.text)
    above = " ".join(text.folded[max(sentence.at - _UNITS, 0) : sentence.at])
    if row is None or "£" not in above:
        return None
    digits = row["own"].strip("()").replace(",", "")
    times = 1000 if "£'000" in above or "£000" in above else 1
    return int(digits) * times if digits.isdigit() else 0
