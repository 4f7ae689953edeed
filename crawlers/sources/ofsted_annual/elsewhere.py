"""Ofsted's other publications: known by sight, so that handing one over says what it is."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

from db.records import Document

LARGEST_LIST_OF_SHEETS = 1_000_000
"""Bytes. A workbook's list of its sheets takes a few thousand."""

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
    return next((what for what, matches in KNOWN.items() if matches(document.body)), None)


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


def _is_search_page(body: bytes) -> bool:
    return body.lstrip()[:1] == b"<" and b"search-result__provider-info" in body


def _is_report(body: bytes) -> bool:
    return body.startswith(b"%PDF-") and b"ofsted.gov.uk" in body


KNOWN: Mapping[str, Callable[[bytes], bool]] = {
    "Ofsted's fostering data set, which counts households and children by council and nationally"
    " and names no agency; hand over the yearly tables of providers instead": _is_fostering,
    "a search page of Ofsted's reports site; the yearly tables are ODS, XLSX or CSV files on"
    " GOV.UK": _is_search_page,
    "a report of Ofsted's as PDF; the yearly tables are ODS, XLSX or CSV files on GOV.UK": (
        _is_report
    ),
}
"""What each is, with what to do, and how it is known."""
