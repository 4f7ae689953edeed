from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.annual_workbook import TODAY, issues
from crawlers.rehearsal.small_market import small_market

LEVEL, IN_YEAR, PLACES = "Provider_level_at_31_Mar", "Provider_level_in_year", "Providers+places_at"
PREMISES, MOVED = "SA_Premises_at", "Leavers+Joiners_at"
OWNER = "Organisation which owns the provider"
OVERALL = "Overall experiences and progress of children and young people"
OUTCOME = "Supported Accommodation outcome"
KIND, IN_YEAR_KIND = "Latest Full inspection event type", "Inspection event type"
HOMES = (
    "children's home",
    "secure children's home",
    "residential special school (registered as a children's home)",
)
GRADES = ("Outstanding", "Good", "Requires improvement to be good", "Inadequate")
OUTCOMES = (
    "Consistently strong service delivery",
    "Inconsistent quality of service delivery",
    "Serious or widespread weaknesses",
)

Row = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Book:
    tabs: dict[str, Sequence[Sequence[object]]]

    def tab(self, beginning: str) -> Sequence[Sequence[object]]:
        return next(rows for name, rows in self.tabs.items() if name.startswith(beginning))

    def rows(self, beginning: str) -> list[Row]:
        tab = self.tab(beginning)
        headings = [str(heading).strip() for heading in tab[3]]
        return [dict(zip(headings, row, strict=True)) for row in tab[4:]]

    def row(self, beginning: str, urn: str) -> Row:
        return next(row for row in self.rows(beginning) if number(row) == urn)

    def totals(self, beginning: str, table: str) -> list[Row]:
        tab = self.tab(beginning)
        at = next(at for at, row in enumerate(tab) if str(row[0]).startswith(f"Table {table}:"))
        headings = [str(heading) for heading in tab[at + 1]]
        return [dict(zip(headings, row, strict=True)) for row in tab[at + 2 : at + 4]]


def book(body: bytes) -> Book:
    workbook = CalamineWorkbook.from_filelike(BytesIO(body))
    return Book(
        tabs={
            name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in workbook.sheet_names
        }
    )


def written(seed: int) -> list[bytes]:
    bodies: list[bytes] = []
    for issue in issues(seed):
        file = BytesIO()
        issue.write(file)
        bodies.append(file.getvalue())
    return bodies


def number(row: Row) -> str:
    urn = row["URN"]
    return urn if isinstance(urn, str) else f"{urn:.0f}"


def is_home(row: Row) -> bool:
    return str(row["Provision type"]).casefold() in HOMES


@pytest.fixture(scope="module")
def books() -> tuple[Book, Book]:
    before, after = (book(body) for body in written(1))
    return before, after


@pytest.fixture(scope="module")
def before(books: tuple[Book, Book]) -> Book:
    return books[0]


@pytest.fixture(scope="module")
def after(books: tuple[Book, Book]) -> Book:
    return books[1]


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert written(1) == written(1)


def test_another_seed_gives_another_market() -> None:
    assert written(1) != written(2)


def test_an_issue_says_what_it_is_called_and_when_it_came_out() -> None:
    told = [(issue.file_name, issue.as_at, issue.published_on) for issue in issues()]

    assert told == [
        (
            "Childrens_social_care_in_England_2025_underlying_data.ods",
            date(2025, 3, 31),
            date(2025, 7, 16),
        ),
        (
            "Childrens_social_care_in_England_2026_underlying_data.ods",
            date(2026, 3, 31),
            date(2026, 7, 15),
        ),
    ]
    assert date(2026, 9, 1) == TODAY


def test_the_tabs_are_those_of_the_real_workbook(after: Book) -> None:
    assert list(after.tabs) == [
        "Cover",
        "Contents",
        "Guidance",
        "Notes",
        "Meta-data",
        "Provider_level_at_31_Mar_2026",
        "Provider_level_in_year_2025-26",
        "Providers+places_at_31_Mar_2026",
        "SA_Premises_at_31_Mar_2026",
        "Leavers+Joiners_at_31_Mar_2026",
        "Providers+places_Time_series",
        "Latest_OE_31_Mar_Time_Series",
        "In_Year_Time_series",
    ]


