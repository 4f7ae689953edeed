"""Every year's table of providers is read for what it is, and for nothing else."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    Document,
    EventType,
    Inspection,
    InterimOutcome,
    Judgement,
    Listing,
    Population,
    ProvisionType,
    Record,
    Sector,
    Setting,
)
from tests.crawlers.ofsted_forms import (
    BANNER,
    IN_YEAR_2018,
    PROVIDERS,
    TITLES,
    csv_body,
    uninspected,
    visited,
)

FULL, INSPECTED_ONLY = Population.FULL, Population.INSPECTED_ONLY
VINTAGES = [
    ("2014", date(2014, 9, 30), FULL, "", "register at 2014-09-30"),
    ("2015", date(2015, 3, 31), INSPECTED_ONLY, "27/03/2015", "provider level at 2015-03-31"),
    ("2016", date(2016, 3, 31), INSPECTED_ONLY, "30/03/2016", "provider level at 2016-03-31"),
    ("2017", date(2017, 3, 31), INSPECTED_ONLY, "22/03/2017", "provider level at 2017-03-31"),
    ("2018", date(2018, 3, 31), INSPECTED_ONLY, "26/03/2018", "provider level at 2018-03-31"),
    ("2018_part2", date(2018, 3, 31), FULL, "", "register at 2018-03-31"),
    ("2019", date(2019, 3, 31), INSPECTED_ONLY, "25/03/2019", "provider level at 2019-03-31"),
    ("2020", date(2020, 3, 31), INSPECTED_ONLY, "17/03/2020", "provider level at 2020-03-31"),
    ("2021", date(2021, 3, 31), FULL, "17/03/2020", "provider level at 2021-03-31"),
    ("2022", date(2022, 3, 31), FULL, "22/03/2022", "provider level at 2022-03-31"),
    ("2023", date(2023, 3, 31), INSPECTED_ONLY, "20/03/2023", "provider level at 2023-03-31"),
    ("2024", date(2024, 3, 31), INSPECTED_ONLY, "25/03/2024", "provider level at 2024-03-31"),
    ("2025", date(2025, 3, 31), FULL, "26/03/2025", "provider level at 2025-03-31"),
]
DAY = {form: day for form, _, _, day, _ in VINTAGES}


def document(body: bytes, published_on: date | None = None) -> Document:
    fetched_at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    return Document(url="file:a.csv", fetched_at=fetched_at, body=body, published_on=published_on)


def read(body: bytes) -> list[Record]:
    return [record for record in SOURCE.parse(document(body)) if isinstance(record, Record)]


def settings(records: list[Record]) -> list[Setting]:
    return [record for record in records if isinstance(record, Setting)]


def inspections(records: list[Record]) -> list[Inspection]:
    return [record for record in records if isinstance(record, Inspection)]


def providers(form: str, *rows: dict[str, str], encoding: str = "utf-8-sig") -> bytes:
    """A year's table as published, under its title or banner; rows are of inspected settings."""
    above = (TITLES[form], "This worksheet contains one table.") if form in TITLES else ()
    if "2016" <= form <= "2021" and form != "2018_part2":
        above = (BANNER,)
    said = [visited(DAY[form]) | row for row in rows]
    return csv_body(PROVIDERS[form], *said, above=above, encoding=encoding)


def problem(body: bytes) -> str:
    with pytest.raises(SourceChangedError) as raised:
        read(body)
    return raised.value.problem


@pytest.mark.parametrize(("form", "as_at", "population", "day", "subject"), VINTAGES)
def test_a_year_s_table_is_known_by_its_content_and_declares_whom_it_covers(
    form: str, as_at: date, population: Population, day: str, subject: str
) -> None:
    rows = ({}, uninspected() if population is FULL else {"urn": "SC100002"})
    records = read(
        providers(form, rows[0], visited("") | rows[1] if population is FULL else rows[1])
    )
    found = settings(records)

    assert SOURCE.recognises(document(providers(form, *rows)))
    assert subject == SOURCE.subject(records)
    assert [(as_at, population)] * 2 == [(s.as_at, s.population) for s in found]
    assert [s.urn for s in found] == ["SC100001", "SC100002"]
    expected = 0 if not day else 1 if population is FULL else 2
    assert expected == len(inspections(records))


