"""What the register answers is read by this project's own readers into the records that are so."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house.answers import bundle
from crawlers.sources import sources
from db.records import (
    Charge,
    Company,
    Control,
    ControlStatement,
    Document,
    Filing,
    InsolvencyCase,
    InsolvencyDate,
    Oddity,
    Officer,
    PreviousName,
    Record,
    RegisterExtract,
    SicCode,
)
from tests.crawlers.rehearsal.companies_house.small_register import WORLD, answer, asked, body

SOURCES = {
    "": "companies_house_profile",
    "/charges": "companies_house_charges",
    "/exemptions": "companies_house_exemptions",
    "/filing-history": "companies_house_filing_history",
    "/insolvency": "companies_house_insolvency",
    "/officers": "companies_house_officers",
    "/persons-with-significant-control": "companies_house_controls",
    "/persons-with-significant-control-statements": "companies_house_control_statements",
}
THERE = [
    f"/company/{company.key}{resource}"
    for company in WORLD.companies
    for resource in SOURCES
    if answer(f"/company/{company.key}{resource}").status == 200
]


def pages(path: str) -> list[dict[str, Any]]:
    """Every page of a register, as a crawler asks for them."""
    found = [body(path)]
    total = found[0].get("total_results", found[0].get("total_count", 0))
    while sum(len(page.get("items", ())) for page in found) < total:
        start = sum(len(page["items"]) for page in found)
        found.append(body(path, start_index=str(start)))
    return found


def document(path: str) -> Document:
    """A resource as it is archived: its pages joined where there are several."""
    written = [json.dumps(page).encode() for page in pages(path)]
    return Document(
        url=f"http://127.0.0.1:8101{asked(path).path}",
        fetched_at=datetime(2026, 11, 4, 12, tzinfo=UTC),
        body=bundle(written) if len(written) > 1 else written[0],
    )


def read(path: str) -> list[Record]:
    """The records of a resource, by the only source that recognises it."""
    found = document(path)
    (source,) = [source for source in sources() if source.recognises(found)]
    return [record for record in source.parse(found) if isinstance(record, Record)]


def those(records: list[Record], *kinds: type[Record]) -> list[Any]:
    return [record for record in records if isinstance(record, kinds)]


@pytest.mark.parametrize("path", THERE)
def test_a_body_is_known_to_its_own_source_alone_and_read_whole(path: str) -> None:
    found = document(path)
    resource = "/".join(["", *path.split("/")[3:]]).rstrip("/")
    known_to = [source.key for source in sources() if source.recognises(found)]

    assert known_to == [SOURCES[resource]]
    assert those(read(path), Oddity) == []


def test_a_profile_says_who_the_company_is_and_was() -> None:
    records = read("/company/99000001")
    (company,) = those(records, Company)
    (earlier,) = those(records, PreviousName)

    assert company.name == "FERNLARK HOMES LIMITED"
    assert company.company_type == "ltd"
    assert company.registered_office_district == "M99"
    assert (company.year_ends, company.next_accounts_made_up_to) == ("08-31", date(2026, 8, 31))
    assert (company.next_accounts_due_on, company.accounts_overdue) == (date(2027, 5, 31), False)
    assert (earlier.name, earlier.valid_to) == ("FERNLARK CARE LIMITED", date(2021, 6, 1))
    assert [code.sic_code for code in those(records, SicCode)] == ["87900", "88990"]


def test_control_is_read_in_the_bands_of_the_true_shares() -> None:
    company, person = those(read("/company/99000001/persons-with-significant-control"), Control)

    assert company.holder_company_number == "99000002"
    assert (company.shares_min, company.shares_min_open, company.shares_max) == (0.75, False, 1)
    assert company.valid_to is None
    assert person.holder_name == "Jo Larke"
    assert person.appoints_majority_of_board
    assert person.valid_to == date(2021, 6, 1)


def test_control_of_partnerships_and_overseas_entities_is_read_with_their_own_words() -> None:
    (partner,) = those(read("/company/OC990001/persons-with-significant-control"), Control)
    (owner,) = those(read("/company/OE990001/persons-with-significant-control"), Control)

    assert partner.capacity == "as trust"
    assert (partner.surplus_assets_min, partner.surplus_assets_max) == (0.5, 0.75)
    assert (partner.votes_min, partner.votes_max) == (0.25, 0.5)
    assert (owner.shares_min, owner.shares_max, owner.votes_min) == (0.25, 1, None)
    assert (owner.nominee, owner.unread_natures) == (True, None)
    assert (owner.holder_company_number, owner.registration_number_text) == (None, "900123")


def test_statements_and_exemptions_are_read_with_their_days() -> None:
    path = "/company/99000008/persons-with-significant-control-statements"
    in_force, ended = those(read(path), ControlStatement)
    (exempt,) = those(read("/company/99000003/exemptions"), ControlStatement)

    assert in_force.statement == "no-individual-or-entity-with-signficant-control"
    assert (in_force.valid_from, in_force.valid_to) == (date(2026, 8, 1), None)
    assert ended.valid_to == date(2026, 8, 1)
    assert exempt.statement == "disclosure-transparency-rules-chapter-five-applies"


def test_officers_are_read_with_both_their_ids() -> None:
    records = read("/company/99000001/officers")
    (extract,) = those(records, RegisterExtract)
    secretary, jo, sam = those(records, Officer)

    assert (extract.stated_active, extract.stated_ended) == (2, 1)
    assert secretary.officer_company_number == "99000002"
    assert (jo.name, jo.officer_id, jo.appointment_id) == ("LARKE, Jo", "officerJo1", "appointJo")
    assert (sam.valid_from, sam.valid_to) == (date(2016, 1, 5), date(2020, 2, 2))


def test_a_register_of_several_pages_is_read_whole() -> None:
    officers = those(read("/company/99000010/officers"), Officer)
    filings = those(read("/company/99000010/filing-history"), Filing)

    assert len({officer.appointment_id for officer in officers}) == 40
    assert len({filing.transaction_id for filing in filings}) == 120


def test_filings_are_read_with_their_documents_and_days() -> None:
    filings = those(read("/company/99000001/filing-history"), Filing)
    newest = next(filing for filing in filings if filing.form == "AA")
    moved = next(filing for filing in filings if filing.form == "AA01")

    assert (newest.document_id, newest.made_up_to) == ("document-aa2025", date(2025, 3, 31))
    assert (moved.made_up_to, moved.new_date) == (date(2026, 3, 31), date(2026, 8, 31))


def test_charges_are_read_with_their_codes_and_lenders() -> None:
    outstanding, satisfied = those(read("/company/99000001/charges"), Charge)

    assert (outstanding.charge_code, outstanding.status) == ("990000010002", "outstanding")
    assert outstanding.persons_entitled == "Spikenard Credit Fund II LP"
    assert (satisfied.charge_code, satisfied.satisfied_on) == ("990000010001", date(2020, 7, 1))


def test_an_insolvency_case_is_read_with_its_status() -> None:
    records = read("/company/99000006/insolvency")
    (case,) = those(records, InsolvencyCase)
    (started,) = those(records, InsolvencyDate)

    assert (case.case_type, case.company_insolvency_status) == (
        "in-administration",
        "in-administration",
    )
    assert started.dated_on == date(2026, 9, 1)
