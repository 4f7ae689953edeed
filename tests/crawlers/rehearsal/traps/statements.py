"""Finds what accounts leave out, or hide from whoever reads only what is tagged."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO

from pypdf import PdfReader

from crawlers.rehearsal.world.happenings import Kind, Trap, TrapKind
from tests.crawlers.rehearsal.accounts_reading import facts
from tests.crawlers.rehearsal.traps import companies, documents
from tests.crawlers.rehearsal.traps.documents import PDF, XHTML
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.served import Json, Served

INCOME = frozenset({"TurnoverRevenue", "OperatingProfitLoss", "ProfitLoss"})
COST = "InterestExpenseOnObligationsUnderFinanceLeasesHirePurchaseContracts"
OWED = "FinanceLeaseLiabilitiesPresentValueTotal"
WHY = "DescriptionWhyEntityNotGoing-concernOrUncertaintiesOverGoing-concernStatus"
"""The concept under which accounts disclose a true uncertainty."""
DISCLOSED = re.compile(r"conditions (are nevertheless|indicate that) a material uncertainty")
"""The same in words, as a recogniser reads them."""
MEANINGLESS = re.compile("nothing to report|not identified any material uncertainty")
"""Words of who has none to tell of."""
LEFT_OUT = re.compile("not to deliver the profit and loss account")
LEASES = re.compile("periodic review amendments of 2024")


def in_words(is_there: Callable[[bytes], bool], on_a_scan: re.Pattern[str] | None = None) -> Finder:
    """Finds a difficulty in the tagged document of a filing, or by words that are read from a scan.

    None where only a scan is served, and nothing here reads it.
    """

    def finder(served: Served, trap: Trap) -> bool | None:
        filing = documents.filing(served, *trap.touches)
        if filing is None:
            return False
        body = documents.as_(served, filing, XHTML)
        if body is not None:
            return is_there(body)
        pages = documents.as_(served, filing, PDF)
        return documents.shows(pages, on_a_scan) if pages and on_a_scan else None

    return finder


def is_filleted(body: bytes) -> bool:
    """It says that the profit and loss account is not delivered, and nothing of one is tagged."""
    said = "not to deliver the profit and loss account" in documents.words(body)
    return said and not documents.concepts(body) & INCOME


def is_untagged_group(body: bytes) -> bool:
    """A consolidated balance sheet is printed, and no number of it is tagged."""
    found = [
        documents.tagged_on(page)
        for page in documents.pages(body)
        if "consolidated balance sheet" in documents.text(page)[:300].casefold()
    ]
    return found != [] and not any(found)


def is_boilerplate(body: bytes) -> bool:
    """The words about uncertainty occur, and nothing is disclosed."""
    said = documents.words(body).casefold()
    return (
        ("material uncertaint" in said and "significant doubt" in said)
        and ("nothing to report" in said or "not identified any material uncertainty" in said)
        and not _is_disclosed(body)
    )


def _is_disclosed(body: bytes) -> bool:
    return WHY in documents.concepts(body)


def true_uncertainty(served: Served, trap: Trap) -> bool | None:
    """An uncertainty is disclosed, and by the last day somebody in its group is insolvent.

    Who is in its group the truth says: control registers may have forgotten.
    """
    failed = next(
        one.bodies
        for one in served.world.happenings
        if one.kind is Kind.FAILURE and trap.touches[0] in one.bodies
    )
    last = served.on(served.world.last_day)
    ends = [companies.profile(last, one) for one in failed]
    came = any(one["has_insolvency_history"] for one in ends if one)
    return came and in_words(_is_disclosed, DISCLOSED)(served, trap)


def is_lease_change(body: bytes) -> bool:
    """The words say that leases came onto the balance sheet, where they owe now and did not before.

    Where interest on them is tagged, it is of this year only.
    """
    if "periodic review amendments of 2024" not in documents.words(body):
        return False
    tagged = facts(body)
    ends = sorted({one.end for one in tagged if one.start is None})
    owed = [one.end for one in tagged if one.concept == OWED and one.value]
    cost = [one.end for one in tagged if one.concept == COST and one.value]
    return set(cost) <= {ends[-1]} and set(owed) == {ends[-1]} and len(ends) > 1


def scanned_group(served: Served, trap: Trap) -> bool:
    """Group accounts can be had as a PDF only, whose pages hold a picture each and no text."""
    filing = documents.filing(served, *trap.touches)
    return (
        filing is not None
        and filing["description"].endswith("-type-group")
        and _is_pictures_only(served, filing)
    )


def foreign_parents(served: Served, trap: Trap) -> bool:
    """Group accounts came with the company's own, as pictures, and their cover names another."""
    company, transaction = trap.touches
    filing = documents.filing(served, company, transaction)
    if filing is None or not filing["description"].endswith("-type-group"):
        return False
    own = [
        one
        for one in documents.accounts(served, company)
        if one["date"] == filing["date"] and one["transaction_id"] != transaction
    ]
    return (
        len(own) == 1
        and _is_pictures_only(served, filing)
        and _names_another(served, company, filing)
    )


def _names_another(served: Served, company: str, filing: Json) -> bool:
    """Whether the cover has no name that the company bears or bore; as far as anybody can read."""
    body = documents.as_(served, filing, PDF)
    read = body and documents.cover(body)
    borne = [companies.stem(one) for one in companies.names(served, company)]
    return not read or not any(one in read.upper() for one in borne)


def _is_pictures_only(served: Served, filing: Json) -> bool:
    metadata = served.get(filing["links"]["document_metadata"]).json()
    body = documents.as_(served, filing, PDF)
    if [*metadata["resources"]] != [PDF] or body is None:
        return False
    pages = PdfReader(BytesIO(body)).pages
    return not any(page.extract_text() for page in pages)


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.FILLETED: in_words(
        is_filleted, re.compile("not to deliver the profit and loss account")
    ),
    TrapKind.UNTAGGED_GROUP: in_words(is_untagged_group),
    TrapKind.SCANNED_GROUP: scanned_group,
    TrapKind.FOREIGN_PARENTS_ACCOUNTS: foreign_parents,
    TrapKind.BOILERPLATE_UNCERTAINTY: in_words(is_boilerplate, MEANINGLESS),
    TrapKind.TRUE_UNCERTAINTY: true_uncertainty,
    TrapKind.LEASE_CHANGE: in_words(
        is_lease_change, re.compile("periodic review amendments of 2024")
    ),
}