def test_the_cover_says_that_it_is_a_rehearsal(after: Book) -> None:
    cover = {str(row[0]): row[1] for row in after.tab("Cover")}

    assert cover["Status:"] == "Rehearsal: invented data, not statistics"
    assert cover["Issued by:"] == "Provider monitor rehearsal"
    assert cover["Policy area:"] == "Children's social care data in England 2026 (rehearsal)"
    assert cover["Published on:"] == datetime.fromisoformat("2026-07-15")
    assert cover["Coverage:"] == "England"


@pytest.mark.parametrize(
    ("tab", "headings"),
    [
        (
            LEVEL,
            (
                "Web link|URN|Linked Education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi Building Children's Home|Organisation which owns the provider"
                "|\nLatest Full inspection event type|\nLatest full inspection date"
                "|Latest full inspection publication date|\nLatest full inspection event number"
                "|\nOverall experiences and progress of children and young people"
                "|Outcomes in education and related learning activities|Health services"
                "|\nHow well children and young people are helped and protected"
                "|The effectiveness of leaders and managers|Supported Accommodation outcome"
            ),
        ),
        (
            IN_YEAR,
            (
                "Web link|URN|Linked Education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi building children's home|Organisation which owns the provider"
                "|\nInspection event type|Inspection date|Inspection publication date"
                "|\nInspection event number"
                "|\nOverall experiences and progress of children and young people"
                "|Outcomes in education and related learning activities|Health services"
                "|How well children and young people are helped and protected"
                "|The effectiveness of leaders and managers|Supported Accommodation outcome"
            ),
        ),
        (
            PLACES,
            (
                "Web link|URN|Linked education URN|Provision type|Registration date"
                "|Registration status|Name|Address 1|Address 2|Town|County|Postcode|Ofsted Region"
                "|Government Office Region|Local authority|Parliamentary constituency|Sector|Places"
                "|Supported accommodation premises|Short-break-only children's home"
                "|Multi building children's home|Organisation name"
            ),
        ),
        (
            PREMISES,
            (
                "Web link|URN|Provider name|Provision type|Registration date|Registration status"
                "|Service category (Note 4)|Places|Premises Ofsted Region"
                "|Premises Government Office Region|Premises Parliamentary Constituency"
                "|Premises Local Authority|Sector|Organisation name"
            ),
        ),
        (
            MOVED,
            (
                "URN|Provision type|Ofsted Region|Government Office Region|Local authority"
                "|Parliamentary constituency|Sector|Places|Supported accommodation premises"
                "|Short-break-only children's home"
                "|\nFirst effective date (that the provider became active)"
                "|First effective date (that the provider became resigned)"
                "|First effective date (that the provider closed)"
                "|First effective date (that the provider became cancelled)|Joiner status"
                "|Leaver status|Registration status (as at 1 April 2025)"
                "|Registration status (as at 31 March 2026)|Inspectorate (as at 1 April 2025)"
                "|Inspectorate (as at 31 March 2026)|Setting name|Reason"
            ),
        ),
    ],
)
def test_the_fourth_row_of_a_list_holds_its_headings(after: Book, tab: str, headings: str) -> None:
    assert headings.split("|") == list(after.tab(tab)[3])


def test_every_registration_number_is_invented(after: Book) -> None:
    urns = [number(row) for tab in (LEVEL, IN_YEAR, PREMISES, MOVED) for row in after.rows(tab)]

    assert all(urn.removeprefix("SC").startswith("9") for urn in urns)


def test_names_and_addresses_of_homes_are_withheld(after: Book) -> None:
    homes = [row for row in after.rows(PLACES) if is_home(row)]

    assert {(row["Name"], row["Address 1"], row["Postcode"]) for row in homes} == {
        ("REDACTED", "REDACTED", "REDACTED")
    }


def test_agencies_have_no_places(after: Book) -> None:
    agencies = [row for row in after.rows(PLACES) if "Agency" in str(row["Provision type"])]

    assert {row["Places"] for row in agencies} == {""}


