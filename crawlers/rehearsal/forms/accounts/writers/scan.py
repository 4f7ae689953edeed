"""Accounts as images of pages in a PDF without text, as the register keeps what came on paper.

One bit a pixel, as in every scan of the register that was looked at; 200 dots to the inch where
those have 300, which is enough for a recogniser and cheaper to draw. Paper lies askew and has
specks; what the register itself makes of a tagged filing is straight and clean.
"""

from collections.abc import Sequence
from random import Random
from zlib import compress

from crawlers.rehearsal.forms.accounts.printed import Report
from crawlers.rehearsal.forms.accounts.writers.drawn_page import drawn_page
from crawlers.rehearsal.forms.accounts.writers.sheet import HEIGHT, WIDTH, Sheet
from crawlers.rehearsal.forms.pdf_file import pdf_file, stream
from crawlers.rehearsal.world.books import Accounts, Medium

_DOTS_PER_INCH = 200
_SLOPE = 0.0087
"""Half a degree, to either side."""
_SPECKS = (80, 250)
_OBJECTS_A_PAGE = 3
_WIDE, _TALL = (f"{72 * dots / _DOTS_PER_INCH:.2f}" for dots in (WIDTH, HEIGHT))
"""A page in points."""


def scan(report: Report, seed: int, accounts: Accounts) -> bytes:
    """The PDF: the same bytes whenever it is asked for."""
    random = Random(f"{seed}/scan/{accounts.key}")  # noqa: S311 - specks are no secrets
    is_paper = accounts.medium is Medium.SCANNED
    return _file(
        [
            _scanned(report, number, random) if is_paper else drawn_page(report, number)
            for number in range(len(report.pages))
        ],
        f"D:{report.filed_on:%Y%m%d}000000Z",
    )


def _scanned(report: Report, number: int, random: Random) -> Sheet:
    """A page through a scanner: askew, and with specks."""
    sheet = drawn_page(report, number, random.uniform(-_SLOPE, _SLOPE))
    for speck in (sheet.blacken, sheet.whiten):
        for _ in range(random.randint(*_SPECKS)):
            speck(int(random.random() * WIDTH), int(random.random() * HEIGHT))
    return sheet


def _file(sheets: Sequence[Sheet], made: str) -> bytes:
    """One image a page; `made` is the moment that the file names."""
    firsts = range(4, 4 + _OBJECTS_A_PAGE * len(sheets), _OBJECTS_A_PAGE)
    kids = " ".join(f"{first} 0 R" for first in firsts)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        f"<< /Creator (go-tiff2pdf) /Producer (libtiff / tiff2pdf)"
        f" /CreationDate ({made}) /ModDate ({made}) >>".encode(),
    ]
    for first, sheet in zip(firsts, sheets, strict=True):
        objects += _page(first, sheet)
    return pdf_file(objects, info=3)


def _page(first: int, sheet: Sheet) -> tuple[bytes, bytes, bytes]:
    """The page, what is drawn on it, and the image that is drawn, numbered from `first`."""
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDE} {_TALL}]"
        f" /Contents {first + 1} 0 R"
        f" /Resources << /XObject << /Im1 {first + 2} 0 R >> >> >>".encode(),
        stream(f"q {_WIDE} 0 0 {_TALL} 0 0 cm /Im1 Do Q".encode()),
        # Level 1: dots are so regular that a higher one costs ten times as long for a third less.
        stream(
            compress(sheet.dots(), 1),
            f"/Type /XObject /Subtype /Image /Width {WIDTH} /Height {HEIGHT} /BitsPerComponent 1"
            " /ColorSpace /DeviceGray /Filter /FlateDecode ",
        ),
    )
