"""The way from a filing to its bytes: metadata, a redirect to another host, the store."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from crawlers.rehearsal.forms.companies_house.document_api import CompaniesHouseDocumentApi
from crawlers.rehearsal.forms.companies_house.documents_store import CompaniesHouseDocumentsStore
from crawlers.rehearsal.publishing import Answer, Asked
from tests.crawlers.rehearsal.companies_house.small_register import (
    ADDRESSES,
    FILINGS,
    TODAY,
    asked,
    document_body,
    setup,
)

DOCUMENTS = CompaniesHouseDocumentApi(setup=setup(), document_body=document_body)
STORE = CompaniesHouseDocumentsStore(setup=setup(), document_body=document_body)
PDF, XHTML = "application/pdf", "application/xhtml+xml"


def metadata(document_id: str) -> dict[str, Any]:
    found = DOCUMENTS.answer(asked(f"/document/{document_id}"))
    assert isinstance(found.body, bytes)
    said: dict[str, Any] = json.loads(found.body)
    return said


def content(document_id: str, accept: str = "*/*", at: datetime | None = None) -> Answer:
    path = f"/document/{document_id}/content"
    return DOCUMENTS.answer(Asked(path=path, accept=accept, at=at))


def followed(
    answer: Answer,
    at: datetime | None = None,
    store: CompaniesHouseDocumentsStore = STORE,
    **changed: str,
) -> Answer:
    """What the store answers to a redirect, at a moment; some of its link changed."""
    link = urlsplit(answer.headers["Location"])
    query = {name: (value,) for name, value in parse_qsl(link.query)}
    query |= {name.replace("_", "-"): (value,) for name, value in changed.items()}
    return store.answer(Asked(path=link.path, query=query, at=at))


def test_tagged_accounts_are_held_in_two_types_and_scanned_ones_in_one() -> None:
    assert list(metadata("document-aa2025")["resources"]) == [PDF, XHTML]
    assert list(metadata("document-aaScan")["resources"]) == [PDF]


@pytest.mark.parametrize(
    ("document_id", "media_type"),
    [("document-aa2025", XHTML), ("document-aa2025", PDF), ("document-inc", PDF)],
)
def test_a_document_is_as_long_as_its_metadata_says(document_id: str, media_type: str) -> None:
    stated = metadata(document_id)["resources"][media_type]["content_length"]
    found = followed(content(document_id, media_type))

    assert (found.status, found.media_type, len(found.body)) == (200, media_type, stated)  # type: ignore[arg-type]


def test_metadata_says_whose_document_it_is_and_of_what_day() -> None:
    found = metadata("document-aa2025")

    assert (found["company_number"], found["category"]) == ("99000001", "accounts")
    assert found["significant_date"] == "2025-03-31T00:00:00Z"
    assert found["filename"] == "99000001_aa_2025-12-30"
    assert found["links"]["document"].startswith(ADDRESSES["companies_house_document_api"])


def test_content_is_a_redirect_to_the_other_host_with_nothing_in_it() -> None:
    found = content("document-aa2025", XHTML)

    assert (found.status, found.body) == (302, b"")
    assert found.headers["Location"].startswith(ADDRESSES["companies_house_documents_store"])


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", PDF),
        ("", PDF),
        (f"{XHTML}, {PDF};q=0.5", XHTML),
        (f"text/csv, {PDF}", PDF),
    ],
)
def test_the_first_type_taken_that_is_held_is_given(accept: str, media_type: str) -> None:
    assert content("document-aa2025", accept).media_type == media_type


def test_a_type_that_is_not_held_is_not_acceptable() -> None:
    assert content("document-aaScan", XHTML).status == 406


def test_a_document_that_is_not_filed_yet_is_not_there() -> None:
    assert DOCUMENTS.answer(asked("/document/document-aaLater")).status == 404
    assert content("document-aaLater").status == 404
    assert DOCUMENTS.answer(asked("/elsewhere")).status == 404


def test_the_store_refuses_a_link_that_nobody_gave_out() -> None:
    bare = STORE.answer(asked("/docs/document-aa2025/application-pdf"))
    wrong = STORE.answer(asked("/docs/document-aa2025/application-pdf", **{"X-Amz-Signature": "x"}))

    assert (bare.status, wrong.status, bare.media_type) == (403, 403, "application/xml")
    assert STORE.answer(asked("/docs")).status == 404


def test_a_link_is_of_the_moment_at_which_it_was_given_and_good_for_an_hour() -> None:
    given_at = datetime(2026, 11, 4, 13, 5, 30, 250_000, tzinfo=UTC)
    given = content("document-aa2025", at=given_at)
    query = dict(parse_qsl(urlsplit(given.headers["Location"]).query))
    late = followed(given, given_at + timedelta(seconds=3_601))

    assert (query["X-Amz-Date"], query["X-Amz-Expires"]) == ("20261104T130530Z", "3600")
    assert followed(given, given_at).status == 200
    assert followed(given, given_at + timedelta(seconds=3_600)).status == 200
    assert late.status == 403
    assert b"Request has expired" in late.body  # type: ignore[operator]


def test_a_link_of_before_midnight_is_good_when_the_day_begins_again() -> None:
    given = content("document-aa2025", at=datetime(2026, 11, 4, 23, 59, 50, tzinfo=UTC))

    assert followed(given, datetime(2026, 11, 4, 0, 0, 10, tzinfo=UTC)).status == 200
    assert followed(given, datetime(2026, 11, 4, 1, 0, 10, tzinfo=UTC)).status == 403


def test_a_link_is_not_good_for_another_day() -> None:
    given = content("document-aa2025", at=datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    tomorrow = CompaniesHouseDocumentsStore(
        setup=setup(today=date(2026, 11, 5)), document_body=document_body
    )

    assert followed(given, datetime(2026, 11, 5, 9, 0, tzinfo=UTC), tomorrow).status == 403


def test_nobody_makes_a_link_younger() -> None:
    given = content("document-aa2025", at=datetime(2026, 11, 4, 9, 0, tzinfo=UTC))
    noon = datetime(2026, 11, 4, 12, 0, tzinfo=UTC)

    assert followed(given, noon, X_Amz_Date="20261104T120000Z").status == 403


def test_a_link_for_one_document_opens_no_other() -> None:
    link = urlsplit(content("document-aa2025").headers["Location"])
    query = {name: (value,) for name, value in parse_qsl(link.query)}
    found = STORE.answer(Asked(path="/docs/document-inc/application-pdf", query=query))

    assert found.status == 403


def test_a_filing_without_accounts_says_on_its_first_page_that_it_is_invented() -> None:
    found = followed(content("document-inc")).body
    assert isinstance(found, bytes)

    assert found.startswith(b"%PDF-1.4")
    assert found.count(b"/Type /Page ") == metadata("document-inc")["pages"] == 28
    assert found.count(b"REHEARSAL") == 1
    assert b"Page 28 of 28" in found
    assert b"FERNLARK CARE LIMITED \\(99000001\\)" in found


def test_the_pages_objects_are_where_its_table_says() -> None:
    found = followed(content("document-inc")).body
    assert isinstance(found, bytes)
    table = found[int(found.split(b"startxref\n")[1].split()[0]) :]
    places = [int(line.split()[0]) for line in table.splitlines()[3:62]]

    assert table.startswith(b"xref\n0 60\n")
    assert [found[place:].partition(b"\n")[0] for place in places] == [
        b"%d 0 obj" % number for number in range(1, 60)
    ]


def test_every_document_on_file_today_can_be_had() -> None:
    ids = [
        one.document_id for one in FILINGS if one.document_id is not None and one.filed_on <= TODAY
    ]

    assert {followed(content(document_id)).status for document_id in ids} == {200}
