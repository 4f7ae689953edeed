"""What an owner or a parent may be decided to be: a company, a charity, a council, and so on."""

import re
from enum import StrEnum

from db.company_numbers import normalise
from oversight.holders import by_name
from oversight.namesakes import plain

_CHARITY = re.compile(r"\d{6,7}(-\d{1,3})?|SC\d{6}|NIC\d{6}")
"""Numbers of charities: of England and Wales, subsidiary ones too, of Scotland, of the North."""


class Kind(StrEnum):
    """What a subject is. All but the last two are one body, whoever is decided to be it."""

    COMPANY = "company"
    UNDERTAKING = "undertaking"
    """A body that is on no register here, by its name and where it is registered."""
    CHARITY = "charity"
    COUNCIL = "council"
    HEALTH = "health"
    PERSON = "person"
    """An individual, who is named nowhere but in the owner's own text."""
    NONE = "none"
    """Nobody that any register at hand names."""


NAMELESS = frozenset({Kind.PERSON, Kind.NONE})
"""Kinds that say what an owner is and not who: two owners that are persons are two owners."""
MAY_BE_ONE_BODY = frozenset({Kind.COMPANY, Kind.CHARITY})
"""A charity that is a company stands on both registers, under a number on each."""


NUMBERED_OR_NAMED = frozenset({Kind.COMPANY, Kind.UNDERTAKING})
"""Kinds of bodies of which one may stand above another as its parent undertaking."""
PARENT = "parent of "
"""How the text begins that stands for whoever is above a body."""


class NoSubjectError(ValueError):
    """A text names nothing that an owner may be decided to be."""


def read_subject(text: str) -> str:
    """The subject that a text means: a kind and, but for a person and none, who; `company:` first.

    A number alone is a company's. Digits that a spreadsheet shortened are padded. Raises
    NoSubjectError, saying how to write one, for anything else.

    >>> read_subject("1234567"), read_subject("Company: SC123456"), read_subject("None")
    ('company:01234567', 'company:SC123456', 'none')
    """
    kind, colon, name = (part.strip() for part in text.partition(":"))
    kind = kind.casefold()
    if not colon:
        if kind in NAMELESS:
            return kind
        kind, name = Kind.COMPANY, text
    if kind == Kind.COMPANY and (number := normalise(name)) is not None:
        return f"{kind}:{number}"
    if kind == Kind.CHARITY and _CHARITY.fullmatch(name.upper()):
        return f"{kind}:{name.upper()}"
    if kind in {Kind.COUNCIL, Kind.HEALTH} and name:
        return f"{kind}:{name}"
    called, slash, place = (part.strip() for part in name.rpartition("/"))
    if kind == Kind.UNDERTAKING and slash and plain(called):
        return by_name(called, place)
    raise NoSubjectError(
        f"{text!r} names no subject; write company:01234567, charity:1234567, council:E10000016,"
        " health:NAME, person or none, and of a parent abroad undertaking:NAME/COUNTRY"
    )


def kind_of(subject: str) -> Kind:
    """The kind of a subject as `read_subject` gives it."""
    return Kind(subject.partition(":")[0])


def stands_for(text: str) -> str | None:
    """The subject that stands where an owner's text would, kind and all; None for an owner's text.

    So a person can decide that two companies are one organisation, or that they are not. And
    `parent of` with a company or an undertaking stands for the parent undertaking of that body.

    >>> stands_for("Parent of undertaking:Rowan Topco Limited/Jersey")
    'parent of undertaking:rowan topco ltd/jersey'
    """
    if text.casefold().startswith(PARENT):
        body = _subject_or_none(text[len(PARENT) :])
        return PARENT + body if body and kind_of(body) in NUMBERED_OR_NAMED else None
    kind = text.partition(":")[0]
    if kind not in {*Kind} - NAMELESS or ":" not in text:
        return None
    return _subject_or_none(text)


def _subject_or_none(text: str) -> str | None:
    try:
        return read_subject(text)
    except NoSubjectError:
        return None
