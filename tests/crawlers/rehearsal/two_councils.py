"""A world by hand: two councils, sixteen settings of six types, and what was found there.

SC900001  home, renamed by its owner in 2022, a place more since 2020; inspected every March
9000002   home, joined in June 2018; its report of March 2025 came out too late for that year
9000003   home, cancelled in October 2021
SC900004  secure home of a council
9000005   school that is a home, with a linked school
SC900006  fostering agency; one visit of 2023 was to it and to 9000007
9000007   fostering agency of another owner, until its owner was bought in 2025
9000008   supported accommodation since November 2023, owner blank, premises in both councils
9000009   home, owner blank
9000010   home since 2022 whose owner is called 3.13, which a spreadsheet made a number
SC900011  boarding school, with name and address
9000012   home, suspended in February 2025 and again open in August
9000013   home for short breaks, opened and closed within 2023-24
9000014   home since December 2020, first inspected in 2022
9000015   home since May 2025
9000016   home from July 2019 until September 2024, closed
"""

from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.world.bodies import Address, Body, Form, Named, Nature, Office
from crawlers.rehearsal.world.settings import (
    Council,
    Inspection,
    Ownership,
    OwnerText,
    Places,
    Premises,
    Setting,
)
from crawlers.rehearsal.world.world import World

ALWAYS = date(2000, 1, 1)
LEEDS = Council(
    key="council:E08000035",
    ons_code="E08000035",
    dfe_code="383",
    name="Leeds",
    ofsted_name="Leeds",
    title="Leeds City Council",
    region="Yorkshire and The Humber",
    town="Leeds",
    constituencies=("Leeds Beacon",),
    looked_after=1_500,
)
CUMBRIA = Council(
    key="council:E10000006",
    ons_code="E10000006",
    dfe_code="909",
    name="Cumbria",
    ofsted_name="Cumbria",
    title="Cumbria County Council",
    region="North West",
    town="Carlisle",
    constituencies=("Fellside",),
    looked_after=900,
)
CUMBERLAND = Council(
    key="council:E06000063",
    ons_code="E06000063",
    dfe_code="942",
    name="Cumberland",
    ofsted_name="Cumberland",
    title="Cumberland Council",
    region="North West",
    town="Carlisle",
    constituencies=("Fellside",),
    looked_after=500,
    since=date(2023, 4, 1),
    was=CUMBRIA,
)


def _body(key: str, name: str, nature: Nature = Nature.PROVIDER) -> Body:
    office = Address(
        premises="7",
        street="Spindle Walk",
        town="Leeds",
        postcode="LS99 9XA",
        country="England",
    )
    return Body(
        key=key,
        form=Form.LIMITED,
        nature=nature,
        names=(Named(name=name, since=ALWAYS),),
        offices=(Office(address=office, since=ALWAYS),),
        year_ends=(),
        begun_on=ALWAYS,
    )


def _setting(  # noqa: PLR0917 - the columns of a table, in its order
    urn: str,
    provision_type: str,
    council: Council,
    registered_on: date,
    owner: str | None,
    text: str | float | None,
    places: int | None,
    **more: object,
) -> Setting:
    said = {
        "sector": words.PRIVATE,
        "owner_texts": (OwnerText(text=text, since=ALWAYS),),
        "sizes": (Places(places=places, since=ALWAYS),),
        **more,
    }
    return Setting(
        urn=urn,
        provision_type=provision_type,
        council=council.key,
        constituency=council.constituencies[0],
        registered_on=registered_on,
        owners=(Ownership(owner=owner, since=ALWAYS),),
        **said,  # type: ignore[arg-type] - each is what the field asks for
    )


