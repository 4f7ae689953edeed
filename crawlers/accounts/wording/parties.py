"""Names in a sentence: organisations are read, and private people are not kept."""

import re

from crawlers.accounts.wording.ordinary_words import NO_NAMES, OPENERS

_SUFFIX = (
    r"(?:Limited|LIMITED|Ltd|LTD|plc|PLC|Plc|P\.L\.C|LLP|L\.L\.P|LP|L\.P|Inc|INC|LLC|L\.L\.C|GmbH"
    r"|AG|SARL|Sarl|S\.?\s?à\s?r\.?\s?l|S\.A\.R\.L|S\.A|SA|SAS|SE|B\.V|BV|N\.V|NV|AB|A/S|ApS|Oy|ASA"
    r"|S\.p\.A|SpA|S\.L|Pty|Pte|Corp|Corporation|CORPORATION|CIC|C\.I\.C|CIO|SCSp|SCA|Scrl|Unlimited"
    r"|Company)"
)
_SOFT = (
    r"(?:Holdings|Group|Trust|Foundation|Council|Fund|Funds|Partners|Partnership|Capital|Equity"
    r"|Investments|Trustees|Society|University|Association|Charity|Church|Authority|Ventures)"
)
_WORD = r"(?:[A-Z0-9][\w'’&./+-]*|\([A-Z0-9][\w '’&.-]*\)|&)"
_LINK = r"(?:of|the|and|de|for|in|on|upon|du|der)"
_HARD_NAME = re.compile(
    rf"(?<![\w.])(?:{_WORD}(?:,?\s+{_LINK})?,?\s+){{1,9}}?{_SUFFIX}(?![\w&'’])\.?"
    rf"(?:\s+{_SUFFIX}\b\.?)*(?:\s*\([A-Z][\w ]*\))?"
)
_SOFT_NAME = re.compile(rf"(?<![\w.])(?:{_WORD}\s+(?:{_LINK}\s+)?){{1,6}}{_SOFT}(?![\w'’])")
_OWN = re.compile(
    r"(?i)^(?:(?:the|this|our|parent|ultimate|immediate|holding|private|public|limited|trading"
    r"|subsidiary|group|uk|united|kingdom|charitable|dormant)\s*)*(?:company|limited|group|trust"
    r"|charity|unlimited|holdings|fund|funds|partnership|association|investments)$"
)


def organisations(sentence: str) -> tuple[tuple[int, str], ...]:
    """(where it begins, name) of each organisation, in order.

    One has a legal form (`Limited`, `LLP`, `S.à r.l.`), or ends in a word that only organisations
    bear (`Trust`, `Partners`). What is said in general (`the parent company`) is none.
    """
    found: list[tuple[int, int, str]] = []
    for pattern in (_HARD_NAME, _SOFT_NAME):
        for match in pattern.finditer(sentence):
            start, name = _trimmed(match.start(), match.group())
            end = start + len(name)
            apart = all(end <= begun or start >= ended for begun, ended, _ in found)
            if apart and name and not _OWN.match(name):
                found.append((start, end, _without_stop(name)))
    return tuple((start, name) for start, _, name in sorted(found))


def is_organisation(name: str) -> bool:
    """True for a whole text that is the name of an organisation, and not of a person."""
    name = name.strip()
    if _TITLE.search(name):
        return False
    named = organisations(name)
    return bool(named) or bool(re.search(r"&| and Co\b|\b(?:" + _SOFT + r")\b|\bLLP\b", name))


def jurisdiction(sentence: str) -> str | None:
    """Where a company is said to be registered: `England and Wales`, `Jersey`; None if unsaid."""
    found = _JURISDICTION.search(sentence)
    return None if found is None else found["place"].replace("&", "and").strip()


_JURISDICTION = re.compile(
    r"\b(?:incorporated|registered|resident|established|domiciled|formed|organised)"
    r"(?:\s+(?:and|or)\s+\w+)?"
    r"\s+(?:in|under the laws of)\s+(?:the\s+)?(?:State of\s+)?"
    r"(?P<place>[A-Z][\w']+(?:\s*(?:and|&|of)\s+(?:the\s+)?[A-Z][\w']+|,?\s+[A-Z][\w']+)*)"
)
_NAME_WORD = r"[A-Z][a-z]+(?:[-'’][A-Z][a-z]+)*"
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Dame|Prof|Professor|Rev|Reverend|Baroness)\b\.?"
    rf"(?:\s+(?:and|&)\s+(?:Mrs|Ms|Mr|Dr)\.?)?(?:\s+(?:[A-Z]\b\.?|{_NAME_WORD}))+"
)
_INITIALS = re.compile(rf"(?<![\w.&])(?:[A-Z]\.?\s?){{1,3}}(?<=[ .]){_NAME_WORD}\b")
_CAPITALS = re.compile(rf"(?<![\w.&'’/-])(?:{_NAME_WORD}\s+(?:[A-Z]\.?\s+)?){{1,3}}{_NAME_WORD}\b")
_OF_PEOPLE = re.compile(
    r"\b(?:directors?|shareholders?|trustees?|wife|husband|spouse|brothers?|sisters?|father|mother"
    r"|sons?|daughters?|family|chairman|chairwoman|secretary|partners?|members?|individuals?"
    r"|control\w*|owned|owner|beneficial|key management|auditor)\b",
    re.IGNORECASE,
)
PERSON = "an individual"
WITHHELD = "[name withheld]"


def without_people(sentence: str) -> str:
    """The sentence with private people's names taken out, and organisations' left in.

    A title or initials before a surname is a person (`an individual`). Where the sentence speaks
    of owners, directors or relatives, any other run of capitalised words that is part of no
    organisation, place, law or statement might be one, and is withheld.
    """
    kept: list[str] = []

    def keep(name: str) -> str:
        kept.append(name)
        return f"\0{len(kept) - 1}\0"

    for _, name in sorted(organisations(sentence), key=lambda pair: -len(pair[1])):
        if not _TITLE.search(name):
            sentence = sentence.replace(name, keep(name))
    sentence = _TITLE.sub(PERSON, sentence)
    sentence = _INITIALS.sub(lambda found: _initialled(found.group()), sentence)
    if _OF_PEOPLE.search(sentence):
        sentence = _CAPITALS.sub(lambda found: _known(found.group()), sentence)
    sentence = re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], sentence)
    return sentence[:1].upper() + sentence[1:]


def _initialled(name: str) -> str:
    return (
        name
        if name.split(maxsplit=1)[0] in {"A", "I"}
        and len(name.split()) > 1
        and "." not in name
        and (name.split()[1] in NO_NAMES)
        else PERSON
    )


def _known(run: str) -> str:
    """The run itself where one of its words is no name; else a note that it was withheld."""
    return run if any(word in NO_NAMES for word in re.split(r"[\s-]+", run)) else WITHHELD


def _without_stop(name: str) -> str:
    """A name without the stop that ends its sentence; one that belongs to it (`r.l.`) stays."""
    name = name.rstrip(",;")
    last = name.split()[-1]
    return name[:-1] if last.endswith(".") and "." not in last[:-1] else name


def _trimmed(start: int, name: str) -> tuple[int, str]:
    """A name without the words before it that open a sentence."""
    while True:
        first, _, rest = name.partition(" ")
        if first.lower().strip(",.()'") not in OPENERS or not rest:
            return start, name
        gap = len(name) - len(rest)
        start, name = start + gap, rest