@pytest.mark.parametrize("issue", [0, 1])
def test_the_register_counts_what_its_own_time_series_counts(
    books: tuple[Book, Book], issue: int
) -> None:
    rows = books[issue].rows(PLACES)
    providers = books[issue].totals("Providers+places_Time", "6a")[0]
    places = books[issue].totals("Providers+places_Time", "6b")[0]
    plain = [row for row in rows if str(row["Provision type"]).casefold() == "children's home"]
    supported = [row for row in rows if row["Provision type"] == "Supported Accommodation"]

    assert providers["All"] == len(rows)
    assert providers["All Children's Homes"] == sum(is_home(row) for row in rows)
    assert providers["Children's Homes"] == len(plain)
    assert providers["Supported Accommodation"] == len(supported)
    assert places["Children's Homes"] == sum(float(str(row["Places"])) for row in plain)
    assert places["Supported Accommodation"] == sum(float(str(row["Places"])) for row in supported)


@pytest.mark.parametrize("issue", [0, 1])
def test_the_latest_grades_are_those_of_its_own_time_series(
    books: tuple[Book, Book], issue: int
) -> None:
    rows = books[issue].rows(LEVEL)
    grades = Counter(row[OVERALL] for row in rows)
    of_homes = Counter(row[OVERALL] for row in rows if is_home(row))
    outcomes = Counter(row[OUTCOME] for row in rows)
    everyone = books[issue].totals("Latest_OE", "8a")[0]
    homes = books[issue].totals("Latest_OE", "8b")[0]
    supported = books[issue].totals("Latest_OE", "8o")[0]

    assert {grade: everyone[grade] for grade in GRADES} == {g: grades[g] for g in GRADES}
    assert {grade: homes[grade] for grade in GRADES} == {g: of_homes[g] for g in GRADES}
    assert {name: supported[name] for name in OUTCOMES} == {n: outcomes[n] for n in OUTCOMES}


@pytest.mark.parametrize("issue", [0, 1])
def test_the_years_grades_are_those_of_its_own_time_series(
    books: tuple[Book, Book], issue: int
) -> None:
    grades = Counter(row[OVERALL] for row in books[issue].rows(IN_YEAR) if is_home(row))
    totals = books[issue].totals("In_Year_Time", "9a")[0]

    assert {grade: totals[grade] for grade in GRADES} == {g: grades[g] for g in GRADES}


@pytest.mark.parametrize(
    ("tab", "tables"),
    [
        ("Providers+places_Time", ["6a", "6b"]),
        ("Latest_OE", [f"8{letter}" for letter in "abcdefghijklmno"]),
        ("In_Year_Time", [f"9{letter}" for letter in "abcde"]),
    ],
)
def test_each_time_series_repeats_the_totals_of_the_issue_before(
    before: Book, after: Book, tab: str, tables: list[str]
) -> None:
    first = [before.totals(tab, table)[0] for table in tables]

    assert first == [after.totals(tab, table)[1] for table in tables]


def test_the_registers_differ_by_the_joiners_and_the_leavers(before: Book, after: Book) -> None:
    first = {number(row) for row in before.rows(PLACES)}
    second = {number(row) for row in after.rows(PLACES)}
    joined = {number(row) for row in after.rows(MOVED) if row["Joiner status"]}
    left = {number(row) for row in after.rows(MOVED) if row["Leaver status"]}

    assert second == (first | joined) - left
    assert (len(second - first), len(first - second)) == (25, 12)


@pytest.mark.parametrize("issue", [0, 1])
def test_supported_accommodation_has_the_places_and_premises_listed(
    books: tuple[Book, Book], issue: int
) -> None:
    listed: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for row in books[issue].rows(PREMISES):
        listed[number(row)] += 1
        places[number(row)] += int(float(str(row["Places"])))

    for row in books[issue].rows(PLACES):
        if row["Provision type"] == "Supported Accommodation":
            assert row["Supported accommodation premises"] == listed[number(row)]
            assert row["Places"] == places[number(row)]


def test_the_market_is_of_the_size_and_mix_intended(after: Book) -> None:
    kinds = Counter(str(row["Provision type"]).casefold() for row in after.rows(PLACES))

    assert kinds["children's home"] == 215
    assert kinds["independent fostering agency"] == 20
    assert kinds["supported accommodation"] == 45
    assert kinds["secure children's home"] == 1
    assert 140 <= len(after.rows(PREMISES)) <= 180
    assert 290 <= kinds.total() <= 310


def test_a_visit_counts_when_its_report_is_out_by_30_april(after: Book) -> None:
    days = [
        (row["Inspection date"], row["Inspection publication date"]) for row in after.rows(IN_YEAR)
    ]

    assert all(
        isinstance(held, datetime)
        and isinstance(out, datetime)
        and date(2025, 4, 1) <= held.date() <= date(2026, 3, 31)
        and held < out <= datetime.fromisoformat("2026-04-30")
        for held, out in days
    )


