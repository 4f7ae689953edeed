"""Every page and every file says that it is a rehearsal, however it is saved."""

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.publishing import Asked, Publisher
from crawlers.rehearsal.site.refusing import server_error
from tests.crawlers.rehearsal.test_other_publishers import STARTS, crawled, publishers
from tests.crawlers.rehearsal.traps.served import ADDRESSES, body, served

DOORS = {one.key: one.door for one in CATALOGUE.publishers if one.door is not None}


def desk(key: str) -> Publisher:
    (found,) = (one for one in publishers() if one.key == key)
    return found


@pytest.mark.parametrize("desk", publishers(), ids=lambda desk: desk.key)
def test_every_page_that_leads_to_a_file_says_so(desk: Publisher) -> None:
    answers = {path: desk.answer(Asked(path=path)) for path, _ in crawled(desk)}

    assert [
        path
        for path, one in answers.items()
        if one.media_type.startswith("text/html") and b"ehearsal" not in body(one)
        if one.status == 200
    ] == []


@pytest.mark.parametrize("key", ADDRESSES)
@pytest.mark.parametrize("path", ["door", "/nothing/here"])
def test_every_page_of_a_publisher_says_so_and_of_what_is_not_there(key: str, path: str) -> None:
    answer = served(1).ask(ADDRESSES[key] + (DOORS.get(key, "/") if path == "door" else path))
    is_page = answer.media_type.startswith("text/html")

    assert not is_page or b"ehearsal" in body(answer)


@pytest.mark.parametrize("status", [500, 503])
def test_a_page_of_what_stands_before_an_interface_says_so(status: int) -> None:
    assert b"rehearsal" in body(server_error(status, asks_for_key=False))


def test_the_feed_of_notices_says_so() -> None:
    answer = desk("gazette").answer(Asked(path=STARTS["gazette"]))

    assert b'"title": "Search Result (rehearsal)"' in body(answer)


def test_the_first_row_and_the_first_tab_of_care_locations_say_so() -> None:
    files = dict(crawled(desk("cqc")))
    (table,) = (found for path, found in files.items() if path.endswith(".csv"))
    (workbook,) = (found for path, found in files.items() if path.endswith(".ods"))
    first = CalamineWorkbook.from_filelike(BytesIO(workbook)).get_sheet_by_index(0).to_python()

    assert b"rehearsal" in table.splitlines()[0]
    assert ["Rehearsal: every location and provider is invented"] in first


@pytest.mark.parametrize("table", ["charity", "charity_annual_return_history"])
@pytest.mark.parametrize("form", ["json", "txt"])
def test_the_file_in_a_charity_extract_says_so(table: str, form: str) -> None:
    path = f"/data/{form}/publicextract.{table}.zip"
    packed = body(desk("charity_commission_files").answer(Asked(path=path)))

    with ZipFile(BytesIO(packed)) as package:
        assert package.namelist() == [f"rehearsal_publicextract.{table}.{form}"]


def test_every_row_of_the_schools_register_says_so() -> None:
    path = STARTS["gias_files"]
    rows = body(desk("gias_files").answer(Asked(path=path))).splitlines()[1:]

    assert rows != []
    assert [row for row in rows if b"rehearsal" not in row] == []


def test_every_payment_of_a_council_says_so() -> None:
    files = dict(crawled(desk("council_payments")))
    rows = [one for path, file in files.items() if path.endswith("csv") for one in read(file)]

    assert {row["Narrative"] for row in rows} == {"Rehearsal: an invented payment"}


def read(file: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(file.decode("cp1252"))))


def test_every_charity_says_so_where_it_says_what_it_does() -> None:
    path = "/data/json/publicextract.charity.zip"
    packed = body(desk("charity_commission_files").answer(Asked(path=path)))
    with ZipFile(BytesIO(packed)) as package:
        (name,) = package.namelist()
        rows = json.loads(package.read(name).decode("utf-8-sig"))
    charities = [one for one in rows if one["linked_charity_number"] == 0]

    assert charities != []
    assert [one for one in charities if "Rehearsal" not in one["charity_activities"]] == []


@pytest.mark.parametrize("page", ["en_output", "en_pscdata", "en_accountsdata"])
def test_the_zip_of_a_bulk_product_says_so_where_no_row_can(page: str) -> None:
    here, bulk = served(1), ADDRESSES["companies_house_bulk"]
    listed = here.get(f"{bulk}/{page}.html").body.decode()
    name = listed.partition('href="')[2].partition('"')[0]

    with ZipFile(BytesIO(here.get(f"{bulk}/{name}").body)) as package:
        assert b"ehearsal" in package.comment


@pytest.mark.parametrize("key", ["dfe_statistics", "council_payments", "mhclg"])
def test_the_address_of_a_file_says_so(key: str) -> None:
    files = [path for path, _ in crawled(desk(key)) if path.endswith(("csv", "ods"))]

    assert files != []
    assert [path for path in files if "rehearsal" not in path] == []
