"""Open a published workbook (ODS or XLSX) without being hurt by it, and find its tabs."""

import io
import zipfile
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from functools import lru_cache, partial
from urllib.parse import quote

from python_calamine import CalamineError, CalamineWorkbook

from crawlers.container import DAMAGE, opened, whole
from crawlers.forms import no_table
from crawlers.reading import Cell, Row, SourceChangedError, rows_below
from crawlers.sheet_size import check_sheet
from db.records import Document

WORKBOOKS = frozenset({"content.xml", "xl/workbook.xml"})
"""The member that only a workbook has, of the form ODS or XLSX."""


class Workbook:
    """The tabs of one workbook. Phantom tabs, cached links to other files, are left out."""

    def __init__(self, document: Document) -> None:
        """Check the container and open it; raise SourceChangedError with what is wrong."""
        self.document = document
        _check_container(document)
        try:
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(document.body))
        except CalamineError as error:
            raise self._unreadable(error) from None
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
            raise self.changed(
                f"tabs {hits} all match {patterns[0]!r}; the source's file must say which it means"
            )
        return hits[0] if hits else None

    @staticmethod
    def matches(tab: str, patterns: Iterable[str]) -> bool:
        """True when a tab's name matches one of the patterns."""
        return any(fnmatchcase(tab, pattern) for pattern in patterns)

    def lines(self, tab: str) -> list[list[Cell]]:
        """All rows of a tab, from its first, blank ones included."""
        try:
            sheet = self._book.get_sheet_by_name(tab)
        except CalamineError as error:  # an XLSX's sheets are opened one by one
            raise self._unreadable(error, place(tab).rstrip("&")) from None
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

    def _unreadable(self, error: CalamineError, fragment: str = "") -> SourceChangedError:
        return self.changed(
            f"the workbook cannot be read: {error}; download it again, or open it in a"
            " spreadsheet and save it anew",
            fragment,
        )


def place(tab: str) -> str:
    """How a fragment names a tab: percent-encoded, so that it holds no space."""
    return f"sheet={quote(tab, safe='+-_.')}&"


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
    """True for a zip that is not itself a workbook, nor any other one document."""
    if no_table(document.body) is not None:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(document.body)) as container:
            return not WORKBOOKS.intersection(container.namelist())
    except DAMAGE:
        return False


def unzip(document: Document) -> list[tuple[str, bytes]]:
    """The files in a zip, by name; SourceChangedError when it is damaged, or hides something."""
    refuse = partial(SourceChangedError, document, "")
    with opened(document) as container:
        found = [
            (member.filename, whole(container, member, refuse))
            for member in container.infolist()
            if not member.is_dir() and not _is_hidden(member.filename)
        ]
    for name, body in found:
        if is_zip_of_files(replace(document, body=body)):
            raise refuse(f"its member {name!r} is another zip; unzip it first")
    return found


def _is_hidden(name: str) -> bool:
    """True for what an operating system adds to a zip of its own accord."""
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def refuse_what_is_no_table(document: Document) -> None:
    """Raise SourceChangedError for what cannot be any table, such as a web page or a letter."""
    told = no_table(document.body)
    if told is not None:
        raise SourceChangedError(document, "", told)
    if not document.body or _starts(document, b"<") or _starts(document, b"PK"):
        open_workbook(document)


def _check_container(document: Document) -> None:
    """Refuse what is no ODS or XLSX workbook, and one that would not fit in memory."""
    refuse = partial(SourceChangedError, document, "")
    if not document.body:
        raise refuse("the file is empty (0 bytes); download it again")
    if _starts(document, b"<"):
        raise refuse("this is a web page, not a workbook; download the file that the page links to")
    told = no_table(document.body)
    if told is not None:
        raise refuse(told)
    if not _starts(document, b"PK"):
        raise refuse(
            f"this is no ODS or XLSX workbook: it begins with {document.body[:8]!r}; download the"
            " workbook itself, or open the file in a spreadsheet and save it as one"
        )
    with opened(document) as container:
        forms = WORKBOOKS.intersection(container.namelist())
        if len(forms) != 1:
            raise refuse("this zip is no ODS or XLSX workbook; save its tables as one")
        for member in container.infolist():
            check_sheet(member.filename, whole(container, member, refuse), refuse)


def _starts(document: Document, mark: bytes) -> bool:
    """True when a document begins with `mark`, whatever blanks or byte order mark precede it."""
    return document.body[:1_000].removeprefix(BOM_UTF8).lstrip().startswith(mark)
