"""The schools register of a rehearsal, read back from its file of the day."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

from crawlers.rehearsal.forms.gias import SchoolsFiles, SchoolsRegister
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

FILE = "/edubase/downloads/public/edubasealldata20261122.csv"


def register(today: date = TODAY) -> SchoolsFiles:
    return SchoolsFiles(Setup(world=WORLD, today=today, addresses=ADDRESSES, folder=Path("unused")))


def served(path: str = FILE, today: date = TODAY) -> bytes:
    answer = register(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def rows(path: str = FILE, today: date = TODAY) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(served(path, today).decode("cp1252"))))


def test_the_page_names_the_day_of_its_file_in_a_form_and_links_none() -> None:
    site = SchoolsRegister(
        Setup(world=WORLD, today=TODAY, addresses=ADDRESSES, folder=Path("unused"))
    )
    page = site.answer(Asked(path="/Downloads")).body

    assert isinstance(page, bytes)
    assert b'name="Downloads[0].Tag" value="all.edubase.data"' in page
    assert b'name="Downloads[0].FileGeneratedDate" value="22/11/2026 00:00:00"' in page
    assert b"href" not in page


def test_no_other_days_file_is_there() -> None:
    tomorrow = Asked(path="/edubase/downloads/public/edubasealldata20261123.csv")

    assert register().answer(tomorrow).status == 404


def test_the_file_has_the_columns_of_the_real_one() -> None:
    headings = list(rows()[0])

    assert len(headings) == 140
    assert headings[:6] == [
        "URN",
        "LA (code)",
        "LA (name)",
        "EstablishmentNumber",
        "EstablishmentName",
        "TypeOfEstablishment (code)",
    ]
    assert headings.index("PropsName") == 121
    assert headings[-6:] == [
        "QABReport",
        "CHNumber",
        "MSOA (code)",
        "LSOA (code)",
        "FSM",
        "AccreditationExpiryDate",
    ]


def test_every_field_is_quoted() -> None:
    first, second = served().decode("cp1252").splitlines()[:2]

    assert first.startswith('"URN","LA (code)","LA (name)"')
    assert second.startswith('"')


def test_a_school_beside_a_setting_names_the_owner_as_its_proprietor() -> None:
    school = next(row for row in rows() if row["URN"] == "990001")

    assert school["EstablishmentName"] == "Lapwingshaw School"
    assert school["TypeOfEstablishment (name)"] == "Non-maintained special school"
    assert school["PropsName"] == "Lapwingshaw Trust"
    assert school["LA (code)"] == "380"
    assert school["GSSLACode (name)"] == "E08000032"
    assert school["OpenDate"] == "04-05-2018"


def test_a_company_that_runs_schools_is_the_proprietor_of_each() -> None:
    of_groups = [row for row in rows() if row["URN"].startswith("97")]

    assert len(of_groups) == 3
    assert {row["PropsName"] for row in of_groups} <= {
        "Dotterelgarth Schools Limited",
        "Dotterelgarth Schools",
    }
    assert {row["TypeOfEstablishment (name)"] for row in of_groups} == {
        "Other independent special school"
    }


def test_no_proprietor_has_a_company_number() -> None:
    assert {row["CHNumber"] for row in rows()} == {""}


def test_a_school_is_not_listed_before_it_opens() -> None:
    earlier = rows("/edubase/downloads/public/edubasealldata20151223.csv", date(2015, 12, 23))
    later = rows("/edubase/downloads/public/edubasealldata20151224.csv", date(2015, 12, 24))

    assert len(later) == len(earlier) + 1


def test_the_same_day_has_the_same_bytes() -> None:
    assert served() == served()
