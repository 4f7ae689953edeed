"""The pages of a PDF: how many, what text they carry themselves, and how they look.

The one module that knows pdfium, of which only the parts named below are used.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Protocol, cast

import pypdfium2  # pyright: ignore[reportMissingTypeStubs] it ships none
from PIL import Image
from pypdfium2 import raw  # pyright: ignore[reportMissingTypeStubs] the same

from crawlers.accounts.scans.recogniser import POINTS_AN_INCH, Picture
from crawlers.accounts.scans.rules import without_rules
from db.records.accounts_words import AccountsState

MOST_DOTS = 20_000_000
"""A3 at 300 dots an inch. A page that would be larger is drawn coarser."""
_LEAST_DPI = 50
"""Below that no letter is left to read: a page so large is a poster, or an attack."""
_LOCKED = {4, 5}
"""pdfium's FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY."""
_INVISIBLE = 3
"""The text render mode of what a scanner's software wrote under a picture, unchecked."""


class NoPaperError(ValueError):
    """A PDF that cannot be opened: locked or damaged, as its state says."""

    def __init__(self, state: AccountsState) -> None:
        """Say it in the state's words."""
        super().__init__(state.value)
        self.state = state


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a page's own text, in points from the top left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """An open PDF; pages are counted from 1."""

    document: "_Document"

    def __len__(self) -> int:
        """How many pages it has."""
        return len(self.document)

    def letters(self, number: int) -> tuple[Letter, ...]:
        """What the page carries as text of its own; nothing where it is a picture, or broken.

        Invisible letters do not count, and pictures have them: somebody's unchecked recognition.
        """
        try:
            page = self.document[number - 1]
            text = page.get_textpage()
            height = page.get_height()
            return tuple(
                _letter(text, index, height)
                for index in range(text.count_chars())
                if _is_visible(text, index)
            )
        except pypdfium2.PdfiumError:
            return ()

    def pictured(self, number: int) -> float:
        """How much of the page its pictures cover, in square points; 0 where it has none.

        Pictures that overlap, as the strips of a scanner do by a dot, count each for itself.
        """
        try:
            page = self.document[number - 1]
            bounds = [one.get_bounds() for one in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]
        except pypdfium2.PdfiumError:
            return 0.0
        return sum(
            (min(right, page.get_width()) - max(left, 0.0))
            * (min(top, page.get_height()) - max(bottom, 0.0))
            for left, bottom, right, top in bounds
            if right > 0 < top and left < page.get_width() and bottom < page.get_height()
        )

    def picture(self, number: int, *, dpi: int, turned: int = 0) -> Picture | None:
        """The page drawn in grey without its ruled lines; None where it cannot be drawn.

        `turned` is how far it must be turned clockwise to stand upright: 0, 90, 180 or 270
        degrees. `dpi` is lowered for a page that would have too many dots.
        """
        try:
            page = self.document[number - 1]
            area_in = page.get_width() * page.get_height() / POINTS_AN_INCH**2
            dpi = min(dpi, int((MOST_DOTS / max(area_in, 1)) ** 0.5))
            if dpi < _LEAST_DPI:
                return None
            scale = dpi / POINTS_AN_INCH
            drawn = page.render(scale=scale, grayscale=True, rotation=turned).to_pil()
        except pypdfium2.PdfiumError:
            return None
        return Picture(page=number, dpi=dpi, grey=_pgm(without_rules(drawn.convert("L"), dpi)))


@contextmanager
def opened(body: bytes) -> Generator[Paper]:
    """The document, closed behind the caller; NoPaperError where there is none to be had.

    It has a page at least: pdfium opens nothing that counts none.
    """
    try:
        document = cast("_Document", pypdfium2.PdfDocument(body))
    except pypdfium2.PdfiumError as error:
        code = cast("int | None", error.err_code)  # pyright: ignore[reportUnknownMemberType]
        raise NoPaperError(
            AccountsState.LOCKED if code in _LOCKED else AccountsState.DAMAGED
        ) from None
    try:
        yield Paper(document)
    finally:
        document.close()


def _is_visible(text: "_TextPage", index: int) -> bool:
    """False for a letter of invisible text; True for the blanks that pdfium adds of its own."""
    # The wrapper of a page's text goes to pdfium as that text itself.
    of = cast("Callable[[object, int], object]", raw.FPDFText_GetTextObject)  # pyright: ignore[reportUnknownMemberType]
    mode = cast("Callable[[object], int]", raw.FPDFTextObj_GetTextRenderMode)  # pyright: ignore[reportUnknownMemberType]
    letter = of(text, index)
    return not letter or mode(letter) != _INVISIBLE


def _letter(text: "_TextPage", index: int, height: float) -> Letter:
    left, bottom, right, top = text.get_charbox(index, loose=True)
    return Letter(text.get_text_range(index, 1), left, height - top, right, height - bottom)


def _pgm(image: Image.Image) -> bytes:
    """The file that every recogniser reads, written without asking a disk."""
    file = BytesIO()
    image.save(file, "PPM")
    return file.getvalue()


class _Bitmap(Protocol):
    def to_pil(self) -> Image.Image: ...


class _TextPage(Protocol):
    def count_chars(self) -> int: ...
    def get_text_range(self, index: int, count: int) -> str: ...
    def get_charbox(self, index: int, *, loose: bool) -> tuple[float, float, float, float]: ...


class _Object(Protocol):
    def get_bounds(self) -> tuple[float, float, float, float]: ...


class _Page(Protocol):
    def get_width(self) -> float: ...
    def get_height(self) -> float: ...
    def get_textpage(self) -> _TextPage: ...
    def get_objects(self, kinds: list[int], /) -> Iterable[_Object]: ...
    def render(self, *, scale: float, grayscale: bool, rotation: int) -> _Bitmap: ...


class _Document(Protocol):
    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> _Page: ...
    def close(self) -> None: ...
