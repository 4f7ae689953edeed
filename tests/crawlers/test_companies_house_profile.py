"""A profile becomes a company, its earlier names and its codes."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house import oddities
from crawlers.reading import SourceChangedError
from crawlers.sources.companies_house_profile import SOURCE
from db.records import Company, Document, Oddity, PreviousName, SicCode

READ_ON = date(2026, 9, 1)
BODY: dict[str, Any] = {
    "company_name": "EXAMPLE CARE LTD",
    "company_number": "09000001",
    "type": "ltd",
    "subtype": "community-interest-company",
    "company_status": "active",
    "company_status_detail": "active-proposal-to-strike-off",
    "jurisdiction": "england-wales",
    "date_of_creation": "2014-04-16",
    "registered_office_address": {
        "address_line_1": "1 Example Road",
        "postal_code": "ls1 4ap",
        "country": "England",
    },
    "undeliverable_registered_office_address": False,
    "registered_office_is_in_dispute": True,
    "accounts": {
        "accounting_reference_date": {"day": "31", "month": "3"},
        "last_accounts": {
            "type": "full",
            "made_up_to": "2024-03-31",
            "period_start_on": "2023-04-01",
        },
        "next_accounts": {"period_end_on": "2025-03-31", "due_on": "2025-12-31", "overdue": True},
        "next_due": "2025-12-31",
        "next_made_up_to": "2025-03-31",
    },
    "confirmation_statement": {"next_due": "2026-05-01", "overdue": False},
    "has_charges": True,
    "has_insolvency_history": False,
    "has_super_secure_pscs": False,
    "sic_codes": ["87900", "88990"],
    "previous_company_names": [
        {"name": "OLD NAME LTD", "effective_from": "2014-04-16", "ceased_on": "2016-02-01"}
    ],
    "can_file": True,
    "etag": "e",
    "links": {"self": "/company/09000001"},
}


def document(**changes: Any) -> Document:
    return Document(
        url="file:profile.json",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(BODY | changes).encode(),
    )


def company(**changes: Any) -> Company:
    return next(r for r in SOURCE.parse(document(**changes)) if isinstance(r, Company))


def test_a_profile_becomes_records() -> None:
    found = document()
    records = [record for record in SOURCE.parse(found) if isinstance(record, Company | SicCode)]

    assert SOURCE.recognises(found)
    assert SOURCE.subject(records) == "09000001"
    assert records == [
        Company(
            cite=found.cite("/company_name"),
            public_on=READ_ON,
            valid_from=date(2014, 4, 16),
            valid_to=None,
            company_number="09000001",
            name="EXAMPLE CARE LTD",
            company_type="ltd",
            subtype="community-interest-company",
            status="active",
            status_detail="active-proposal-to-strike-off",
            jurisdiction="england-wales",
            partial_data_available=None,
            registered_office_country="England",
            registered_office_district="LS1",
            registered_office_undeliverable=False,
            registered_office_in_dispute=True,
            year_ends="03-31",
            last_accounts_made_up_to=date(2024, 3, 31),
            last_accounts_type="full",
            next_accounts_made_up_to=date(2025, 3, 31),
            next_accounts_due_on=date(2025, 12, 31),
            accounts_overdue=True,
            confirmation_statement_due_on=date(2026, 5, 1),
            confirmation_statement_overdue=False,
            has_charges=True,
            has_insolvency_history=False,
            has_super_secure_controllers=False,
            foreign_registration_number=None,
            foreign_registry_country=None,
            branch_of_company_number=None,
            external_registration_number=None,
        ),
        *(
            SicCode(
                cite=found.cite(f"/sic_codes/{place}"),
                public_on=READ_ON,
                valid_from=None,
                valid_to=None,
                company_number="09000001",
                sic_code=code,
            )
            for place, code in enumerate(["87900", "88990"])
        ),
    ]


def test_an_earlier_name_is_public_from_the_day_it_was_given_up() -> None:
    found = document()

    assert [record for record in SOURCE.parse(found) if isinstance(record, PreviousName)] == [
        PreviousName(
            cite=found.cite("/previous_company_names/0"),
            public_on=date(2016, 2, 1),
            valid_from=date(2014, 4, 16),
            valid_to=date(2016, 2, 1),
            company_number="09000001",
            name="OLD NAME LTD",
        )
    ]


def test_a_company_from_abroad_keeps_its_own_registry() -> None:
    found = company(
        company_number="FC012345",
        links=None,
        registered_office_address={"postal_code": "1071 AB", "country": "Netherlands"},
        foreign_company_details={
            "registration_number": "31431",
            "originating_registry": {"name": "Commercial Register", "country": "NETHERLANDS"},
        },
        branch_company_details={"parent_company_number": "FC012345"},
        accounts={},
        confirmation_statement=None,
    )

    assert (found.company_number, found.registered_office_district) == ("FC012345", None)
    assert (found.foreign_registration_number, found.foreign_registry_country) == (
        "31431",
        "NETHERLANDS",
    )
    assert found.branch_of_company_number == "FC012345"
    assert (found.year_ends, found.accounts_overdue) == (None, None)


def test_older_answers_say_when_accounts_are_due_in_another_place() -> None:
    found = company(
        registered_office_address=None,
        accounts={"next_due": "2017-09-30", "next_made_up_to": "2016-12-31", "overdue": False},
    )

    assert found.next_accounts_due_on == date(2017, 9, 30)
    assert found.next_accounts_made_up_to == date(2016, 12, 31)
    assert found.accounts_overdue is False


def test_an_answer_without_accounts_says_nothing_of_them() -> None:
    assert company(accounts=None).next_accounts_due_on is None


def test_a_word_never_met_is_kept() -> None:
    assert company(company_status="hibernating").status == "hibernating"


def test_a_company_dissolved_before_it_was_formed_is_counted() -> None:
    odd = [
        r for r in SOURCE.parse(document(date_of_cessation="2010-01-01")) if isinstance(r, Oddity)
    ]

    assert [oddity.problem for oddity in odd] == [oddities.ENDS_BEFORE_IT_BEGINS]


def test_a_year_cannot_end_in_words() -> None:
    with pytest.raises(SourceChangedError, match="neither a day nor a month"):
        company(accounts={"accounting_reference_date": {"day": "last", "month": "3"}})


def test_a_new_member_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match=r"new members \['mood'\]"):
        list(SOURCE.parse(document(mood="good")))


def test_a_number_of_nine_characters_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match="'090000012' is not a company number"):
        list(SOURCE.parse(document(company_number="090000012")))
