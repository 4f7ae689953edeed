"""A material uncertainty related to going concern, told from the words that every report holds.

Almost every audited document holds the words and does not mean them: the auditor lists what would
have to be reported (`where … not disclosed … any identified material uncertainties`), says that
none was found, or describes whose duty it is to look. So a sentence counts only where

1. it asserts: a verb of being, showing or causing stands before the uncertainty, in the same
   clause (`indicate the existence of`, `constitute`, `there is`, `gives rise to`);
2. nothing before it in that clause denies it, asks about it or makes it conditional (`no`, `not`,
   `any`, `whether`, `if`, `where`, `may`), and nothing after it says that it is over;
3. it is about going concern: it says so, speaks of significant doubt, or stands under a heading
   that does.

Under the auditor's own heading `Material uncertainty related to going concern`, which is used only
where there is one, a sentence that draws attention counts too.
"""

import re
from collections.abc import Iterator

from crawlers.accounts.said import Said
from crawlers.accounts.wording.parties import without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Sentence, Text
from db.records.accounts_words import Matter

_UNCERTAINTY = re.compile(
    r"(?:material|significant|fundamental)\s+(?:\w+\s+)?uncertaint(?:y|ies)"
    r"|uncertaint(?:y|ies)\s+(?:that|which)\s+(?:may|might|could)?\s*casts?\s+significant"
)
_DOUBT = re.compile(
    r"\b(?:casts?|casting|raises?|raising)\s+(?:significant|substantial|serious)\s+doubt"
)
_ASSERTS = re.compile(
    r"\b(?:indicat(?:e|es|ed|ing)|constitut(?:e|es|ed|ing)|represent(?:s|ed|ing)?"
    r"|g(?:ive|ives|ave|iving) rise to|creat(?:e|es|ed|ing)|result(?:s|ed|ing)? in|lead(?:s"
    r"|ing)? to|mean(?:s|ing)? that|there (?:is|are|exists?|remains?)"
    r"|(?:is|are) (?:therefore |nevertheless |thus )?an?|exists?|identified|presents?"
    r"|caus(?:e|es|ed|ing)|acknowledge"
    r"|recognise|conclude[ds]?|subject to|highlights?|reveals?|describ(?:e|es|ed|ing)"
    r"|disclos(?:e|es|ed)|refers? to|due to)\b"
)
_DENIES = re.compile(
    r"\b(?:no|not|nor|neither|never|none|without|any|whether|if|where|should|would|unless|cannot"
    r"|(?:free from|absence of)\s*$|assess(?:ing|es|ed)?|determin(?:e|ing) |responsib\w+"
    r"|mitigat\w+|remov\w+|eliminat\w+|resolv\w+|previous(?:ly)?|prior year|last year)\b|n't\b"
    r"|\b(?:may|might|could)\s+(?:\w+\s+)?"
    r"(?:indicate|give|create|result|constitute|lead|represent|cause)\b"
)
_OVER = re.compile(
    r"\bno longer\b|\b(?:has|have|had|was|were|is|are) (?:now |since |therefore )?(?:been )?"
    r"(?:resolved|removed|lifted|mitigated|eliminated)\b|\bdoes not exist\b|\bdo not exist\b"
)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?=there (?:is|are|remains?|exists?))"
    r"|,?\s+(?:and|but)\s+(?:that\s+)?"
    r"(?:these|this|there|such|the (?:above|events?|conditions?|matters?|circumstances))\b"
    r"|\bhowever,?|\btherefore,|(?<!\bis )(?<!\bare )\bnevertheless,?|\bconsequently,?"
    r"|\baccordingly,"
    r"|(?<!whether )(?<!if )(?<!that )"
    r"\b(?:these|this|such|those)\s+(?:\w+\s+){0,3}?(?=(?:indicate|constitute|represent|give"
    r"|create|result|mean|cast|raise|present|cause))"
)
_AFTER_EXISTS = re.compile(
    r"^\W*(?:\w+\W+){0,6}?(?:exists?|remains?|arises?|has been identified)\b"
)


def going_concern(text: Text) -> Iterator[Said]:
    """The sentences that say there is one, in order; none where all is boilerplate."""
    words = ("uncertaint", "significant doubt", "substantial doubt", "serious doubt")
    for sentence in text.sentences(*words):
        if is_asserted(sentence):
            yield Said(
                matter=Matter.GOING_CONCERN,
                sentence=without_people(sentence.text),
                fragment=sentence.fragment,
            )


def is_asserted(sentence: Sentence) -> bool:
    """True where the sentence says that there is such an uncertainty (rules 1 to 3 above)."""
    if sentence.section in {Section.ACCOUNTANTS, Section.RESPONSIBILITIES}:
        return False
    folded = sentence.folded
    return any(_stands(folded, found, sentence) for found in _UNCERTAINTY.finditer(folded)) or any(
        _casts(folded, found) for found in _DOUBT.finditer(folded)
    )


def _stands(folded: str, found: re.Match[str], sentence: Sentence) -> bool:
    before, after = _clause(folded[: found.start()]), folded[found.end() :]
    if _DENIES.search(before) or _OVER.search(after) or not _is_of_it(folded, found, sentence):
        return False
    if _ASSERTS.search(before) or _AFTER_EXISTS.match(after):
        return True
    return "material uncertainty" in sentence.heading and "draw attention" in before


def _is_of_it(folded: str, found: re.Match[str], sentence: Sentence) -> bool:
    """True where it is about going concern: a material one may say so in its heading alone."""
    if "going concern" in folded or "doubt" in folded:
        return True
    return found.group().startswith("material") and "going concern" in sentence.heading


def _casts(folded: str, found: re.Match[str]) -> bool:
    """True where something is said to cast doubt now, with no `may` and no denial before it."""
    before = _clause(folded[: found.start()])
    if re.search(r"\b(?:may|might|could|can)\s*$", before) or "uncertaint" in before:
        return False
    return not _DENIES.search(before)


def _clause(before: str) -> str:
    """What stands before, from the start of its own clause on."""
    cuts = [0, *(found.start() for found in _CLAUSE.finditer(before))]
    return before[cuts[-1] :]