@pytest.mark.parametrize(
    ("form", "missing"),
    [
        (
            "2014",
            "name registered_on registration_status ofsted_region short_breaks_only owner_name",
        ),
        ("2015", "registered_on government_office_region places owner_name"),
        ("2016", "registered_on ofsted_region owner_name"),
        ("2017", "registered_on owner_name"),
        ("2018", "registered_on short_breaks_only"),
        ("2018_part2", "registered_on short_breaks_only"),
        ("2019", "short_breaks_only"),
        ("2020", "short_breaks_only"),
        ("2024", ""),
    ],
)
def test_what_a_year_does_not_publish_is_none(form: str, missing: str) -> None:
    first = settings(read(providers(form, {})))[0]
    looked_at = (
        "registered_on registration_status ofsted_region government_office_region places"
        " short_breaks_only owner_name"
    )
    found = {name for name in looked_at.split() if getattr(first, name) is None}

    assert set(missing.split()) - {"name"} == found


def test_the_region_of_2015_is_ofsteds_own() -> None:
    body = providers("2015", {"region": "North East, Yorkshire and the Humber"})

    assert settings(read(body))[0].ofsted_region == "North East, Yorkshire and the Humber"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("CHILDREN'S HOME", ProvisionType.CHILDRENS_HOME),
        ("Children’s Home", ProvisionType.CHILDRENS_HOME),
        (
            "Residential special school (>295 days/year)",
            ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
        ),
        ("Independent Fostering agency", ProvisionType.INDEPENDENT_FOSTERING_AGENCY),
        ("Adoption support agency", ProvisionType.ADOPTION_SUPPORT_AGENCY),
        ("CAFCASS", ProvisionType.CAFCASS),
    ],
)
def test_a_type_is_known_in_every_spelling_and_case(said: str, meant: ProvisionType) -> None:
    found = settings(read(providers("2016", {"provision type": said})))

    assert [meant] == [setting.provision_type for setting in found]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Local authority", Sector.LOCAL_AUTHORITY),
        ("Health authority", Sector.HEALTH_AUTHORITY),
        ("Public sector", Sector.PUBLIC_SECTOR),
    ],
)
def test_a_sector_is_known_in_every_case(said: str, meant: Sector) -> None:
    assert [meant] == [s.sector for s in settings(read(providers("2016", {"sector": said})))]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Requires Improvement", Judgement.REQUIRES_IMPROVEMENT),
        ("Requires improvement to be good", Judgement.REQUIRES_IMPROVEMENT),
        ("Adequate", Judgement.ADEQUATE),
        ("Satisfactory", Judgement.SATISFACTORY),
    ],
)
def test_a_grade_is_known_in_every_spelling(said: str, meant: Judgement) -> None:
    found = inspections(read(providers("2016", {"overall effectiveness": said})))

    assert [meant] == [visit.overall_experiences_and_progress for visit in found]


def test_grades_that_ofsted_renamed_are_read_on_and_those_that_ended_are_not() -> None:
    body = providers(
        "2018",
        {
            "safeguarding children and young people": "Not judged",
            "leadership and management": "Inadequate",
            "quality of care": "Outstanding",
        },
    )
    visit = inspections(read(body))[0]

    assert Judgement.NOT_JUDGED is visit.helped_and_protected
    assert Judgement.INADEQUATE is visit.leaders_and_managers
    assert visit.education_outcomes is None
    assert visit.health_services is None


def test_a_table_without_days_of_publication_is_public_with_its_document() -> None:
    body = providers("2016", {})
    fetched = inspections(read(body))[0]
    dated = next(iter(SOURCE.parse(document(body, published_on=date(2016, 6, 28)))))

    assert date(2026, 9, 1) == fetched.public_on
    assert isinstance(dated, Setting)
    assert date(2016, 6, 28) == dated.public_on


def test_an_inspection_is_public_from_its_own_publication_where_it_is_stated() -> None:
    visit = inspections(read(providers("2018", {"publication date": "28/03/2018"})))[0]

    assert date(2018, 3, 28) == visit.public_on
    assert date(2018, 3, 31) == visit.listed_at


def test_an_old_visit_may_lack_its_number_and_a_new_one_may_not() -> None:
    old = inspections(read(providers("2016", {"event number": "", "urn": "SC100009"})))
    new = providers("2019", {"event number": ""})

    assert [visit.event_number for visit in old] == [None]
    assert problem(new).startswith("an inspection without its number")


