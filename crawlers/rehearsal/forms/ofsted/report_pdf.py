"""An inspection report as a PDF with a text layer, the same bytes each time."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import lru_cache

from fpdf import FPDF

from crawlers.rehearsal.forms.ofsted.report import Report

_STRAIGHT = str.maketrans(
    {
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT DOUBLE QUOTATION MARK}": '"',
        "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
        "\N{EN DASH}": "-",
        "\N{EM DASH}": "-",
    }
)
_FACE = "Helvetica"
_TITLE, _HEADING, _TEXT = 18, 13, 11


def pdf(report: Report) -> bytes:
    """The report on as many pages as it takes."""
    page = FPDF(format="A4")
    page.set_creation_date(datetime.combine(report.visit.published_on, time(9, 30), UTC))
    page.set_title(f"{report.what} inspection report")
    page.set_lang("en-GB")
    page.add_page()
    _put(page, report.title, _TITLE, bold=True)
    _put(page, "Rehearsal: this report, its provider and everybody in it are invented.", _TEXT)
    for heading, lines in report.sections():
        page.ln(4)
        _put(page, heading, _HEADING, bold=True)
        for line in lines:
            _put(page, line, _TEXT)
    return bytes(page.output())


def _put(page: FPDF, text: str, size: int, *, bold: bool = False) -> None:
    """Write a paragraph line by line.

    The library's own way of cutting one measures the line anew at every letter, which takes six
    times as long as all the rest of a report.
    """
    style = "B" if bold else ""
    page.set_font(_FACE, style=style, size=size)
    for line in _lines(_in_latin(text), style, page.epw / size):
        page.cell(0, size * 0.5, line, new_x="LMARGIN", new_y="NEXT")


def _lines(text: str, style: str, room: float) -> Iterator[str]:
    """Yield a text in lines no longer than the room, in widths of a letter of size 1."""
    line, length = list[str](), 0.0
    for word in text.split(" "):
        width = _width(f"{word} ", style)
        if line and length + width > room:
            yield " ".join(line)
            line, length = [], 0.0
        line.append(word)
        length += width
    yield " ".join(line)


@lru_cache(maxsize=4_096)
def _width(text: str, style: str) -> float:
    ruler = FPDF()
    ruler.set_font(_FACE, style=style, size=10)
    return ruler.get_string_width(text) / 10


def _in_latin(text: str) -> str:
    """Text in the letters of a PDF's own fonts, with straight quotes and dashes for others."""
    plain = text.translate(_STRAIGHT)
    return plain.encode("latin-1", "replace").decode("latin-1")
