"""Companies House: the profile of one company, with its earlier names and its lines of business.

`/company/{number}`. Of the registered office only the country and the first half of the postcode
are taken. Its links say what else there is of the company, and nothing else is asked for.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import Answer, content, opened
from crawlers.companies_house.asking import API, company_path, start
from crawlers.companies_house.bodies import names_a_body
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.resources import BY_LINK
from crawlers.json_reading import Json, JsonObject
from crawlers.json_values import day, optional_text, text, texts, yes_or_no
from crawlers.source import Follow, Source
from db.records import Company, Document, Oddity, PreviousName, Record, Register, SicCode

NOT_READ = (
    "annual_return",  # replaced by the confirmation statement in 2016
    "can_file",
    "corporate_annotation",
    "etag",
    "has_been_liquidated",
    "is_community_interest_company",  # the subtype says so too
    "last_full_members_list_date",
    "service_address",
    "status",  # repeats company_status
    "super_secure_managing_officer_count",
)
NOT_READ_OF_AN_OFFICE = (
    "address_line_1",
    "address_line_2",
    "care_of",
    "locality",
    "po_box",
    "premises",
    "region",
)
NOT_READ_OF_FOREIGN_DETAILS = (
    "accounting_requirement",
    "accounts",
    "business_activity",
    "company_type",
    "governed_by",
    "is_a_credit_finance_institution",  # as the specification spells it
    "is_a_credit_financial_institution",
    "legal_form",
)
_POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?) ?[0-9][A-Z]{2}")


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the company, its earlier names and codes, and the way to each resource that it has."""
    answer = opened(document)
    company = _company(answer)
    yield company
    yield from _previous_names(answer)
    yield from _sic_codes(answer)
    entry = answer.entry(Register.PROFILE, answer.body)
    yield from entry.odd_days(company, end_is_stated=True)
    yield from _resources(answer.body)
    answer.body.ignore(NOT_READ)
    answer.envelope.done()


def recognises(document: Document) -> bool:
    """True for an answer with a company's name, number and legal form."""
    return {"company_name", "company_number", "type"} <= set(content(document))


def subject(records: Sequence[Record]) -> str:
    """The company's number."""
    return next(record.company_number for record in records if isinstance(record, Company))


def _resources(said: JsonObject) -> Iterator[Follow]:
    """The resources that the profile links: what it does not link does not exist.

    Other links (registers, overseas, UK establishments) lead to what no source reads.
    """
    links = said.inside_if_there("links")
    if links is None:
        return
    for name, source in BY_LINK.items():
        path = links.read_if_there(name, company_path)
        if path is not None:
            yield Follow(host=API, url=path, source=source)
    links.ignore_the_rest()


def _company(answer: Answer) -> Company:
    said = answer.body
    return Company(
        cite=said.cite_member("company_name"),
        public_on=answer.read_on,
        valid_from=said.read_if_there("date_of_creation", day),
        valid_to=said.read_if_there("date_of_cessation", day),
        company_number=answer.company_number,
        name=said.read("company_name", text),
        company_type=said.read("type", text),
        subtype=said.read_if_there("subtype", text),
        status=said.read_if_there("company_status", text),
        status_detail=said.read_if_there("company_status_detail", text),
        jurisdiction=said.read_if_there("jurisdiction", text),
        partial_data_available=said.read_if_there("partial_data_available", text),
        registered_office_undeliverable=said.read_if_there(
            "undeliverable_registered_office_address", yes_or_no
        ),
        registered_office_in_dispute=said.read_if_there(
            "registered_office_is_in_dispute", yes_or_no
        ),
        has_charges=said.read_if_there("has_charges", yes_or_no),
        has_insolvency_history=said.read_if_there("has_insolvency_history", yes_or_no),
        has_super_secure_controllers=said.read_if_there("has_super_secure_pscs", yes_or_no),
        external_registration_number=said.read_if_there("external_registration_number", text),
        **_office(said),
        **_accounts(said),
        **_confirmation_statement(said),
        **_abroad(said),
    )


def _office(said: JsonObject) -> dict[str, Any]:
    office = said.inside_if_there("registered_office_address")
    if office is None:
        return {"registered_office_country": None, "registered_office_district": None}
    office.ignore(NOT_READ_OF_AN_OFFICE)
    postcode = office.read_if_there("postal_code", optional_text)
    district = _POSTCODE.fullmatch((postcode or "").upper())
    return {
        "registered_office_country": office.read_if_there("country", optional_text),
        "registered_office_district": district[1] if district is not None else None,
    }


