"""The bulk products and the pages from which they are downloaded."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from crawlers.rehearsal.forms.companies_house.bulk import CompaniesHouseBulk
from crawlers.rehearsal.forms.companies_house.daily_accounts import run_number
from crawlers.rehearsal.publishing import Answer
from tests.crawlers import company_data
from tests.crawlers.rehearsal.companies_house.small_register import (
    ADDRESSES,
    asked,
    document_body,
    setup,
)

COMPANIES = "BasicCompanyDataAsOneFile-2026-11-01"
MONTHS = "en_monthlyaccountsdata.html"
SNAPSHOT = "persons-with-significant-control-snapshot-2026-11-04"
Row = dict[str, str]


@pytest.fixture
def bulk(tmp_path: Path) -> CompaniesHouseBulk:
    return CompaniesHouseBulk(setup=setup(folder=tmp_path), document_body=document_body)


def members(found: Answer) -> dict[str, bytes]:
    assert isinstance(found.body, Path)
    with zipfile.ZipFile(found.body) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture
def rows(bulk: CompaniesHouseBulk) -> dict[str, Row]:
    """The company data's rows by number, their headings stripped."""
    written = members(bulk.answer(asked(f"/{COMPANIES}.zip")))[f"{COMPANIES}.csv"].decode()
    header, *found = csv.reader(io.StringIO(written))
    names = [name.strip() for name in header]
    return {row[1]: dict(zip(names, row, strict=True)) for row in found}


def page(bulk: CompaniesHouseBulk, name: str) -> str:
    found = bulk.answer(asked(f"/{name}"))
    assert isinstance(found.body, bytes)
    return found.body.decode()


def test_the_header_is_the_publishers_to_the_letter(bulk: CompaniesHouseBulk) -> None:
    written = members(bulk.answer(asked(f"/{COMPANIES}.zip")))[f"{COMPANIES}.csv"].decode()
    header = written.partition("\r\n")[0]
    names = header.split(",")

    assert header == company_data.HEADER
    assert (len(names), sum(name.startswith(" ") for name in names)) == (55, 14)


def test_only_live_companies_are_in_it_as_at_the_months_end(rows: dict[str, Row]) -> None:
    assert "99000005" not in rows
    assert "99000009" not in rows
    assert {number for number in rows if not number.isdigit()} == {
        "CE990001",
        "LP990001",
        "OC990001",
        "OE990001",
    }


@pytest.mark.parametrize(
    ("today", "listed"),
    [
        (date(2026, 11, 1), "2026-10-01"),
        (date(2026, 11, 3), "2026-10-01"),
        (date(2026, 11, 4), "2026-11-01"),
        (date(2026, 11, 30), "2026-11-01"),
    ],
)
def test_a_months_company_data_comes_within_five_working_days_of_it(
    today: date, listed: str, tmp_path: Path
) -> None:
    here = CompaniesHouseBulk(
        setup=setup(folder=tmp_path, today=today), document_body=document_body
    )

    assert f"BasicCompanyDataAsOneFile-{listed}.zip" in page(here, "en_output.html")


def test_a_row_is_in_the_publishers_words(rows: dict[str, Row]) -> None:
    homes = rows["99000001"]

    assert homes["CompanyName"] == "FERNLARK HOMES LIMITED"
    assert homes["RegAddress.AddressLine1"] == "12 WHINCHAT ROW"
    assert homes["CompanyCategory"] == "Private Limited Company"
    assert (homes["IncorporationDate"], homes["DissolutionDate"]) == ("10/02/2015", "")
    assert (homes["Accounts.AccountRefDay"], homes["Accounts.AccountRefMonth"]) == ("31", "8")
    assert (homes["Accounts.NextDueDate"], homes["Accounts.LastMadeUpDate"]) == (
        "31/05/2027",
        "31/03/2025",
    )
    assert homes["Accounts.AccountCategory"] == "SMALL"
    assert homes["SICCode.SicText_1"] == "87900 - Other residential care activities n.e.c."
    assert homes["URI"] == f"{ADDRESSES['companies_house_api']}/company/99000001"
    assert (homes["PreviousName_1.CONDATE"], homes["PreviousName_1.CompanyName"]) == (
        "01/06/2021",
        "FERNLARK CARE LIMITED",
    )
    assert (homes["ConfStmtNextDueDate"], homes["ConfStmtLastMadeUpDate"]) == (
        "23/02/2027",
        "09/02/2026",
    )


def test_charges_are_counted(rows: dict[str, Row]) -> None:
    counts = [value for name, value in rows["99000001"].items() if name.startswith("Mortgages")]

    assert counts == ["2", "1", "0", "1"]


@pytest.mark.parametrize(
    ("number", "status", "category"),
    [
        ("99000006", "In Administration", "Private Limited Company"),
        ("99000007", "Active - Proposal to Strike off", "Private Limited Company"),
        ("99000004", "Active", "Community Interest Company"),
        ("CE990001", "Active", "Charitable Incorporated Organisation"),
        ("OC990001", "Active", "Limited Liability Partnership"),
        ("OE990001", "Active", "Overseas Entity"),
    ],
)
def test_statuses_and_categories_are_the_products_own(
    rows: dict[str, Row], number: str, status: str, category: str
) -> None:
    assert (rows[number]["CompanyStatus"], rows[number]["CompanyCategory"]) == (status, category)


