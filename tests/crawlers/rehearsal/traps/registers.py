"""Ofsted's lists as anybody downloads them from GOV.UK: every row with a registration number."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from bs4 import BeautifulSoup
from python_calamine import CalamineWorkbook

from tests.crawlers.rehearsal.traps.companies import stem
from tests.crawlers.rehearsal.traps.served import ADDRESSES, Json, Served

COLLECTION = "/government/collections/childrens-social-care-statistics"
OWNER = frozenset({"organisation", "organisation name", "organisation which owns the provider"})
BLANK = frozenset({"", "0", "NULL"})
"""What stands in lists for an owner that is not given."""
FILE = re.compile(r'href="([^"]+\.(?:csv|ods))"')
Row = Mapping[str, object]
"""One row's cells by heading, in small letters."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """One row of one list of one file."""

    file: str
    tab: str
    cells: Row

    @property
    def owner(self) -> str | None:
        """What stands in the owner's cell; None in a list without owners."""
        found = next((cell for name, cell in self.cells.items() if name in OWNER), None)
        return None if found is None else text(found)


@cache
def rows(served: Served) -> Mapping[str, Sequence[Listed]]:
    """Every row of every list by its URN."""
    found: dict[str, list[Listed]] = defaultdict(list)
    for address in files(served):
        for one in listed(address, served.get(address).body):
            found[text(one.cells["urn"])].append(one)
    return found


def listed(address: str, body: bytes) -> Iterator[Listed]:
    """Yield every row of a file that has a URN."""
    name = address.rpartition("/")[2]
    for tab, table in _tables(name, body):
        for cells in _records(table):
            yield Listed(file=name, tab=tab, cells=cells)


def owners(served: Served, urn: str) -> list[str]:
    """What the lists write for a setting's owner, in every row that has an owner's cell."""
    return [one.owner for one in rows(served).get(urn, ()) if one.owner is not None]


def names(served: Served, urn: str) -> list[str]:
    """What they write for it where they write anything, without the spaces around."""
    return [one.strip() for one in owners(served, urn) if one not in BLANK]


@cache
def every_owner(served: Served) -> frozenset[str]:
    """Every owner's name on any list, without its legal ending."""
    return frozenset(stem(one) for urn in rows(served) for one in names(served, urn))


def files(served: Served) -> Iterator[str]:
    """The address of every file of every release."""
    for item in releases(served):
        details = item["details"]
        yield from (one["url"] for one in details.get("attachments", ()) if "file_size" in one)
        older = FILE.findall("".join(details.get("documents", ())))
        yield from dict.fromkeys(older)


def releases(served: Served) -> Iterator[Json]:
    """Every release of the collection."""
    for link in item(served, COLLECTION)["links"]["documents"]:
        yield item(served, link["base_path"])


def item(served: Served, path: str) -> Json:
    """What the content API answers of a page."""
    return served.get(f"{ADDRESSES['govuk']}/api/content{path}").json()


def tables_of(html: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each table of a page: the title above it, and the cells of its rows."""
    page = BeautifulSoup(html, "html.parser")
    for title, table in zip(page.find_all("h3"), page.find_all("table"), strict=True):
        rows = table.find_all("tr")[1:]
        yield title.get_text(), [[c.get_text() for c in row.find_all("td")] for row in rows]


def text(cell: object) -> str:
    """A cell as text; a whole number without its point."""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else str(cell)


def _tables(name: str, body: bytes) -> Iterator[tuple[str, Sequence[Sequence[object]]]]:
    if name.endswith(".csv"):
        yield name, list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
        return
    book = CalamineWorkbook.from_filelike(io.BytesIO(body))
    for tab in book.sheet_names:
        yield tab, book.get_sheet_by_name(tab).to_python(skip_empty_area=False)


def _records(table: Sequence[Sequence[object]]) -> Iterator[Row]:
    """The rows below the headings, which stand where one is `URN`."""
    found = iter(table)
    for row in found:
        headings = [" ".join(str(cell).split()).casefold() for cell in row]
        if "urn" in headings:
            break
    else:
        return
    for row in found:
        cells = dict(zip(headings, row, strict=False))
        if cells["urn"] != "":
            yield cells
