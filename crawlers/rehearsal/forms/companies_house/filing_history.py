"""`/company/{number}/filing-history`, and one filing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.forms.companies_house.part import Part
from crawlers.rehearsal.forms.companies_house.standing import filed
from crawlers.rehearsal.forms.companies_house.wording import (
    JsonBody,
    day,
    etag,
    given,
    link,
)
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.world import World

BY_THE_REGISTRAR = frozenset({"gazette"})
"""Categories of what the registrar itself puts on the file: it bears no barcode."""
BARCODE_LENGTH = 8


@dataclass(frozen=True, kw_only=True)
class Documents:
    """What a file's entries tell of the documents behind them."""

    address: str
    """Of their publisher."""
    pages: Callable[[Filing], int]
    """How many pages each has."""


def filing_history(
    world: World, company: Body, today: date, part: Part, documents: Documents
) -> JsonBody | None:
    """One page of a company's file, newest first; None where nothing is on it.

    The total counts what the chosen categories hold.
    """
    every = filed(world, company, today)
    if not every:
        return None
    found = [one for one in every if not part.only or one.category in part.only]
    return {
        "etag": etag([one.key for one in every]),
        "filing_history_status": "filing-history-available",
        "items": [filing(company, one, documents) for one in part.of(found)],
        "items_per_page": part.size,
        "kind": "filing-history",
        "start_index": part.start,
        "total_count": len(found),
    }


def one_filing(
    world: World, company: Body, today: date, steps: tuple[str, ...], documents: Documents
) -> JsonBody | None:
    """The filing with a transaction id."""
    for one in filed(world, company, today):
        if steps == (one.key,):
            return filing(company, one, documents)
    return None


def filing(company: Body, one: Filing, documents: Documents) -> JsonBody:
    """One entry of the list."""
    links = given(
        self=link(company, "filing-history", one.key),
        document_metadata=f"{documents.address}/document/{one.document_id}"
        if one.document_id
        else None,
    )
    said = given(
        action_date=day(one.action_on),
        category=one.category,
        date=day(one.filed_on),
        description=one.description,
        description_values=dict(one.values) or None,
        links=links,
        pages=documents.pages(one),
        paper_filed=True if one.paper else None,
        subcategory=one.subcategory,
        transaction_id=one.key,
        type=one.form,
    )
    return said | {"barcode": barcode(one)}


def barcode(one: Filing) -> str | None:
    """The label on the filed document: of those on paper it begins with A, of the others with X."""
    if one.category in BY_THE_REGISTRAR:
        return None
    digits = hashlib.blake2b(one.key.encode(), digest_size=4).hexdigest().upper()
    return (("A" if one.paper else "X") + digits)[:BARCODE_LENGTH]
