"""Companies House: accounts as they were filed, kept whole for whoever reads their figures.

`/document/{id}/content`, where what is known of a document leads. Accounts that were filed by
software come with their tags (inline XBRL; plain XBRL until 2018; a zip of pages where a charity's,
a community interest company's or a guarantor's papers are joined), all others as pictures of their
pages. Nothing in a picture says whose it is: the address does, by the document's id.
"""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.asking import DOCUMENTS, FILED_ACCOUNTS
from crawlers.container import opened, whole
from crawlers.noting import day_of_issue, note_fact
from crawlers.reading import SourceChangedError
from crawlers.saved_names import is_named_as_rehearsed
from crawlers.source import Source
from db.company_numbers import is_invented, normalise
from db.records import AccountsDocument, Document, Record

PICTURE, PAGES, TAGS, PACKAGE = (
    "application/pdf",
    "application/xhtml+xml",
    "application/xml",
    "application/zip",
)
LARGEST = 200_000_000
"""Bytes. The longest accounts of a group have some forty million, pictures included."""
FIRST = 100_000
"""Bytes in which a document that has tags names their standard."""
MOST_IN_A_PACKAGE = 100
"""Members; packages have some five."""
OF_A_PACKAGE = re.compile(r"(?i)(?:^|/)(?:[\w-]*accounts|reports)/[^/]+\.(?:x?html?|xml)$")
"""Where accounts lie in a package: `CIC-01234567/accounts/`, `reports/`, `subsidiary-accounts/`."""
INSTANCE = "http://www.xbrl.org/2003/instance"
INLINE = ("http://www.xbrl.org/2008/inlineXBRL", "http://www.xbrl.org/2013/inlineXBRL")
SOFTWARE = "NameProductionSoftware"
PRODUCER = b"tiff2pdf"
"""What every picture names that the publisher has made."""
WHOLE = ""
"""The fragment of a citation of a whole document."""
_CONTENT = re.compile(r"/document/([\w-]+)/content")
_DAMAGE = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What pypdf raises for bytes that are no whole PDF, by what is wrong with them."""
_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name


def parse(document: Document) -> Iterator[Record]:
    """Yield what kind of document it is; SourceChangedError where it is none of accounts."""
    body = document.body
    if len(body) > LARGEST:
        raise SourceChangedError(document, "", f"no accounts have {len(body):,} bytes")
    pages, roots = None, tuple[_Element, ...]()
    if body.startswith(b"%PDF-"):
        media_type, pages = PICTURE, _page_count(document)
    elif body.startswith(b"PK"):
        media_type, roots = PACKAGE, _packaged(document)
    else:
        roots = (_tagged(document, body, "it"),)
        media_type = PAGES if _name(roots[0]) == "html" else TAGS
    entity, software = _entity(roots), _software(roots)
    for label, value in (("Pages", pages), ("Company", entity), ("Software", software)):
        note_fact(WHOLE, label, "not stated" if value is None else str(value))
    yield AccountsDocument(
        cite=document.cite(WHOLE),
        public_on=day_of_issue(document),
        document_id=_document_id(document),
        media_type=media_type,
        length_bytes=len(body),
        pages=pages,
        entity_number=entity,
        software=software,
    )


def recognises(document: Document) -> bool:
    """True for tagged accounts, a package of them, and pictures that the publisher has made."""
    body = document.body
    if body.startswith(b"%PDF-"):
        return PRODUCER in body[:FIRST] or PRODUCER in body[-FIRST:]
    if body.startswith(b"PK"):
        return _is_package(document)
    return any(name.encode() in body[:FIRST] for name in (INSTANCE, *INLINE))


def is_rehearsal(document: Document) -> bool:
    """True where the tags are about an invented company, or a rehearsal's file is handed over."""
    if is_named_as_rehearsed(document):
        return True
    return any(
        isinstance(one, AccountsDocument) and is_invented(one.entity_number or "")
        for one in parse(document)
    )


def subject(records: Sequence[Record]) -> str:
    """The document, by its bytes: what is filed twice is one subject, with a fetch for each."""
    (found,) = records
    return found.cite.partition("#")[0]


def _document_id(document: Document) -> str:
    path = unquote(urlsplit(document.url).path)
    named = _CONTENT.search(path)
    return named[1] if named is not None else path.rpartition("/")[2]


def _page_count(document: Document) -> int:
    logging.getLogger("pypdf").setLevel(logging.ERROR)  # it warns of every picture's last line
    try:
        count = len(PdfReader(io.BytesIO(document.body)).pages)
    except _DAMAGE as error:
        raise SourceChangedError(
            document,
            "",
            f"the PDF is damaged, cut short or locked ({type(error).__name__}); download it again",
        ) from None
    if not count:
        raise SourceChangedError(document, "", "the PDF has no pages; download it again")
    return count


def _is_package(document: Document) -> bool:
    try:
        with opened(document) as container:
            return any(OF_A_PACKAGE.search(name) for name in container.namelist())
    except SourceChangedError:
        return False


def _packaged(document: Document) -> tuple[_Element, ...]:
    """The tagged accounts in a package."""
    with opened(document) as container:
        members = [one for one in container.infolist() if OF_A_PACKAGE.search(one.filename)]
        if not members or len(members) > MOST_IN_A_PACKAGE:
            raise SourceChangedError(
                document,
                "",
                f"this zip has {len(members)} pages of accounts; if accounts are packaged otherwise"
                " now, this source's file must learn how",
            )

        def refuse(problem: str) -> SourceChangedError:
            return SourceChangedError(document, "", problem)

        return tuple(
            _tagged(document, whole(container, one, refuse), f"its member {one.filename!r}")
            for one in members
        )


def _tagged(document: Document, body: bytes, what: str) -> _Element:
    """The root of a tagged document, whatever stands before its first mark."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
    )
    try:
        root = etree.fromstring(body[max(body.find(b"<"), 0) :], parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceChangedError(
            document,
            "",
            f"{what} is no whole XML ({error}); download it again, and where it stays so, look at"
            " it: accounts were filed with tags, and this is what was given for them",
        ) from None
    if next(root.iter(f"{{{INSTANCE}}}context"), None) is None:
        raise SourceChangedError(
            document,
            "",
            f"{what} is {_name(root)} without one tagged figure; if accounts are tagged otherwise"
            " now, this source's file must learn how",
        )
    return root


def _entity(roots: Sequence[_Element]) -> str | None:
    """The one company that every context names; None where there are others, or no number."""
    said = {
        (one.text or "").strip() for root in roots for one in root.iter(f"{{{INSTANCE}}}identifier")
    }
    return normalise(said.pop()) if len(said) == 1 else None


def _software(roots: Sequence[_Element]) -> str | None:
    """The text of the first tag that names a program."""
    for root in roots:
        inline = (f"{{{space}}}nonNumeric" for space in INLINE)
        for one in root.iter(*inline, f"{{*}}{SOFTWARE}"):
            name = (one.get("name") or _name(one)).rpartition(":")[2]
            said = " ".join("".join(map(str, one.itertext())).split())
            if name == SOFTWARE and said:
                return said
    return None


def _name(element: _Element) -> str:
    """The name of an element, without its space."""
    return etree.QName(element).localname


SOURCE = Source(
    key=FILED_ACCOUNTS,
    title="Accounts as they were filed",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=1,
    kinds=(AccountsDocument,),
    recognises=recognises,
    is_rehearsal=is_rehearsal,
    parse=parse,
    subject=subject,
    masked=MASKED,
    may_fail=FEW,
    led_to_by=DOCUMENTS,
    may_be_absent=True,
)