SETTINGS = (
    _setting(
        "SC900001",
        words.HOME,
        LEEDS,
        date(2010, 5, 4),
        "99900001",
        "Alderbeck Care Ltd",
        4,
        owner_texts=(
            OwnerText(text="Alderbeck Care Ltd", since=ALWAYS),
            OwnerText(text="Alderbeck Care Limited", since=date(2022, 1, 1)),
        ),
        sizes=(Places(places=4, since=ALWAYS), Places(places=5, since=date(2020, 2, 1))),
    ),
    _setting(
        "9000002",
        words.HOME,
        CUMBERLAND,
        date(2018, 6, 10),
        "99900001",
        "Alderbeck Care Limited",
        6,
    ),
    _setting(
        "9000003",
        words.HOME,
        CUMBERLAND,
        date(2015, 7, 1),
        "99900002",
        "Brambleholt Homes Limited",
        8,
        left_on=date(2021, 10, 5),
        left_by=words.CANCELLED,
    ),
    _setting(
        "SC900004",
        words.SECURE,
        LEEDS,
        date(2005, 1, 10),
        LEEDS.key,
        "Leeds City Council",
        12,
        sector=words.COUNCIL,
    ),
    _setting(
        "9000005",
        words.SCHOOL_AS_HOME,
        CUMBERLAND,
        date(2016, 2, 1),
        "99900002",
        "Brambleholt Homes Limited",
        20,
        sector=words.VOLUNTARY,
        linked_education_urn=990_005,
    ),
    _setting(
        "SC900006",
        words.FOSTERING,
        LEEDS,
        date(2008, 9, 1),
        "99900003",
        "Corncrake Fostering Limited",
        None,
        name="Corncrake Fostering North",
        address=("3 Larch Walk", " ", "Leeds", "", "LS99 9XB"),
        fostering=(
            Places(places=1_204, since=ALWAYS),
            Places(places=1_303, since=date(2026, 1, 1)),
        ),
    ),
    _setting(
        "9000007",
        words.FOSTERING,
        CUMBERLAND,
        date(2017, 11, 1),
        "99900004",
        "Dunlinfell Fostering Ltd",
        None,
        name="Dunlinfell Fostering",
        fostering=(Places(places=388, since=ALWAYS), Places(places=150, since=date(2026, 1, 1))),
    ),
    _setting(
        "9000008",
        words.SUPPORTED,
        LEEDS,
        date(2023, 11, 2),
        None,
        None,
        None,
        name="Next Door Lodgings",
        premises=(
            Premises(
                category=1,
                places=3,
                council=LEEDS.key,
                constituency="Leeds Beacon",
                opened_on=date(2023, 11, 2),
            ),
            Premises(
                category=3,
                places=5,
                council=CUMBERLAND.key,
                constituency="Fellside",
                opened_on=date(2024, 6, 1),
            ),
            Premises(
                category=2,
                places=2,
                council=LEEDS.key,
                constituency="Leeds Beacon",
                opened_on=date(2023, 11, 2),
                closed_on=date(2025, 1, 31),
            ),
        ),
    ),
    _setting("9000009", words.HOME, LEEDS, date(2016, 1, 5), None, None, 3),
    _setting("9000010", words.HOME, LEEDS, date(2022, 5, 1), "99900005", 3.13, 2),
    _setting(
        "SC900011",
        words.BOARDING,
        CUMBERLAND,
        date(2004, 9, 1),
        None,
        "Fieldfare School Trust",
        210,
        sector=words.VOLUNTARY,
        name="Fieldfare School",
        address=("1 Rowan Walk", "Mill Quarter  ", "Carlisle", "", "CA99 9XA"),
        linked_education_urn=990_011,
    ),
    _setting(
        "9000012",
        words.HOME,
        CUMBERLAND,
        date(2016, 9, 1),
        "99900002",
        "Brambleholt Homes Limited",
        4,
        suspended=((date(2025, 2, 3), date(2025, 8, 1)),),
    ),
    _setting(
        "9000013",
        words.HOME,
        LEEDS,
        date(2023, 5, 2),
        "99900002",
        "Brambleholt Homes Limited",
        5,
        left_on=date(2024, 1, 15),
        left_by=words.RESIGNED,
        short_breaks_only=True,
        multi_building=True,
    ),
    _setting(
        "9000014",
        words.HOME,
        LEEDS,
        date(2020, 12, 1),
        "99900001",
        "Alderbeck Care",
        3,
        short_breaks_only=True,
        multi_building=True,
    ),
    _setting(
        "9000015",
        words.HOME,
        LEEDS,
        date(2025, 5, 6),
        "99900001",
        "Alderbeck Care Limited",
        3,
    ),
    _setting(
        "9000016",
        words.HOME,
        CUMBERLAND,
        date(2019, 7, 2),
        "99900001",
        "Alderbeck Care Limited",
        2,
        left_on=date(2024, 9, 30),
        left_by=words.CLOSED,
    ),
)
_GOOD, _BEST = words.GOOD, words.OUTSTANDING
_POOR, _WORST = words.REQUIRES_IMPROVEMENT, words.INADEQUATE


def _full(number: int, urn: str, on: date, out: date, grade: str | None) -> Inspection:
    return Inspection(
        event_number=number,
        urn=urn,
        kind=words.FULL,
        inspected_on=on,
        published_on=out,
        overall=grade,
        helped_and_protected=grade,
        leaders_and_managers=grade,
    )