def test_a_secure_training_centre_of_2015_has_six_digits() -> None:
    body = providers("2015", {"urn": "128851", "provision type": "Secure Training Centre"})

    assert [setting.urn for setting in settings(read(body))] == ["128851"]


def test_an_estimate_of_2014_is_no_number_of_places() -> None:
    body = csv_body(
        PROVIDERS["2014"],
        {"max/estimated places": "110.8", "provision type": "Further Education College"},
        {"max/estimated places": "61", "urn": "SC100002"},
    )
    first, second = settings(read(body))

    assert ProvisionType.FURTHER_EDUCATION_COLLEGE is first.provision_type
    assert first.places is None
    assert second.places == 61


def test_the_inspection_before_the_latest_is_read_where_2024_states_it() -> None:
    body = providers(
        "2024",
        {
            "previous full inspection event type": "Full inspection",
            "previous full inspection event date": "10/07/2017",
            "previous full inspection publication date": "11/08/2017",
            "previous full inspection event number": "10000000",
            "previous overall experiences and progress of children and young people": "Inadequate",
        },
    )
    latest, previous = inspections(read(body))

    assert (
        latest.listing,
        latest.overall_experiences_and_progress,
    ) == (Listing.LATEST, Judgement.GOOD)
    assert (
        previous.listing,
        previous.overall_experiences_and_progress,
    ) == (Listing.PREVIOUS, Judgement.INADEQUATE)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp1252"])
def test_each_encoding_gives_the_same_owner(encoding: str) -> None:
    body = providers(
        "2024", {"organisation which owns the provider": "Zoë’s Homes – West"}, encoding=encoding
    )

    assert [s.owner_name for s in settings(read(body))] == ["Zoë’s Homes – West"]


def test_a_byte_of_no_known_encoding_stops() -> None:
    body = providers("2019", {"organisation which owns the provider": "Caf?"})
    stop = problem(body.replace(b"Caf?", b"Caf\x81").removeprefix(b"\xef\xbb\xbf"))

    assert "neither UTF-8 nor Windows-1252 text: byte" in stop
    assert "0x81; save it as UTF-8, or download it again" in stop


def test_blank_rows_at_the_end_are_passed_over() -> None:
    blank = "," * PROVIDERS["2018_part2"].count("|") + "\r\n"
    body = providers("2018_part2", {}) + 985 * blank.encode()

    assert len(settings(read(body))) == 1


def test_unnamed_empty_columns_at_the_end_are_passed_over() -> None:
    body = csv_body(PROVIDERS["2019"] + "||", visited("25/03/2019"))

    assert len(settings(read(body))) == 1


@pytest.mark.parametrize(
    ("cells", "stop"),
    [
        ({"urn": "Children's home"}, "cannot read 'URN': \"Children's home\" is not a URN"),
        ({"sector": "Ashford"}, "cannot read 'Sector': 'Ashford' is new"),
        ({"places": "Small Steps Ltd"}, "cannot read 'Places': 'Small Steps Ltd' is not a whole"),
        ({"registration date": "05/01/12"}, "cannot read 'Registration date': '05/01/12' is not"),
        ({"event type": "Full review"}, "'Full review' is new"),
        (
            {"overall experiences and progress of children and young people": "Excellent"},
            "'Excellent' is new",
        ),
        ({"event type": ""}, "an inspection without its kind, day or day of publication"),
    ],
)
def test_a_cell_that_cannot_be_what_its_heading_says_stops(
    cells: dict[str, str], stop: str
) -> None:
    assert stop in problem(providers("2019", {"urn": "SC100002"}, {"urn": "SC100003"} | cells))


def test_a_row_shifted_by_one_cell_stops_at_its_line() -> None:
    body = providers("2019", {}, {"urn": "SC100002"})
    lines = body.split(b"\r\n")
    lines[3] = b"," + lines[3]

    with pytest.raises(SourceChangedError, match="row=4"):
        read(b"\r\n".join(lines))


def test_headings_of_no_declared_table_stop_and_say_what_to_do() -> None:
    body = csv_body(PROVIDERS["2019"] + "|Ofsted phase", visited("25/03/2019"))

    assert problem(body) == (
        "no title gives the register date, and these headings are those of no declared table;"
        " if the file is as published, declare it in vintages.py with whom it covers"
    )


