"""Openings and closures are read from each year's form."""

from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document, Movement, Record, RegistrationStatus
from tests.crawlers.ofsted_forms import CELLS, MOVEMENTS, csv_body

ABOVE = {
    "2022": ("Children's social care data in England 2022 - Leavers and Joiners at 31 Mar 2022",),
    "2023": ("Children's social care data in England 2023 - Leavers and Joiners at 31 March 2023",),
    "2024": ("Children's social care data in England 2024 – Leavers and Joiners at 31 March 2024",),
}
FORMS = {
    **MOVEMENTS,
    "2024": (
        MOVEMENTS["2023"].replace("1 April 2022", "@startdate").replace("31 March 2023", "@enddate")
    ),
}


def movements(form: str, *rows: dict[str, str]) -> list[Movement]:
    body = csv_body(FORMS[form], *rows, above=ABOVE.get(form, ()))
    return [record for record in parsed(body) if isinstance(record, Movement)]


def parsed(body: bytes) -> list[Record]:
    fetched_at = datetime(2026, 9, 1, 12, tzinfo=UTC)
    document = Document(url="file:a.csv", fetched_at=fetched_at, body=body)
    assert SOURCE.recognises(document)
    return [record for record in SOURCE.parse(document) if isinstance(record, Record)]


def joiner(day: str) -> dict[str, str]:
    return {
        "joiner status": "Joiner",
        "registration date": day,
        "first effective date (that the provider became active)": day,
        "flag for appealed": "???",
    }


def leaver(day: str) -> dict[str, str]:
    return joiner("01/05/2012") | {
        "urn": "SC100002",
        "joiner status": "",
        "leaver status": "Leaver",
        "registration status": "Resigned",
        "cancelled or resigned date": day,
        "resigned/closed date": day,
        "date closed": day,
        "first effective date (that the provider became resigned)": day,
        "first effective date (that the provider closed)": day,
    }


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024])
def test_each_year_s_form_gives_what_opened_and_what_closed(year: int) -> None:
    opened, closed = movements(str(year), joiner(f"07/06/{year - 1}"), leaver(f"28/02/{year}"))

    assert opened.joined
    assert not opened.left
    assert opened.moved_on == date(year - 1, 6, 7)
    assert closed.left
    assert closed.left_on == date(year, 2, 28)
    assert {opened.year_to, closed.year_to} == {date(year, 3, 31)}
    assert SOURCE.subject([opened, closed]) == f"movements to {year}-03-31"


def test_status_is_read_under_a_heading_whose_day_was_never_filled_in() -> None:
    closed = movements(
        "2018",
        joiner("07/06/2017"),
        leaver("28/02/2018")
        | {
            "registration status (as at @startdate)": "Active",
            "registration status (as at @enddate)": "Cancelled",
        },
    )[1]

    assert closed.status_before is RegistrationStatus.ACTIVE
    assert closed.status_after is RegistrationStatus.CANCELLED


def test_a_joiner_without_a_council_is_kept() -> None:
    found = movements("2018", joiner("23/03/2018") | {"local authority": ""})

    assert [movement.local_authority for movement in found] == [None]


def test_each_way_of_leaving_has_its_day_where_the_form_tells_them_apart() -> None:
    closed = movements(
        "2023",
        leaver("")
        | {
            "first effective date (that the provider closed)": "04/05/2022",
            "first effective date (that the provider became cancelled)": "01/06/2022",
        },
    )[0]

    assert (closed.resigned_on, closed.closed_on, closed.cancelled_on, closed.left_on) == (
        None,
        date(2022, 5, 4),
        date(2022, 6, 1),
        date(2022, 5, 4),
    )


def test_a_leaver_without_a_day_is_dated_to_the_end_of_the_year() -> None:
    stayed = movements("2023", joiner("07/06/2022"), leaver(""))[1]

    assert stayed.left_on is None
    assert stayed.moved_on == date(2023, 3, 31)


@pytest.mark.parametrize(
    ("form", "rows", "stop"),
    [
        (
            "2023",
            [joiner("07/06/2023")],
            "the newest opening or closure is of 2023-06-07, outside the year to 2023-03-31",
        ),
        ("2023", [joiner("07/06/2022") | {"joiner status": ""}], "neither a joiner nor a leaver"),
        ("2023", [joiner("07/06/2022") | {"joiner status": "Yes"}], "'Yes' is new"),
        (
            "2018",
            [leaver("28/02/2018")],
            "neither a title, a heading nor a joiner says which year this covers",
        ),
        ("2020", [joiner("South East")], "'South East' is not a day"),
    ],
)
def test_what_cannot_be_a_year_s_movements_stops(
    form: str, rows: list[dict[str, str]], stop: str
) -> None:
    with pytest.raises(SourceChangedError) as raised:
        movements(form, *rows)

    assert stop in raised.value.problem


def test_a_form_without_any_day_of_leaving_stops() -> None:
    headings = MOVEMENTS["2020"].replace("Cancelled or resigned date|", "")

    with pytest.raises(SourceChangedError, match="no column 'First effective date"):
        parsed(csv_body(headings, CELLS | joiner("07/06/2019")))
