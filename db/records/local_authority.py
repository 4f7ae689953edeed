"""Councils with children's services duties: codes, names, regions and neighbours by date.

No publisher joins these, so the project keeps them as three tables that people edit
(`crawlers/reference/*.csv`). They are read, cited and dated like everything else.
"""

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
