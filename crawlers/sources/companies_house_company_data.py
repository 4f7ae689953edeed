"""Companies House: the index of all companies that stand on the register, from the monthly product.

`BasicCompanyDataAsOneFile-YYYY-MM-01.zip`: one CSV of 55 columns and more than five million rows,
dissolved companies left out. It is streamed to Parquet, so that any owner's name can be looked
up; no record is made of it. Of the registered office nothing is kept.
"""

import csv
import re
from datetime import date
from pathlib import Path

import duckdb

from crawlers.bulk import BulkFile, Part
from crawlers.bulk.scanning import quoted, scanner
from crawlers.companies_house import LICENCE, PUBLISHER, product_pages
from crawlers.companies_house.company_checks import (
    refuse_a_repeat,
    refuse_strange_columns,
    unknown_words,
)
from crawlers.companies_house.company_columns import NAMES
from crawlers.companies_house.company_scan import listed_from
from crawlers.companies_house.invented import begins_with_an_invented_company
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource
from db.index_writing import FIELDS, write_index
from db.product import Count

MOST_MOVED = 3
"""Columns that have moved, of those that a refusal names."""
_DAY_IN_A_NAME = re.compile(r"BasicCompanyData\w*-(\d{4}-\d{2}-\d{2})")
_A_PART = re.compile(r"-part\d+_\d+\b")
_STOPPED = re.compile(r"stopped at row (?P<row>\d+): (?P<why>.*)", re.DOTALL)
_LINE = re.compile(r"Line: (\d+)")
_WHY = re.compile(r"^(?:Expected Number of Columns|Value with|Invalid unicode).*", re.MULTILINE)


def begins(first: bytes) -> bool:
    """True for a CSV whose first line begins as the product's does, or with its names swapped."""
    heading = first.partition(b"\n")[0].decode("utf-8-sig", errors="replace")
    name, number, *others = (*heading.replace(" ", "").replace('"', "").split(","), "", "")
    return {name, number} == {"CompanyName", "CompanyNumber"} and any(others)


def read(file: BulkFile, part: Path) -> Part:
    """Check the product row by row and write the index.

    Each row must repeat its company's number in its address (`URI`), so that a shifted row stops.
    The Parquet has a row for each name that a company bears or gave up: its row in the file,
    number, name, key to look it up by, until when it bore it, category, status, days of
    incorporation and dissolution, codes of its business, district of its office.
    """
    if _A_PART.search(file.url):
        raise SourceChangedError(
            file,
            "",
            "this is one of several parts, which would leave most companies out of the index;"
            " download BasicCompanyDataAsOneFile",
        )
    columns = _columns(file)
    listed = file.path.parent / "listed.parquet"
    try:
        with scanner(file.path.parent) as connection:
            connection.execute(listed_from(file, columns, listed))
            found = _part(connection, file, listed)
            write_index(connection, listed, part)
            return found
    except duckdb.Error as error:
        raise _refusal(file, error) from None
    finally:
        listed.unlink(missing_ok=True)


def _columns(file: BulkFile) -> list[str]:
    """The names of the columns in their order, without spaces, when they are as published."""
    with file.path.open("rb") as lines:
        first = lines.readline().decode("utf-8-sig", errors="replace")
    columns = [name.strip() for name in next(csv.reader([first]))]
    missing = [name for name in NAMES if name not in columns]
    new = [name for name in columns if name not in NAMES]
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if missing or new or twice:
        raise SourceChangedError(
            file,
            "row=1",
            f"its columns are not the {len(NAMES)} known ones: new {new}, missing {missing}, twice"
            f" {twice}; read them or ignore them by name in the source's file",
        )
    moved = [
        f"{name!r} stands where {was!r} did"
        for name, was in zip(columns, NAMES, strict=True)
        if name != was
    ]
    if moved:
        raise SourceChangedError(
            file,
            "row=1",
            f"{len(moved)} of its columns have moved: {', '.join(moved[:MOST_MOVED])}; download it"
            " again, or order the names anew in company_columns.py if the publisher has moved them",
        )
    return columns


def _refusal(file: BulkFile, error: duckdb.Error) -> SourceChangedError:
    """What is amiss, in our words: our own stop, or a row that is no row of this CSV."""
    stopped = _STOPPED.search(str(error))
    if stopped is not None:
        why = stopped["why"].strip()
        return SourceChangedError(
            file,
            f"row={stopped['row']}",
            f"{why}; download it again, or read it anew in the"
            " source's file if the publisher has changed it",
        )
    line = _LINE.search(str(error))
    why = _WHY.search(str(error))
    said = why[0] if why is not None else str(error).strip().splitlines()[0]
    return SourceChangedError(
        file,
        f"row={line[1]}" if line is not None else "",
        f"a row is not one of {len(NAMES)} quoted columns ({said}); download it again",
    )


def _part(connection: duckdb.DuckDBPyConnection, file: BulkFile, listed: Path) -> Part:
    """What is noted of the companies that are listed, once they are held to what they must be."""
    counts = ", ".join(f"count({name})" for name in FIELDS)
    rows, *filled = connection.execute(
        f"select count(*), {counts} from read_parquet({quoted(listed)})"  # noqa: S608 - our own names
    ).fetchall()[0]
    if not rows:
        raise SourceChangedError(file, "", "it lists no company; download it again")
    refuse_strange_columns(connection, file, listed, rows)
    refuse_a_repeat(connection, file, listed)
    count = Count(
        kind="IndexedCompany",
        rows=rows,
        filled=dict(zip(FIELDS, filled, strict=True)),
        unknown=unknown_words(connection, listed),
    )
    day = _described_day(file)
    return Part(
        subject=f"companies at {day.isoformat()}", describes=day, public_on=None, counts=(count,)
    )


def _described_day(file: BulkFile) -> date:
    """The day in the product's name; else the day that it was published or fetched."""
    named = _DAY_IN_A_NAME.search(file.url)
    if named is not None:
        return date.fromisoformat(named[1])
    return file.published_on or file.fetched_at.date()


SOURCE = BulkSource(
    key="companies_house_company_data",
    title="Free company data product: every company on the register",
    publisher=PUBLISHER,
    licence=LICENCE,
    page="https://download.companieshouse.gov.uk/en_output.html",
    cadence="monthly, within five working days of the month's end",
    version=3,
    begins=begins,
    is_rehearsal=begins_with_an_invented_company,
    read=read,
    starts=product_pages.starts("en_output"),
    signposts={"page": product_pages.company_data},
)
