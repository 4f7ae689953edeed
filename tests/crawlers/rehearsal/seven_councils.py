"""A world small enough to know by heart: seven councils, what stands in them, and who runs it.

Leeds and Bradford are neighbours; Camden lies in Inner London; Cumberland began in 2023; the Isles
of Scilly look after nobody; the City of London looks after a handful; Wrexham is Welsh.
"""

from datetime import date
from typing import Any

from crawlers.rehearsal import words
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
from crawlers.rehearsal.world.books import (
    Accounts,
    Books,
    Income,
    LeaseBasis,
    Medium,
    Position,
    Scope,
    Vendor,
)
from crawlers.rehearsal.world.control import Appointment
from crawlers.rehearsal.world.settings import (
    Council,
    Ownership,
    OwnerText,
    Places,
    Premises,
    Setting,
)
from crawlers.rehearsal.world.troubles import InsolvencyCase, Notice, Step
from crawlers.rehearsal.world.world import World

LONG_AGO = date(2012, 4, 2)


def council(ons_code: str, dfe_code: str | None, name: str, region: str, number: int) -> Council:
    return Council(
        key=f"council:{ons_code}",
        ons_code=ons_code,
        dfe_code=dfe_code,
        name=name,
        ofsted_name=name,
        title=f"{name} Council",
        region=region,
        town=name,
        constituencies=(f"{name} North",),
        looked_after=number,
    )


LEEDS = council("E08000035", "383", "Leeds", "Yorkshire and The Humber", 1480)
BRADFORD = council("E08000032", "380", "Bradford", "Yorkshire and The Humber", 1400)
CAMDEN = council("E09000007", "202", "Camden", "London", 220)
CUMBERLAND = council("E06000063", "942", "Cumberland", "North West", 480)
CITY = council("E09000001", "201", "City of London", "London", 4)
SCILLY = council("E06000053", "420", "Isles of Scilly", "South West", 0)
WREXHAM = council("W06000006", None, "Wrexham", "Wales", 390)
COUNCILS = (LEEDS, BRADFORD, CAMDEN, CUMBERLAND, CITY, SCILLY, WREXHAM)


def body(key: str, name: str, **given: Any) -> Body:
    address = Address(
        premises="4",
        street="Spindle Walk",
        town="Leeds",
        postcode="LS99 9XA",
        country="England",
    )
    usual: dict[str, Any] = {
        "form": Form.LIMITED,
        "nature": Nature.PROVIDER,
        "names": (Named(name=name, since=LONG_AGO),),
        "offices": (Office(address=address, since=LONG_AGO),),
        "year_ends": (YearEnd(month=3, day=31, since=LONG_AGO),),
        "begun_on": LONG_AGO,
    }
    return Body(key=key, **{**usual, **given})


LARGE = body("99000001", "Whimbrelbeck Homes Limited", sic_codes=("87900",))
SMALL = body("99000002", "Twiteholt & Daughters Ltd")
ADULT_CARE = body(
    "99000003", "Siskinmere Adult Care Limited", nature=Nature.OTHER_CARE, sic_codes=("87300",)
)
SCHOOLS = body(
    "99000004", "Dotterelgarth Schools Limited", nature=Nature.OTHER_CARE, sic_codes=("85310",)
)
CHARITY_COMPANY = body(
    "99000005", "Lapwingshaw Trust", form=Form.GUARANTEE, charity_number="9900111"
)
LONE_CHARITY = body(
    "charity:9900222",
    "The Teaselthwaite Benevolent Society",
    form=Form.CHARITY,
    nature=Nature.UNRELATED,
    charity_number="9900222",
    year_ends=(),
)
ENDED_CHARITY = body(
    "CE990333",
    "Yarrowcombe CIO",
    form=Form.CIO,
    charity_number="9900333",
    begun_on=date(2014, 5, 1),
    ended_on=date(2022, 6, 30),
)
FAILED = body("99000006", "Garganeyrigg Care Limited", ended_on=date(2026, 3, 2))
SOLE_TRADER = body("sole:1", "Rowan Quillwort", form=Form.SOLE_TRADER, year_ends=())
LEEDS_COUNCIL = body(LEEDS.key, "Leeds City Council", form=Form.COUNCIL, year_ends=())
NAMESAKE = body("99000007", "Whimbrelbeck Roofing Limited", nature=Nature.UNRELATED)
BODIES = (
    LARGE,
    SMALL,
    ADULT_CARE,
    SCHOOLS,
    CHARITY_COMPANY,
    LONE_CHARITY,
    ENDED_CHARITY,
    FAILED,
    SOLE_TRADER,
    LEEDS_COUNCIL,
    NAMESAKE,
)


def setting(urn: str, owner: str, where: Council, **given: Any) -> Setting:
    usual: dict[str, Any] = {
        "provision_type": words.HOME,
        "sector": words.PRIVATE,
        "constituency": where.constituencies[0],
        "registered_on": date(2018, 5, 4),
        "owners": (Ownership(owner=owner, since=date(2018, 5, 4)),),
        "owner_texts": (OwnerText(text="As in the register", since=date(2018, 5, 4)),),
        "sizes": (Places(places=4, since=date(2018, 5, 4)),),
    }
    return Setting(urn=urn, council=where.key, **{**usual, **given})


