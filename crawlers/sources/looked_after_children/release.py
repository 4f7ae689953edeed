"""The way from the newest release on Explore Education Statistics to its data sets."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from bs4 import BeautifulSoup

from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from db.records import Document

PUBLICATION = "/find-statistics/children-looked-after-in-england-including-adoptions"
WANTED = (
    "la_cla_on_31_march_by_characteristics",
    "la_cla_during_year_new_placements",
    "la_cla_on_31_march_la_of_placement_netgain",
)
"""The files, of some forty in a release, that say who provides and where."""
_PUBLISHED = re.compile(r"^published\b", re.IGNORECASE)


def release(document: Document) -> Iterator[Follow]:
    """Yield each wanted data set's page, with the release's day.

    Raises SourceChangedError where the page has no day, or lacks one of them.
    """
    page = BeautifulSoup(document.body, "lxml")
    published_on = _published_on(document, page)
    for name in WANTED:
        items = [item for item in page.select("li") if re.search(rf"\b{name}\b", item.get_text())]
        links = [link for item in items for link in item.select("a[href]")]
        if not links:
            raise SourceChangedError(
                document,
                "",
                f"the release leads to no data set {name!r}; if the publisher renamed it, name it"
                " in this source's file",
            )
        yield Follow(url=str(links[0]["href"]), to="data_set", published_on=published_on)


def data_set(document: Document) -> Iterator[Follow]:
    """Yield the CSV of a data set's page; SourceChangedError where it has none."""
    page = BeautifulSoup(document.body, "lxml")
    links = [str(link["href"]) for link in page.select("a[href]")]
    files = [link for link in links if link.rstrip("/").endswith("/csv")]
    if not files:
        raise SourceChangedError(
            document,
            "",
            "the data set's page leads to no CSV; if it is downloaded otherwise now, this source's"
            " file must learn how",
        )
    yield Follow(url=files[0], published_on=document.published_on)


def _published_on(document: Document, page: BeautifulSoup) -> date:
    """The day that stands beside the word Published: `20 November 2025`."""
    for told in page.select("time"):
        beside = told.parent.get_text(" ", strip=True) if told.parent is not None else ""
        if _PUBLISHED.match(beside):
            try:
                return datetime.strptime(told.get_text(strip=True), "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                break
    raise SourceChangedError(
        document,
        "",
        "the release does not say when it was published, such as Published 20 November 2025; if it"
        " says so otherwise now, this source's file must learn how",
    )
