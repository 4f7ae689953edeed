"""Ofsted's other publications: known by sight, so that handing one over says what it is."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from crawlers.reading import SourceChangedError, plain
from crawlers.sources.ofsted_annual.between_years import LEVEL
from crawlers.workbook import Workbook, open_workbook, tab_names
from db.records import Document

LARGEST_LIST_OF_SHEETS = 1_000_000
"""Bytes. A workbook's list of its sheets takes a few thousand."""

READ_HERE = ("Providers+places_at_*", *LEVEL)
"""Tabs of the yearly workbook and of the six-monthly one."""
BETWEEN_YEARS = re.compile(r"Provider_level_at_(?!31_Mar)")
"""The tab of a list as at any other day: Provider_level_at_31_Aug_2023, for one."""
FIRST_ROWS = 12
FIRST_BYTES = 5_000
INSTEAD = (
    "; hand over the yearly tables of providers instead, whose file is named such as"
    " Childrens_social_care_in_England_2025_underlying_data.ods"
)
MANAGEMENT_INFORMATION = (
    "Ofsted's management information, which lists providers as at a day between two yearly"
    " registers and has no totals to hold it against" + INSTEAD
)
TITLED: Mapping[re.Pattern[str], str] = {
    re.compile(r"\bfostering in england\b"): (
        "Ofsted's fostering data set, which counts households and children by council and"
        " nationally and names no agency" + INSTEAD
    ),
    re.compile(r"\blargest\b.*\bproviders\b|\bownership of children's social care\b"): (
        "Ofsted's table of the largest owners, which counts settings by owner and names none"
        + INSTEAD
    ),
    re.compile(r"\blocal authority inspection outcomes\b"): (
        "Ofsted's table of council inspections, which judges councils and no setting" + INSTEAD
    ),
    re.compile(r"\bregulatory activity\b"): (
        "Ofsted's table of regulatory activity, which counts actions and names no setting" + INSTEAD
    ),
    re.compile(r"\bmanagement information\b|\binspection and regulation of children's\b"): (
        MANAGEMENT_INFORMATION
    ),
}
"""How the first tab of each calls itself, in small letters, and what it is."""

DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What a container raises that is cut short, encrypted, or no workbook at all."""


def what_it_is(document: Document) -> str | None:
    """Name a publication of Ofsted's that is not read here, and why; None for any other."""
    by_bytes = next((what for what, matches in KNOWN.items() if matches(document.body)), None)
    return by_bytes or _workbook(document) or _csv(document)


def _workbook(document: Document) -> str | None:
    """A workbook by the day of its list, or by what its first tab calls it."""
    tabs = tab_names(document)
    if not tabs or any(Workbook.matches(tab, READ_HERE) for tab in tabs):
        return None
    if any(BETWEEN_YEARS.match(tab) for tab in tabs):
        return MANAGEMENT_INFORMATION
    try:
        said = " ".join(_first_words(document, tabs[0]))
    except SourceChangedError:
        return None
    return next((what for words, what in TITLED.items() if words.search(said)), None)


def _first_words(document: Document, tab: str) -> Iterator[str]:
    for line in open_workbook(document).lines(tab)[:FIRST_ROWS]:
        yield from (plain(cell) for cell in line[:3] if isinstance(cell, str))


def _csv(document: Document) -> str | None:
    start = document.body[:FIRST_BYTES]
    if start[:1] in {b"<", b"{", b"["} or start[:2] == b"PK" or b"\0" in start:
        return None
    said = plain(start.decode("utf-8", errors="replace"))
    if not re.search(r"\burn\b", said):
        return None
    if "ofsted phase" in said and "provision type" not in said:
        return (
            "Ofsted's management information on schools, which lists no children's home" + INSTEAD
        )
    return MANAGEMENT_INFORMATION if "management information" in said[:300] else None


def _is_fostering(body: bytes) -> bool:
    """True for a workbook with its two tabs. Its sheets are not opened: they are too wide."""
    if not body.startswith(b"PK"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as container:
            if container.getinfo("xl/workbook.xml").file_size > LARGEST_LIST_OF_SHEETS:
                return False
            sheets = container.read("xl/workbook.xml")
    except DAMAGED:
        return False
    return b'"Trend Data 20' in sheets and b'"LA Data 20' in sheets


KNOWN: Mapping[str, Callable[[bytes], bool]] = {
    "Ofsted's fostering data set, which counts households and children by council and nationally"
    " and names no agency" + INSTEAD: _is_fostering,
}
"""What each is, with what to do, and how it is known."""
