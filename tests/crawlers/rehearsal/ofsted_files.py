"""Every file that Ofsted puts out in the world of two councils, each written and read once."""

from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from python_calamine import CalamineWorkbook

from crawlers.rehearsal.forms.ofsted.issues import (
    Issue,
    every_january_issue,
    every_yearly_issue,
)
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Document, Record
from tests.crawlers.rehearsal.two_councils import WORLD

R = TypeVar("R", bound=Record)
YEARLY = tuple(every_yearly_issue(WORLD))
JANUARY = tuple(every_january_issue(WORLD))


def issue(beginning: str, issued_on: date) -> Issue:
    """The file of that day whose name begins so."""
    return next(
        one
        for one in (*YEARLY, *JANUARY)
        if one.name.startswith(beginning) and one.issued_on == issued_on
    )


def body(one: Issue) -> bytes:
    """The bytes of a file, written now."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / one.name
        one.write(path)
        return path.read_bytes()


def document(one: Issue) -> Document:
    """A file as it is downloaded from its page, which gives the day."""
    fetched_at = datetime(2027, 3, 31, 12, tzinfo=UTC)
    return Document(
        url=f"file:{one.name}", fetched_at=fetched_at, body=body(one), published_on=one.issued_on
    )


@cache
def records(one: Issue) -> tuple[Record, ...]:
    """All that this project's own reader finds in a file."""
    return tuple(each for each in SOURCE.parse(document(one)) if isinstance(each, Record))


def read(one: Issue, kind: type[R]) -> list[R]:
    """What it finds of one kind."""
    return [each for each in records(one) if isinstance(each, kind)]


@cache
def tabs(one: Issue) -> dict[str, list[list[object]]]:
    """A workbook's tabs as a reader that is not ours opens them."""
    book = CalamineWorkbook.from_filelike(BytesIO(body(one)))
    return {
        name: book.get_sheet_by_name(name).to_python(skip_empty_area=False)  # type: ignore[misc] - a test compares cells
        for name in book.sheet_names
    }


def csv_of(year: int, beginning: str) -> Issue:
    """A year's CSV file, by how its name begins."""
    return next(one for one in YEARLY if one.year == year and one.name.startswith(beginning))


def workbook_of(year: int) -> Issue:
    """A year's workbook as it stands today."""
    return next(one for one in YEARLY if one.year == year and one.superseded_on is None)
