"""Companies House: everything filed for one company.

`/company/{number}/filing-history`, all pages joined; one filing alone, from the API or the stream,
is read too. What a filing says is told by the key of its description, which the publisher
misspells at times ("compulsary", "subsiduary"); the values that fill it name people and places, so
that only days and a charge's number are taken from them.
"""

from collections.abc import Iterator

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.answers import content
from crawlers.companies_house.asking import (
    DOCUMENT_API,
    DOCUMENTS,
    MOST_ON_A_PAGE,
    are_accounts,
    start,
)
from crawlers.companies_house.invented import of_an_invented_company
from crawlers.companies_house.oddities import Entry
from crawlers.companies_house.pages import paged
from crawlers.companies_house.registers import Counts, read_register, subject
from crawlers.json_reading import JsonObject
from crawlers.json_values import day, last_step, text, texts, whole_number, yes_or_no
from crawlers.source import Follow, Source
from db.records import Document, Filing, Record, Register, RegisterExtract

COUNTS = Counts(total="total_count", others=("filing_history_status",))
FOLLOWED = 2
"""Accounts whose documents are asked for."""
NOT_READ = (
    "annotations",
    "associated_filings",
    "barcode",
    "etag",
    "original_description",
    "resolutions",
)


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the filings of one company and their extract, or one filing; and its newest accounts.

    Accounts are followed by what is known of their documents, the latest two of them: the bulk
    products have those of older years.
    """
    accounts: list[Filing] = []
    for record in read_register(document, Register.FILING_HISTORY, COUNTS, _filing):
        yield record
        if isinstance(record, Filing) and record.document_id is not None:
            accounts += [record] if are_accounts(record.category, record.description) else []
    newest = sorted(accounts, key=lambda one: one.filed_on, reverse=True)
    for one in newest[:FOLLOWED]:
        yield Follow(
            host=DOCUMENT_API,
            url=f"/document/{one.document_id}",
            source=DOCUMENTS,
            published_on=one.filed_on,
            is_final=True,
        )


def recognises(document: Document) -> bool:
    """True for a filing history, and for one filing."""
    said = content(document)
    return "filing_history_status" in said or {"transaction_id", "category"} <= set(said)


def _filing(entry: Entry) -> Iterator[Record]:
    said = entry.said
    filed_on = said.read("date", day)
    values = said.inside_if_there("description_values")
    yield Filing(
        cite=entry.cite,
        public_on=filed_on,
        company_number=entry.company_number,
        transaction_id=said.read("transaction_id", text),
        filed_on=filed_on,
        form=said.read("type", text),
        category=said.read("category", text),
        subcategory=" ".join(said.read_if_there("subcategory", texts) or ()) or None,
        description=said.read("description", text),
        action_date=said.read_if_there("action_date", day),
        made_up_to=values.read_if_there("made_up_date", day) if values else None,
        new_date=values.read_if_there("new_date", day) if values else None,
        charge_number=values.read_if_there("charge_number", text) if values else None,
        pages=said.read_if_there("pages", whole_number),
        paper_filed=said.read_if_there("paper_filed", yes_or_no),
        document_id=_document_id(said),
    )
    if values is not None:
        values.ignore_the_rest()
    said.ignore(NOT_READ)


def _document_id(said: JsonObject) -> str | None:
    links = said.inside_if_there("links")
    if links is None:
        return None
    links.ignore(("self",))
    return links.read_if_there("document_metadata", last_step)


SOURCE = Source(
    key="companies_house_filing_history",
    title="Filing history of a company",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=2,
    kinds=(Filing, RegisterExtract),
    recognises=recognises,
    is_rehearsal=of_an_invented_company,
    parse=parse,
    subject=subject,
    masked=MASKED,
    starts=start("filing-history"),
    paging=paged(MOST_ON_A_PAGE),
    may_be_absent=True,
    may_fail=FEW,
)
