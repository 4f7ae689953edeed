"""The table of charities: which are kept, and what is read of them."""

import re

from crawlers.json_reading import Json, JsonObject
from crawlers.json_values import day, optional_text, text, yes_or_no
from crawlers.sources.charity_commission.tables import Row, Table, charity_number, pounds
from db.company_numbers import normalise, says_nothing
from db.records import Charity

CARE = re.compile(
    r"\bfoster|\badopt(?:ion|ive)\b.{0,80}\b(?:child|famil)|\b(?:child|famil).{0,80}\badopt"
    r"|\bchildren(?:['\u2019]?s|s['\u2019]?)? (?:care )?homes?\b"
    r"|\bresidential (?:child|care|school|special)|\blooked[- ]after\b|\bcare leavers?\b"
    r"|\bleaving care\b|\b(?:child|young people|youth)\w* in care\b|\bin the care of\b"
    r"|\bsupported accommodation\b|\bshort breaks?\b|\bsecure (?:children|accommodation)"
    r"|\bcares? for (?:children|young people)",
    re.IGNORECASE | re.DOTALL,
)
"""The care of children away from home, as trustees write of it."""
NOT_READ = (
    "charity_contact_address1",
    "charity_contact_address2",
    "charity_contact_address3",
    "charity_contact_address4",
    "charity_contact_address5",
    "charity_contact_email",
    "charity_contact_phone",
    "charity_contact_postcode",
    "charity_contact_web",
    "charity_gift_aid",
    "charity_has_land",
    "charity_is_cdf_or_cif",
    "charity_previously_excepted",
    "cio_is_dissolved",
    "linked_charity_number",
    "organisation_number",
)
READ = frozenset(
    {
        "charity_activities",
        "charity_company_registration_number",
        "charity_in_administration",
        "charity_insolvent",
        "charity_is_cio",
        "charity_name",
        "charity_registration_status",
        "charity_reporting_status",
        "charity_type",
        "date_cio_dissolution_notice",
        "date_of_extract",
        "date_of_registration",
        "date_of_removal",
        "latest_acc_fin_period_end_date",
        "latest_acc_fin_period_start_date",
        "latest_expenditure",
        "latest_income",
        "registered_charity_number",
    }
)


def _keeps_charity(row: Row) -> bool:
    if row.get("linked_charity_number"):
        return False
    return not says_nothing(str(row.get("charity_company_registration_number") or "")) or _cares(
        row
    )


def _cares(row: Row) -> bool:
    return CARE.search(str(row.get("charity_activities") or "")) is not None


def _charity(row: JsonObject) -> Charity:
    written = row.read_if_there("charity_company_registration_number", optional_text)
    number = normalise(written)
    return Charity(
        cite=row.cite,
        public_on=row.read("date_of_extract", day),
        valid_from=row.read_if_there("date_of_registration", day),
        valid_to=row.read_if_there("date_of_removal", day),
        charity_number=row.read("registered_charity_number", charity_number),
        name=row.read("charity_name", text),
        charity_type=row.read_if_there("charity_type", optional_text),
        registration_status=row.read("charity_registration_status", text),
        reporting_status=row.read_if_there("charity_reporting_status", optional_text),
        company_number=number,
        registration_number_text=None if number or says_nothing(written) else written,
        cares_for_children=row.read_if_there("charity_activities", _speaks_of_care) or False,
        latest_period_from=row.read_if_there("latest_acc_fin_period_start_date", day),
        latest_period_to=row.read_if_there("latest_acc_fin_period_end_date", day),
        latest_income_gbp=row.read_if_there("latest_income", pounds),
        latest_expenditure_gbp=row.read_if_there("latest_expenditure", pounds),
        is_insolvent=row.read_if_there("charity_insolvent", yes_or_no),
        in_administration=row.read_if_there("charity_in_administration", yes_or_no),
        is_cio=row.read_if_there("charity_is_cio", yes_or_no),
        dissolution_notice_to=row.read_if_there("date_cio_dissolution_notice", day),
    )


def _speaks_of_care(value: Json) -> bool:
    return CARE.search(str(value)) is not None


CHARITIES = Table(
    name="charity",
    mark="charity_name",
    read=_charity,
    keeps=_keeps_charity,
    not_read=NOT_READ,
    members=READ | set(NOT_READ),
)
