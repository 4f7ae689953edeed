"""Companies House: the officers of one company, resigned ones included.

`/company/{number}/officers`, all pages joined; one appointment alone is read too. Birth dates,
nationalities, occupations and addresses are ignored by name.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER, oddities
from crawlers.companies_house.answers import content
from crawlers.companies_house.asking import MOST_ON_A_PAGE, start
from crawlers.companies_house.bodies import names_a_body
from crawlers.companies_house.holders import identification
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.oddities import Entry
from crawlers.companies_house.pages import paged
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, last_step, optional_text, text
from crawlers.source import Follow, Source
from db.records import Document, Oddity, Officer, Record, Register, RegisterExtract

COUNTS = Counts(
    total="total_results",
    active="active_count",
    ended=("resigned_count", "inactive_count"),
)
NOT_READ = (
    "address",
    "contact_details",
    "date_of_birth",
    "etag",
    "former_names",
    "identity_verification_details",
    "is_pre_1992_appointment",  # appointed_before says the same with a day
    "nationality",
    "occupation",
    "person_number",
    "principal_office_address",
    "responsibilities",
    "service_address",
)


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the officers of one company and their extract, or one appointment."""
    yield from read_register(document, Register.OFFICERS, COUNTS, _officer)


def recognises(document: Document) -> bool:
    """True for a list of officers, and for one appointment."""
    said = content(document)
    return said.get("kind") == "officer-list" or {"officer_role", "name"} <= set(said)


def _officer(entry: Entry) -> Iterator[Record]:
    said = entry.said
    body = identification(said)
    officer_id, appointment_id = _ids(said)
    found = Officer(
        cite=entry.cite,
        public_on=entry.read_on,
        valid_from=said.read_if_there("appointed_on", day),
        valid_to=said.read_if_there("resigned_on", day),
        company_number=entry.company_number,
        officer_id=officer_id,
        appointment_id=appointment_id,
        name=said.read("name", text),
        officer_role=said.read("officer_role", text),
        appointed_before=said.read_if_there("appointed_before", day),
        country_of_residence=said.read_if_there("country_of_residence", optional_text),
        identification_type=body.kind,
        officer_company_number=body.company_number,
        registration_number_text=body.number_text,
        place_registered=body.place,
        legal_form=body.legal_form,
        legal_authority=body.legal_authority,
    )
    said.ignore(NOT_READ)
    yield found
    yield from entry.odd_days(found, end_is_stated=True)
    if body.number_is_odd:
        yield entry.odd(oddities.NUMBER_IS_NONE, body.number_text)


def _ids(said: JsonObject) -> tuple[str | None, str | None]:
    """The publisher's ids of the person and of the appointment, from the links to them."""
    links = said.inside_if_there("links")
    if links is None:
        return None, None
    person = links.inside_if_there("officer")
    path = person.read_if_there("appointments", text) if person is not None else None
    if person is not None:
        person.ignore(("self",))
    officer_id = last_step(path.removesuffix("/appointments")) if path is not None else None
    return officer_id, links.read_if_there("self", last_step)


SOURCE = Source(
    key="companies_house_officers",
    title="Officers of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(Officer, RegisterExtract, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    spares=names_a_body,
    starts=start("officers"),
    paging=paged(MOST_ON_A_PAGE),
    may_be_absent=True,
    may_fail=FEW,
)
