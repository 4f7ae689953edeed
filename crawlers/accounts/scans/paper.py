"""The pages of a PDF: how many, what text they carry themselves, and how they look."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from crawlers.accounts.scans.recogniser import POINTS_AN_INCH, Picture
from crawlers.accounts.scans.rules import without_rules
from db.records.accounts_words import AccountsState

MOST_PAGES = 400
"""More than any annual report that was looked at; what follows is not read, and said to be so."""
_MOST_DOTS = 40_000_000
"""Four times A4 at 300 dots an inch: A2. A page that would be larger is drawn coarser."""
_LEAST_DPI = 50
"""Below that no letter is left to read: a page so large is a poster, or an attack."""


class NoPaperError(ValueError):
    """A PDF that cannot be opened; `state` says whether it is locked or damaged."""

    def __init__(self, state: AccountsState) -> None:
        super().__init__(state.value)
        self.state = state


@contextmanager
def opened(body: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document, closed behind the caller; NoPaperError where there is none to be had."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise NoPaperError(AccountsState.LOCKED if locked else AccountsState.DAMAGED) from None
    try:
        if not len(document):
            raise NoPaperError(AccountsState.DAMAGED)
        yield document
    finally:
        document.close()


def picture(
    document: pypdfium2.PdfDocument, number: int, *, dpi: int, turned: int = 0
) -> Picture | None:
    """Page `number`, counted from 1, without its ruled lines; None where it cannot be drawn.

    `turned` is how far it must be turned clockwise to stand upright: 0, 90, 180 or 270 degrees.
    `dpi` is lowered for a page that would have too many dots.
    """
    try:
        page = document[number - 1]
        area_in = page.get_width() * page.get_height() / POINTS_AN_INCH**2
        dpi = min(dpi, int((_MOST_DOTS / max(area_in, 1)) ** 0.5))
        if dpi < _LEAST_DPI:
            return None
        bitmap = page.render(scale=dpi / POINTS_AN_INCH, grayscale=True, rotation=turned)
        grey = bitmap.to_pil().convert("L")
    except pypdfium2.PdfiumError:
        return None
    return Picture(page=number, dpi=dpi, grey=_pgm(without_rules(grey, dpi)))


def _pgm(image: Image.Image) -> bytes:
    """The file that every recogniser reads, written without asking a disk."""
    file = BytesIO()
    image.save(file, "PPM")
    return file.getvalue()
