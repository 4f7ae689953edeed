"""The Charity Commission's tables become charities and returns: those that can matter here."""

import json
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from crawlers.reading import SourceChangedError
from crawlers.showing import cited_place
from crawlers.source import Follow
from crawlers.sources.charity_commission import SOURCE, to_the_tables
from db.records import Charity, CharityReturn, Document, Record

NOTHING = dict.fromkeys(
    (
        "charity_contact_address1",
        "charity_contact_email",
        "charity_company_registration_number",
        "charity_activities",
        "charity_is_cio",
        "cio_is_dissolved",
        "date_cio_dissolution_notice",
        "date_of_removal",
    )
)


def document(*rows: dict[str, Any], body: bytes | None = None) -> Document:
    return Document(
        url="file:publicextract.charity.json",
        fetched_at=datetime(2026, 9, 2, 12, tzinfo=UTC),
        body=json.dumps(rows).encode("utf-8-sig") if body is None else body,
    )


def charity(**said: Any) -> dict[str, Any]:
    return {
        **NOTHING,
        "date_of_extract": "2026-09-01T00:00:00",
        "organisation_number": 3,
        "registered_charity_number": 1000001,
        "linked_charity_number": 0,
        "charity_name": "LARKMOOR TRUST",
        "charity_type": "Charitable company",
        "charity_registration_status": "Registered",
        "date_of_registration": "2009-05-01T00:00:00",
        "charity_reporting_status": "Submission Overdue",
        "latest_acc_fin_period_start_date": "2024-04-01T00:00:00",
        "latest_acc_fin_period_end_date": "2025-03-31T00:00:00",
        "latest_income": 1200000.4,
        "latest_expenditure": 1300000,
        "charity_company_registration_number": "9000001",
        "charity_insolvent": False,
        "charity_in_administration": True,
        **said,
    }


def annual_return(**said: Any) -> dict[str, Any]:
    return {
        "date_of_extract": "2026-09-01T00:00:00",
        "organisation_number": 3,
        "registered_charity_number": 1000001,
        "fin_period_start_date": "2024-04-01T00:00:00",
        "fin_period_end_date": "2025-03-31T00:00:00",
        "ar_cycle_reference": "AR25",
        "reporting_due_date": "2026-01-31T00:00:00",
        "date_annual_return_received": "2026-01-15T00:00:00",
        "date_accounts_received": None,
        "total_gross_income": 1200000,
        "total_gross_expenditure": 1300000,
        "accounts_qualified": True,
        "suppression_ind": False,
        "suppression_type": None,
        **said,
    }


def read(*rows: dict[str, Any]) -> list[Record | Follow]:
    return list(SOURCE.parse(document(*rows)))


def test_a_charity_is_read_with_its_company_its_standing_and_its_newest_year() -> None:
    found = document(charity())

    assert list(SOURCE.parse(found)) == [
        Charity(
            cite=found.cite("/0"),
            public_on=date(2026, 9, 1),
            valid_from=date(2009, 5, 1),
            valid_to=None,
            charity_number="1000001",
            name="LARKMOOR TRUST",
            charity_type="Charitable company",
            registration_status="Registered",
            reporting_status="Submission Overdue",
            company_number="09000001",
            registration_number_text=None,
            cares_for_children=False,
            latest_period_from=date(2024, 4, 1),
            latest_period_to=date(2025, 3, 31),
            latest_income_gbp=1_200_000,
            latest_expenditure_gbp=1_300_000,
            is_insolvent=False,
            in_administration=True,
            is_cio=None,
            dissolution_notice_to=None,
        )
    ]


def test_a_return_is_read_with_its_days_and_its_sums() -> None:
    found = document(annual_return())

    assert list(SOURCE.parse(found)) == [
        CharityReturn(
            cite=found.cite("/0"),
            public_on=date(2026, 1, 15),
            charity_number="1000001",
            period_from=date(2024, 4, 1),
            period_to=date(2025, 3, 31),
            due_on=date(2026, 1, 31),
            return_received_on=date(2026, 1, 15),
            accounts_received_on=None,
            income_gbp=1_200_000,
            expenditure_gbp=1_300_000,
            accounts_qualified=True,
        )
    ]


def test_a_return_without_a_day_of_receipt_is_public_from_the_extract() -> None:
    (found,) = read(annual_return(date_annual_return_received=None))

    assert isinstance(found, CharityReturn)
    assert (found.return_received_on, found.public_on) == (None, date(2026, 9, 1))


@pytest.mark.parametrize(
    ("activities", "is_kept"),
    [
        ("Provides foster care across the region.", True),
        ("We run two children\u2019s homes and a school.", True),
        ("RESIDENTIAL CHILDCARE", True),
        ("Support for looked-after children and care leavers", True),
        ("Finds adoptive families, above all for older children", True),
        ("Short breaks for disabled children", True),
        ("Adoption of retired greyhounds", False),
        ("After-school clubs for children", False),
        (None, False),
    ],
)
def test_a_charity_without_a_company_is_kept_where_it_cares_for_children(
    activities: str | None, is_kept: bool
) -> None:
    found = read(charity(charity_company_registration_number=None, charity_activities=activities))

    assert [one.cares_for_children for one in found if isinstance(one, Charity)] == [True] * is_kept


