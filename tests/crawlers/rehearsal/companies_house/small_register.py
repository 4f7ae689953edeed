"""A register of a dozen companies, made by hand: what is so, and the publishers that write it.

TODAY is a Wednesday. Whatever is marked LATER happens after it and may be in no answer.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from crawlers.rehearsal.forms.companies_house.api import CompaniesHouseApi
from crawlers.rehearsal.publishing import Answer, Asked, Setup
from crawlers.rehearsal.world.bodies import (
    Address,
    Body,
    Form,
    Named,
    Nature,
    Office,
    Person,
    YearEnd,
)
from crawlers.rehearsal.world.books import Accounts, Medium, Scope, Vendor
from crawlers.rehearsal.world.control import (
    Appointment,
    Capacity,
    Exemption,
    Identification,
    Stake,
    Statement,
)
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.troubles import Charge, InsolvencyCase, Step
from crawlers.rehearsal.world.world import World

TODAY = date(2026, 11, 4)
LATER = date(2026, 11, 5)
ADDRESSES = {
    "companies_house_api": "http://127.0.0.1:8101",
    "companies_house_document_api": "http://127.0.0.1:8102",
    "companies_house_documents_store": "http://127.0.0.1:8103",
    "companies_house_bulk": "http://127.0.0.1:8104",
}


def address(premises: str, country: str = "England", postcode: str | None = "M99 9XA") -> Address:
    return Address(
        premises=premises,
        street="Whinchat Row",
        town="Salford",
        postcode=postcode,
        country=country,
    )


def company(key: str, name: str, form: Form = Form.LIMITED, **said: Any) -> Body:
    """A company of one name and one office, with years to 31 March, since 1 April 2019."""
    begun_on = said.pop("begun_on", date(2019, 4, 1))
    usual: dict[str, Any] = {
        "nature": Nature.PROVIDER,
        "names": (Named(name=name, since=begun_on),),
        "offices": (Office(address=address("1"), since=begun_on),),
        "year_ends": (YearEnd(month=3, day=31, since=begun_on),),
        "sic_codes": ("87900",),
    }
    return Body(key=key, form=form, begun_on=begun_on, **usual | said)


HOMES = company(
    "99000001",
    "",
    begun_on=date(2015, 2, 10),
    names=(
        Named(name="Fernlark Care Limited", since=date(2015, 2, 10)),
        Named(name="Fernlark Homes Limited", since=date(2021, 6, 1)),
        Named(name="Fernlark Tomorrow Limited", since=LATER),
    ),
    offices=(
        Office(address=address("9"), since=date(2015, 2, 10)),
        Office(address=address("12"), since=date(2022, 3, 1)),
        Office(address=address("77"), since=LATER),
    ),
    year_ends=(
        YearEnd(month=3, day=31, since=date(2015, 2, 10)),
        YearEnd(month=8, day=31, since=date(2026, 1, 15)),
    ),
    sic_codes=("87900", "88990"),
)
HOLDINGS = company("99000002", "Fernlark Holdings Limited", nature=Nature.HOLDING)
TRADED = company("99000003", "Fernlark Public Limited Company", Form.PLC, begun_on=date(2008, 4, 1))
COMMUNITY = company("99000004", "Teasel Mere C.I.C.", Form.COMMUNITY)
DISSOLVED = company("99000005", "Fernlark Home Ltd", ended_on=date(2024, 5, 1))
FAILED = company("99000006", "Siskin Slade Limited")
PROPOSED = company("99000007", "Yarrow Rigg Limited")
NEW = company(
    "99000008",
    "Dunlin Wick Limited",
    begun_on=date(2026, 6, 15),
    year_ends=(YearEnd(month=6, day=30, since=date(2026, 6, 15)),),
)
UNBORN = company("99000009", "Unborn Shaw Limited", begun_on=LATER)
CROWDED = company("99000010", "Pochard Garth Limited")
PARTNERS = company("OC990001", "Twite Combe LLP", Form.LLP)
FUND = company("LP990001", "Fernlark Fund I LP", Form.LIMITED_PARTNERSHIP, nature=Nature.FUND)
CHARITY = company("CE990001", "Lapwing Holt", Form.CIO, charity_number="1999111")
OVERSEAS = company(
    "OE990001",
    "Quillwort Property Limited",
    Form.OVERSEAS_ENTITY,
    year_ends=(),
    foreign_number="900124",
    jurisdiction="Jersey",
    offices=(Office(address=address("4", "Jersey", None), since=date(2022, 12, 1)),),
    begun_on=date(2022, 12, 1),
)
TOP = company(
    "foreign:JE-900123",
    "Fernlark Topco Limited",
    Form.FOREIGN,
    jurisdiction="Jersey",
    foreign_number="900123",
    offices=(Office(address=address("3", "Jersey", None), since=date(2019, 4, 1)),),
)
COUNCIL = company("council:E10000999", "Fernshire County Council", Form.COUNCIL)
JO = Person(
    key="person:1",
    forename="Jo",
    surname="Larke",
    born=(1971, 5),
    nationality="British",
    country="England",
    officer_ids=("officerJo1", "officerJo2"),
)
SAM = replace(JO, key="person:2", forename="Sam", surname="Twite", officer_ids=("officerSam",))
IN_JERSEY = Identification(
    name="Fernlark Topco Limited",
    registration_number="900123",
    country_registered="Jersey",
    place_registered="Jersey Registry",
    legal_form="Limited Company",
    legal_authority="Jersey Law",
)
AS_COMPANY = Identification(
    name="Fernlark Holdings Ltd",
    registration_number="No. 99000002",
    country_registered="England & Wales",
    place_registered="Companies House",
    legal_form="Private Limited Company",
    legal_authority="Companies Act 2006",
)


def stake(key: str, holder: str, held: str, since: date, **said: Any) -> Stake:
    usual: dict[str, Any] = {"filed_on": since}
    return Stake(key=key, holder=holder, company=held, since=since, **usual | said)


STAKES = (
    stake(
        *("stakeJo", "person:1", "99000001", date(2015, 2, 10)),
        shares=1.0,
        votes=1.0,
        appoints_board=True,
        filed_on=date(2016, 7, 1),
        until=date(2021, 6, 1),
        end_filed_on=date(2021, 6, 9),
    ),
    stake(
        *("stakeHoldings", "99000002", "99000001", date(2021, 6, 1)),
        shares=0.75,
        votes=0.75,
        written=AS_COMPANY,
        filed_on=date(2021, 6, 9),
    ),
    stake(
        *("stakeBefore", "person:2", "99000001", date(2015, 2, 10)),
        shares=0.5,
        filed_on=date(2016, 7, 1),
        until=date(2016, 4, 6),
        end_filed_on=date(2016, 7, 1),
    ),
    stake(*("stakeQuarter", "person:2", "99000001", date(2021, 6, 1)), shares=0.25, votes=0.25),
    stake(*("stakeLater", "person:2", "99000001", date(2026, 10, 1)), shares=0.5, filed_on=LATER),
    stake(*("stakeSecret", "person:2", "99000001", date(2022, 1, 1)), shares=0.5, filed_on=None),
    stake(
        *("stakeTop", "foreign:JE-900123", "99000002", date(2020, 1, 1)),
        shares=0.5,
        votes=0.5,
        written=IN_JERSEY,
    ),
    stake(
        *("stakeCouncil", "council:E10000999", "99000002", date(2020, 1, 1)),
        shares=0.5,
        votes=0.5,
    ),
    stake(
        *("stakePartner", "person:1", "OC990001", date(2019, 4, 1)),
        shares=0.6,
        votes=0.4,
        appoints_board=True,
        capacity=Capacity.TRUST,
    ),
    stake(
        *("stakeOwner", "foreign:JE-900123", "OE990001", date(2022, 12, 1)),
        shares=0.9,
        votes=0.2,
        written=IN_JERSEY,
        is_nominee=True,
    ),
    stake(*("stakeFund", "person:1", "LP990001", date(2019, 4, 1)), shares=0.9),
    stake(*("stakeTrustee", "person:2", "99000004", date(2019, 4, 1)), influence=True),
)
NOBODY = "no-individual-or-entity-with-signficant-control"
STATEMENTS = (
    Statement(
        key="statementOld",
        company="99000008",
        words="psc-exists-but-not-identified",
        since=date(2026, 6, 15),
        until=date(2026, 8, 1),
    ),
    Statement(
        key="statementNobody",
        company="99000008",
        words=NOBODY,
        since=date(2026, 8, 1),
        until=LATER,
    ),
    Statement(key="statementLater", company="99000008", words=NOBODY, since=LATER),
)
EXEMPTIONS = (
    Exemption(
        company="99000003",
        words="disclosure-transparency-rules-chapter-five-applies",
        since=date(2019, 4, 1),
        until=LATER,
    ),
)


def appointment(key: str, held: str, since: date, **said: Any) -> Appointment:
    usual: dict[str, Any] = {
        "officer": "person:1",
        "officer_id": "officerJo1",
        "role": "director",
        "filed_on": since,
    }
    return Appointment(key=key, company=held, since=since, **usual | said)


APPOINTMENTS = (
    appointment("appointJo", "99000001", date(2015, 2, 10)),
    appointment(
        *("appointSam", "99000001", date(2016, 1, 5)),
        officer="person:2",
        officer_id="officerSam",
        until=date(2020, 2, 2),
        end_filed_on=date(2020, 2, 10),
    ),
    appointment(
        *("appointSecretary", "99000001", date(2018, 1, 5)),
        officer="99000002",
        officer_id="officerHoldings",
        role="corporate-secretary",
        until=date(2026, 11, 1),
        end_filed_on=LATER,
    ),
    appointment(*("appointLater", "99000001", date(2026, 11, 1)), filed_on=LATER),
    appointment("appointFailed", "99000006", date(2019, 4, 1), officer_id="officerJo2"),
    appointment("appointDissolved", "99000005", date(2019, 4, 1)),
    appointment("appointPartner", "OC990001", date(2019, 4, 1), role="llp-designated-member"),
    appointment(
        *("appointForeign", "OE990001", date(2022, 12, 1)),
        officer="foreign:JE-900123",
        officer_id="officerTop",
        role="corporate-managing-officer",
    ),
    *(
        appointment(f"crowd{number:02}", "99000010", date(2020, 1, 1 + number % 28))
        for number in range(40)
    ),
)


def filing(key: str, held: str, filed_on: date, description: str, **said: Any) -> Filing:
    usual: dict[str, Any] = {"form": "CS01", "category": "confirmation-statement"}
    return Filing(key=key, company=held, filed_on=filed_on, description=description, **usual | said)


def accounts(key: str, held: str, end: date, filed_on: date, **said: Any) -> Accounts:
    usual: dict[str, Any] = {
        "reporting": held,
        "scopes": (Scope.COMPANY,),
        "start": date(end.year - 1, end.month + 1, 1),
        "due_on": date(end.year, 12, 31),
        "kind": "total-exemption-full",
        "medium": Medium.TAGGED,
        "vendor": Vendor.IRIS,
    }
    return Accounts(
        key=key,
        document_id=f"document-{key}",
        company=held,
        end=end,
        filed_on=filed_on,
        **usual | said,
    )


ACCOUNTS = (
    accounts("aa2024", "99000001", date(2024, 3, 31), date(2024, 12, 20)),
    accounts("aa2025", "99000001", date(2025, 3, 31), date(2025, 12, 30), kind="small"),
    accounts("aaLater", "99000001", date(2025, 8, 31), LATER, kind="group"),
    accounts(
        *("aaScan", "99000002", date(2026, 3, 31), date(2026, 11, 2)),
        kind="group",
        medium=Medium.SCANNED,
        vendor=None,
        scopes=(Scope.GROUP, Scope.COMPANY),
    ),
    accounts("aaSaturday", "99000003", date(2026, 3, 31), date(2026, 10, 31)),
    accounts("aaMonday", "99000004", date(2026, 3, 31), date(2026, 11, 2), kind="micro-entity"),
    accounts("aaAmended", "99000004", date(2026, 3, 31), date(2026, 11, 2), is_amended=True),
    accounts("aaTuesday", "OC990001", date(2026, 3, 31), date(2026, 11, 3)),
)
FILINGS = (
    *(
        filing(
            *(one.key, one.company, one.filed_on, f"accounts-with-accounts-type-{one.kind}"),
            form="AA",
            category="accounts",
            values={"made_up_date": one.end.isoformat()},
            action_on=one.end,
            pages=9,
            document_id=one.document_id,
        )
        for one in ACCOUNTS
    ),
    filing(
        *("inc", "99000001", date(2015, 2, 10), "incorporation-company"),
        form="NEWINC",
        category="incorporation",
        pages=28,
        paper=True,
        document_id="document-inc",
    ),
    filing(
        *("cs2026", "99000001", date(2026, 2, 12), "confirmation-statement-with-no-updates"),
        values={"made_up_date": "2026-02-09"},
        document_id="document-cs2026",
    ),
    filing(
        *("csLater", "99000001", LATER, "confirmation-statement-with-no-updates"),
        values={"made_up_date": "2026-11-05"},
    ),
    filing(
        *("aa01", "99000001", date(2026, 1, 15)),
        "change-account-reference-date-company-current-extended",
        form="AA01",
        category="accounts",
        values={"made_up_date": "2026-03-31", "new_date": "2026-08-31"},
    ),
    filing(
        *("mr01", "99000001", date(2016, 5, 9)),
        "mortgage-create-with-deed-with-charge-number-charge-creation-date",
        form="MR01",
        category="mortgage",
        values={"charge_number": "990000010001", "charge_creation_date": "2016-05-04"},
    ),
    filing(
        *("mr04", "99000001", date(2020, 7, 9), "mortgage-satisfy-charge-full"),
        form="MR04",
        category="mortgage",
        values={"charge_number": "990000010001"},
    ),
    filing(
        *("psc04", "99000001", date(2021, 3, 4), "change-to-a-person-with-significant-control"),
        form="PSC04",
        category="persons-with-significant-control",
        subcategory="change",
        values={"psc_name": "Wren Fernlark", "change_date": "2021-03-01"},
    ),
    filing(
        *("gaz1", "99000007", date(2026, 9, 8), "gazette-notice-compulsory"),
        form="GAZ1",
        category="gazette",
    ),
    filing(
        *("diss40", "99000007", LATER, "gazette-filings-brought-up-to-date"),
        form="DISS40",
        category="gazette",
    ),
    *(
        filing(f"crowd{number:03}", "99000010", date(2020, 1, 1), "appoint-person-director-company")
        for number in range(120)
    ),
)
CHARGES = (
    Charge(
        company="99000001",
        number=1,
        lender="Garganey Bank plc",
        description="A registered charge\nAll that the company has.",
        is_all_assets=True,
        created_on=date(2016, 5, 4),
        delivered_on=date(2016, 5, 9),
        satisfied_on=date(2020, 7, 1),
        satisfaction_filed_on=date(2020, 7, 9),
    ),
    Charge(
        company="99000001",
        number=2,
        lender="Spikenard Credit Fund II LP",
        description="A registered charge",
        is_all_assets=False,
        created_on=date(2021, 6, 1),
        delivered_on=date(2021, 6, 9),
        satisfied_on=date(2026, 11, 1),
        satisfaction_filed_on=LATER,
    ),
    Charge(
        company="99000001",
        number=3,
        lender="Spikenard Credit Fund II LP",
        description="A registered charge",
        is_all_assets=True,
        created_on=date(2026, 11, 1),
        delivered_on=LATER,
    ),
    Charge(
        company="99000003",
        number=1,
        lender="Garganey Bank plc",
        description="Debenture",
        is_all_assets=True,
        created_on=date(2013, 4, 5),
        delivered_on=date(2013, 4, 9),
    ),
)
INSOLVENCIES = (
    InsolvencyCase(
        company="99000006",
        number=1,
        kind="in-administration",
        steps=(
            Step(kind="administration-started-on", on=date(2026, 9, 1)),
            Step(kind="administration-ended-on", on=LATER),
        ),
        practitioner="Ada Quillwort",
        public_on=date(2026, 9, 5),
    ),
    InsolvencyCase(
        company="99000006",
        number=2,
        kind="creditors-voluntary-liquidation",
        steps=(Step(kind="wound-up-on", on=date(2026, 11, 1)),),
        practitioner="Ada Quillwort",
        public_on=LATER,
    ),
    InsolvencyCase(
        company="99000005",
        number=1,
        kind="members-voluntary-liquidation",
        steps=(
            Step(kind="wound-up-on", on=date(2020, 3, 2)),
            Step(kind="dissolved-on", on=DISSOLVED.ended_on or LATER),
        ),
        practitioner="Ada Quillwort",
        public_on=date(2020, 3, 9),
    ),
)
WORLD = World(
    seed=1,
    size="hand-made",
    first_day=date(2015, 1, 1),
    last_day=date(2027, 3, 31),
    councils=(),
    bodies=(
        *(HOMES, HOLDINGS, TRADED, COMMUNITY, DISSOLVED, FAILED, PROPOSED, NEW, UNBORN, CROWDED),
        *(PARTNERS, FUND, CHARITY, OVERSEAS, TOP, COUNCIL),
    ),
    people=(JO, SAM),
    stakes=STAKES,
    statements=STATEMENTS,
    exemptions=EXEMPTIONS,
    appointments=APPOINTMENTS,
    settings=(),
    inspections=(),
    books=(),
    accounts=ACCOUNTS,
    charges=CHARGES,
    insolvencies=INSOLVENCIES,
    notices=(),
    filings=FILINGS,
    happenings=(),
    traps=(),
)


def setup(folder: Path = Path("nowhere"), today: date = TODAY, world: World = WORLD) -> Setup:
    return Setup(world=world, today=today, addresses=ADDRESSES, folder=folder)


API = CompaniesHouseApi(setup=setup())


def asked(path: str, **query: str) -> Asked:
    return Asked(path=path, query={name: (value,) for name, value in query.items()})


def answer(path: str, **query: str) -> Answer:
    """What the register's publisher answers today."""
    return API.answer(asked(path, **query))


def body(path: str, **query: str) -> dict[str, Any]:
    """The body of an answer that is no refusal."""
    found = answer(path, **query)
    assert found.status == 200, found.body
    assert isinstance(found.body, bytes)
    said: dict[str, Any] = json.loads(found.body)
    return said


def document_body(_world: World, one: Accounts, media_type: str) -> bytes:
    """Stands for whoever writes accounts."""
    return f"{media_type}: accounts of {one.company} to {one.end}".encode()
