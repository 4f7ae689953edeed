"""The register of schools becomes schools: those that owners of homes may run."""

import csv
from dataclasses import replace
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from crawlers.reading import SourceChangedError
from crawlers.showing import cited_place
from crawlers.source import Follow
from crawlers.sources.gias_schools import SOURCE, to_the_newest_file
from crawlers.sources.gias_schools.columns import NOT_READ
from db.records import Document, School

FIRST = ("URN", "LA (code)", "LA (name)", "EstablishmentNumber", "EstablishmentName")
ONE = {
    "URN": "100001",
    "LA (name)": "Sunderland",
    "EstablishmentName": "Alderfold School",
    "TypeOfEstablishment (name)": "Other independent special school",
    "EstablishmentTypeGroup (name)": "Independent schools",
    "EstablishmentStatus (name)": "Closed",
    "OpenDate": "01-09-2009",
    "CloseDate": "31-08-2025",
    "ReasonEstablishmentClosed (name)": "Closure",
    "PhaseOfEducation (name)": "Not applicable",
    "StatutoryLowAge": "8",
    "StatutoryHighAge": "19",
    "BoardingEstablishment (name)": "Has boarders",
    "SchoolCapacity": "30",
    "NumberOfPupils": "",
    "PropsName": "Larkmoor Care Ltd",
    "CHNumber": "9000001",
    "Trusts (name)": "",
    "GSSLACode (name)": "E08000024",
    "GOR (name)": "North East",
    "HeadLastName": "Withheld",
}
COUNCILS = {
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentTypeGroup (name)": "Local authority maintained schools",
    "BoardingEstablishment (name)": "Does not have boarders",
    "PropsName": "",
    "CHNumber": "",
}
HEADINGS = list(dict.fromkeys((*FIRST, *ONE, *NOT_READ)))


def register(*said: dict[str, str], headings: list[str] = HEADINGS) -> Document:
    written = StringIO(newline="")
    rows = [[{**ONE, **one}.get(heading, "") for heading in headings] for one in said]
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows([headings, *rows])
    return Document(
        url="file:edubasealldata20260901.csv",
        fetched_at=datetime(2026, 9, 3, 12, tzinfo=UTC),
        body=written.getvalue().encode("cp1252"),
    )


def read(said: dict[str, str]) -> School | None:
    found = list(SOURCE.parse(register(said, {"URN": "100009"})))
    schools = [one for one in found if isinstance(one, School)]
    return next((one for one in schools if one.urn == "100001"), None)


def test_a_school_is_read_with_its_proprietor_and_its_days() -> None:
    document = register({})

    assert list(SOURCE.parse(document)) == [
        School(
            cite=document.cite("row=2"),
            public_on=date(2026, 9, 1),
            valid_from=date(2009, 9, 1),
            valid_to=date(2025, 8, 31),
            urn="100001",
            name="Alderfold School",
            school_type="Other independent special school",
            type_group="Independent schools",
            status="Closed",
            closed_because="Closure",
            phase=None,
            age_from=8,
            age_to=19,
            has_boarders=True,
            capacity=30,
            pupils=None,
            proprietor_name="Larkmoor Care Ltd",
            proprietor_is_withheld=False,
            company_number="09000001",
            trust_name=None,
            local_authority="Sunderland",
            local_authority_code="E08000024",
            region="North East",
        )
    ]


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ({}, False),
        ({"TypeOfEstablishment (name)": "Academy special converter"}, True),
        ({"EstablishmentTypeGroup (name)": "Special schools"}, True),
        ({"BoardingEstablishment (name)": "Has boarders"}, True),
        ({"BoardingEstablishment (name)": "Not recorded"}, False),
        ({"PropsName": "Larkmoor Care Ltd"}, True),
        ({"CHNumber": "09000001"}, True),
    ],
)
def test_councils_own_day_schools_are_left_out(said: dict[str, str], is_kept: bool) -> None:
    assert (read({**COUNCILS, **said}) is not None) is is_kept


