"""Companies House: accounts as they were filed, kept whole, and what is read of them.

`/document/{id}/content`, where what is known of a document leads. Accounts that were filed by
software come with their tags (inline XBRL; plain XBRL until 2018; a zip of pages where a charity's,
a community interest company's or a guarantor's papers are joined), all others as pictures of their
pages. Nothing in a picture says whose it is: the address does, by the document's id.

A document that cannot be read is kept, and `FiledAccounts.state` says why: it never stands in the
way of others. What the publisher's own server gives in its place, or cuts short, is refused, so
that a crawl asks for it again. Pictures are not recognised here, which takes minutes.
"""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import unquote, urlsplit

from crawlers.accounts.fact_rows import fact_rows
from crawlers.accounts.filed_names import filed_name
from crawlers.accounts.filed_records import Cited, records
from crawlers.accounts.filing import read_filing
from crawlers.accounts.first_bytes import INLINE, INSTANCE, Form, form
from crawlers.accounts.markup import NoMarkupError
from crawlers.accounts.packages import OF_A_PACKAGE, members
from crawlers.accounts.places import places
from crawlers.accounts.read_filing import ReadFiling
from crawlers.accounts.scans.recogniser import Recogniser
from crawlers.accounts.tags.reading import read_tags
from crawlers.companies_house import CADENCE, FEW, LICENCE, MASKED, PAGE, PUBLISHER
from crawlers.companies_house.asking import DOCUMENTS, FILED_ACCOUNTS
from crawlers.container import opened
from crawlers.noting import day_of_issue, note_beside, note_fact
from crawlers.reading import SourceChangedError
from crawlers.saved_names import is_named_as_rehearsed
from crawlers.source import Source
from db.company_numbers import is_invented
from db.records import (
    AccountsClaim,
    AccountsDocument,
    AccountsGap,
    AccountsNote,
    AccountsState,
    AccountsStatement,
    Document,
    FiledAccounts,
    Record,
    StatementLine,
)

PICTURE, PAGES, TAGS, PACKAGE, UNKNOWN = (
    "application/pdf",
    "application/xhtml+xml",
    "application/xml",
    "application/zip",
    "application/octet-stream",
)
MEDIA_TYPES = {
    Form.PICTURE: PICTURE,
    Form.INLINE: PAGES,
    Form.PLAIN: TAGS,
    Form.ZIP: PACKAGE,
    Form.PLACEHOLDER: UNKNOWN,
    Form.OTHER: UNKNOWN,
}
FIRST = 100_000
"""Bytes in which a document that has tags names their standard."""
PRODUCER = b"tiff2pdf"
"""What every picture names that the publisher has made."""
WHOLE = ""
"""The fragment of a citation of a whole document."""
_CONTENT = re.compile(r"/document/([\w-]+)/content")
NOT_WHOLE = frozenset({AccountsState.DAMAGED, AccountsState.NOT_ACCOUNTS})
"""States of a download that a server has cut short, or that is a page about its troubles."""


def parse(document: Document) -> Iterator[Record]:
    """Yield what kind of document it is, and what is read of it, or why nothing is.

    Raises SourceChangedError for a download that is not whole; the same bytes handed over as a file
    are kept, and their state says so.
    """
    yield from recognised(document, None)


def recognised(document: Document, recognise: Recogniser | None) -> Iterator[Record]:
    """Yield the same, pictures of pages read with a recogniser; without one they wait for one."""
    filing = read_filing(
        document.body,
        name=_name(document),
        recognise=recognise,
        unrecognised=AccountsState.NOT_YET_RECOGNISED,
    )
    if _is_download(document):
        _refuse_what_is_not_whole(document, filing)
    entity, software = _entity(filing), _software(filing)
    for label, value in (("Pages", filing.pages), ("Company", entity), ("Software", software)):
        note_fact(WHOLE, label, "not stated" if value is None else str(value))
    for place in places(filing):
        note_fact(place.fragment, place.label, place.shown)
    for one in filing.sets:
        if one.tagged is not None:
            note_beside(partial(fact_rows, one.tagged, document=document.sha256))
    of = Cited(
        document_id=_document_id(document), public_on=day_of_issue(document), cite=document.cite
    )
    yield AccountsDocument(
        cite=document.cite(WHOLE),
        public_on=of.public_on,
        document_id=of.document_id,
        media_type=MEDIA_TYPES[form(document.body)],
        length_bytes=len(document.body),
        pages=filing.pages,
        entity_number=entity,
        software=software,
    )
    yield from records(filing, of)


