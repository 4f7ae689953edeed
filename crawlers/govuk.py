"""What GOV.UK's content API says of a page: what a collection lists, and what is attached.

What a page says of itself is open by design and is not read to the end; what is wanted of it must
be there. Files are put out again under another address, and the old one is no more: no address of
a file is kept, each is found anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bs4 import BeautifulSoup

from crawlers.json_reading import Json, JsonObject, json_object
from crawlers.json_values import text, texts
from db.records import Document

API = "/api/content"
"""Before the path of a page, this gives the page as JSON."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One page that a collection lists."""

    path: str
    updated_on: date

    @property
    def api_path(self) -> str:
        """Where the page is as JSON."""
        return f"{API}{self.path}"


@dataclass(frozen=True, kw_only=True)
class Attached:
    """One file attached to a page."""

    url: str
    title: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.url.rpartition("/")[2]


def listed(document: Document) -> tuple[Listed, ...]:
    """The pages that a collection lists; SourceChangedError for what is no collection."""
    return tuple(
        Listed(path=one.read("base_path", text), updated_on=_updated_on(one))
        for one in json_object(document).inside("links").each("documents")
    )


def attached(document: Document) -> tuple[Attached, ...]:
    """The files attached to a page, as data or, on older pages, as HTML; prose is none."""
    details = json_object(document).inside("details")
    return (*_as_data(details), *_as_html(details))


def path(document: Document) -> str:
    """The page's own path."""
    return json_object(document).read("base_path", text)


def updated_on(document: Document) -> date:
    """The day of a page's last change, or of its publication where nothing was changed since."""
    return _updated_on(json_object(document))


def _as_data(details: JsonObject) -> Sequence[Attached]:
    """Files listed one by one, as pages since 2022 list them."""
    return [
        Attached(url=one.read("url", text), title=one.read("title", text))
        for one in details.each_if_there("attachments")
        if one.read_if_there("attachment_type", text) != "html"
    ]


def _as_html(details: JsonObject) -> Iterator[Attached]:
    """Files listed as pieces of HTML, as older pages list them."""
    for piece in details.read_if_there("documents", texts) or ():
        for link in BeautifulSoup(piece, "lxml").select("a[href]"):
            title = link.get_text(" ", strip=True)
            if title:  # a picture of the file links to it too
                yield Attached(url=str(link["href"]), title=title)


def _updated_on(page: JsonObject) -> date:
    return page.read("public_updated_at", _day_of_moment)


def _day_of_moment(value: Json) -> date:
    """The day of a moment with its distance from Greenwich: 2025-08-05T09:30:00.000+01:00."""
    return datetime.fromisoformat(text(value)).date()
