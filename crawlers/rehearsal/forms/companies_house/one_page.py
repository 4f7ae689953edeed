"""A PDF of one page with a few lines on it: what stands for filed documents that hold no accounts.

Written out object by object, so that the same lines are the same bytes on every machine.
"""

from collections.abc import Sequence

A4 = "0 0 595 842"
FIRST_LINE, LINE_HEIGHT = 780, 18
"""Points from the bottom of the page, and between lines."""


def one_page(lines: Sequence[str]) -> bytes:
    """The PDF; a letter outside Latin-1 becomes a question mark."""
    content = _content(lines)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{A4}] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    written, places = b"%PDF-1.4\n", list[int]()
    for number, one in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(written))
    )


def _content(lines: Sequence[str]) -> bytes:
    shown = [f"({_escaped(line)}) Tj" for line in lines]
    begin = f"BT /F1 11 Tf {LINE_HEIGHT} TL 60 {FIRST_LINE} Td"
    return " T*\n".join([begin, *shown]).encode("latin-1", errors="replace") + b" ET"


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
