"""Adjustments of earlier years: the comparative figures are then not those first filed."""

import re
from collections.abc import Iterator

from crawlers.accounts.said import Said
from crawlers.accounts.wording.money import amount_gbp
from crawlers.accounts.wording.parties import without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter

_ADJUSTS = re.compile(
    r"\bprior[- ](?:period|year)(?:'s)?\s+(?:adjustments?|errors?|restatements?|misstatements?)\b"
    r"|\b(?:comparatives?|comparative figures|prior (?:year|period) figures|opening reserves)\b"
    r"[^.]{0,60}\b(?:been|were|are|was) restated\b"
    r"|\b(?:been|were|was) restated\b[^.]{0,120}\b(?:error|correct|prior (?:year|period))"
)
_DENIES = re.compile(
    r"\b(?:no|not|nor|without|any|if|where|when|whether)\b[^.]{0,60}\b(?:adjust|error|restate)"
)
_FIGURE = re.compile(r"\d[\d,]{2,}")
_IS_RESTATED = re.compile(r"\b(?:are|were|is|was|has been|have been) restated\b")
_SENTENCE = 8
"""Words: a shorter line is a heading or a row."""


def adjustments(text: Text) -> Iterator[Said]:
    """The sentences that state one; where there is none, the first row that shows its amount."""
    rows: list[Said] = []
    is_stated = False
    words = ("prior year", "prior period", "prior-year", "prior-period", "restated")
    for sentence in text.sentences(*words):
        if sentence.section is Section.AUDIT or not _ADJUSTS.search(sentence.folded):
            continue
        if _DENIES.search(sentence.folded):
            continue
        said = Said(
            matter=Matter.PRIOR_PERIOD_ADJUSTMENT,
            sentence=without_people(sentence.text),
            fragment=sentence.fragment,
            amount_gbp=amount_gbp(sentence.text),
        )
        is_long = len(sentence.text.split()) > _SENTENCE
        if sentence.text[-1] == "." and (is_long or _IS_RESTATED.search(sentence.folded)):
            is_stated = True
            yield said
        elif _FIGURE.search(sentence.text):
            rows.append(said)
    if not is_stated:
        yield from rows[:1]