def recognises(document: Document) -> bool:
    """True for tagged accounts, a package of them, and pictures that the publisher has made.

    And for whatever bears a name that the publisher's products give to filings alone: the bytes of
    one that is empty or cut short do not say what it was. Of other PDFs, files that somebody has
    named so that a company's number comes first: at a publisher's address figures mean anything.
    """
    body = document.body
    named = filed_name(_name(document))
    if named.run is not None and named.company_number is not None:
        return True
    if body.startswith(b"%PDF-"):
        is_named = named.company_number is not None and document.url.startswith("file:")
        return is_named or PRODUCER in body[:FIRST] or PRODUCER in body[-FIRST:]
    if body.startswith(b"PK"):
        return _is_package(document)
    return any(name.encode() in body[:FIRST] for name in (INSTANCE, *INLINE))


def is_rehearsal(document: Document) -> bool:
    """True where the tags are about an invented company, or a rehearsal's file is handed over."""
    if is_named_as_rehearsed(document):
        return True
    found = members(document.body, _name(document)).members
    return any(
        is_invented(_tagged_entity(one.body) or "") for one in found if one.form is not Form.PICTURE
    )


def subject(records: Sequence[Record]) -> str:
    """The document, by its bytes: what is filed twice is one subject, with a fetch for each."""
    return records[0].cite.partition("#")[0]


def _tagged_entity(body: bytes) -> str | None:
    try:
        return read_tags(body).entity
    except NoMarkupError:
        return None


def _is_download(document: Document) -> bool:
    return urlsplit(document.url).scheme in {"http", "https"}


def _refuse_what_is_not_whole(document: Document, filing: ReadFiling) -> None:
    """Raise SourceChangedError for what a server gave in place of a document, or cut short."""
    for one in filing.sets:
        is_a_part = one.state is AccountsState.PARTLY_READ and one.pages is None
        if one.state in NOT_WHOLE or is_a_part or not document.body.strip():
            raise SourceChangedError(
                document,
                "",
                f"{one.state_why or one.state}; where that stays so, look at it: accounts were"
                " filed, and this is what was given for them",
            )
        if one.tagged is not None and not one.tagged.facts:
            raise SourceChangedError(
                document,
                "",
                "there is not one tagged figure in it; if accounts are tagged otherwise now, this"
                " source's file must learn how",
            )


def _name(document: Document) -> str:
    """The file's name; of a member of a zip, its own."""
    return unquote(urlsplit(document.url).path).rpartition("/")[2]


def _document_id(document: Document) -> str:
    path = unquote(urlsplit(document.url).path)
    named = _CONTENT.search(path)
    return named[1] if named is not None else path.rpartition("/")[2]


def _is_package(document: Document) -> bool:
    try:
        with opened(document) as container:
            return any(OF_A_PACKAGE.search(name) for name in container.namelist())
    except SourceChangedError:
        return False


def _entity(filing: ReadFiling) -> str | None:
    """The one company that the tags of every set are about; None where there are others."""
    said = {one.tagged.entity for one in filing.sets if one.tagged is not None}
    return said.pop() if len(said) == 1 else None


def _software(filing: ReadFiling) -> str | None:
    """The program that the first set of accounts names."""
    named = (one.tagged.software for one in filing.sets if one.tagged is not None)
    return next((name for name in named if name), None)


SOURCE = Source(
    key=FILED_ACCOUNTS,
    title="Accounts as they were filed",
    publisher=PUBLISHER,
    licence=LICENCE,
    page=PAGE,
    cadence=CADENCE,
    version=3,
    kinds=(
        AccountsDocument,
        FiledAccounts,
        StatementLine,
        AccountsStatement,
        AccountsClaim,
        AccountsNote,
        AccountsGap,
    ),
    recognises=recognises,
    is_rehearsal=is_rehearsal,
    parse=parse,
    subject=subject,
    masked=MASKED,
    may_fail=FEW,
    led_to_by=DOCUMENTS,
    may_be_absent=True,
)
