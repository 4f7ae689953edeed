"""Ofsted's reports site: each registration's page, and of its newest report the provider.

A search under social care, a hundred results a page, leads to every open registration's page. A
page says when it was registered, and which reports came out when. Of the newest report, a PDF, the
registered provider, its office and its kind are read; managers, responsible individuals and
inspectors are ignored by name, and no home's name or address is kept. Reports on schools and
colleges are not followed: they name no registered provider.
"""

from collections.abc import Iterator, Sequence

from crawlers.reading import SourceChangedError
from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source, Start
from crawlers.sources.ofsted_reports import provider_page, report, report_text, search_page
from db.records import (
    Document,
    ProviderPage,
    PublishedReport,
    Record,
    ReportedProvider,
)

SEARCH = "/search?q=&level_1_types=3&status%5B%5D=1&start=0&rows=100"
"""Everything open under social care; the site gives a hundred results at most."""


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield what a page says of a registration and the way to its newest report, or what that says.

    SourceChangedError for anything else, and for a page or a report that is not what it was.
    """
    other = not_read(document)
    if other is not None:
        raise SourceChangedError(document, "", f"not read here: this is {other}")
    is_report = document.body.startswith(b"%PDF-")
    yield from report.parse(document) if is_report else provider_page.parse(document)


def recognises(document: Document) -> bool:
    """True for a page of the site that has one of its marks, and for a report of Ofsted's."""
    if document.body.startswith(b"%PDF-"):
        return report.recognises(document)
    return provider_page.recognises(document) or search_page.recognises(document)


def not_read(document: Document) -> str | None:
    """What a recognised document is that is not read here, and why; None for any other."""
    if search_page.recognises(document):
        return "a search page of Ofsted's reports site, which only leads to pages"
    if document.body.startswith(b"%PDF-") and not report.tells_of_a_provider(document):
        return "a report of Ofsted's that names no registered provider, such as on a council"
    return None


def is_rehearsal(document: Document) -> bool:
    """True when the page or the report says that it is invented."""
    if document.body.startswith(b"%PDF-"):
        return any("Rehearsal: this report" in page for page in report_text.pages(document))
    return b"Rehearsal: every provider and report here is invented" in document.body


def subject(records: Sequence[Record]) -> str:
    """The page of a registration, or its newest report."""
    first = records[0]
    if isinstance(first, ReportedProvider):
        return f"newest report {first.urn}"
    assert isinstance(first, ProviderPage)
    return f"provider page {first.urn}"


SOURCE = Source(
    key="ofsted_reports",
    title="Find an inspection report",
    publisher="Ofsted",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://reports.ofsted.gov.uk/",
    cadence="daily, as reports come out",
    version=2,
    kinds=(ProviderPage, PublishedReport, ReportedProvider),
    recognises=recognises,
    parse=parse,
    subject=subject,
    not_read=not_read,
    is_rehearsal=is_rehearsal,
    floors={
        "provider page": {ProviderPage: 1, PublishedReport: 0},
        "newest report": {ReportedProvider: 1},
    },
    masked=(
        "Responsible individual",
        "Registered manager",
        "Inspector*",
        # Kept to tell companies apart; of a small provider it may be somebody's home.
        "Registered provider address",
    ),
    starts=(Start(host="ofsted_reports", path=SEARCH, to="search"),),
    signposts={"search": search_page.follow},
    good_for_days=7,
    may_fail=0.02,
)
