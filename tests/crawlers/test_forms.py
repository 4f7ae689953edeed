"""A file that is no table is told what it is, and what to hand over instead."""

import pytest

from crawlers.forms import no_table
from crawlers.reading import SourceChangedError
from crawlers.sources import sources
from crawlers.workbook import is_zip_of_files, open_workbook, refuse_what_is_no_table, unzip
from tests.crawlers.workbooks import document, ods, xlsx, zipped

INSTEAD = (
    ", and only tables are read here; download the table itself, which its publisher offers as ODS,"
    " XLSX or CSV: Ofsted's register is the file whose name ends in _underlying_data.ods"
)
SAVE_ANEW = (
    ", and workbooks are read here as ODS or XLSX; open it in a spreadsheet and save it as one of"
    " them"
)
UNPACK = "; unpack it, and hand over the files in it"
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."


def office(member: str) -> bytes:
    """An Office file as ECMA-376 lays it out, with the one part that gives it away."""
    return zipped({"[Content_Types].xml": b"<Types/>", "_rels/.rels": b"", member: b"<x/>"})


def open_document(kind: bytes) -> bytes:
    """An OpenDocument file; text, presentations and drawings have a content.xml too."""
    return zipped({"mimetype": OPEN_DOCUMENT + kind, "content.xml": b"<office:document-content/>"})


def old_office(*streams: str) -> bytes:
    """A compound file: its header, then a directory of entries of 128 bytes."""
    entries = (name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + b"".join(entries)


FORMS = {
    "PDF": (b"%PDF-1.7\n", f"this is a PDF{INSTEAD}"),
    "RTF": (b"{\\rtf1\\ansi", f"this is a rich text document (RTF){INSTEAD}"),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", f"this is a picture (PNG){INSTEAD}"),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF", f"this is a picture (JPEG){INSTEAD}"),
    "gzip": (b"\x1f\x8b\x08\0", f"this is a file packed by gzip{UNPACK}"),
    "7z": (b"7z\xbc\xaf\x27\x1c\0\x04", f"this is a 7z archive{UNPACK}"),
    "DOCX": (office("word/document.xml"), f"this is a Word document (DOCX){INSTEAD}"),
    "PPTX": (office("ppt/presentation.xml"), f"this is a PowerPoint presentation (PPTX){INSTEAD}"),
    "XLSB": (office("xl/workbook.bin"), f"this is a binary Excel workbook (XLSB){SAVE_ANEW}"),
    "ODT": (
        open_document(b"text"),
        f"this is a document of a word processor (OpenDocument text, ODT){INSTEAD}",
    ),
    "OTT": (
        open_document(b"text-template"),
        f"this is a document of a word processor (OpenDocument text, ODT){INSTEAD}",
    ),
    "ODP": (open_document(b"presentation"), f"this is a presentation (OpenDocument, ODP){INSTEAD}"),
    "XLS": (
        old_office("Workbook"),
        f"this is an Excel workbook of before 2007 (XLS){SAVE_ANEW}",
    ),
    "DOC": (
        old_office("1Table", "WordDocument"),
        f"this is a Word document of before 2007 (DOC){INSTEAD}",
    ),
    "DOC with a workbook in it": (
        old_office("Workbook", "WordDocument"),
        f"this is a Word document of before 2007 (DOC){INSTEAD}",
    ),
    "XLSX under a password": (
        old_office("EncryptionInfo", "EncryptedPackage"),
        "this is an Office file under a password; save it without one",
    ),
    "another compound file": (
        old_office("Contents"),
        f"this is an Office file of before 2007{INSTEAD}",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_no_table_is_named_with_what_to_do(form: str) -> None:
    body, told = FORMS[form]

    with pytest.raises(SourceChangedError) as caught:
        refuse_what_is_no_table(document(body))
    assert told == caught.value.problem


@pytest.mark.parametrize("form", FORMS)
def test_it_is_named_too_when_a_workbook_was_asked_for(form: str) -> None:
    body, told = FORMS[form]

    with pytest.raises(SourceChangedError) as caught:
        open_workbook(document(body))
    assert told == caught.value.problem


@pytest.mark.parametrize("form", FORMS)
def test_it_is_named_too_when_it_is_handed_over_as_ofsteds_tables(form: str) -> None:
    body, told = FORMS[form]
    source = next(source for source in sources() if source.key == "ofsted_annual")

    with pytest.raises(SourceChangedError) as caught:
        list(source.parse(document(body)))
    assert told == caught.value.problem


@pytest.mark.parametrize("form", FORMS)
def test_no_source_takes_it_for_its_own_and_it_is_not_unzipped(form: str) -> None:
    offered = document(FORMS[form][0])

    assert [source.key for source in sources() if source.recognises(offered)] == []
    assert is_zip_of_files(offered) is False


def test_a_letter_in_a_zip_of_tables_is_given_as_one_file() -> None:
    letter = FORMS["DOCX"][0]

    assert unzip(document(zipped({"letter.docx": letter}))) == [("letter.docx", letter)]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"URN,Name\n",
        b"{}",
        b"PK\x03\x04",
        ods({"T": [["x"]]}),
        xlsx({"T": [["x"]]}),
        zipped({"issue.csv": b"URN\n"}),
        zipped({"mimetype": b"text/plain"}),
    ],
)
def test_what_may_be_a_table_or_a_zip_of_tables_is_named_nothing(body: bytes) -> None:
    assert no_table(body) is None
