"""The smallest PDFs: two empty pages, and the same locked with a password."""

import io

from pypdf import PdfReader, PdfWriter


def _two_pages() -> bytes:
    writer = PdfWriter()
    for _ in range(2):
        writer.add_blank_page(width=595, height=842)
    body = io.BytesIO()
    writer.write(body)
    return body.getvalue()


def _locked(body: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(body)))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return locked.getvalue()


PICTURE = _two_pages()
LOCKED = _locked(PICTURE)
