"""`/company/{number}` and `/company/{number}/registered-office-address`."""

from datetime import date
from itertools import pairwise

from crawlers.rehearsal.forms.companies_house import periods, standing
from crawlers.rehearsal.forms.companies_house.controls import entered
from crawlers.rehearsal.forms.companies_house.exemptions import exemptions
from crawlers.rehearsal.forms.companies_house.statements import made
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    given,
    link,
    office,
    service_address,
    tagged,
)
from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.rehearsal.world.world import World

JURISDICTIONS = frozenset({"england-wales", "wales", "scotland", "northern-ireland", "england"})
LIQUIDATIONS = frozenset(
    {
        "compulsory-liquidation",
        "creditors-voluntary-liquidation",
        "members-voluntary-liquidation",
    }
)


def profile(world: World, company: Body, today: date) -> JsonBody:
    """What the register says of a company in short, deprecated members included."""
    status = standing.status(world, company, today)
    cases = standing.cases(world, company, today)
    links = _links(world, company, today)
    said = given(
        accounts=periods.accounts(world, company, today),
        can_file=company.form in periods.FILING and status != "dissolved",
        company_name=company.name_on(today).upper(),
        company_number=company.key,
        company_status=status,
        company_status_detail=standing.status_detail(world, company, today),
        confirmation_statement=periods.confirmation_statement(world, company, today),
        date_of_cessation=None if company.is_alive(today) else day(company.ended_on),
        date_of_creation=day(company.begun_on),
        external_registration_number=_external_number(company),
        foreign_company_details=_foreign_details(company),
        has_been_liquidated=any(case.kind in LIQUIDATIONS for case in cases),
        has_charges="charges" in links,
        has_insolvency_history="insolvency" in links,
        has_super_secure_pscs=False,
        is_community_interest_company=True if company.form is Form.COMMUNITY else None,
        jurisdiction=_jurisdiction(company),
        last_full_members_list_date=day(
            periods.last_stated(world, company, today, "annual-return")
        ),
        links=links,
        partial_data_available=_partial_data(company),
        previous_company_names=_previous_names(company, today) or None,
        registered_office_address=office(company.office_on(today)),
        registered_office_is_in_dispute=False,
        sic_codes=list(company.sic_codes) or None,
        status=status,
        subtype=standing.subtype(company),
        type=standing.company_type(world, company),
        undeliverable_registered_office_address=False,
    )
    return tagged(said)


def registered_office(_world: World, company: Body, today: date) -> JsonBody:
    """The registered office alone, with the number apart from the street."""
    return tagged(
        service_address(company.office_on(today))
        | {
            "accept_appropriate_office_address_statement": True,
            "kind": "registered-office-address",
            "links": {"self": link(company, "registered-office-address")},
        }
    )


def _links(world: World, company: Body, today: date) -> JsonBody:
    """The company's resources, each only where it exists."""
    exists = {
        "filing_history": bool(standing.filed(world, company, today)),
        "officers": any(
            one.filed_on <= today for one in world.appointments_in.get(company.key, ())
        ),
        "persons_with_significant_control": bool(entered(world, company, today)),
        "persons_with_significant_control_statements": bool(made(world, company, today)),
        "charges": any(one.delivered_on <= today for one in world.charges_of.get(company.key, ())),
        "insolvency": bool(standing.cases(world, company, today)),
        "exemptions": exemptions(world, company, today) is not None,
    }
    found: JsonBody = {"self": link(company)}
    return found | {
        name: link(company, name.replace("_", "-")) for name, is_there in exists.items() if is_there
    }


def _previous_names(company: Body, today: date) -> list[JsonBody]:
    """Earlier names with their days, newest first."""
    borne = [one for one in company.names if one.since <= today]
    return [
        {
            "ceased_on": day(after.since),
            "effective_from": day(max(before.since, company.begun_on)),
            "name": before.name.upper(),
        }
        for before, after in reversed(list(pairwise(borne)))
    ]


def _jurisdiction(company: Body) -> str:
    return company.jurisdiction if company.jurisdiction in JURISDICTIONS else "united-kingdom"


def _external_number(company: Body) -> str | None:
    return company.charity_number if company.form is Form.CIO else None


def _partial_data(company: Body) -> str | None:
    """Whom to ask where the register is another's."""
    return "full-data-available-from-the-company" if company.form is Form.CIO else None


def _foreign_details(company: Body) -> JsonBody | None:
    if company.form is not Form.OVERSEAS_ENTITY:
        return None
    country = company.office_on(company.begun_on).country
    return given(
        governed_by=f"{country} Law",
        legal_form="Limited Company",
        originating_registry={"country": country.upper(), "name": f"{country} Registry"},
        registration_number=company.foreign_number,
    )
