"""A registration's page: what it is, since when, and every report that is out."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from bs4 import Tag

from crawlers.noting import note_fact
from crawlers.source import Follow
from crawlers.sources.ofsted_reports.pages import (
    PROVIDER,
    SOCIAL_CARE,
    changed,
    day,
    fragment,
    soup,
    words,
)
from db.records import Document, ProviderPage, PublishedReport, Record

NO_PROVIDER_NAMED = re.compile(r"school|college", re.IGNORECASE)
"""Categories whose reports name a head teacher and no registered provider."""
_FILE = re.compile(r"/v1/file/(\d+)$")
_TIMELINE = "ol.timeline > li.timeline__day, ul.timeline > li.timeline__day"
_PAGE = fragment("main")


def recognises(document: Document) -> bool:
    """True for a page with a timeline of the reports site."""
    is_page = document.body.lstrip()[:1] == b"<"
    return is_page and b"timeline" in document.body and b"title-block__heading" in document.body


def parse(document: Document) -> Iterator[Record | Follow]:
    """Yield the page, each of its reports, and the way to the newest."""
    urn = _urn(document)
    page = _page(document, urn)
    yield page
    reports = list(_reports(document, urn))
    yield from (report for report, _ in reports)
    if reports and not NO_PROVIDER_NAMED.search(page.category):
        newest, link = max(reports, key=lambda found: found[0].published_on)
        yield Follow(url=link, published_on=newest.published_on, is_final=True)


def _urn(document: Document) -> str:
    """The registration, by the address that the page says is its own."""
    link = soup(document).select_one("link[rel=canonical][href]")
    address = document.url if link is None else str(link["href"])
    path = PROVIDER.search(urlsplit(address).path)
    if path is None or not SOCIAL_CARE.fullmatch(path["urn"]):
        raise changed(
            document, f"{address} is no page of a registration in social care; ask for another"
        )
    return path["urn"]


def _page(document: Document, urn: str) -> ProviderPage:
    said = dict(_stated(document))
    if "Type" not in said:
        raise changed(
            document,
            f"the page does not say what type of setting it is; it says {sorted(said)}. If the"
            " site words it otherwise now, this source's file must learn the word",
        )
    registered_on, closed_on = (_end(document, which) for which in ("registered", "closed"))
    for name in ("Type", "Local authority", "Status"):
        note_fact(_PAGE, name, said.get(name, "not published"))
    note_fact(_PAGE, "Registration", str(registered_on or "not published"))
    return ProviderPage(
        cite=document.cite(_PAGE),
        public_on=document.published_on or document.fetched_at.date(),
        urn=urn,
        category=said["Type"],
        local_authority=said.get("Local authority"),
        status=said.get("Status"),
        registered_on=registered_on,
        closed_on=closed_on,
    )


def _end(document: Document, which: str) -> date | None:
    """The day at one end of the timeline; None where it has no such end."""
    found = soup(document).select_one(f"li.timeline__day--{which} time")
    return None if found is None else day(document, words(found))


def _stated(document: Document) -> Iterator[tuple[str, str]]:
    """What the head of the page says, line by line; other lines than are asked for are left."""
    for item in soup(document).select("ul.title-block__subject > li, ul.title-block__info > li"):
        name, colon, value = words(item).partition(":")
        if colon and value.strip():
            yield name.strip(), value.strip()


def _reports(document: Document, urn: str) -> Iterator[tuple[PublishedReport, str]]:
    """Each report with its link."""
    for at, listed in enumerate(soup(document).select(_TIMELINE), start=1):
        links = listed.select("a.publication-link[href]")
        known = {"timeline__day--registered", "timeline__day--closed"}
        place = fragment(f".timeline > li:nth-of-type({at})")
        if not links and known.isdisjoint(listed.get_attribute_list("class")):
            raise changed(
                document,
                f"{words(listed)!r} on the timeline is no report, registration or closure; this"
                " source's file must learn what it is",
                place,
            )
        visited = listed.select_one("p.timeline__date time")
        for link in links:
            yield (
                PublishedReport(
                    cite=document.cite(place),
                    public_on=_published_on(document, link),
                    urn=urn,
                    report_number=_number(document, link),
                    event_type=_kind(link),
                    inspected_on=None if visited is None else day(document, words(visited)),
                    published_on=_published_on(document, link),
                ),
                str(link["href"]),
            )
            note_fact(place, "Report", _kind(link))
            note_fact(place, "Published", str(_published_on(document, link)))


def _kind(link: Tag) -> str:
    """What the link calls the report, without what only screen readers say."""
    hidden = link.select_one(".nonvisual")
    said = words(link)
    return said.removesuffix("" if hidden is None else words(hidden)).strip() or said


def _published_on(document: Document, link: Tag) -> date:
    """The day that the link gives to those who hear it: `Full inspection, PDF - 08 May 2026`."""
    hidden = link.select_one(".nonvisual")
    written = "" if hidden is None else words(hidden).rpartition(" - ")[2]
    return day(document, written)


def _number(document: Document, link: Tag) -> str:
    found = _FILE.search(urlsplit(str(link["href"])).path)
    if found is None:
        raise changed(
            document,
            f"{link['href']} is no address of a report, such as /v1/file/50000001; if files stand"
            " elsewhere now, this source's file must learn where",
        )
    return found[1]
