"""A page of the reports site, found by the marks that its readers go by."""

import re
from datetime import date, datetime
from functools import lru_cache
from urllib.parse import quote

from bs4 import BeautifulSoup, Tag

from crawlers.reading import SourceChangedError
from db.records import Document

PROVIDER = re.compile(r"/provider/(?P<kind>\d+)/(?P<urn>[A-Z0-9]+)/?$")
SOCIAL_CARE = re.compile(r"SC\d{6}|\d{7}")
"""The reference numbers of registrations in social care: `SC` and six digits, or seven digits.
Schools have six digits, councils fewer."""


@lru_cache(maxsize=2)
def soup(document: Document) -> BeautifulSoup:
    """The page as a tree."""
    return BeautifulSoup(document.body, "lxml")


def words(tag: Tag) -> str:
    """The text of an element on one line."""
    return " ".join(tag.get_text(" ").split())


def day(document: Document, written: str) -> date:
    """A day as the site writes it, `08 November 2022`; SourceChangedError for anything else."""
    try:
        return datetime.strptime(written, "%d %B %Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise changed(
            document,
            f"{written!r} is no day such as 08 November 2022; if the site writes days otherwise"
            " now, its source's file must learn to read them",
        ) from None


def fragment(selector: str) -> str:
    """A place in a page, as a W3C selector fragment: `#selector(type=CssSelector,value=…)`."""
    return f"selector(type=CssSelector,value={quote(selector, safe='')})"


def changed(document: Document, problem: str, place: str = "") -> SourceChangedError:
    """What to raise about a page."""
    return SourceChangedError(document, place, problem)