def _accounts(said: JsonObject) -> dict[str, Any]:
    accounts = said.inside_if_there("accounts") or JsonObject(said.document, said.pointer, {})
    year_end = accounts.inside_if_there("accounting_reference_date")
    last = accounts.inside_if_there("last_accounts")
    following = accounts.inside_if_there("next_accounts")
    made_up_to = accounts.read_if_there("next_made_up_to", day)
    due_on = accounts.read_if_there("next_due", day)
    overdue = accounts.read_if_there("overdue", yes_or_no)
    if following is not None:
        made_up_to = following.read_if_there("period_end_on", day) or made_up_to
        due_on = following.read_if_there("due_on", day) or due_on
        overdue = following.read_if_there("overdue", yes_or_no) if overdue is None else overdue
        following.ignore(("period_start_on", "overdue"))
    return {
        "year_ends": _year_end(year_end) if year_end is not None else None,
        "last_accounts_made_up_to": _made_up_to(last) if last is not None else None,
        "last_accounts_type": last.read_if_there("type", text) if last is not None else None,
        "next_accounts_made_up_to": made_up_to,
        "next_accounts_due_on": due_on,
        "accounts_overdue": overdue,
    }


def _made_up_to(last: JsonObject) -> date | None:
    last.ignore(("period_start_on",))
    made_up_to = last.read_if_there("made_up_to", day)
    return last.read_if_there("period_end_on", day) or made_up_to


def _year_end(said: JsonObject) -> str:
    return f"{said.read('month', _two_digits)}-{said.read('day', _two_digits)}"


def _two_digits(value: Json) -> str:
    """A day or a month as two digits, from text or from a number."""
    written = str(value).zfill(2)
    if not re.fullmatch(r"[0-3][0-9]", written):
        raise ValueError(f"{value!r} is neither a day nor a month")
    return written


def _confirmation_statement(said: JsonObject) -> dict[str, Any]:
    found = said.inside_if_there("confirmation_statement")
    if found is None:
        return {"confirmation_statement_due_on": None, "confirmation_statement_overdue": None}
    found.ignore(("last_made_up_to", "next_made_up_to"))
    return {
        "confirmation_statement_due_on": found.read_if_there("next_due", day),
        "confirmation_statement_overdue": found.read_if_there("overdue", yes_or_no),
    }


def _abroad(said: JsonObject) -> dict[str, Any]:
    foreign = said.inside_if_there("foreign_company_details")
    registry = foreign.inside_if_there("originating_registry") if foreign is not None else None
    branch = said.inside_if_there("branch_company_details")
    if foreign is not None:
        foreign.ignore(NOT_READ_OF_FOREIGN_DETAILS)
    if registry is not None:
        registry.ignore(("name",))
    if branch is not None:
        branch.ignore(("business_activity", "parent_company_name"))
    return {
        "foreign_registration_number": foreign
        and foreign.read_if_there("registration_number", optional_text),
        "foreign_registry_country": registry and registry.read_if_there("country", optional_text),
        "branch_of_company_number": branch
        and branch.read_if_there("parent_company_number", optional_text),
    }


def _previous_names(answer: Answer) -> Iterator[Record]:
    for found in answer.body.each_if_there("previous_company_names"):
        ceased_on = found.read_if_there("ceased_on", day)
        name = PreviousName(
            cite=found.cite,
            public_on=ceased_on or answer.read_on,
            valid_from=found.read_if_there("effective_from", day),
            valid_to=ceased_on,
            company_number=answer.company_number,
            name=found.read("name", text),
        )
        yield name
        yield from answer.entry(Register.PROFILE, found).odd_days(name, end_is_stated=True)


def _sic_codes(answer: Answer) -> Iterator[Record]:
    codes = answer.body.read_if_there("sic_codes", texts) or ()
    for place, code in enumerate(codes):
        yield SicCode(
            cite=answer.body.cite_in_list("sic_codes", place),
            public_on=answer.read_on,
            valid_from=None,
            valid_to=None,
            company_number=answer.company_number,
            sic_code=code,
        )


SOURCE = Source(
    key="companies_house_profile",
    title="Profile of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(Company, PreviousName, SicCode, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    spares=names_a_body,
    starts=start(),
    may_be_unknown=True,
    may_fail=FEW,
)
