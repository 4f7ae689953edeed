"""`/company/{number}/charges`, and one charge, in the shapes of real answers.

The specification calls several of them lists; they are objects.
"""

from collections.abc import Mapping
from datetime import date

from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.standing import filed
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    given,
    link,
    public_id,
    tagged,
)
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.troubles import Charge
from crawlers.rehearsal.world.world import World

CODED_FROM = date(2013, 4, 6)
"""Charges created since bear a code (Companies Act 2006 s.859I); before, what they secure is
described instead."""
ALL_MONIES = "All monies due or to become due from the company to the chargee"
PARTNERSHIP = "-limited-liability-partnership"


def charges(world: World, company: Body, today: date, part: Part) -> JsonBody | None:
    """One page of a company's charges, newest first; None where there never was one.

    `total_count` counts what is asked for, `unfiltered_count` all.
    """
    every = registered(world, company, today)
    if not every:
        return None
    satisfied = [one for one in every if satisfied_on(one, today) is not None]
    is_filtered = "outstanding" in part.only
    found = [one for one in every if one not in satisfied] if is_filtered else every
    links = _filings(world, company, today)
    return {
        "items": [charge(world, company, one, today, links) for one in part.of(found)],
        "part_satisfied_count": 0,
        "satisfied_count": len(satisfied),
        "total_count": len(found),
        "unfiltered_count": len(every),
    }


def one_charge(world: World, company: Body, today: date, steps: tuple[str, ...]) -> JsonBody | None:
    """The charge with an id."""
    for one in registered(world, company, today):
        if steps == (charge_id(world, one),):
            return charge(world, company, one, today, _filings(world, company, today))
    return None


def registered(world: World, company: Body, today: date) -> list[Charge]:
    """The charges registered by a day, newest first."""
    known = [one for one in world.charges_of.get(company.key, ()) if one.delivered_on <= today]
    return known[::-1]


def satisfied_on(one: Charge, today: date) -> date | None:
    """The day on which a charge was satisfied, once that is filed."""
    is_filed = one.satisfaction_filed_on is not None and one.satisfaction_filed_on <= today
    return one.satisfied_on if is_filed else None


def charge_code(one: Charge) -> str:
    """Twelve characters: the company's number and the charge's, in four digits."""
    return f"{one.company}{one.number:04}"


def charge_id(world: World, one: Charge) -> str:
    """The publisher's id of a charge."""
    return public_id(world.seed, "charge", one.company, one.number)


def charge(
    world: World,
    company: Body,
    one: Charge,
    today: date,
    filings: Mapping[tuple[str, bool], str],
) -> JsonBody:
    """One entry of the list, with its etag."""
    heading, _, covered = one.description.partition("\n")
    is_coded = one.created_on >= CODED_FROM
    secured = {"type": "amount-secured", "description": ALL_MONIES}
    said = given(
        charge_code=charge_code(one) if is_coded else None,
        charge_number=one.number,
        classification={"type": "charge-description", "description": heading},
        created_on=day(one.created_on),
        delivered_on=day(one.delivered_on),
        links={"self": link(company, "charges", charge_id(world, one))},
        particulars=_particulars(one, covered.strip(), is_coded=is_coded),
        persons_entitled=[{"name": one.lender}],
        satisfied_on=day(satisfied_on(one, today)),
        secured_details=None if is_coded else secured,
        status="outstanding" if satisfied_on(one, today) is None else "fully-satisfied",
        transactions=_transactions(company, one, today, filings),
    )
    return tagged(said)


def _particulars(one: Charge, covered: str, *, is_coded: bool) -> JsonBody:
    kind = "brief-description" if is_coded else "short-particulars"
    flags = given(
        contains_fixed_charge=True,
        contains_floating_charge=True if one.is_all_assets else None,
        contains_negative_pledge=True,
        floating_charge_covers_all=True if one.is_all_assets else None,
    )
    return {"type": kind, "description": covered or "None."} | (flags if is_coded else {})


def _transactions(
    company: Body, one: Charge, today: date, filings: Mapping[tuple[str, bool], str]
) -> list[JsonBody]:
    """What was filed of the charge: its creation, then its satisfaction."""
    vehicle = PARTNERSHIP if company.form is Form.LLP else ""
    created = _transaction(
        company,
        f"create-charge-with-deed{vehicle}",
        one.delivered_on,
        filings.get((charge_code(one), False)),
    )
    if satisfied_on(one, today) is None:
        return [created]
    satisfied = _transaction(
        company,
        f"charge-satisfaction{vehicle}",
        one.satisfaction_filed_on,
        filings.get((charge_code(one), True)),
    )
    return [created, satisfied]


def _transaction(company: Body, kind: str, on: date | None, filing: str | None) -> JsonBody:
    return given(
        delivered_on=day(on),
        filing_type=kind,
        links={"filing": link(company, "filing-history", filing)} if filing else None,
    )


def _filings(world: World, company: Body, today: date) -> dict[tuple[str, bool], str]:
    """The transaction that filed each charge's creation, and its satisfaction, by its code."""
    return {
        (one.values["charge_number"], "satisfy" in one.description): one.key
        for one in filed(world, company, today)
        if one.category == "mortgage" and "charge_number" in one.values
    }
