"""What the truth says was published of what is on file: filings, and accounts as documents."""

from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.world.books import Accounts, Medium
from tests.end_to_end.beside import Asked, Row

PDF, TAGGED = "application/pdf", "application/xhtml+xml"
FOLLOWED = 2
"""Accounts of a company whose documents are asked for: the newest."""


def filings(asked: Asked) -> Iterator[Row]:
    """Yield each document on a watched company's file."""
    for body in asked.bodies:
        for one in asked.world.filings_of.get(body.key, ()):
            if one.filed_on <= asked.today:
                yield {
                    "public_on": one.filed_on,
                    "company_number": body.key,
                    "transaction_id": one.key,
                    "filed_on": one.filed_on,
                    "form": one.form,
                    "category": one.category,
                    "subcategory": one.subcategory,
                    "description": one.description,
                    "action_date": one.action_on,
                    "made_up_to": _day(one.values.get("made_up_date")),
                    "new_date": _day(one.values.get("new_date")),
                    "charge_number": one.values.get("charge_number"),
                    "pages": one.pages,
                    "paper_filed": True if one.paper else None,
                    "document_id": one.document_id,
                }


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def filed_documents(asked: Asked) -> Iterator[Row]:
    """Yield what is known of the documents of each watched company's newest accounts."""
    for one in followed(asked):
        is_tagged = one.medium is Medium.TAGGED
        yield {
            "public_on": one.filed_on,
            "company_number": one.company,
            "document_id": one.document_id,
            "category": "accounts",
            "created_on": one.filed_on,
            "significant_on": one.end,
            "significant_date_type": "made-up-date",
            "media_types": f"{PDF}; {TAGGED}" if is_tagged else PDF,
            "is_tagged": is_tagged,
        }


def accounts_documents(asked: Asked) -> Iterator[Row]:
    """Yield those documents, and of tagged ones whose accounts they are."""
    for one in followed(asked):
        is_tagged = one.medium is Medium.TAGGED
        yield {
            "public_on": one.filed_on,
            "document_id": one.document_id,
            "media_type": TAGGED if is_tagged else PDF,
            "entity_number": one.reporting if is_tagged else None,
        }


def followed(asked: Asked) -> list[Accounts]:
    """The accounts of watched companies that were among the newest on a day of crawling."""
    accounts = {one.document_id: one for one in asked.world.accounts}
    found = dict[str, Accounts]()
    for body in asked.bodies:
        filed = [
            accounts[one.document_id]
            for one in asked.world.filings_of.get(body.key, ())
            if one.document_id is not None and one.document_id in accounts
        ]
        for day in asked.crawled:
            newest = [one for one in filed if one.filed_on <= day][:FOLLOWED]
            found |= {one.key: one for one in newest}
    return [*found.values()]