SETTINGS = (
    *(setting(f"910000{n}", LARGE.key, LEEDS) for n in range(6)),
    setting("9100010", LARGE.key, BRADFORD, registered_on=date(2024, 9, 2)),
    setting("9100011", SMALL.key, BRADFORD),
    setting("9100012", SMALL.key, CAMDEN),
    setting("9100013", LEEDS_COUNCIL.key, LEEDS, sector=words.COUNCIL),
    setting("9100014", SOLE_TRADER.key, LEEDS),
    setting("9100015", FAILED.key, LEEDS, left_on=date(2025, 12, 1), left_by=words.RESIGNED),
    setting(
        "9100016",
        CHARITY_COMPANY.key,
        BRADFORD,
        provision_type=words.SPECIAL_SCHOOL,
        sector=words.VOLUNTARY,
        name="Lapwingshaw School",
        address=("2 Larch Walk", "", "Bradford", "", "ZZ99 3ZZ"),
        linked_education_urn=990001,
        sizes=(Places(places=40, since=LONG_AGO),),
    ),
    setting(
        "9100017",
        SMALL.key,
        LEEDS,
        provision_type=words.SUPPORTED,
        premises=(
            Premises(
                category=1,
                places=9,
                council=BRADFORD.key,
                constituency="Bradford North",
                opened_on=date(2023, 10, 28),
            ),
        ),
    ),
)

NOTICES = (
    Notice(
        key="9900001",
        company=FAILED.key,
        code=2450,
        title="GARGANEYRIGG CARE LIMITED",
        published_on=date(2025, 6, 3),
    ),
    Notice(
        key="9900002",
        company=FAILED.key,
        code=2410,
        title="GARGANEYRIGG CARE LIMITED",
        published_on=date(2025, 9, 16),
    ),
    Notice(
        key="9900003",
        company=NAMESAKE.key,
        code=2441,
        title="WHIMBRELBECK ROOFING LIMITED",
        published_on=date(2025, 9, 17),
    ),
    Notice(
        key="9900004",
        company=LARGE.key,
        code=2450,
        title="WHIMBRELBECK HOMES LIMITED",
        published_on=date(2026, 11, 30),
    ),
)

INSOLVENCIES = (
    InsolvencyCase(
        company=FAILED.key,
        number=1,
        kind="in-administration",
        steps=(Step(kind="administration-started-on", on=date(2025, 9, 11)),),
        practitioner="Fieldfare Partners LLP",
        public_on=date(2025, 9, 18),
    ),
)


def books(company: str, year: int, turnover: int) -> Books:
    income = dict.fromkeys(Income.__dataclass_fields__, 0)
    position = dict.fromkeys(Position.__dataclass_fields__, 0)
    return Books(
        company=company,
        scope=Scope.COMPANY,
        start=date(year - 1, 4, 1),
        end=date(year, 3, 31),
        lease_basis=LeaseBasis.OLD_FRS_102,
        income=Income(**{**income, "turnover": turnover, "staff_costs": turnover - 1000}),
        position=Position(**position),
        employees=12,
        highest_paid_director=None,
        lease_commitments=0,
    )


def accounts(company: str, year: int, filed_on: date) -> Accounts:
    return Accounts(
        key=f"MzAx{company}{year}",
        document_id=f"doc-{company}-{year}",
        company=company,
        reporting=company,
        scopes=(Scope.COMPANY,),
        start=date(year - 1, 4, 1),
        end=date(year, 3, 31),
        filed_on=filed_on,
        due_on=date(year, 12, 31),
        kind="full",
        medium=Medium.TAGGED,
        vendor=Vendor.IRIS,
    )


DIRECTOR = Person(
    key="person:1",
    forename="Linden",
    surname="Whinchat",
    born=(1970, 4),
    nationality="British",
    country="England",
    officer_ids=("officer-1",),
)
APPOINTMENT = Appointment(
    key="appointment-1",
    officer=DIRECTOR.key,
    officer_id="officer-1",
    company=ADULT_CARE.key,
    role="director",
    since=LONG_AGO,
    filed_on=LONG_AGO,
)

WORLD = World(
    seed=14,
    size="by hand",
    first_day=date(2016, 4, 1),
    last_day=date(2027, 3, 31),
    councils=COUNCILS,
    bodies=BODIES,
    people=(DIRECTOR,),
    stakes=(),
    statements=(),
    exemptions=(),
    appointments=(APPOINTMENT,),
    settings=SETTINGS,
    inspections=(),
    books=tuple(
        books(CHARITY_COMPANY.key, year, 2_000_000 + 10_000 * (year - 2020))
        for year in range(2019, 2027)
    ),
    accounts=(
        *(accounts(CHARITY_COMPANY.key, year, date(year, 12, 20)) for year in range(2019, 2026)),
        accounts(CHARITY_COMPANY.key, 2026, date(2026, 12, 20)),
    ),
    charges=(),
    insolvencies=INSOLVENCIES,
    notices=NOTICES,
    filings=(),
    happenings=(),
    traps=(),
)

TODAY = date(2026, 11, 22)

ADDRESSES = {
    "gazette": "http://127.0.0.1:9001",
    "charity_commission": "http://127.0.0.1:9002",
    "cqc": "http://127.0.0.1:9003",
    "gias": "http://127.0.0.1:9004",
    "dfe_statistics": "http://127.0.0.1:9005",
    "mhclg": "http://127.0.0.1:9006",
    "council_payments": "http://127.0.0.1:9007",
    "charity_commission_files": "http://127.0.0.1:9008",
    "gias_files": "http://127.0.0.1:9009",
}