@pytest.mark.parametrize(
    ("name", "is_withheld"),
    [
        ("Mrs A Example", True),
        ("Dr. Example", True),
        ("Anne Example", True),
        ("Anne B. Example-Other & Bert Example", True),
        ("Larkmoor Care Limited", False),
        ("LARKMOOR EDUCATION", False),
        ("Larkmoor Schools Trust", False),
        ("The governors of Alderfold", False),
        ("anne example, bert example and cara example", True),
        ("larkmoor", True),
    ],
)
def test_a_proprietor_who_may_be_a_person_is_not_named(name: str, is_withheld: bool) -> None:
    found = read({"PropsName": name})

    assert found is not None
    assert (found.proprietor_name, found.proprietor_is_withheld) == (
        None if is_withheld else name,
        is_withheld,
    )


def test_a_proprietor_is_never_shown_and_a_head_never_read() -> None:
    shown = cited_place(register({}), "row=2", SOURCE.parse, SOURCE.masked)

    assert dict(shown.cells)["PropsName"] == "(masked)"
    assert "HeadLastName" in shown.not_shown


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"OpenDate": "soon"}, "'soon' is not a day such as 31-08-2025"),
        ({"URN": "12"}, "is not a school's URN"),
        ({"BoardingEstablishment (name)": "Perhaps"}, "'Perhaps' is new"),
    ],
)
def test_a_value_that_cannot_be_stops_the_reading(said: dict[str, str], problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(said)


def test_a_day_that_is_not_given_is_not_published() -> None:
    found = read({"OpenDate": "", "CloseDate": "", "BoardingEstablishment (name)": ""})

    assert found is not None
    assert (found.valid_from, found.valid_to, found.has_boarders) == (None, None, None)


def test_a_new_column_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new columns \['novel'\]"):
        list(SOURCE.parse(register({}, headings=[*HEADINGS, "Novel"])))


def test_a_file_without_its_name_is_public_from_its_download() -> None:
    (found,) = SOURCE.parse(replace(register({}), url="file:schools.csv"))

    assert isinstance(found, School)
    assert found.public_on == date(2026, 9, 3)
    assert SOURCE.subject([found]) == "schools"


def test_the_register_is_known_and_an_invented_one_is_a_rehearsals() -> None:
    assert SOURCE.recognises(register({}))
    assert not SOURCE.recognises(replace(register({}), body=b"URN,Name\n"))
    assert not SOURCE.is_rehearsal(register({}))
    assert SOURCE.is_rehearsal(register({"URN": "900001"}))
    assert not SOURCE.is_rehearsal(register(COUNCILS, {"URN": "100002"}))


def page(inside: str) -> Document:
    body = f"<html><body><form>{inside}</form></body></html>".encode()
    return replace(register({}), body=body)


def field(name: str, value: str) -> str:
    return f'<input type="hidden" name="Downloads[3].{name}" value="{value}">'


def test_a_link_to_the_file_is_followed() -> None:
    link = "https://files.example/edubase/downloads/public/edubasealldata20260901.csv"

    assert list(to_the_newest_file(page(f'<a href="/">home</a><a href="{link}">csv</a>'))) == [
        Follow(url=link)
    ]


def test_a_form_without_links_names_the_day_of_the_file() -> None:
    other = field("Tag", "all.links").replace("[3]", "[2]")
    form = other + field("Tag", "all.edubase.data")

    assert list(
        to_the_newest_file(page(form + field("FileGeneratedDate", "01/09/2026 03:10:00")))
    ) == [
        Follow(
            url="/edubase/downloads/public/edubasealldata20260901.csv",
            host="gias_files",
            is_final=True,
        )
    ]
    with pytest.raises(SourceChangedError, match="nor names its day"):
        list(to_the_newest_file(page(form)))
    with pytest.raises(SourceChangedError, match="nor names its day"):
        list(to_the_newest_file(page(other)))
