"""An inspection report as a PDF with a text layer, the same bytes each time."""

from datetime import UTC, datetime, time

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
    page.set_font("Helvetica", style="B" if bold else "", size=size)
    page.multi_cell(0, size * 0.5, _in_latin(text), align="L", new_x="LMARGIN", new_y="NEXT")


def _in_latin(text: str) -> str:
    """Text in the letters of a PDF's own fonts, with straight quotes and dashes for others."""
    plain = text.translate(_STRAIGHT)
    return plain.encode("latin-1", "replace").decode("latin-1")
