"""Accounts as images of pages in a PDF without text, as the register keeps what came on paper.

One bit a pixel, as in every scan of the register that was looked at; 200 dots to the inch where
those have 300, which is enough for a recogniser and cheaper to draw. Paper lies askew and has
specks; what the register itself makes of a tagged filing is straight and clean.
"""

from io import BytesIO
from math import radians, tan
from random import Random

from PIL import Image, ImageChops, ImageDraw

from crawlers.rehearsal.forms.accounts.printed import Report
from crawlers.rehearsal.forms.accounts.writers.drawn_page import HEIGHT, WIDTH, drawn_page
from crawlers.rehearsal.world.books import Accounts, Medium

_DOTS_PER_INCH = 200
_SKEW = 0.5
"""Degrees to either side."""
_SPECKS = (80, 250)
_THRESHOLDS = (120, 165)
"""How dark a grey must be to become black: thick or thin strokes."""


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
    if random is None:
        return _black_and_white(page, 140)
    turned = _turned(page, random.uniform(-_SKEW, _SKEW))
    seen = _black_and_white(turned, random.randint(*_THRESHOLDS))
    draw = ImageDraw.Draw(seen)
    for colour in (0, 1):
        specks = random.randint(*_SPECKS)
        draw.point(
            [(random.randrange(WIDTH), random.randrange(HEIGHT)) for _ in range(specks)], colour
        )
    return seen


def _turned(page: Image.Image, degrees: float) -> Image.Image:
    """The page turned about its middle, dot by dot: blurring is what the threshold would undo."""
    slope = tan(radians(degrees))
    matrix = (1, slope, -slope * HEIGHT / 2, -slope, 1, slope * WIDTH / 2)
    return page.transform(
        (WIDTH, HEIGHT),
        Image.Transform.AFFINE,
        matrix,
        resample=Image.Resampling.NEAREST,
        fillcolor=255,
    )


def _black_and_white(page: Image.Image, threshold: int) -> Image.Image:
    """The page with every grey darker than a threshold black, and the rest white."""
    shifted = ImageChops.add(page, page, scale=2, offset=128 - threshold)
    return shifted.convert("1", dither=Image.Dither.NONE)
