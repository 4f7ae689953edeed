"""The way to Ofsted's tables on GOV.UK: from the collection to its releases, and to their files.

Asked of GOV.UK's content API, which answers in JSON. What a page says of itself is open by design
and is not read to the end; what is wanted of it must be there. Files are put out again under
another address, and the old one is no more: no address of a file is kept, each is found anew.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bs4 import BeautifulSoup

from crawlers.json_reading import Json, JsonObject, json_object
from crawlers.json_values import text, texts
from crawlers.reading import plain
from crawlers.source import Follow, Signpost, Start
from db.records import Document

COLLECTION = "/government/collections/childrens-social-care-statistics"
YEARLY = re.compile(r"/government/statistics/childrens-social-care(-data)?-in-england-[0-9a-z-]+")
"""The releases of each July; until 2023 their addresses say `-data`."""
SIX_MONTHLY = (
    "/government/publications/inspection-and-regulation-of-childrens-social-care-providers"
)
"""The page which gains a workbook each January since 2026."""
TABLES = re.compile(r"\.(ods|xlsx|csv)", re.IGNORECASE)
NAMED = re.compile(
    r"underlying data|provider[ -]level|providers and places|joiners and leavers"
    r"|inspection and regulation of children's social care"
)
"""How the titles of files that are read have been worded, in small letters. Charts, tables by
council and pages of prose are attached too."""
_YEAR = re.compile(r"20\d\d")
STARTS = (Start(host="govuk", path=f"/api/content{COLLECTION}", to="collection"),)


@dataclass(frozen=True, kw_only=True)
class Attached:
    """One file attached to a release."""

    url: str
    title: str

    @property
    def is_read(self) -> bool:
        """Whether its title and its ending are those of tables that are read."""
        return bool(TABLES.search(self.url[-5:]) and NAMED.search(plain(self.title)))

    @property
    def year(self) -> str:
        """The last year in its title, else in its name; blank where neither has one."""
        written = _YEAR.findall(self.title) or _YEAR.findall(self.url.rpartition("/")[2])
        return written[-1] if written else ""


def collection(document: Document) -> Iterator[Follow]:
    """Yield every release of the tables, of whatever year; SourceChangedError if there is none."""
    page = json_object(document)
    listed = page.inside("links").each("documents")
    found = [(one, one.read("base_path", text)) for one in listed]
    wanted = [(one, path) for one, path in found if path == SIX_MONTHLY or YEARLY.fullmatch(path)]
    if all(path == SIX_MONTHLY for _, path in wanted):
        raise page.changed(
            f"the collection leads to no yearly release; it lists {[path for _, path in found]}."
            " If the publisher gives them other addresses now, this source must learn them"
        )
    for one, _ in wanted:
        yield Follow(url=one.read("api_path", text), to="release", published_on=_updated_on(one))


def release(document: Document) -> Iterator[Follow]:
    """Yield the files of a release that are read; SourceChangedError where it has none.

    They were published when the page says that it was last updated, which it is when a file is
    put out again. A page that gathers the files of several years says so of the newest alone.
    """
    page = json_object(document)
    details = page.inside("details")
    attached = (*_as_data(details), *_as_html(details))
    wanted = [one for one in attached if one.is_read]
    if not wanted:
        raise page.changed(
            "the release leads to no table that is read; attached are"
            f" {[one.title for one in attached]}. If the publisher words titles otherwise now,"
            " this source must learn the words"
        )
    gathers = page.read("base_path", text) == SIX_MONTHLY
    updated_on = _updated_on(page)
    for one in wanted:
        is_new = not gathers or one.year == max(each.year for each in wanted)
        yield Follow(url=one.url, published_on=updated_on if is_new else None)


def _as_data(details: JsonObject) -> Sequence[Attached]:
    """Files listed one by one, as pages since 2022 list them; a page of prose is none."""
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


SIGNPOSTS: dict[str, Signpost] = {"collection": collection, "release": release}