def _other(number: int, urn: str, kind: str, on: date, out: date) -> Inspection:
    return Inspection(event_number=number, urn=urn, kind=kind, inspected_on=on, published_on=out)


INSPECTIONS = (
    *(
        _full(10_000_000 + year, "SC900001", date(year, 3, 10), date(year, 4, 20), _GOOD)
        for year in (2017, 2018, 2019, 2020, 2022, 2023, 2024, 2025, 2026)
    ),
    _full(10_000_101, "9000002", date(2019, 2, 5), date(2019, 3, 12), _BEST),
    _full(10_000_102, "9000002", date(2024, 6, 4), date(2024, 7, 9), _GOOD),
    _full(10_000_103, "9000002", date(2025, 3, 25), date(2025, 5, 6), _POOR),
    _full(10_000_111, "9000003", date(2016, 10, 4), date(2016, 11, 8), _POOR),
    _full(10_000_112, "9000003", date(2019, 10, 8), date(2019, 11, 12), _WORST),
    _other(10_000_113, "9000003", words.MONITORING, date(2019, 12, 3), date(2020, 1, 7)),
    _other(10_000_114, "9000003", words.MONITORING, date(2020, 11, 10), date(2020, 12, 15)),
    _full(10_000_121, "SC900004", date(2016, 5, 10), date(2016, 6, 14), _GOOD),
    _full(10_000_122, "SC900004", date(2022, 5, 10), date(2022, 6, 14), _POOR),
    _full(10_000_131, "9000005", date(2018, 1, 9), date(2018, 2, 13), _GOOD),
    _full(10_000_132, "9000005", date(2021, 11, 2), date(2021, 12, 7), _POOR),
    _full(2_400_141, "SC900006", date(2014, 6, 10), date(2014, 7, 15), _POOR),
    _full(10_000_142, "SC900006", date(2017, 9, 5), date(2017, 10, 10), _POOR),
    _full(10_000_143, "SC900006", date(2023, 9, 12), date(2023, 10, 17), _GOOD),
    _full(10_000_143, "9000007", date(2023, 9, 12), date(2023, 10, 17), _GOOD),
    Inspection(
        event_number=10_000_151,
        urn="9000008",
        kind=words.FULL,
        inspected_on=date(2024, 11, 12),
        published_on=date(2024, 12, 17),
        outcome=words.SERIOUS,
    ),
    _other(10_000_152, "9000008", words.MONITORING, date(2025, 2, 4), date(2025, 3, 11)),
    _full(10_000_161, "9000010", date(2023, 6, 6), date(2023, 7, 11), _GOOD),
    _full(10_000_162, "9000010", date(2025, 1, 14), date(2025, 2, 18), _BEST),
    _full(10_000_171, "SC900011", date(2016, 11, 8), date(2016, 12, 13), _GOOD),
    _full(10_000_181, "9000012", date(2017, 2, 7), date(2017, 3, 14), _GOOD),
    _full(10_000_182, "9000012", date(2025, 1, 28), date(2025, 3, 4), _WORST),
    _other(10_000_183, "9000012", words.MONITORING, date(2025, 3, 18), date(2025, 4, 15)),
    _other(10_000_191, "9000014", words.ASSURANCE, date(2021, 6, 8), date(2021, 7, 13)),
    _full(10_000_192, "9000014", date(2022, 6, 7), date(2022, 7, 12), _GOOD),
    _full(10_000_201, "9000015", date(2025, 12, 9), date(2026, 1, 13), _GOOD),
)

WORLD = World(
    seed=7,
    size="small",
    first_day=date(2016, 4, 1),
    last_day=date(2027, 3, 31),
    councils=(LEEDS, CUMBERLAND),
    bodies=(
        _body("99900001", "ALDERBECK CARE LIMITED"),
        _body("99900002", "BRAMBLEHOLT HOMES LIMITED"),
        _body("99900003", "CORNCRAKE FOSTERING LIMITED"),
        _body("99900004", "DUNLINFELL FOSTERING LIMITED"),
        _body("99900005", "3.13 LIMITED"),
        _body("99900009", "GARGANEY TOPCO LIMITED", Nature.HOLDING),
    ),
    people=(),
    stakes=(),
    statements=(),
    exemptions=(),
    appointments=(),
    settings=SETTINGS,
    inspections=INSPECTIONS,
    books=(),
    accounts=(),
    charges=(),
    insolvencies=(),
    notices=(),
    filings=(),
    happenings=(),
    traps=(),
)
