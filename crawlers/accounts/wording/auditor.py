"""Which firm audited the accounts; never the person who signed for it."""

import re
from collections.abc import Iterator

from crawlers.accounts.fact import Tagged
from crawlers.accounts.said import Said
from crawlers.accounts.wording.parties import is_organisation, organisations
from crawlers.accounts.wording.sections import Section
from crawlers.accounts.wording.text import Text
from db.records.accounts_words import Matter

NEAR = 3
"""Lines: the firm's name stands no farther below the words that announce it."""

_FOR = re.compile(r"\bfor and on behalf of[:,]?\s*(?P<firm>.*)$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?:independent |statutory |registered )*auditors?(?:\s*:\s*|\s*$)", re.IGNORECASE
)
_WAS = re.compile(r"(?<!statutory )auditors? (?:was|were|is|are)\s+(?P<firm>[A-Z].*)")
_ROLE = re.compile(
    r",?\s*\(?\b(?:(?:registered|statutory|independent)\s+auditors?|(?:chartered|certified)\s+"
    r"(?:certified\s+)?accountants?|senior statutory auditor)\b.*$",
    re.IGNORECASE,
)


def auditors(text: Text, tagged: Tagged | None) -> Iterator[Said]:
    """The firm that audited the accounts, once; nothing where there was no audit.

    From its tag; else from the signature (`for and on behalf of …`) of the auditor's report or of
    the note that stands for it; else from the list of the company's advisers. A sole practitioner
    is a private person: the firm is then left without a name.
    """
    tags = () if tagged is None else tagged.by_name.get("NameEntityAuditors", ())
    for fact in tags:
        firm = str(fact.value).strip()
        name = firm if is_organisation(firm) else None
        yield Said(
            matter=Matter.AUDITOR,
            sentence=f"Auditor: {name or 'an individual'}",
            fragment=fact.fragment,
            name=name,
        )
        return
    for found in (*_signatures(text), *_listed(text), *_stated(text)):
        yield found
        return


def _signatures(text: Text) -> Iterator[Said]:
    for index in text.holding("on behalf of"):
        found = _FOR.search(text.texts[index])
        around = " ".join(text.folded[max(index - NEAR, 0) : index + NEAR])
        is_audit = text.section(index) is Section.AUDIT or "senior statutory auditor" in around
        if found is None or not is_audit or "behalf of the board" in text.folded[index]:
            continue
        yield from _named(text, index, found["firm"], "For and on behalf of")


def _listed(text: Text) -> Iterator[Said]:
    for index in text.holding("auditor"):
        found = _LABEL.match(text.texts[index])
        if found:
            yield from _named(text, index, text.texts[index][found.end() :], "Auditor:")


def _stated(text: Text) -> Iterator[Said]:
    """From the note that stands for a report that is not filed: `The auditor was …`."""
    for index in text.holding("auditor was", "auditors were", "auditor is", "auditors are"):
        found = _WAS.search(text.texts[index])
        named = () if found is None else organisations(found["firm"])
        if named:
            yield Said(
                matter=Matter.AUDITOR,
                sentence=f"The auditor was {named[0][1]}.",
                fragment=text.lines[index].fragment,
                name=named[0][1],
            )


def _named(text: Text, index: int, rest: str, words: str) -> Iterator[Said]:
    """The firm in the rest of the line, or on one of the lines below it, after the words before it.

    Nothing else of the line is kept: the person who signed stands there too.
    """
    for candidate in (rest, *text.texts[index + 1 : index + 1 + NEAR]):
        firm = _ROLE.sub("", candidate).strip(" ,.:")
        if firm and is_organisation(firm):
            named = organisations(firm)
            name = named[0][1] if named else firm
            yield Said(
                matter=Matter.AUDITOR,
                sentence=f"{words} {name}",
                fragment=text.lines[index].fragment,
                name=name,
            )
            return
