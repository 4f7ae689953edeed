"""Settings made to measure, for the cases that are planted."""

from dataclasses import replace
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.councils import NAMED
from crawlers.rehearsal.inspections import Plan
from crawlers.rehearsal.market import Organisation, Premises, Setting


def alone(name: str, number: int) -> Organisation:
    """An owner of one setting, with the company number that goes with the setting's."""
    return Organisation(name=name, company_number=f"99900{number:03}")


def home(
    urn: str,
    owner: Organisation | None,
    council: str,
    grade: str | None = words.GOOD,
    *,
    text: str | None = None,
    places: int = 4,
) -> Plan:
    """A children's home of an owner, its name withheld; `text` where its owner is misspelled."""
    setting = Setting(
        urn=urn,
        provision_type=words.HOME,
        sector=words.PRIVATE,
        organisation=owner,
        owner_text=text or (owner and owner.name),
        council=NAMED[council],
        constituency=NAMED[council].constituencies[0],
        registered_on=date(2008, 6, 16) if urn.startswith("SC") else date(2019, 9, 2),
        fixed_places=places,
    )
    return Plan(setting=setting, final=grade)


def agency(
    urn: str,
    kind: str,
    owner: Organisation | None,
    council: str,
    name: str,
    *,
    places: int | None = None,
) -> Plan:
    """A setting of which the publisher prints the name and address."""
    plain = home(urn, owner, council).setting
    address = (f"{urn[-2:]} Larch Walk", " ", NAMED[council].town, "", "ZZ99 1ZZ")
    setting = replace(plain, provision_type=kind, fixed_places=places, name=name, address=address)
    if kind == words.BOARDING:
        setting = replace(setting, linked_education_urn=900_045)
    return Plan(setting=setting, final=words.GOOD)


def supported(urn: str, owner: Organisation | None, council: str, outcome: str | None) -> Plan:
    """A provider of supported accommodation with three premises in one council area."""
    opened = date(2023, 11, 6)
    setting = replace(
        home(urn, owner, council).setting,
        provision_type=words.SUPPORTED,
        registered_on=opened,
        fixed_places=None,
        name=owner.name if owner else "Curlewholt Supported Living",
        premises=tuple(
            Premises(
                category=category,
                places=3,
                council=NAMED[council],
                constituency=NAMED[council].constituencies[0],
                opened_on=opened,
            )
            for category in (1, 2, 3)
        ),
    )
    return Plan(setting=setting, final=outcome)
