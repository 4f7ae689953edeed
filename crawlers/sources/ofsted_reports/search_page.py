"""A page of search results leads to the pages of registrations, and to the next one like it."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from bs4 import Tag

from crawlers.source import Follow
from crawlers.sources.ofsted_reports.pages import PROVIDER, SOCIAL_CARE, changed, soup, words
from db.records import Document


def recognises(document: Document) -> bool:
    """True for a page with results of a search."""
    marks = (b"js-results-count", b"search-result__provider-info")
    return document.body.lstrip()[:1] == b"<" and any(mark in document.body for mark in marks)


def follow(document: Document) -> Iterator[Follow]:
    """Yield the page of each registration in social care, then the next page of results.

    Raises SourceChangedError for a page that finds nothing, whose results are not what they
    should be, or which ends before the number of results that it states and leads to no more.
    """
    page = soup(document)
    results = page.select("ul.results-list > li.search-result")
    total = _total(document)
    if not results:
        raise changed(
            document,
            f"the search finds nothing, of {total:,} results that it states; ask the site by hand,"
            " and correct the search in this source's file",
        )
    for result in results:
        link = _link(document, result)
        if link is not None:
            yield Follow(url=link)
    after = page.select_one("ul.pagination li.next a[href], a.pagination__next[href]")
    if after is not None:
        yield Follow(url=str(after["href"]), to="search")
    elif _start(document) + len(results) < total:
        raise changed(
            document,
            f"the search states {total:,} results, and no link leads on after"
            f" {_start(document) + len(results):,}; if the site pages otherwise now, this source's"
            " file must learn how",
        )


def _total(document: Document) -> int:
    found = soup(document).select_one("strong.results-count")
    written = "" if found is None else words(found).replace(",", "")
    if not written.isdecimal():
        raise changed(
            document,
            f"the page does not say how many results there are, but {written!r}; download it again",
        )
    return int(written)


def _start(document: Document) -> int:
    """How many results came before, as the page's own address says."""
    (written,) = parse_qs(urlsplit(document.url).query).get("start", ["0"])[:1]
    return int(written) if written.isdecimal() else 0


def _link(document: Document, result: Tag) -> str | None:
    """Where a result leads; None where it is no registration in social care."""
    link = result.select_one("h3.search-result__title a[href]")
    path = PROVIDER.search(urlsplit("" if link is None else str(link["href"])).path)
    if link is None or path is None:
        raise changed(
            document,
            "a result leads to no page such as /provider/2/1234567; if the site's pages stand"
            " elsewhere now, this source's file must learn where",
        )
    stated = [words(item).partition(":") for item in result.select("li")]
    urns = [said.strip() for name, _, said in stated if name == "URN"]
    if urns != [path["urn"]]:
        raise changed(
            document,
            f"a result says URN {urns} and leads to the page of {path['urn']}; download the page"
            " again, and if the site has it so, ask its publisher",
        )
    return str(link["href"]) if SOCIAL_CARE.fullmatch(path["urn"]) else None
