"""Open a published workbook (ODS or XLSX) without being hurt by it, and find its tabs."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from urllib.parse import quote, unquote

from python_calamine import CalamineError, CalamineWorkbook

from crawlers.reading import Cell, Row, SourceChangedError, rows_below
from db.records import Document

LARGEST_UNZIPPED = 1_000_000_000
"""Bytes. Ofsted's 2025 workbook unzips to 78 million; a bomb to as many as it likes."""
LARGEST_RATIO = 500
"""Unzipped to zipped. Ofsted's workbooks reach 26; a run of one letter reaches 1,000."""
WIDEST = 1_000
"""Columns. Ofsted's widest tab has 38."""
LARGEST_AREA = 20_000_000
"""Cells, the widest row times all rows. Ofsted's 2025 workbook has 1.2 million."""

Refuse = Callable[[str], SourceChangedError]
"""Makes the error about one document."""


class Workbook:
    """The tabs of one workbook. Phantom tabs, cached links to other files, are left out."""

    def __init__(self, document: Document) -> None:
        """Check the container and open it; raise SourceChangedError with what is wrong."""
        self.document = document
        _check_container(document)
        try:
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(document.body))
        except CalamineError as error:
            raise SourceChangedError(
                document, "", f"the workbook cannot be read: {error}"
            ) from None
        self.tabs = tuple(name for name in self._book.sheet_names if not name.startswith("'"))

    def only(self, *patterns: str) -> str:
        """The one tab whose name matches; SourceChangedError when there is none, or several."""
        found = self.find(*patterns)
        if found is None:
            raise self.changed(
                f"no tab called {' or '.join(patterns)}; its tabs are {list(self.tabs)}."
                " If the publisher renamed it, name it in the source's file"
            )
        return found

    def find(self, *patterns: str) -> str | None:
        """The one tab whose name matches, None when there is none."""
        hits = [tab for tab in self.tabs if self.matches(tab, patterns)]
        if len(hits) > 1:
            raise self.changed(f"tabs {hits} all match {patterns[0]!r}")
        return hits[0] if hits else None

    @staticmethod
    def matches(tab: str, patterns: Iterable[str]) -> bool:
        """True when a tab's name matches one of the patterns."""
        return any(fnmatchcase(tab, pattern) for pattern in patterns)

    def lines(self, tab: str) -> list[list[Cell]]:
        """All rows of a tab, from its first, blank ones included."""
        sheet = self._book.get_sheet_by_name(tab)
        return sheet.to_python(skip_empty_area=False)  # type: ignore[return-value] times of day are refused when read

    def table(
        self, tab: str, *, marks: tuple[str, ...], ignore: Iterable[str] = ()
    ) -> Iterator[Row]:
        """Yield the rows below the header that holds all of `marks`."""
        return rows_below(
            self.document,
            place(tab),
            enumerate(self.lines(tab), start=1),
            marks=marks,
            ignore=ignore,
        )

    def changed(self, problem: str, fragment: str = "") -> SourceChangedError:
        """What to raise about this workbook."""
        return SourceChangedError(self.document, fragment, problem)


def place(tab: str) -> str:
    """How a fragment names a tab: percent-encoded, so that it holds no space."""
    return f"sheet={quote(tab, safe='+-_.')}&"


def cited_lines(document: Document, tab: str) -> Sequence[Sequence[Cell]]:
    """The rows of a tab as a fragment names it."""
    return open_workbook(document).lines(unquote(tab))


@lru_cache(maxsize=2)
def open_workbook(document: Document) -> Workbook:
    """The workbook in a document. The last two stay open: one question follows another."""
    return Workbook(document)


def tab_names(document: Document) -> tuple[str, ...]:
    """The names of a workbook's tabs; none when the document is no workbook that opens."""
    try:
        return open_workbook(document).tabs
    except SourceChangedError:
        return ()


def is_zip_of_files(document: Document) -> bool:
    """True for a zip that is not itself a workbook."""
    names = _members(document)
    return names is not None and not names & {"content.xml", "xl/workbook.xml"}


def unzip(document: Document) -> list[tuple[str, bytes]]:
    """The files in a zip, by name; SourceChangedError when it is damaged, or hides something."""
    refuse = partial(SourceChangedError, document, "")
    with _opened(document, refuse) as container:
        found = [
            (member.filename, container.read(member))
            for member in container.infolist()
            if not member.is_dir()
        ]
    for name, body in found:
        if is_zip_of_files(replace(document, body=body)):
            raise refuse(f"its member {name!r} is another zip; unzip it first")
    return found


