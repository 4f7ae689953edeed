"""Statements, exemptions, officers, charges, insolvency and filings become records."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house import oddities
from crawlers.reading import SourceChangedError
from crawlers.source import Source
from crawlers.sources import (
    companies_house_charges,
    companies_house_control_statements,
    companies_house_exemptions,
    companies_house_filing_history,
    companies_house_insolvency,
    companies_house_officers,
)
from db.records import (
    Charge,
    ControlStatement,
    Document,
    Filing,
    InsolvencyCase,
    InsolvencyDate,
    Oddity,
    Officer,
    RegisterExtract,
)

READ_ON = date(2026, 9, 1)
NUMBER = "09000001"


def document(body: object) -> Document:
    return Document(
        url=f"https://api.example/company/{NUMBER}",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(body).encode(),
    )


def statements(*entries: dict[str, Any]) -> Document:
    link = f"/company/{NUMBER}/persons-with-significant-control-statements"
    return document(
        {
            "items": entries,
            "items_per_page": 25,
            "start_index": 0,
            "total_results": len(entries),
            "active_count": len(entries),
            "ceased_count": 0,
            "links": {"self": link},
        }
    )


def officers(*entries: dict[str, Any]) -> Document:
    return document(
        {
            "kind": "officer-list",
            "items": entries,
            "total_results": len(entries),
            "active_count": 0,
            "resigned_count": len(entries),
            "inactive_count": 0,
            "items_per_page": 35,
            "start_index": 0,
            "etag": "e",
            "links": {"self": f"/company/{NUMBER}/officers"},
        }
    )


def charges(*entries: dict[str, Any]) -> Document:
    return document(
        {
            "items": entries,
            "total_count": len(entries),
            "unfiltered_count": len(entries),
            "satisfied_count": 0,
            "part_satisfied_count": 0,
        }
    )


CHARGE = {
    "etag": "e",
    "id": "c1",
    "charge_code": "090000010001",
    "charge_number": 1,
    "status": "outstanding",
    "classification": {"type": "charge-description", "description": "A registered charge"},
    "created_on": "2021-02-01",
    "delivered_on": "2021-02-09",
    "particulars": {"type": "brief-description", "description": "1 Example Road"},
    "secured_details": {"type": "amount-secured", "description": "All monies"},
    "persons_entitled": [{"name": "EXAMPLE BANK PLC"}, {"name": "Example Trustee Ltd"}],
    "more_than_four_persons_entitled": False,
    "transactions": [{"filing_type": "create-charge-with-deed", "delivered_on": "2021-02-09"}],
    "links": {"self": f"/company/{NUMBER}/charges/c1"},
}
OFFICER = {
    "name": "EXAMPLE, Ann",
    "officer_role": "director",
    "appointed_on": "2015-06-01",
    "resigned_on": "2018-07-31",
    "country_of_residence": "England",
    "nationality": "British",
    "occupation": "Director",
    "date_of_birth": {"month": 3, "year": 1961},
    "address": {"postal_code": "ZZ1 1ZZ"},
    "links": {
        "self": f"/company/{NUMBER}/appointments/a1",
        "officer": {"self": "/officers/o1", "appointments": "/officers/o1/appointments"},
    },
}


def test_a_statement_that_there_is_nobody_is_a_record() -> None:
    found = statements(
        {
            "etag": "e",
            "kind": "persons-with-significant-control-statement",
            "statement": "no-individual-or-entity-with-signficant-control",
            "notified_on": "2017-03-04",
            "ceased_on": "2018-03-04",
            "linked_psc_name": "Ann Example",
            "links": {"self": f"/company/{NUMBER}/persons-with-significant-control-statements/s1"},
        }
    )
    extract, statement = companies_house_control_statements.SOURCE.parse(found)

    assert companies_house_control_statements.SOURCE.recognises(found)
    assert isinstance(extract, RegisterExtract)
    assert statement == ControlStatement(
        cite=found.cite("/items/0"),
        public_on=date(2017, 3, 4),
        valid_from=date(2017, 3, 4),
        valid_to=date(2018, 3, 4),
        company_number=NUMBER,
        statement="no-individual-or-entity-with-signficant-control",
        statement_id="s1",
        restrictions_notice_withdrawal_reason=None,
    )


def test_a_statement_of_an_unknown_kind_is_left_out_and_counted() -> None:
    found = statements({"kind": "robot", "gears": 7})
    _, oddity = companies_house_control_statements.SOURCE.parse(found)

    assert isinstance(oddity, Oddity)
    assert oddity.problem == oddities.UNKNOWN_KIND


def test_each_period_of_an_exemption_is_a_record() -> None:
    kind = "psc-exempt-as-shares-admitted-on-market"
    found = document(
        {
            "etag": "e",
            "kind": "exemptions",
            "exemptions": {
                "psc_exempt_as_shares_admitted_on_market": {
                    "exemption_type": kind,
                    "items": [
                        {"exempt_from": "2016-10-29", "exempt_to": "2017-10-29"},
                        {"exempt_from": "2019-01-01"},
                    ],
                }
            },
            "links": {"self": f"/company/{NUMBER}/exemptions"},
        }
    )
    place = "/exemptions/psc_exempt_as_shares_admitted_on_market/items"

    assert companies_house_exemptions.SOURCE.recognises(found)
    assert [
        (r.cite, r.statement, r.valid_from, r.valid_to)
        for r in companies_house_exemptions.SOURCE.parse(found)
        if isinstance(r, ControlStatement)
    ] == [
        (found.cite(f"{place}/0"), kind, date(2016, 10, 29), date(2017, 10, 29)),
        (found.cite(f"{place}/1"), kind, date(2019, 1, 1), None),
    ]


def test_an_officer_is_known_by_the_publishers_own_id() -> None:
    found = officers(OFFICER)
    extract, officer = companies_house_officers.SOURCE.parse(found)

    assert companies_house_officers.SOURCE.recognises(found)
    assert isinstance(extract, RegisterExtract)
    assert officer == Officer(
        cite=found.cite("/items/0"),
        public_on=READ_ON,
        valid_from=date(2015, 6, 1),
        valid_to=date(2018, 7, 31),
        company_number=NUMBER,
        officer_id="o1",
        appointment_id="a1",
        name="EXAMPLE, Ann",
        officer_role="director",
        appointed_before=None,
        country_of_residence="England",
        identification_type=None,
        officer_company_number=None,
        registration_number_text=None,
        place_registered=None,
        legal_form=None,
        legal_authority=None,
    )


def test_a_company_may_be_an_officer_and_the_day_of_appointment_unknown() -> None:
    found = officers(
        {
            "name": "EXAMPLE SECRETARIES LTD",
            "officer_role": "corporate-secretary",
            "is_pre_1992_appointment": True,
            "appointed_before": "1991-12-31",
            "identification": {
                "identification_type": "uk-limited-company",
                "registration_number": "0123",
            },
        }
    )
    _, officer = companies_house_officers.SOURCE.parse(found)

    assert isinstance(officer, Officer)
    assert officer.officer_company_number == "00000123"
    assert (officer.valid_from, officer.appointed_before) == (None, date(1991, 12, 31))
    assert (officer.officer_id, officer.appointment_id) == (None, None)


def test_an_officers_impossible_number_and_days_are_counted() -> None:
    found = officers(
        OFFICER
        | {
            "resigned_on": "2014-01-01",
            "links": {"self": f"/company/{NUMBER}/appointments/a1"},
            "identification": {"registration_number": "12-34", "place_registered": "England"},
        }
    )
    _, officer, *odd = companies_house_officers.SOURCE.parse(found)

    assert isinstance(officer, Officer)
    assert (officer.registration_number_text, officer.officer_id) == ("12-34", None)
    assert [o.problem for o in odd if isinstance(o, Oddity)] == [
        oddities.ENDS_BEFORE_IT_BEGINS,
        oddities.NUMBER_IS_NONE,
    ]


def test_a_charge_has_a_type_dates_and_holders_and_no_particulars() -> None:
    found = charges(CHARGE)
    extract, charge = companies_house_charges.SOURCE.parse(found)

    assert companies_house_charges.SOURCE.recognises(found)
    assert isinstance(extract, RegisterExtract)
    assert charge == Charge(
        cite=found.cite("/items/0"),
        public_on=date(2021, 2, 9),
        valid_from=date(2021, 2, 1),
        valid_to=None,
        company_number=NUMBER,
        charge_id="c1",
        charge_code="090000010001",
        charge_number=1,
        status="outstanding",
        classification="charge-description",
        charge_type="A registered charge",
        delivered_on=date(2021, 2, 9),
        satisfied_on=None,
        persons_entitled="EXAMPLE BANK PLC; Example Trustee Ltd",
        more_than_four_persons_entitled=False,
    )


def test_a_satisfied_charge_without_a_day_ends_on_the_day_of_the_fetch() -> None:
    found = charges(CHARGE | {"id": None, "status": "fully-satisfied", "delivered_on": None})
    _, charge, oddity = companies_house_charges.SOURCE.parse(found)

    assert isinstance(charge, Charge)
    assert (charge.charge_id, charge.valid_to, charge.satisfied_on) == ("c1", READ_ON, None)
    assert charge.public_on == READ_ON
    assert isinstance(oddity, Oddity)
    assert oddity.problem == oddities.ENDED_WITHOUT_A_DAY


def test_a_charge_may_say_little() -> None:
    found = charges({"id": "c2", "status": "outstanding"})
    _, charge = companies_house_charges.SOURCE.parse(found)

    assert isinstance(charge, Charge)
    assert (charge.charge_type, charge.persons_entitled, charge.valid_from) == (None, None, None)


def test_a_charge_that_nothing_names_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match="neither an id nor a link"):
        list(companies_house_charges.SOURCE.parse(charges({"status": "outstanding"})))


def test_an_insolvency_case_and_its_dates_are_records() -> None:
    found = document(
        {
            "etag": "e",
            "status": ["in-administration", "liquidation"],
            "cases": [
                {
                    "number": "1",
                    "type": "in-administration",
                    "dates": [
                        {"type": "administration-ended-on", "date": "2022-03-01"},
                        {"type": "administration-started-on", "date": "2021-03-01"},
                    ],
                    "practitioners": [{"name": "Ann Example", "address": {}}],
                },
                {"type": "receiver-manager", "practitioners": []},
            ],
        }
    )
    extract, *records = companies_house_insolvency.SOURCE.parse(found)

    assert companies_house_insolvency.SOURCE.recognises(found)
    assert isinstance(extract, RegisterExtract)
    assert extract.entries == 2
    assert records[0] == InsolvencyCase(
        cite=found.cite("/cases/0"),
        public_on=READ_ON,
        company_number=NUMBER,
        case_number="1",
        case_type="in-administration",
        company_insolvency_status="in-administration liquidation",
        first_dated_on=date(2021, 3, 1),
    )
    assert records[2] == InsolvencyDate(
        cite=found.cite("/cases/0/dates/1"),
        public_on=READ_ON,
        company_number=NUMBER,
        case_number="1",
        case_type="in-administration",
        date_type="administration-started-on",
        dated_on=date(2021, 3, 1),
    )
    assert isinstance(records[3], InsolvencyCase)
    assert records[3].first_dated_on is None


def test_a_filing_keeps_days_and_numbers_of_what_it_describes() -> None:
    found = document(
        {
            "transaction_id": "T1",
            "date": "2024-05-02",
            "type": "AA01",
            "category": "accounts",
            "subcategory": ["change", "accounts"],
            "description": "change-account-reference-date-company-current-extended",
            "description_values": {
                "made_up_date": "2023-12-31",
                "new_date": "2024-06-30",
                "charge_number": "090000010001",
                "officer_name": "Ann Example",
            },
            "action_date": "2024-05-01",
            "pages": 1,
            "paper_filed": True,
            "barcode": None,
            "links": {
                "self": f"/company/{NUMBER}/filing-history/T1",
                "document_metadata": "https://document-api.example/document/D1",
            },
        }
    )
    (filing,) = companies_house_filing_history.SOURCE.parse(found)

    assert companies_house_filing_history.SOURCE.recognises(found)
    assert filing == Filing(
        cite=found.cite(""),
        public_on=date(2024, 5, 2),
        company_number=NUMBER,
        transaction_id="T1",
        filed_on=date(2024, 5, 2),
        form="AA01",
        category="accounts",
        subcategory="change accounts",
        description="change-account-reference-date-company-current-extended",
        action_date=date(2024, 5, 1),
        made_up_to=date(2023, 12, 31),
        new_date=date(2024, 6, 30),
        charge_number="090000010001",
        pages=1,
        paper_filed=True,
        document_id="D1",
    )


def test_counts_that_disagree_stop_the_reading() -> None:
    body = json.loads(officers(OFFICER).body) | {"active_count": 1}

    with pytest.raises(SourceChangedError, match="1 active and 1 ended entries are 2, where its"):
        list(companies_house_officers.SOURCE.parse(document(body)))


@pytest.mark.parametrize(
    "source",
    [
        companies_house_charges.SOURCE,
        companies_house_control_statements.SOURCE,
        companies_house_exemptions.SOURCE,
        companies_house_filing_history.SOURCE,
        companies_house_insolvency.SOURCE,
        companies_house_officers.SOURCE,
    ],
    ids=lambda source: source.key,
)
def test_only_its_own_answers_are_recognised(source: Source) -> None:
    own = {
        "companies_house_charges": charges(CHARGE),
        "companies_house_control_statements": statements(),
        "companies_house_exemptions": document({"exemptions": {}}),
        "companies_house_filing_history": document({"filing_history_status": "x", "items": []}),
        "companies_house_insolvency": document({"cases": []}),
        "companies_house_officers": officers(OFFICER),
    }

    assert [key for key, found in own.items() if source.recognises(found)] == [source.key]
