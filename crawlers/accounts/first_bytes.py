"""What a file is, by its bytes: many are named for what they are not."""

import re
from enum import StrEnum

INSTANCE = "http://www.xbrl.org/2003/instance"
INLINE = ("http://www.xbrl.org/2013/inlineXBRL", "http://www.xbrl.org/2008/inlineXBRL")
"""The commoner first: a document is searched for one after the other."""
_LEADING = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Marks of an encoding and blanks that stand before the first mark of some documents."""
_PLACEHOLDER = re.compile(rb"\s*(?:ATTACHMENTPLACEHOLDER\w*\s*)?")
_PDF_WITHIN = 1_024
"""Bytes in which a PDF's own mark may stand (ISO 32000-1, annex H.3.4.1)."""
_MARKUP = re.compile(rb"<(?:\?xml|!doctype|!--|[a-z])", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:[\w.-]+:)?(?:html|xbrl)\s*>", re.IGNORECASE)
_TAIL_BYTES = 1_000
"""Where the last element ends, nearly always; only then is all of it searched."""
_OTHERS = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"II*\x00": "a TIFF picture",
    b"MM\x00*": "a TIFF picture",
    b"\x1f\x8b": "packed with gzip",
    b"\xd0\xcf\x11\xe0": "an old office document",
}


class Form(StrEnum):
    """What a file turns out to be."""

    INLINE = "inline XBRL"
    PLAIN = "plain XBRL"
    PICTURE = "PDF"
    ZIP = "zip"
    PLACEHOLDER = "placeholder"
    OTHER = "no accounts"


def form(body: bytes) -> Form:
    """What a file is. Tags are looked for in all of it: some name their space late."""
    if _PLACEHOLDER.fullmatch(body[:100]) and len(body) <= len(body[:100]):
        return Form.PLACEHOLDER
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Form.ZIP
    if b"%PDF-" in body[:_PDF_WITHIN]:
        return Form.PICTURE
    if not _is_markup(body):
        return Form.OTHER
    if any(_says(body, one) for one in INLINE):
        return Form.INLINE
    return Form.PLAIN if _says(body, INSTANCE) and not _is_page(body) else Form.OTHER


def in_words(body: bytes) -> str:
    """What a file is that is no accounts, as in `it is a JPEG picture`."""
    for mark, words in _OTHERS.items():
        if body.startswith(mark):
            return words
    if _is_markup(body):
        return "a page without tags" if _is_page(body) else "XML without tagged figures"
    is_text = b"\x00" not in body and body[:1_000].decode("utf-8", "ignore").isprintable()
    return "plain text" if is_text else "of no kind that we know"


def is_cut_short(body: bytes) -> bool:
    """True for mark-up whose outermost element is never closed: the end is missing."""
    encoding = wide(body)
    if encoding is not None:
        body = body.decode(encoding, "ignore").encode()
    return not (_CLOSED.search(body[-_TAIL_BYTES:]) or _CLOSED.search(body))


def wide(body: bytes) -> str | None:
    """The encoding of a document in two bytes a letter; None for all others."""
    first = body[:100].lstrip(b" \r\n")
    if first.startswith((b"\xff\xfe", b"<\x00")):
        return "utf-16-le"
    return "utf-16-be" if first.startswith((b"\xfe\xff", b"\x00<")) else None


def _is_markup(body: bytes) -> bool:
    first = body[:_PDF_WITHIN].replace(b"\x00", b"").lstrip(_LEADING)
    return _MARKUP.match(first) is not None


def _is_page(body: bytes) -> bool:
    return b"<html" in body[:10_000].replace(b"\x00", b"").lower()


def _says(body: bytes, text: str) -> bool:
    return text.encode(wide(body) or "ascii") in body
