"""Companies House: the charges over one company's property, satisfied ones included.

`/company/{number}/charges`, all pages joined; one charge alone is read too. Particulars of the
property and of the debt are ignored by name: they are long, and they name people.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content
from crawlers.companies_house.asking import MOST_ON_A_PAGE, start
from crawlers.companies_house.bodies import names_a_body
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.oddities import Entry
from crawlers.companies_house.pages import paged
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, last_step, optional_text, text, whole_number, yes_or_no
from crawlers.source import Follow, Source
from db.records import Charge, Document, Oddity, Record, Register, RegisterExtract

COUNTS = Counts(
    total="total_count",
    others=(
        "part_satisfied_count",
        "satisfied_count",
        "unfiletered_count",  # as the specification spells it
        "unfiltered_count",
    ),
)
SATISFIED = ("fully-satisfied", "satisfied")
NOT_READ = (
    "assests_ceased_released",  # as the specification spells it
    "assets_ceased_released",
    "covering_instrument_date",
    "etag",
    "insolvency_cases",
    "particulars",
    "resolved_on",
    "scottish_alterations",
    "secured_details",
    "transactions",
)


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the charges of one company and their extract, or one charge."""
    yield from read_register(document, Register.CHARGES, COUNTS, _charge)


def recognises(document: Document) -> bool:
    """True for a list of charges, and for one charge."""
    said = set(content(document))
    return {"items", "satisfied_count"} <= said or {"charge_number", "status"} <= said


def _charge(entry: Entry) -> Iterator[Record]:
    said = entry.said
    created_on = said.read_if_there("created_on", day)
    acquired_on = said.read_if_there("acquired_on", day)
    delivered_on = said.read_if_there("delivered_on", day)
    satisfied_on = said.read_if_there("satisfied_on", day)
    status = said.read("status", text)
    kind = said.inside_if_there("classification")
    found = Charge(
        cite=entry.cite,
        public_on=delivered_on or entry.read_on,
        valid_from=created_on or acquired_on,
        valid_to=satisfied_on or (entry.read_on if status in SATISFIED else None),
        company_number=entry.company_number,
        charge_id=_id(said),
        charge_code=said.read_if_there("charge_code", text),
        charge_number=said.read_if_there("charge_number", whole_number),
        status=status,
        classification=kind.read_if_there("type", text) if kind else None,
        charge_type=kind.read_if_there("description", optional_text) if kind else None,
        delivered_on=delivered_on,
        satisfied_on=satisfied_on,
        persons_entitled=_persons_entitled(said),
        more_than_four_persons_entitled=said.read_if_there(
            "more_than_four_persons_entitled", yes_or_no
        ),
    )
    said.ignore(NOT_READ)
    yield found
    yield from entry.odd_days(found, end_is_stated=satisfied_on is not None)


def _id(said: JsonObject) -> str:
    links = said.inside_if_there("links")
    linked = links.read_if_there("self", last_step) if links is not None else None
    charge_id = said.read_if_there("id", text) or linked
    if charge_id is None:
        raise said.changed("neither an id nor a link says which charge it is; fetch it again")
    return charge_id


def _persons_entitled(said: JsonObject) -> str | None:
    names = [person.read("name", text) for person in said.each_if_there("persons_entitled")]
    return "; ".join(names) or None


SOURCE = Source(
    key="companies_house_charges",
    title="Charges over a company's property",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(Charge, RegisterExtract, Oddity),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    spares=names_a_body,
    starts=start("charges"),
    paging=paged(MOST_ON_A_PAGE),
    may_be_absent=True,
    may_fail=FEW,
)
