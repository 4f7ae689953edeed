"""The charity register of a rehearsal, read back from its zips."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from crawlers.rehearsal.forms.charity_commission import CharityCommission, CharityCommissionFiles
from crawlers.rehearsal.publishing import Asked, Setup
from tests.crawlers.rehearsal.seven_councils import ADDRESSES, TODAY, WORLD

HERE = ADDRESSES["charity_commission_files"]

CHARITY_COLUMNS = """\
date_of_extract organisation_number registered_charity_number linked_charity_number charity_name
charity_type charity_registration_status date_of_registration date_of_removal
charity_reporting_status latest_acc_fin_period_start_date latest_acc_fin_period_end_date
latest_income latest_expenditure charity_contact_address1 charity_contact_address2
charity_contact_address3 charity_contact_address4 charity_contact_address5
charity_contact_postcode charity_contact_phone charity_contact_email charity_contact_web
charity_company_registration_number charity_insolvent charity_in_administration
charity_previously_excepted charity_is_cdf_or_cif charity_is_cio cio_is_dissolved
date_cio_dissolution_notice charity_activities charity_gift_aid charity_has_land"""

RETURN_COLUMNS = """\
date_of_extract organisation_number registered_charity_number fin_period_start_date
fin_period_end_date ar_cycle_reference reporting_due_date date_annual_return_received
date_accounts_received total_gross_income total_gross_expenditure accounts_qualified
suppression_ind suppression_type"""


def commission(today: date = TODAY, seed: int = WORLD.seed) -> CharityCommissionFiles:
    return CharityCommissionFiles(
        Setup(
            world=replace(WORLD, seed=seed),
            today=today,
            addresses=ADDRESSES,
            folder=Path("unused"),
        )
    )


def served(path: str, today: date = TODAY) -> bytes:
    answer = commission(today).answer(Asked(path=path))
    assert answer.status == 200
    assert isinstance(answer.body, bytes)
    return answer.body


def table(name: str, today: date = TODAY) -> list[dict[str, Any]]:
    with ZipFile(BytesIO(served(f"/data/json/publicextract.{name}.zip", today))) as package:
        return json.loads(package.read(f"rehearsal_publicextract.{name}.json").decode("utf-8-sig"))


def charity(number: int, today: date = TODAY) -> dict[str, Any]:
    return next(
        row
        for row in table("charity", today)
        if row["registered_charity_number"] == number and row["linked_charity_number"] == 0
    )


def test_the_tables_have_the_columns_of_the_real_extract() -> None:
    assert " ".join(table("charity")[0]) == CHARITY_COLUMNS.replace("\n", " ")
    assert " ".join(table("charity_annual_return_history")[0]) == RETURN_COLUMNS.replace("\n", " ")


def test_a_charitable_company_stands_beside_its_company_number() -> None:
    row = charity(9900111)

    assert row["charity_company_registration_number"] == "99000005"
    assert row["charity_type"] == "Charitable company"
    assert row["charity_name"] == "LAPWINGSHAW TRUST"


def test_what_has_no_company_has_no_company_number() -> None:
    assert charity(9900222)["charity_company_registration_number"] is None
    assert charity(9900333)["charity_company_registration_number"] is None
    assert charity(9900333)["charity_is_cio"] is True


def test_a_charity_is_removed_on_the_day_it_ends_and_not_before() -> None:
    assert charity(9900333, date(2022, 6, 29))["charity_registration_status"] == "Registered"
    assert charity(9900333, date(2022, 6, 30))["charity_registration_status"] == "Removed"
    assert charity(9900333)["date_of_removal"] == "2022-06-30T00:00:00"


def test_the_latest_income_is_that_of_the_last_return_that_is_in() -> None:
    row = charity(9900111)

    assert row["latest_acc_fin_period_end_date"] == "2025-03-31T00:00:00"
    assert row["latest_income"] == 2_050_000
    assert row["latest_expenditure"] == 2_049_000


def test_a_year_that_has_ended_without_a_return_has_no_figures_yet() -> None:
    newest = next(
        row
        for row in table("charity_annual_return_history")
        if row["registered_charity_number"] == 9900111
    )

    assert newest["fin_period_end_date"] == "2026-03-31T00:00:00"
    assert newest["ar_cycle_reference"] == "AR26"
    assert newest["reporting_due_date"] == "2027-01-31T00:00:00"
    assert newest["date_annual_return_received"] is None
    assert newest["total_gross_income"] is None


def test_nothing_bears_a_later_day() -> None:
    rows = [*table("charity"), *table("charity_annual_return_history")]
    days = [
        value[:10]
        for row in rows
        for name, value in row.items()
        if isinstance(value, str) and value.endswith("T00:00:00") and name != "reporting_due_date"
    ]

    assert max(days) == str(TODAY)


def test_the_text_says_what_the_json_says() -> None:
    with ZipFile(BytesIO(served("/data/txt/publicextract.charity.zip"))) as package:
        text = package.read("rehearsal_publicextract.charity.txt").decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO(text), delimiter="\t"))

    assert [row["charity_name"] for row in rows] == [
        row["charity_name"] for row in table("charity")
    ]
    assert rows[0]["charity_insolvent"] == "False"
    assert rows[0]["date_of_extract"] == "2026-11-22 00:00:00.0000000"


def test_a_linked_fund_shares_the_number_of_a_charity_and_is_not_it() -> None:
    answer = commission(seed=1).answer(Asked(path="/data/json/publicextract.charity.zip"))
    assert isinstance(answer.body, bytes)
    with ZipFile(BytesIO(answer.body)) as package:
        rows = json.loads(package.read("rehearsal_publicextract.charity.json").decode("utf-8-sig"))
    funds = [row for row in rows if row["linked_charity_number"] == 1]

    assert len(funds) == 2
    assert all(row["charity_name"].endswith("ENDOWMENT FUND") for row in funds)
    assert all(row["charity_company_registration_number"] is None for row in funds)
    assert len({row["organisation_number"] for row in rows}) == len(rows) == 5


def test_the_page_links_every_file_at_its_own_address() -> None:
    site = CharityCommission(
        Setup(world=WORLD, today=TODAY, addresses=ADDRESSES, folder=Path("unused"))
    )
    page = site.answer(Asked(path="/en/register/full-register-download")).body
    assert isinstance(page, bytes)
    text = page.decode()
    links = [part.partition('"')[0] for part in text.split('href="')[1:]]

    assert len(links) == 4
    assert all(link.startswith(HERE) for link in links)
    assert all(served(link.removeprefix(HERE)) for link in links)


def test_a_table_of_people_is_not_there() -> None:
    asked = Asked(path="/data/json/publicextract.charity_trustee.zip")

    assert commission().answer(asked).status == 404


def test_the_same_day_has_the_same_bytes() -> None:
    path = "/data/json/publicextract.charity.zip"

    assert served(path) == served(path)
