"""Every year's table of providers is read for what it is, and for nothing else."""

from datetime import date

import pytest

from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    Judgement,
    Listing,
    Population,
    ProvisionType,
    Sector,
    Setting,
)
from tests.crawlers.ofsted_forms import (
    PROVIDERS,
    csv_body,
    uninspected,
    visited,
)
from tests.crawlers.vintages import (
    FULL,
    VINTAGES,
    document,
    inspections,
    problem,
    providers,
    read,
    settings,
)


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


def test_a_table_that_says_it_is_invented_belongs_to_a_rehearsal() -> None:
    real = document(providers("2024", {}))
    invented = csv_body(PROVIDERS["2024"], above=("Rehearsal: Provider level as at 31 March 2024",))

    assert not SOURCE.is_rehearsal(real)
    assert SOURCE.is_rehearsal(document(invented))
