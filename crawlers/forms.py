"""What a file is that is no table: a letter, a picture, a workbook of a form that is not read.

Told by its first bytes, or by the names of its members, as the formats' own specifications have
them; a file's name says nothing, for anyone may change it.
"""

import io
import zipfile
from collections.abc import Mapping

from crawlers.container import DAMAGE

NOT_A_TABLE = (
    "this is {}, and only tables are read here; download the table itself, which its publisher"
    " offers as ODS, XLSX or CSV: Ofsted's register is the file whose name ends in"
    " _underlying_data.ods"
)
ANOTHER_WORKBOOK = (
    "this is {}, and workbooks are read here as ODS or XLSX; open it in a spreadsheet and save it"
    " as one of them"
)
UNDER_A_PASSWORD = "this is an Office file under a password; save it without one"  # noqa: S105 - no password
PACKED = "this is {}; unpack it, and hand over the files in it"

BEGINNINGS: Mapping[bytes, str] = {
    b"%PDF-": NOT_A_TABLE.format("a PDF"),
    b"{\\rtf": NOT_A_TABLE.format("a rich text document (RTF)"),
    b"\x89PNG\r\n": NOT_A_TABLE.format("a picture (PNG)"),
    b"\xff\xd8\xff": NOT_A_TABLE.format("a picture (JPEG)"),
    b"GIF8": NOT_A_TABLE.format("a picture (GIF)"),
    b"II*\0": NOT_A_TABLE.format("a picture (TIFF)"),
    b"MM\0*": NOT_A_TABLE.format("a picture (TIFF)"),
    b"SQLite format 3\0": NOT_A_TABLE.format("an SQLite database"),
    b"\x1f\x8b": PACKED.format("a file packed by gzip"),
    b"7z\xbc\xaf\x27\x1c": PACKED.format("a 7z archive"),
    b"Rar!\x1a\x07": PACKED.format("a RAR archive"),
}
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""A compound file, as Office wrote it until 2007. Its directory has each stream's name in UTF-16,
filled up to 64 bytes ([MS-CFB] 2.2 and 2.6.1)."""
STREAMS: Mapping[str, str] = {
    "EncryptedPackage": UNDER_A_PASSWORD,
    "WordDocument": NOT_A_TABLE.format("a Word document of before 2007 (DOC)"),
    "PowerPoint Document": NOT_A_TABLE.format("a PowerPoint presentation of before 2007 (PPT)"),
    "__properties_version1.0": NOT_A_TABLE.format("an Outlook message (MSG)"),
    "Workbook": ANOTHER_WORKBOOK.format("an Excel workbook of before 2007 (XLS)"),
    "Book": ANOTHER_WORKBOOK.format("an Excel workbook of before 1997 (XLS)"),
}
MEMBERS: Mapping[str, str] = {
    "word/document.xml": NOT_A_TABLE.format("a Word document (DOCX)"),
    "ppt/presentation.xml": NOT_A_TABLE.format("a PowerPoint presentation (PPTX)"),
    "visio/document.xml": NOT_A_TABLE.format("a Visio drawing (VSDX)"),
    "xl/workbook.bin": ANOTHER_WORKBOOK.format("a binary Excel workbook (XLSB)"),
    "Index/Document.iwa": ANOTHER_WORKBOOK.format("a Numbers, Pages or Keynote file"),
}
"""The member that only a file of that form has (ECMA-376 part 1, for Office's)."""
MEDIA_TYPES: Mapping[bytes, str] = {
    b"application/vnd.oasis.opendocument.text": NOT_A_TABLE.format(
        "a document of a word processor (OpenDocument text, ODT)"
    ),
    b"application/vnd.oasis.opendocument.presentation": NOT_A_TABLE.format(
        "a presentation (OpenDocument, ODP)"
    ),
    b"application/vnd.oasis.opendocument.graphics": NOT_A_TABLE.format(
        "a drawing (OpenDocument, ODG)"
    ),
    b"application/epub+zip": NOT_A_TABLE.format("an electronic book (EPUB)"),
}
"""What the member `mimetype` says (OpenDocument 1.3 part 2, 3.3)."""


def no_table(body: bytes) -> str | None:
    """Say what a file is and what to do instead; None for what may be a table, or a zip of them."""
    for beginning, told in BEGINNINGS.items():
        if body.startswith(beginning):
            return told
    if body.startswith(OLD_OFFICE):
        return _old_office(body)
    return _zipped(body) if body.startswith(b"PK") else None


def _old_office(body: bytes) -> str:
    for stream, told in STREAMS.items():
        if stream.encode("utf-16-le").ljust(64, b"\0") in body:
            return told
    return NOT_A_TABLE.format("an Office file of before 2007")


def _zipped(body: bytes) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as container:
            names = container.namelist()
            told = next((MEMBERS[name] for name in names if name in MEMBERS), None)
            if told is not None or "mimetype" not in names:
                return told
            with container.open("mimetype") as member:
                said = member.read(100)
    except DAMAGE:
        return None
    return MEDIA_TYPES.get(said.strip().removesuffix(b"-template"))
