"""The way to Ofsted's tables on GOV.UK: from the collection to its releases, and to their files."""

import re
from collections.abc import Iterator

from crawlers import govuk
from crawlers.govuk import Attached
from crawlers.reading import SourceChangedError, plain
from crawlers.source import Follow, Signpost, Start
from db.records import Document

COLLECTION = "/government/collections/childrens-social-care-statistics"
YEARLY = re.compile(r"/government/statistics/childrens-social-care(-data)?-in-england-[0-9a-z-]+")
"""The releases of each July; until 2023 their addresses say `-data`."""
SIX_MONTHLY = (
    "/government/publications/inspection-and-regulation-of-childrens-social-care-providers"
)
"""The page which gains a workbook each January since 2026."""
TABLES = (".ods", ".xlsx", ".csv")
NAMED = re.compile(
    r"underlying data|provider[ -]level|providers and places|joiners and leavers"
    r"|inspection and regulation of children's social care"
)
"""How the titles of files that are read have been worded, in small letters. Charts, tables by
council and pages of prose are attached too."""
_YEAR = re.compile(r"20\d\d")
STARTS = (Start(host="govuk", path=f"{govuk.API}{COLLECTION}", to="collection"),)


def collection(document: Document) -> Iterator[Follow]:
    """Yield every release of the tables, of whatever year; SourceChangedError if there is none."""
    found = govuk.listed(document)
    wanted = [one for one in found if one.path == SIX_MONTHLY or YEARLY.fullmatch(one.path)]
    if all(one.path == SIX_MONTHLY for one in wanted):
        raise SourceChangedError(
            document,
            "",
            f"the collection leads to no yearly release; it lists {[one.path for one in found]}."
            " If the publisher gives them other addresses now, this source must learn them",
        )
    for one in wanted:
        yield Follow(url=one.api_path, to="release", published_on=one.updated_on)


def release(document: Document) -> Iterator[Follow]:
    """Yield the files of a release that are read; SourceChangedError where it has none.

    They were published when the page says that it was last updated, which it is when a file is
    put out again. A page that gathers the files of several years says so of the newest alone.
    """
    attached = govuk.attached(document)
    wanted = [one for one in attached if _is_read(one)]
    if not wanted:
        raise SourceChangedError(
            document,
            "",
            "the release leads to no table that is read; attached are"
            f" {[one.title for one in attached]}. If the publisher words titles otherwise now,"
            " this source must learn the words",
        )
    gathers = govuk.path(document) == SIX_MONTHLY
    updated_on = govuk.updated_on(document)
    for one in wanted:
        is_new = not gathers or _year(one) == max(map(_year, wanted))
        yield Follow(url=one.url, published_on=updated_on if is_new else None, is_final=True)


def _is_read(one: Attached) -> bool:
    """Whether a file's title and its ending are those of tables that are read."""
    return one.name.casefold().endswith(TABLES) and bool(NAMED.search(plain(one.title)))


def _year(one: Attached) -> str:
    """The last year in a file's title, else in its name; blank where neither has one."""
    written = _YEAR.findall(one.title) or _YEAR.findall(one.name)
    return written[-1] if written else ""


SIGNPOSTS: dict[str, Signpost] = {"collection": collection, "release": release}