def test_the_latest_full_inspection_of_the_year_is_the_one_in_the_register(after: Book) -> None:
    register = {number(row): row for row in after.rows(LEVEL)}
    latest: dict[str, datetime] = {}
    for row in after.rows(IN_YEAR):
        held = row["Inspection date"]
        full = str(row[IN_YEAR_KIND]).casefold() == "full inspection"
        if full and isinstance(held, datetime) and number(row) in register:
            latest[number(row)] = max(held, latest.get(number(row), held))

    assert latest == {urn: register[urn]["Latest full inspection date"] for urn in latest}


def failing(after: Book, urns: Sequence[str], owner: str) -> list[object]:
    rows = [after.row(LEVEL, urn) for urn in urns]
    assert {row[OWNER] for row in rows} == {owner}
    return [row[OVERALL] for row in rows]


def test_one_organisation_has_three_homes_inadequate(after: Book) -> None:
    urns = [f"900000{n}" for n in range(1, 6)]

    assert failing(after, urns, "Larkmoor Care Limited") == ["Inadequate"] * 3 + ["Good"] * 2


def test_one_organisation_has_a_home_suspended_and_accommodation_with_weaknesses(
    after: Book,
) -> None:
    homes = ["9000011", "9000012", "9000013"]

    assert failing(after, homes, "Fernhollow Young People Limited") == ["Good"] * 3
    assert after.row(LEVEL, "9000011")["Registration status"] == "Suspended"
    assert after.row(LEVEL, "9000014")[OWNER] == "Fernhollow Young People Limited"
    assert after.row(LEVEL, "9000014")[OUTCOME] == "Serious or widespread weaknesses"


def test_one_organisation_has_two_homes_that_require_improvement(after: Book) -> None:
    urns = ["9000021", "9000022", "9000023"]

    assert failing(after, urns, "Sedgewater Homes Limited") == [
        "Requires improvement to be good",
        "Requires improvement to be good",
        "Good",
    ]


def test_a_council_has_two_homes_of_its_own_inadequate(after: Book) -> None:
    urns = ["SC900031", "SC900032", "SC900033"]

    assert failing(after, urns, "Leicestershire County Council") == [
        "Inadequate",
        "Inadequate",
        "Good",
    ]
    assert {after.row(LEVEL, urn)["Sector"] for urn in urns} == {"Local Authority"}


def test_the_owner_of_six_settings_is_left_blank(after: Book) -> None:
    blank = {number(row): row for row in after.rows(PLACES) if row["Organisation name"] == ""}

    assert set(blank) == {"9000041", "SC900042", "9000043", "9000044", "SC900045", "9000046"}
    assert [urn for urn in blank if after.row(LEVEL, urn)[OVERALL] == "Inadequate"] == [
        "9000041",
        "SC900042",
    ]


def test_a_blank_owner_is_0_in_one_tab_and_null_in_another(after: Book) -> None:
    assert after.row(PLACES, "9000046")["Organisation name"] == ""
    assert after.row(LEVEL, "9000046")[OWNER] == 0
    assert after.row(PREMISES, "9000046")["Organisation name"] == "NULL"


def test_one_owner_is_spelled_in_six_ways(after: Book) -> None:
    assert [after.row(LEVEL, f"90000{n}")[OWNER] for n in range(51, 57)] == [
        "Thistle & Tarn Care Limited",
        "Thistle & Tarn Care Ltd",
        "THISTLE & TARN CARE LIMITED",
        "Thistle and Tarn Care Limited",
        "Thistle & Tarn Care Limited ",
        "thistle and tarn care ltd",
    ]


def test_company_numbers_stand_in_owners_names(after: Book) -> None:
    assert [after.row(LEVEL, f"90000{n}")[OWNER] for n in range(61, 66)] == [
        "Ploversgate Care Limited 09999911",
        "Sorrelstead Care Limited 9999912",
        "Wrenwater Care Limited - company number 09999913",
        "Bramhollow Care Limited (09999914)",
        "Curlewgate Care 09999915, 1999915",
    ]


