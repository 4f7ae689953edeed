"""Pages, filters, counts and refusals of the register's lists, and what its tags promise."""

import json
from datetime import date

import pytest

from crawlers.rehearsal.forms.companies_house.api import CompaniesHouseApi
from tests.crawlers.rehearsal.companies_house.small_register import (
    LATER,
    TODAY,
    WORLD,
    answer,
    asked,
    body,
    setup,
)

LISTS = (
    "charges",
    "filing-history",
    "officers",
    "persons-with-significant-control",
    "persons-with-significant-control-statements",
)


def test_officers_come_thirty_five_to_a_page_and_the_pages_add_up() -> None:
    first = body("/company/99000010/officers")
    second = body("/company/99000010/officers", start_index="35")
    ids = [item["links"]["self"] for page in (first, second) for item in page["items"]]

    assert (first["items_per_page"], len(first["items"]), len(second["items"])) == (35, 35, 5)
    assert (len(set(ids)), first["total_results"], first["active_count"]) == (40, 40, 40)


@pytest.mark.parametrize(("asked_for", "given"), [(None, 25), ("100", 100), ("101", 100)])
def test_filings_come_twenty_five_to_a_page_and_a_hundred_at_most(
    asked_for: str | None, given: int
) -> None:
    query = {} if asked_for is None else {"items_per_page": asked_for}
    found = body("/company/99000010/filing-history", **query)

    assert (found["items_per_page"], len(found["items"])) == (given, given)
    assert (found["start_index"], found["total_count"]) == (0, 120)


def test_pages_of_any_size_hold_every_filing_once() -> None:
    starts = range(0, 120, 50)
    pages = [
        body("/company/99000010/filing-history", items_per_page="50", start_index=str(start))
        for start in starts
    ]

    assert [len(page["items"]) for page in pages] == [50, 50, 20]
    assert len({item["transaction_id"] for page in pages for item in page["items"]}) == 120


def test_a_page_beyond_the_end_is_empty() -> None:
    assert body("/company/99000010/officers", start_index="40")["items"] == []


def test_filings_can_be_chosen_by_category_and_the_total_counts_the_chosen() -> None:
    found = body("/company/99000001/filing-history", category="accounts,incorporation")

    assert {item["category"] for item in found["items"]} == {"accounts", "incorporation"}
    assert found["total_count"] == len(found["items"]) == 4


def test_filings_come_newest_first_and_name_their_documents() -> None:
    items = body("/company/99000001/filing-history")["items"]
    days = [item["date"] for item in items]
    linked = [item["links"].get("document_metadata") for item in items]

    assert days == sorted(days, reverse=True)
    assert "http://127.0.0.1:8102/document/document-aa2025" in linked


def test_a_notice_of_the_registrars_has_no_barcode() -> None:
    (notice,) = body("/company/99000007/filing-history")["items"]

    assert notice["barcode"] is None


def test_charges_count_what_is_asked_for_and_all() -> None:
    every = body("/company/99000001/charges")
    outstanding = body("/company/99000001/charges", filter="outstanding")

    assert (every["total_count"], every["satisfied_count"]) == (2, 1)
    assert (outstanding["total_count"], outstanding["unfiltered_count"]) == (1, 2)
    assert [item["status"] for item in outstanding["items"]] == ["outstanding"]


def test_officers_come_in_the_order_asked_for() -> None:
    def names(order_by: str) -> list[str]:
        items = body("/company/99000001/officers", order_by=order_by)["items"]
        return [item["name"].partition(",")[0] for item in items]

    assert names("surname") == ["FERNLARK HOLDINGS LIMITED", "LARKE", "TWITE"]
    assert names("appointed_on") == ["FERNLARK HOLDINGS LIMITED", "TWITE", "LARKE"]


def test_one_person_has_as_many_lists_of_appointments_as_ids() -> None:
    first, second = (body(f"/officers/{i}/appointments") for i in ("officerJo1", "officerJo2"))

    assert first["name"] == second["name"] == "Jo LARKE"
    assert {item["appointed_to"]["company_number"] for item in second["items"]} == {"99000006"}
    assert first["total_results"] == 43


def test_every_entry_is_served_under_its_own_link() -> None:
    for company in WORLD.companies:
        for resource in LISTS:
            found = answer(f"/company/{company.key}/{resource}")
            if found.status == 200:
                assert isinstance(found.body, bytes)
                for item in json.loads(found.body)["items"]:
                    one = body(item["links"]["self"])
                    assert {**one, "etag": ""} == {**item, "etag": ""}


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/company/99999999", "company-profile-not-found"),
        ("/company/99000007/charges", "company-charges-not-found"),
        ("/company/99000007/insolvency", "company-insolvencies-not-found"),
        ("/company/99000007/persons-with-significant-control", "company-psc-not-found"),
        ("/company/99000007/exemptions", "company-exemptions-not-found"),
        ("/company/99000007/officers", "company-officers-not-found"),
        ("/company/99000001/registers", "company-registers-not-found"),
        ("/company/99000001/charges/none", "company-charges-not-found"),
        ("/company/99000001/secrets", "not-found"),
        ("/officers/nobody/appointments", "officer-appointments-not-found"),
        ("/", "not-found"),
    ],
)
def test_what_is_not_there_is_refused_in_the_publishers_words(path: str, word: str) -> None:
    found = answer(path)
    assert isinstance(found.body, bytes)

    assert found.status == 404
    assert json.loads(found.body) == {"errors": [{"error": word, "type": "ch:service"}]}


def test_a_tag_stays_until_the_resource_changes() -> None:
    def tag(path: str, on: date) -> str:
        found = CompaniesHouseApi(setup=setup(today=on)).answer(asked(path))
        assert isinstance(found.body, bytes)
        said: str = json.loads(found.body)["etag"]
        return said

    yesterday = date(2026, 11, 3)
    path = "/company/99000001"

    assert tag(path, yesterday) == tag(path, TODAY) != tag(path, LATER)
    officers = f"{path}/officers"
    assert tag(officers, yesterday) == tag(officers, TODAY) != tag(officers, LATER)


def test_the_registered_office_has_its_number_apart() -> None:
    found = body("/company/99000001/registered-office-address")

    assert (found["premises"], found["address_line_1"]) == ("12", "Whinchat Row")


def test_a_charge_of_before_april_2013_has_no_code_and_says_what_it_secures() -> None:
    (charge,) = body("/company/99000003/charges")["items"]

    assert "charge_code" not in charge
    assert charge["secured_details"]["type"] == "amount-secured"
