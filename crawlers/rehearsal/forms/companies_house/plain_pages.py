"""A PDF with a few lines on its first page: what stands for filed documents without accounts."""

from collections.abc import Sequence

from crawlers.rehearsal.forms.pdf_file import pdf_file, stream

A4 = "0 0 595 842"
FIRST_LINE, LINE_HEIGHT = 780, 18
"""Points from the bottom of the page, and between lines."""
_FONT, _FIRST = 3, 4
"""The numbers of the font and of the first page among the file's objects."""


def plain_pages(lines: Sequence[str], count: int) -> bytes:
    """The PDF of so many pages; a letter outside Latin-1 becomes a question mark.

    On the pages after the first stands which of them it is, and nothing else.
    """
    pages = [lines, *([f"Page {number} of {count}"] for number in range(2, count + 1))]
    kids = " ".join(f"{_FIRST + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, shown in enumerate(pages):
        objects += [_page(_FIRST + 2 * number + 1), stream(_content(shown))]
    return pdf_file(objects)


def _page(content: int) -> bytes:
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{A4}] /Contents {content} 0 R"
        f" /Resources << /Font << /F1 {_FONT} 0 R >> >> >>"
    ).encode()


def _content(lines: Sequence[str]) -> bytes:
    shown = [f"({_escaped(line)}) Tj" for line in lines]
    begin = f"BT /F1 11 Tf {LINE_HEIGHT} TL 60 {FIRST_LINE} Td"
    return " T*\n".join([begin, *shown]).encode("latin-1", errors="replace") + b" ET"


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
