"""The text of a report, page by page; a file that is damaged or endless says so."""

import io
from functools import lru_cache

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from crawlers.reading import SourceChangedError
from db.records import Document

MOST_PAGES = 300
"""A report has some ten pages, the longest of councils some thirty."""
LARGEST = 50_000_000
"""Bytes. Reports have some hundred thousand."""
DAMAGE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises for bytes that are no whole PDF, by what is wrong with them."""


@lru_cache(maxsize=2)
def pages(document: Document) -> tuple[str, ...]:
    """The text of each page; SourceChangedError where it cannot be had."""
    if len(document.body) > LARGEST:
        raise SourceChangedError(
            document, "", f"a report of {len(document.body):,} bytes is none; download it again"
        )
    try:
        reader = PdfReader(io.BytesIO(document.body))
        if len(reader.pages) > MOST_PAGES:
            raise SourceChangedError(
                document,
                "",
                f"it has {len(reader.pages):,} pages, which no report has; download it again",
            )
        return tuple(page.extract_text() for page in reader.pages)
    except DAMAGE as error:
        raise SourceChangedError(
            document,
            "",
            f"the PDF is damaged or cut short ({type(error).__name__}); download it again",
        ) from None
