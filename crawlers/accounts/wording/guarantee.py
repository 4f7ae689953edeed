"""Guarantees of a parent under section 479C, which free a subsidiary from audit (s.479A)."""

import re
from collections.abc import Iterator

from crawlers.accounts.said import Said
from crawlers.accounts.wording.parties import organisations, without_people
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter

_SECTION = re.compile(r"\b(?:s|ss|sections?|sec)?\.?\s?479\s?[ac]\b")
_DENIES = re.compile(r"\b(?:not|no|never)\b[^.]{0,40}\b(?:guarantee|exempt|entitled|taken)")


def guarantees(text: Text, *, own: frozenset[str]) -> Iterator[Said]:
    """Each sentence that gives, takes or rests on such a guarantee, of the parent or of the child.

    `name` is the one organisation that the sentence names besides the company itself.
    """
    for sentence in text.sentences("479a", "479c", "479 a", "479 c"):
        if sentence.section is Section.AUDIT or not _SECTION.search(sentence.folded):
            continue
        if _DENIES.search(sentence.folded):
            continue
        named = [name for _, name in organisations(sentence.text) if name.lower() not in own]
        yield Said(
            matter=Matter.GUARANTEE,
            sentence=without_people(sentence.text),
            fragment=sentence.fragment,
            name=named[0] if len(named) == 1 else None,
        )
