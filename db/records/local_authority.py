"""Councils with children's services duties: codes, names, regions, neighbours, and what they own.

No publisher joins these, so the project keeps them as tables that people edit
(`crawlers/reference/*.csv`). They are read, cited and dated like everything else.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from db.records.record import Interval, said

OnsCode = Annotated[str, StringConstraints(pattern=r"^[EW]\d{8}$")]
"""Nine-character area code of the Office for National Statistics, England or Wales."""


class LocalAuthority(Interval):
    """One council under one ONS code. A new code is a new row."""

    identity = ("ons_code", "valid_from")

    ons_code: OnsCode = said("ONS area code.")
    dfe_code: str | None = said("Department for Education code, three digits.")
    name: str = said("The council's short name as ONS writes it.")
    region: str = said("Government office region, as Ofsted spells it.")
    region_code: OnsCode = said("ONS code of the region.")
    regional_care_cooperative: str | None = said(
        "The regional care co-operative the council belongs to, where a membership is published."
    )
    successor_codes: str | None = said("ONS codes that took over, separated by spaces.")
    basis: str = said("The document the row rests on.")


class LocalAuthoritySpelling(Interval):
    """One way in which one publisher writes one council's name."""

    identity = ("spelling", "publisher", "ons_code", "valid_from")

    spelling: str = said("The publisher's text, verbatim.")
    publisher: str = said("Who writes it so.")
    ons_code: OnsCode = said("The council meant.")


class LocalAuthorityBorder(Interval):
    """Two councils that share a land border; the lower code stands first."""

    identity = ("ons_code", "neighbour_code", "valid_from")

    ons_code: OnsCode = said("The council with the lower code.")
    neighbour_code: OnsCode = said("The council with the higher code.")


class CouncilOwnedKind(StrEnum):
    """What kind of body one or more councils own outright."""

    TRUST = "children's trust"
    """A company that runs one council's services for children, and that the council owns."""
    COMPANY = "wholly owned company"
    """Any other company of one council's, such as its trading or housing company."""
    JOINT = "jointly owned by councils"
    """Two or more councils own it between them, and nobody else has a part."""


class CouncilOwnedBody(Interval):
    """One registered owner that councils own outright, under one set of owners.

    A joint venture of a council and anybody else is no such body. The interval is that of the
    ownership: a body whose services a council took back stays one while it lasts.
    """

    identity = ("owner_name", "valid_from")

    owner_name: str = said("The owner as Ofsted writes it; other spellings fold to the same key.")
    owning_councils: str = said("ONS codes of the councils that own it, separated by spaces.")
    kind: CouncilOwnedKind = said("What kind of body it is.")
    basis: str = said(
        "The document that the ownership and its first day rest on, and how exact the day is."
    )
    address: str | None = said("Where the document was read; None where it has no address.")