def refuse_what_is_no_table(document: Document) -> None:
    """Raise SourceChangedError for what cannot be any table: nothing, a web page, a broken zip."""
    if not document.body or document.body.lstrip()[:1] == b"<" or document.body[:2] == b"PK":
        open_workbook(document)


def _members(document: Document) -> set[str] | None:
    """The names in a zip; None when the document is no zip that opens."""
    try:
        with zipfile.ZipFile(io.BytesIO(document.body)) as container:
            return set(container.namelist())
    except (zipfile.BadZipFile, ValueError):
        return None


@contextmanager
def _opened(document: Document, refuse: Refuse) -> Generator[zipfile.ZipFile]:
    """A zip that is safe to unzip; what is wrong with it, as our own error."""
    try:
        with zipfile.ZipFile(io.BytesIO(document.body)) as container:
            _check_zip(container, refuse)
            yield container
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError) as error:
        raise refuse(f"the file is damaged or cut short ({error}); download it again") from None


def _check_zip(container: zipfile.ZipFile, refuse: Refuse) -> None:
    """Refuse a zip that climbs out of its folder, or that unzips to far more than it holds."""
    for member in container.infolist():
        parts = member.filename.replace("\\", "/").split("/")
        if ".." in parts or not parts[0] or ":" in parts[0]:
            raise refuse(f"its member {member.filename!r} climbs out of the zip")
        if member.file_size > LARGEST_RATIO * max(member.compress_size, 1_000):
            raise refuse(
                f"its member {member.filename!r} unzips to {member.file_size:,} bytes from"
                f" {member.compress_size:,}; no published file is so empty"
            )
    total = sum(member.file_size for member in container.infolist())
    if total > LARGEST_UNZIPPED:
        raise refuse(f"it unzips to {total:,} bytes, more than {LARGEST_UNZIPPED:,}")


def _check_container(document: Document) -> None:
    refuse = partial(SourceChangedError, document, "")
    if not document.body:
        raise refuse("the file is empty (0 bytes); download it again")
    if document.body.lstrip()[:1] == b"<":
        raise refuse("this is a web page, not a workbook; download the file that the page links to")
    with _opened(document, refuse) as container:
        for name in container.namelist():
            _check_size(name, container, refuse)


def _check_size(name: str, container: zipfile.ZipFile, refuse: Refuse) -> None:
    """Refuse a sheet whose filled area would not fit in memory, before anything lays it out."""
    if name == "content.xml":
        width, height = _ods_size(container.read(name))
    elif name.startswith("xl/worksheets/") and name.endswith(".xml"):
        width, height = _xlsx_size(container.read(name))
    else:
        return
    if width > WIDEST or width * height > LARGEST_AREA:
        raise refuse(
            f"its sheets span {width:,} columns and {height:,} rows;"
            f" no published table passes {WIDEST:,} columns or {LARGEST_AREA:,} cells"
        )


def _ods_size(content: bytes) -> tuple[int, int]:
    """The widest row up to its last filled cell, and how many rows are filled, repeats included."""
    width = height = start = 0
    while (end := content.find(b"</table:table-row>", start)) >= 0:
        filled = content.rfind(b"office:value-type", start, end)
        if filled >= 0:
            row = content.rfind(b"<table:table-row", start, filled)
            last = content.find(b">", filled, end)
            repeats = _ODS_COLUMNS.findall(content, row, last)
            cells = content.count(b"table-cell ", row, last)
            width = max(width, cells + sum(int(times) - 1 for times in repeats))
            times = _ODS_ROWS.search(content, row, content.find(b">", row))
            height += int(times[1]) if times else 1
        start = end + 1
    return width, height


def _xlsx_size(content: bytes) -> tuple[int, int]:
    """The widest filled column and the lowest filled row."""
    width = height = 0
    for letters, row in _XLSX_CELL.findall(content):
        column = 0
        for letter in letters:
            column = column * 26 + letter - ord("A") + 1
        width, height = max(width, column), max(height, int(row))
    return width, height


_ODS_COLUMNS = re.compile(rb'number-columns-repeated="(\d+)"')
_ODS_ROWS = re.compile(rb'number-rows-repeated="(\d+)"')
_XLSX_CELL = re.compile(rb'<c\b[^>]*? ?r="([A-Z]+)(\d+)"')