def test_the_snapshot_ends_in_its_totals_and_they_are_right(bulk: CompaniesHouseBulk) -> None:
    written = members(bulk.answer(asked(f"/{SNAPSHOT}.zip")))[f"{SNAPSHOT}.txt"]
    *lines, last = [json.loads(line) for line in written.splitlines()]
    kinds = [line["data"]["kind"] for line in lines]

    assert last == {
        "data": {
            "kind": "totals#persons-of-significant-control-snapshot",
            "persons_of_significant_control_count": 7,
            "statements_count": 2,
            "exemptions_count": 1,
            "generated_at": "2026-11-04T03:43:03Z",
        }
    }
    assert (len(lines), kinds.count("exemptions")) == (10, 1)
    assert sum("ceased_on" in line["data"] for line in lines) == 2
    assert sum(kind.endswith("beneficial-owner") for kind in kinds) == 1


def test_the_days_accounts_are_those_registered_the_day_before(bulk: CompaniesHouseBulk) -> None:
    found = members(bulk.answer(asked("/Accounts_Bulk_Data-2026-11-04.zip")))

    assert found == {
        "Prod223_4343_OC990001_20260331.html": (
            b"application/xhtml+xml: accounts of OC990001 to 2026-03-31"
        )
    }


def test_tuesdays_accounts_are_of_three_days_without_scans_and_amendments(
    bulk: CompaniesHouseBulk,
) -> None:
    found = members(bulk.answer(asked("/Accounts_Bulk_Data-2026-11-03.zip")))

    assert list(found) == [
        "Prod223_4342_99000003_20260331.html",
        "Prod223_4342_99000004_20260331.html",
    ]


def test_runs_are_numbered_as_the_publishers_are() -> None:
    days = (date(2023, 3, 2), date(2023, 3, 4), date(2023, 3, 7), date(2025, 5, 3))

    assert [run_number(day) for day in days] == [3384, 3386, 3387, 3951]


def test_every_file_that_a_page_names_can_be_downloaded(bulk: CompaniesHouseBulk) -> None:
    pages = (
        "en_output.html",
        "en_pscdata.html",
        "en_accountsdata.html",
        "en_monthlyaccountsdata.html",
    )
    linked = [name for one in pages for name in re.findall(r'href="([^"]+)"', page(bulk, one))]

    assert {bulk.answer(asked(f"/{name}")).status for name in linked} == {200}
    assert linked == [
        "BasicCompanyDataAsOneFile-2026-11-01.zip",
        "BasicCompanyData-2026-11-01-part1_1.zip",
        "persons-with-significant-control-snapshot-2026-11-04.zip",
        "psc-snapshot-2026-11-04_1of1.zip",
        "Accounts_Bulk_Data-2026-11-04.zip",
        "Accounts_Bulk_Data-2026-11-03.zip",
        "Accounts_Monthly_Data-December2025.zip",
        "Accounts_Monthly_Data-October2026.zip",
    ]


@pytest.mark.parametrize(
    ("today", "last"), [(date(2026, 11, 3), "December2025"), (date(2026, 11, 4), "October2026")]
)
def test_a_months_accounts_come_within_five_working_days_of_its_end(
    today: date, last: str, tmp_path: Path
) -> None:
    here = CompaniesHouseBulk(
        setup=setup(folder=tmp_path, today=today), document_body=document_body
    )
    listed = re.findall(r">Accounts_Monthly_Data-(\w+)\.zip  \(b\)<", page(here, MONTHS))

    assert listed[-1] == last


def test_a_months_accounts_are_those_registered_in_it(bulk: CompaniesHouseBulk) -> None:
    found = members(bulk.answer(asked("/Accounts_Monthly_Data-October2026.zip")))

    assert {"Prod224_2610_99000003_20260331.html"} <= found.keys()
    assert all(name.startswith("Prod224_2610_") for name in found)


def test_a_page_gives_sizes_and_the_day(bulk: CompaniesHouseBulk) -> None:
    companies, snapshot = page(bulk, "en_output.html"), page(bulk, "en_pscdata.html")

    assert f"{COMPANIES}.zip  (1Mb)</a>" in companies
    assert "<strong>Last Updated:</strong> 04/11/2026" in companies
    assert "<strong>Last Updated:</strong> 04/11/2026 03:43hrs" in snapshot


def test_a_product_says_when_it_was_made(bulk: CompaniesHouseBulk) -> None:
    found = bulk.answer(asked(f"/{SNAPSHOT}.zip"))

    assert found.media_type == "application/zip"
    assert found.headers == {"Last-Modified": "Wed, 04 Nov 2026 03:43:03 GMT"}


def test_an_older_product_is_gone(bulk: CompaniesHouseBulk) -> None:
    statuses = [
        bulk.answer(asked(path)).status
        for path in (
            "/BasicCompanyDataAsOneFile-2026-10-01.zip",
            "/persons-with-significant-control-snapshot-2026-11-03.zip",
            "/Accounts_Bulk_Data-2025-12-31.zip",
            "/",
        )
    ]

    assert statuses == [404, 404, 404, 404]


def test_a_product_is_written_once_and_never_in_part(
    bulk: CompaniesHouseBulk, tmp_path: Path
) -> None:
    first = bulk.answer(asked(f"/{COMPANIES}.zip")).body
    assert isinstance(first, Path)
    written_at = first.stat().st_mtime_ns
    again = bulk.answer(asked(f"/{COMPANIES}.zip")).body
    assert isinstance(again, Path)

    assert again.stat().st_mtime_ns == written_at
    assert [path.name for path in tmp_path.iterdir()] == [f"{COMPANIES}.zip"]
