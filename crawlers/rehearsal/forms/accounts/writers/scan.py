"""Accounts as images of pages in a PDF without text, as the register keeps what came on paper.

One bit a pixel, as in every scan of the register that was looked at; 200 dots to the inch where
those have 300, which is enough for a recogniser and cheaper to draw. Paper lies askew and has
specks; what the register itself makes of a tagged filing is straight and clean.
"""

from io import BytesIO
from math import radians, tan
from random import Random

from PIL import Image, ImageDraw

from crawlers.rehearsal.forms.accounts.printed import Report
from crawlers.rehearsal.forms.accounts.writers.drawn_page import HEIGHT, WIDTH, drawn_page
from crawlers.rehearsal.world.books import Accounts, Medium

_DOTS_PER_INCH = 200
_SKEW = 0.5
"""Degrees to either side."""
_SPECKS = (80, 250)


def scan(report: Report, seed: int, accounts: Accounts) -> bytes:
    """The PDF: the same bytes whenever it is asked for."""
    random = Random(f"{seed}/scan/{accounts.key}")  # noqa: S311 - specks are no secrets
    is_paper = accounts.medium is Medium.SCANNED
    pages = [
        _scanned(drawn_page(report, number), random if is_paper else None)
        for number in range(len(report.pages))
    ]
    made_on = report.filed_on.timetuple()
    body = BytesIO()
    pages[0].save(
        body,
        "PDF",
        save_all=True,
        append_images=pages[1:],
        resolution=_DOTS_PER_INCH,
        creator="go-tiff2pdf",
        producer="libtiff / tiff2pdf",
        creationDate=made_on,
        modDate=made_on,
    )
    return body.getvalue()


def _scanned(page: Image.Image, random: Random | None) -> Image.Image:
    """A drawn page in black and white; through a scanner where there is anything to vary."""
    seen = page.convert("1", dither=Image.Dither.NONE)
    if random is None:
        return seen
    seen = _turned(seen, random.uniform(-_SKEW, _SKEW))
    draw = ImageDraw.Draw(seen)
    for colour in (0, 1):
        specks = random.randint(*_SPECKS)
        draw.point(
            [(random.randrange(WIDTH), random.randrange(HEIGHT)) for _ in range(specks)], colour
        )
    return seen


def _turned(page: Image.Image, degrees: float) -> Image.Image:
    """The page turned about its middle, dot by dot."""
    slope = tan(radians(degrees))
    matrix = (1, slope, -slope * HEIGHT / 2, -slope, 1, slope * WIDTH / 2)
    return page.transform(
        (WIDTH, HEIGHT),
        Image.Transform.AFFINE,
        matrix,
        resample=Image.Resampling.NEAREST,
        fillcolor=1,
    )
