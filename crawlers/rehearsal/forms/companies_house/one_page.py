"""A PDF of one page with a few lines on it: what stands for filed documents without accounts."""

from collections.abc import Sequence

from crawlers.rehearsal.forms.pdf_file import pdf_file, stream

A4 = "0 0 595 842"
FIRST_LINE, LINE_HEIGHT = 780, 18
"""Points from the bottom of the page, and between lines."""


def one_page(lines: Sequence[str]) -> bytes:
    """The PDF; a letter outside Latin-1 becomes a question mark."""
    return pdf_file(
        (
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{A4}] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
            stream(_content(lines)),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        )
    )


def _content(lines: Sequence[str]) -> bytes:
    shown = [f"({_escaped(line)}) Tj" for line in lines]
    begin = f"BT /F1 11 Tf {LINE_HEIGHT} TL 60 {FIRST_LINE} Td"
    return " T*\n".join([begin, *shown]).encode("latin-1", errors="replace") + b" ET"


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
