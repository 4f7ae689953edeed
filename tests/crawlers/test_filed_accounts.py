"""A document of accounts is kept and known for what it is, whatever its form and its state."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.filed_accounts import SOURCE
from db.records import (
    AccountsDocument,
    AccountsState,
    Document,
    FiledAccounts,
    Measure,
    StatementLine,
)
from tests.accept import FIXTURES

HERE = "https://document-api.example/document/Doc-1_x/content"
TAGGED, PICTURE, PACKAGE = (
    (FIXTURES / "filed_accounts" / name).read_bytes()
    for name in ("tagged/Doc-1_x.xhtml", "picture/Doc-2_x.pdf", "package/Doc-3_x.zip")
)
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/hostname">]>"""


def document(body: bytes, url: str = HERE) -> Document:
    return Document(
        url=url,
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=body,
        published_on=date(2025, 12, 18),
    )


def zipped(**members: bytes) -> bytes:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as container:
        for name, content in members.items():
            container.writestr(f"{name}/accounts/a.xhtml", content)
    return body.getvalue()


def read(body: bytes, url: str = HERE) -> AccountsDocument:
    found, *_ = SOURCE.parse(document(body, url))
    assert isinstance(found, AccountsDocument)
    return found


def test_tagged_accounts_say_about_whom_and_by_which_program() -> None:
    assert read(TAGGED) == AccountsDocument(
        cite=document(TAGGED).cite(""),
        public_on=date(2025, 12, 18),
        document_id="Doc-1_x",
        media_type="application/xhtml+xml",
        length_bytes=len(TAGGED),
        pages=None,
        entity_number="99000001",
        software="Example Accounts Production",
    )


def test_a_picture_says_how_many_pages_it_has_and_no_more() -> None:
    found = read(PICTURE)

    assert (found.media_type, found.pages) == ("application/pdf", 2)
    assert (found.entity_number, found.software) == (None, None)


def test_a_package_is_about_whom_its_accounts_are() -> None:
    found = read(PACKAGE)

    assert (found.media_type, found.entity_number) == ("application/zip", "99000002")


def test_tags_about_two_companies_name_none() -> None:
    other = TAGGED.replace(b"99000001", b"99000003")

    assert read(zipped(first=TAGGED, second=other)).entity_number is None


def test_what_is_filed_twice_is_one_subject() -> None:
    again = read(TAGGED, HERE.replace("Doc-1_x", "Doc-9_x"))

    assert again.document_id == "Doc-9_x"
    assert SOURCE.subject([again]) == SOURCE.subject([read(TAGGED)])


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE])
def test_entities_are_neither_expanded_nor_fetched(before: bytes) -> None:
    body = TAGGED[TAGGED.index(b"<html") :].replace(b"&nbsp;", b" ")
    body = body.replace(b"Example Accounts", b"Example &b;")

    assert read(before + body).software == "Example &b; Production"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (TAGGED[:900], "ends before its last element is closed"),
        (b"", "not read|placeholder"),
        (b"<html><body>The service is unavailable.</body></html>", "a page without tags"),
        (PICTURE[:100], "damaged or cut short"),
        (PACKAGE[:400], "cut short"),
        (zipped(first=TAGGED[:900]), r"'first/accounts/a.xhtml' ends before"),
        (zipped(), "no member of this zip is accounts"),
    ],
)
def test_a_download_that_is_not_whole_is_refused(body: bytes, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        read(body)


def test_an_invented_companys_accounts_are_told_from_real_ones() -> None:
    real = TAGGED.replace(b"99000001", b"09000001")
    handed_over = document(PICTURE, "file:rehearsal-accounts.pdf")

    assert [SOURCE.is_rehearsal(document(body)) for body in (TAGGED, PACKAGE, real)] == [
        True,
        True,
        False,
    ]
    assert SOURCE.is_rehearsal(handed_over)


def test_a_zip_of_anything_else_is_not_taken_for_accounts() -> None:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as container:
        container.writestr("content.xml", TAGGED)

    assert not SOURCE.recognises(document(body.getvalue()))
    assert not SOURCE.recognises(document(b"%PDF-1.4 a report"))


@pytest.mark.parametrize(
    ("body", "state"),
    [
        (TAGGED, AccountsState.READ),
        (TAGGED[:-8], AccountsState.PARTLY_READ),
        (PICTURE, AccountsState.NOT_YET_RECOGNISED),
        (PICTURE[:100], AccountsState.DAMAGED),
        (b"", AccountsState.EMPTY),
        (b"ATTACHMENTPLACEHOLDERATTACHMEN", AccountsState.EMPTY),
        (b"\xff\xd8\xff\xe0 a photograph", AccountsState.NOT_ACCOUNTS),
        (zipped(), AccountsState.NOT_ACCOUNTS),
    ],
)
def test_a_file_that_cannot_be_read_is_kept_and_its_state_says_why(
    body: bytes, state: AccountsState
) -> None:
    name = "file:Prod223_2911_99000001_20250331.html"
    given = document(body, name)
    _, found, *_ = SOURCE.parse(given)

    assert SOURCE.recognises(given)
    assert isinstance(found, FiledAccounts)
    assert (found.state, found.filed_for) == (state, "99000001")


def test_the_lines_of_a_filing_are_kept_with_their_citations() -> None:
    given = document(TAGGED)
    lines = [one for one in SOURCE.parse(given) if isinstance(one, StatementLine)]

    assert [(one.measure, one.amount, one.cite) for one in lines] == [
        (Measure.NET_ASSETS, 1_000, given.cite("tag=2"))
    ]


def test_a_member_of_a_package_is_cited_within_it() -> None:
    given = document(PACKAGE)
    cited = [one.cite for one in SOURCE.parse(given) if isinstance(one, StatementLine)]

    assert cited == [given.cite("member=1&tag=2")]