def test_an_owner_called_3_13_is_a_number_in_one_tab_and_a_date_in_another(after: Book) -> None:
    assert after.row(LEVEL, "9000071")[OWNER] == 3.13
    assert after.row(PLACES, "9000071")["Organisation name"] == 3.13
    assert after.row(IN_YEAR, "9000071")[OWNER] == datetime.fromisoformat("1900-01-03T03:07:12")


def test_one_type_and_two_kinds_of_visit_are_spelled_in_two_ways(after: Book) -> None:
    capital = {number(r) for r in after.rows(LEVEL) if r["Provision type"] == "Children's Home"}

    assert capital == {"9000081", "SC900082"}
    assert {row[IN_YEAR_KIND] for row in after.rows(IN_YEAR)} == {
        "Full inspection",
        "Full Inspection",
        "Monitoring inspection",
        "Monitoring Inspection",
        "Assurance visit",
    }
    assert {row[KIND] for row in after.rows(LEVEL)} == {"Full inspection", ""}


def test_one_date_among_the_leavers_is_text(after: Book) -> None:
    row = after.row(MOVED, "9000091")

    assert row["First effective date (that the provider became cancelled)"] == "04/06/2025"
    assert row["First effective date (that the provider closed)"] == datetime.fromisoformat(
        "2025-06-04"
    )


def test_one_visit_stands_under_two_registrations(after: Book) -> None:
    events = Counter(row["Inspection event number"] for row in after.rows(IN_YEAR))
    shared = [
        number(row) for row in after.rows(IN_YEAR) if events[row["Inspection event number"]] > 1
    ]

    assert shared == ["9000111", "SC900112"]


def test_visits_other_than_full_inspections_grade_nothing(after: Book) -> None:
    others = [
        row for row in after.rows(IN_YEAR) if str(row[IN_YEAR_KIND]).casefold() != "full inspection"
    ]

    assert {(row[OVERALL], row[OUTCOME]) for row in others} == {("", "")}
    assert "9000001" in {number(row) for row in others}


def test_a_report_that_came_out_too_late_is_in_no_tab(after: Book) -> None:
    visits = [row for row in after.rows(IN_YEAR) if number(row) == "9000121"]

    assert after.row(LEVEL, "9000121")[OVERALL] == "Good"
    assert "Inadequate" not in {row[OVERALL] for row in visits}


def test_one_provider_has_its_office_in_wales(after: Book) -> None:
    row = after.row(PLACES, "9000131")

    assert (row["Local authority"], row["Ofsted Region"]) == ("Wrexham", "Wales")


def test_one_home_joined_and_left_between_the_registers(before: Book, after: Book) -> None:
    row = after.row(MOVED, "9000141")

    assert row["Reason"] == "Joiner and Leaver in current reporting period"
    assert "9000141" not in {number(r) for r in (*before.rows(PLACES), *after.rows(PLACES))}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_organisation_alone_holds_most_of_a_council_and_much_of_its_region(seed: int) -> None:
    places: Counter[tuple[str, str]] = Counter()
    whole: Counter[str] = Counter()
    for setting in small_market(seed).register(date(2026, 3, 31)):
        if setting.is_one_of("Children's home") and setting.sector != "Local Authority":
            owner = setting.organisation.name if setting.organisation else setting.urn
            for area in (setting.council.name, f"region {setting.council.ofsted_region}"):
                places[area, owner] += setting.places(date(2026, 3, 31)) or 0
                whole[area] += setting.places(date(2026, 3, 31)) or 0
    limits = {area: 0.25 if area.startswith("region ") else 0.4 for area in whole}

    assert {
        (area, owner) for (area, owner), held in places.items() if held / whole[area] > limits[area]
    } == {("Somerset", "Turnwater Care Limited"), ("region South West", "Turnwater Care Limited")}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_by_chance_nobody_has_two_settings_that_fail(seed: int) -> None:
    second = issues(seed)[1]
    file = BytesIO()
    second.write(file)
    owners = Counter(
        row[OWNER]
        for row in book(file.getvalue()).rows(LEVEL)
        if row[OVERALL] == "Inadequate" or row[OUTCOME] == "Serious or widespread weaknesses"
    )

    assert {owner for owner, count in owners.items() if count > 1} == {
        "Larkmoor Care Limited",
        "Leicestershire County Council",
        "",
    }
