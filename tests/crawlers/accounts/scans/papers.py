"""PDFs of our own making, and a recogniser that says what it was told to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import cast

from fpdf import FPDF
from fpdf.enums import TextMode
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NullObject

from crawlers.accounts.scans.recogniser import Picture, Recognised, Word


def pictures(*sizes: tuple[int, int]) -> bytes:
    """A PDF of white pictures, one a page, at 72 dots an inch."""
    first, *others = [Image.new("L", size, 255) for size in sizes]
    file = BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others)
    return file.getvalue()


def typed(*rows: tuple[tuple[float, str], ...]) -> bytes:
    """A PDF of one page with text of its own: rows of (points from the left, text)."""
    page = FPDF(unit="pt")
    page.add_page()
    page.set_font("helvetica", size=11)
    for number, row in enumerate(rows, 1):
        for left, text in row:
            page.text(left, 60 + 20 * number, text)
    return bytes(page.output())


def signed_over(*rows: str, recognised: str = "") -> bytes:
    """A PDF of one A4 page: a picture, rows of text stamped on it, and what a scanner recognised.

    What was recognised stands invisible below, on as many rows as a page has.
    """
    page = FPDF(unit="pt")
    page.add_page()
    page.image(Image.new("L", (60, 84), 255), x=0, y=0, w=page.w, h=page.h)
    page.set_font("helvetica", size=10)
    for number, row in enumerate(rows, 1):
        page.text(30, 16 * number, row)
    page.text_mode = TextMode.INVISIBLE
    for number in range(40):
        page.text(30, 100 + 18 * number, recognised)
    return bytes(page.output())


def without_its_second_page() -> bytes:
    """A PDF that counts two pages of pictures, of which the second is nowhere in it."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pictures((100, 100), (100, 100)))))
    kids = cast("ArrayObject", cast("DictionaryObject", writer.root_object["/Pages"])["/Kids"])
    kids[1] = NullObject()
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def without_pages() -> bytes:
    """A PDF of no page at all."""
    file = BytesIO()
    PdfWriter().write(file)
    return file.getvalue()


def locked(body: bytes) -> bytes:
    """The same PDF behind a password."""
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(body)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def words(*rows: str, sure: float = 0.9) -> tuple[Word, ...]:
    """Words of rows; two blanks part the columns."""
    made: list[Word] = []
    for number, row in enumerate(rows):
        for column, text in enumerate(row.split("  ")):
            for place, word in enumerate(text.split()):
                left = 60.0 + 120 * column + 20 * place
                top = 60.0 + 20 * number
                made.append(
                    Word(
                        text=word,
                        left=left,
                        top=top,
                        right=left + 18,
                        bottom=top + 10,
                        row=number,
                        sure=sure,
                    )
                )
    return tuple(made)


@dataclass
class Told:
    """A recogniser that knows each page's words, by the dots an inch it is asked at."""

    answers: dict[tuple[int, int], tuple[Word, ...]]
    """(page, dots an inch): words; a page that is not there has none."""
    turned: dict[int, list[tuple[Word, ...]]] = field(
        default_factory=dict[int, list[tuple[Word, ...]]]
    )
    """What it sees each time when it is asked about a page again, before `answers` counts."""
    problems: dict[int, str] = field(default_factory=dict[int, str])
    asked: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def __call__(self, pictures: Iterable[Picture], /) -> Iterator[Recognised]:
        for one in pictures:
            key = (one.page, one.dpi)
            again = key in self.asked
            self.asked.append(key)
            queue = self.turned.get(one.page, [])
            seen = queue.pop(0) if again and queue else self.answers.get(key, ())
            problem = self.problems.get(one.page, "")
            yield Recognised(page=one.page, words=seen, seconds=1.5, problem=problem)
