"""The way from the collection on GOV.UK to the newest workbook of authorities' spending."""

import re
from collections.abc import Iterator

from crawlers import govuk
from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from db.records import Document

COLLECTION = "/government/collections/local-authority-revenue-expenditure-and-financing"
_RELEASE = re.compile(
    r"/government/statistics/local-authority-revenue-expenditure-and-financing-england"
    r"-(20\d\d)-to-20\d\d-individual-local-authority-data(-outturn)?"
)
_TABLES = (".ods", ".xlsx")


def collection(document: Document) -> Iterator[Follow]:
    """Yield the newest release of individual authorities; SourceChangedError if there is none."""
    found = govuk.listed(document)
    dated = [(match[1], one) for one in found if (match := _RELEASE.fullmatch(one.path))]
    if not dated:
        raise SourceChangedError(
            document,
            "",
            "the collection leads to no release of individual authorities' outturn; it lists"
            f" {[one.path for one in found]}. If the publisher gives them other addresses now,"
            " this source must learn them",
        )
    _, newest = max(dated, key=lambda one: one[0])
    yield Follow(url=newest.api_path, to="release", published_on=newest.updated_on)


def release(document: Document) -> Iterator[Follow]:
    """Yield the workbook of return RO3; SourceChangedError unless there is one."""
    attached = govuk.attached(document)
    wanted = [one for one in attached if "RO3" in one.title and _is_table(one.name)]
    if len(wanted) != 1:
        raise SourceChangedError(
            document,
            "",
            f"the release leads to {len(wanted)} workbooks of return RO3; attached are"
            f" {[one.title for one in attached]}. If the publisher words titles otherwise now,"
            " this source must learn the words",
        )
    yield Follow(url=wanted[0].url, published_on=govuk.updated_on(document), is_final=True)


def _is_table(name: str) -> bool:
    return name.casefold().endswith(_TABLES)