def test_a_linked_fund_is_not_the_charity_whose_number_it_bears() -> None:
    assert read(charity(linked_charity_number=1)) == []


@pytest.mark.parametrize(
    ("written", "number", "text"),
    [
        ("see notes", None, "see notes"),
        ("4000001", "04000001", None),
        ("IP12345R", "IP12345R", None),
        ("  SC123456 ", "SC123456", None),
    ],
)
def test_a_number_that_is_none_of_the_register_is_kept_as_it_is_written(
    written: str, number: str | None, text: str | None
) -> None:
    (found,) = read(charity(charity_company_registration_number=written))

    assert isinstance(found, Charity)
    assert (found.company_number, found.registration_number_text) == (number, text)


def test_returns_of_small_charities_are_left_out() -> None:
    small = {"total_gross_income": 499_999, "total_gross_expenditure": 1}
    unknown = {"total_gross_income": None, "total_gross_expenditure": None}
    spending = {"total_gross_income": None, "total_gross_expenditure": 500_000}

    assert [len(read(annual_return(**said))) for said in (small, unknown, spending)] == [0, 0, 1]


@pytest.mark.parametrize("row", [charity(), charity(linked_charity_number=1), annual_return()])
def test_a_new_member_stops_the_reading_also_in_a_row_that_is_left_out(
    row: dict[str, Any],
) -> None:
    with pytest.raises(SourceChangedError, match=r"new members \['novel'\]"):
        read({**row, "novel": 1})


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"latest_income": "many"}, "'many' is not a sum of pounds"),
        ({"latest_income": True}, "True is not a sum of pounds"),
        ({"date_of_registration": "soon"}, "not a day"),
        ({"charity_name": None}, "no member 'charity_name'"),
    ],
)
def test_a_value_that_cannot_be_stops_the_reading(said: dict[str, Any], problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(charity(**said))


def test_another_list_is_not_read() -> None:
    with pytest.raises(SourceChangedError, match="neither the table of charities nor"):
        read({"trustee_name": "nobody"})


def test_a_table_without_its_end_is_said_to_be_damaged() -> None:
    container = BytesIO()
    with ZipFile(container, "w") as zipped:
        zipped.writestr("publicextract.charity.json", json.dumps([charity()]))
    damaged = document(body=container.getvalue()[:-30])

    with pytest.raises(SourceChangedError, match="the file is damaged or cut short"):
        list(SOURCE.parse(damaged))


def test_each_table_is_known_and_has_a_subject_of_its_own() -> None:
    tables = [document(charity()), document(annual_return())]
    records = [[one for one in SOURCE.parse(t) if isinstance(one, Record)] for t in tables]

    assert [SOURCE.recognises(table) for table in tables] == [True, True]
    assert [SOURCE.subject(found) for found in records] == ["charities", "returns of charities"]
    assert not SOURCE.recognises(
        document({"date_of_extract": "", "registered_charity_number": 1, "trustee_name": ""})
    )
    assert not SOURCE.recognises(document({"items": 1}))


@pytest.mark.parametrize(
    ("row", "is_rehearsal"),
    [
        (charity(), False),
        (charity(registered_charity_number=1290001), True),
        (charity(charity_company_registration_number="99000001"), True),
        (annual_return(registered_charity_number=1290001), True),
    ],
)
def test_an_invented_charity_is_a_rehearsals(row: dict[str, Any], is_rehearsal: bool) -> None:
    assert SOURCE.is_rehearsal(document(row)) is is_rehearsal


def test_what_trustees_write_is_never_shown() -> None:
    found = document(
        charity(), charity(charity_activities="Foster care", charity_contact_email="x")
    )
    shown = cited_place(found, "/1", SOURCE.parse, SOURCE.masked)

    assert dict(shown.cells)["1/charity_activities"] == "(masked)"
    assert dict(shown.cells)["1/charity_name"] == "LARKMOOR TRUST"
    assert "charity_contact_email" in shown.not_shown


def page(*links: str) -> Document:
    listed = "".join(f"<li>{link}</li>" for link in links)
    body = f"<!DOCTYPE html><html><body><ul>{listed}</ul></body></html>".encode()
    return document(body=body)


CHARITIES = '<a href="/data/json/publicextract.charity.zip">download json</a>'
RETURNS = '<a href="https://x.example/a/publicextract.charity_annual_return_history.zip">JSON</a>'


def test_the_page_of_downloads_leads_to_both_tables_as_json() -> None:
    text = CHARITIES.replace("json", "txt")

    assert list(to_the_tables(page(text, CHARITIES, RETURNS))) == [
        Follow(url="/data/json/publicextract.charity.zip"),
        Follow(url="https://x.example/a/publicextract.charity_annual_return_history.zip"),
    ]


def test_a_page_without_a_table_stops_the_crawl() -> None:
    with pytest.raises(SourceChangedError, match="'charity_annual_return_history' as JSON"):
        list(to_the_tables(page(CHARITIES)))


def test_what_is_no_page_leads_nowhere() -> None:
    with pytest.raises(SourceChangedError, match="this is no web page"):
        list(to_the_tables(document(charity())))