def test_a_new_column_under_a_title_stops() -> None:
    body = csv_body(PROVIDERS["2024"] + "|Phase", visited("25/03/2024"), above=(TITLES["2024"],))

    assert "new columns ['phase']" in problem(body)


def test_a_title_of_an_undeclared_year_stops() -> None:
    body = csv_body(PROVIDERS["2025"], above=("Provider level as at 31 March 2026",))

    assert "no table of providers is declared for 2026-03-31" in problem(body)


def test_rows_later_than_the_declared_day_stop() -> None:
    assert "a row is dated 2019-04-02, after the register date 2019-03-31" in problem(
        providers("2019", visited("02/04/2019"))
    )


def test_rows_too_old_for_the_declared_day_stop() -> None:
    assert "the newest inspection is of 2018-12-03, too old for a table at 2019-03-31" in problem(
        providers("2019", visited("03/12/2018"))
    )


def test_an_uninspected_setting_in_a_list_of_inspected_ones_stops() -> None:
    assert "a setting without an inspection" in problem(
        providers("2019", {}, visited("") | uninspected())
    )


def test_a_full_register_in_which_all_are_inspected_stops() -> None:
    assert "every setting has been inspected" in problem(providers("2021", {}))


def in_year(*rows: dict[str, str]) -> bytes:
    said = [visited("12/06/2017") | row for row in rows]
    return csv_body(IN_YEAR_2018, *said, above=("Provider information|||Inspection information",))


def test_a_table_of_inspections_is_known_and_gives_each_visit_of_its_year() -> None:
    body = in_year(
        {},
        {
            "event type": "Interim inspection",
            "event number": "10000002",
            "overall effectiveness": "Declined in effectiveness",
        },
        {
            "event type": "Interim inspection",
            "event number": "10000003",
            "overall effectiveness": "Not judged",
        },
    )
    records = read(body)
    found = inspections(records)

    assert SOURCE.subject(records) == "inspections of 2017-18"
    assert {Listing.IN_YEAR} == {visit.listing for visit in found}
    assert {date(2018, 3, 31)} == {visit.listed_at for visit in found}
    assert [v.event_type for v in found] == [EventType.FULL, EventType.INTERIM, EventType.INTERIM]
    assert [visit.interim_outcome for visit in found] == [
        None,
        InterimOutcome.DECLINED,
        InterimOutcome.NOT_JUDGED,
    ]


def test_one_event_may_count_for_two_registrations() -> None:
    found = inspections(read(in_year({}, {"urn": "SC100002"})))

    assert [(visit.event_number, visit.urn) for visit in found] == [
        ("10000001", "SC100001"),
        ("10000001", "SC100002"),
    ]


def test_a_table_of_inspections_of_two_years_stops() -> None:
    body = in_year({}, visited("12/06/2018") | {"event number": "10000002"})

    assert "visits of several years to 31 March (2018-03-31, 2019-03-31)" in problem(body)


def test_a_visit_without_its_kind_stops() -> None:
    found = problem(in_year(visited("") | uninspected()))

    assert found.startswith("a visit without its kind")


def test_a_table_that_says_it_is_invented_belongs_to_a_rehearsal() -> None:
    real = document(providers("2024", {}))
    invented = csv_body(PROVIDERS["2024"], above=("Rehearsal: Provider level as at 31 March 2024",))

    assert not SOURCE.is_rehearsal(real)
    assert SOURCE.is_rehearsal(document(invented))


def test_a_table_of_inspections_under_a_title_is_known_too() -> None:
    headings = (
        PROVIDERS["2022"]
        .replace("Latest full inspectio health", "Inspection health")
        .replace("Latest full inspection ", "Inspection ")
    )
    cells = {
        "inspection event type": "Assurance visit",
        "inspection date": "01/04/2021",
        "inspection publication date": "03/05/2021",
        "inspection event number": "10000007",
    }
    title = "Children's social care data in England 2022 - Provider level in year 2021-22"
    records = read(csv_body(headings, cells, above=(title,)))

    assert SOURCE.subject(records) == "inspections of 2021-22"
    assert [visit.event_type for visit in inspections(records)] == [EventType.ASSURANCE]


def test_text_with_a_nul_in_it_stops() -> None:
    body = providers("2019", {"organisation which owns the provider": "A\0Ltd"})

    assert problem(body) == "not text: it holds NUL bytes; download it again"
