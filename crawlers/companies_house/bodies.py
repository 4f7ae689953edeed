"""Whose name may be shown: a body's, and never that of a person or of whoever may be one.

A cited place is printed for evidence. That a bank holds a charge, or a company a majority, is what
the evidence says; who the people are is nobody's business here.
"""

import re
from collections.abc import Mapping
from typing import cast

from db.company_numbers import says_nothing

BODIES = ("corporate-entity-", "legal-person-")
"""How the kinds of holder begin that are no natural persons."""
LEGAL_FORMS = (
    "limited",
    "ltd",
    "plc",
    "public limited company",
    "llp",
    "limited liability partnership",
    "limited partnership",
    "inc",
    "incorporated",
    "llc",
    "corporation",
    "gmbh",
    "sarl",
    "building society",
    "credit union",
)
"""How the name of a lender ends that is clearly a body, with no dots in it. Short foreign forms
(SA, AS, AG) are left out: they are surnames and initials too. So is "bank", a surname."""
_ENDS_AS_A_BODY = re.compile(rf".*\S,? (?:{'|'.join(LEGAL_FORMS)})(?: \(?the\)?)?")
_BEGINS_AS_A_BANK = re.compile(r"(?:the )?bank of \S.*")
_MAY_NAME_PEOPLE = re.compile(
    r"[&;/,]|\b(?:and|as|at|by|for|per|via|trustees?)\b|(?<!bank )\bof\b"
    r"|^(?:mr|mrs|ms|miss|dr|sir|lord|lady)\b"
)
"""Words and marks by which one line may name a person beside a body, or a trust of a person's."""


def names_a_body(pointer: str, member: str, said: Mapping[str, object]) -> bool:
    """True when a member of the object at `pointer` is the name of a body, not of a person.

    A holder and an officer are what their kind, role or registration number says that they are.
    Whose kind is not known counts as a person.
    """
    if member != "name":
        return False
    listed_in = pointer.split("/")[-2:-1]
    if listed_in == ["previous_company_names"]:
        return True
    if listed_in == ["persons_entitled"]:
        return is_clearly_a_body(str(said["name"]))
    kind, role = said.get("kind"), said.get("officer_role")
    if kind is not None:
        return str(kind).startswith(BODIES)
    return str(role).startswith("corporate-") or (role is not None and _has_a_number(said))


def is_clearly_a_body(name: str) -> bool:
    """True for a name that only a body can have: by its legal form at the end, or as a bank of.

    A charge does not say whether a person entitled to it is one. A name that might hold a
    person's, alone or beside a body's, is none: better a bank unnamed than a person named.
    """
    plain = re.sub(r"\s+", " ", name.replace(".", "")).strip().casefold()
    form = _ENDS_AS_A_BODY.fullmatch(plain)
    if _MAY_NAME_PEOPLE.search(re.sub(r", (?=\S+$)", " ", plain)):
        return False
    return form is not None or _BEGINS_AS_A_BANK.fullmatch(plain) is not None


def _has_a_number(said: Mapping[str, object]) -> bool:
    identified = said.get("identification")
    if not isinstance(identified, dict):
        return False
    number = cast("dict[str, object]", identified).get("registration_number")
    return isinstance(number, str) and not says_nothing(number)
