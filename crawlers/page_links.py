"""The links of a page, which lead to a publisher's newest files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from crawlers.reading import SourceChangedError
from db.records import Document

_A_PAGE = re.compile(rb"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class PageLink:
    """One link of a page."""

    href: str
    """As the page has it: it may be relative to the page's own address."""
    text: str
    """Its words, with single spaces."""


def parsed_page(document: Document) -> BeautifulSoup:
    """A page's elements; SourceChangedError for what is no page."""
    if not _A_PAGE.search(document.body[:4_096]):
        raise SourceChangedError(
            document, "", "this is no web page; fetch it again, or look where the page has moved"
        )
    return BeautifulSoup(document.body, "lxml")


def page_links(document: Document) -> Iterator[PageLink]:
    """Yield each link of a page in its order; SourceChangedError for what is no page."""
    for found in parsed_page(document).select("a[href]"):
        yield PageLink(href=str(found["href"]).strip(), text=" ".join(found.get_text(" ").split()))
