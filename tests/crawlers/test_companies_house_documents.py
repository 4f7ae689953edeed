"""What is known of a filed document becomes a record, and leads to its bytes."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house.asking import company_path
from crawlers.reading import SourceChangedError
from crawlers.source import Follow
from crawlers.sources.companies_house_documents import SOURCE
from db.records import Document, FiledDocument

HERE = "https://document-api.example/document/Doc-1_x"
BODY: dict[str, Any] = {
    "company_number": "09000001",
    "barcode": None,
    "significant_date": "2025-03-31T00:00:00Z",
    "significant_date_type": "made-up-date",
    "category": "accounts",
    "pages": 9,
    "filename": "09000001_aa_2025-12-19",
    "created_at": "2025-12-19T09:00:00.123456789Z",
    "etag": "",
    "links": {"self": HERE, "document": f"{HERE}/content"},
    "resources": {
        "application/pdf": {"content_length": 86594},
        "application/xhtml+xml": {"content_length": 30211},
    },
}


def document(**changes: Any) -> Document:
    return Document(
        url=HERE,
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=json.dumps(BODY | changes).encode(),
        published_on=date(2025, 12, 18),
    )


def test_tagged_accounts_are_followed_with_their_tags() -> None:
    found = document()
    record, onward = SOURCE.parse(found)

    assert SOURCE.recognises(found)
    assert record == FiledDocument(
        cite=found.cite("/category"),
        public_on=date(2025, 12, 19),
        company_number="09000001",
        document_id="Doc-1_x",
        category="accounts",
        created_on=date(2025, 12, 19),
        significant_on=date(2025, 3, 31),
        significant_date_type="made-up-date",
        pages=9,
        media_types="application/pdf; application/xhtml+xml",
        is_tagged=True,
        pdf_bytes=86_594,
        tagged_bytes=30_211,
    )
    assert onward == Follow(
        host="companies_house_document_api",
        url="/document/Doc-1_x/content",
        source="filed_accounts",
        accept="application/xhtml+xml",
        is_final=True,
        published_on=date(2025, 12, 18),
    )
    assert isinstance(record, FiledDocument)
    assert SOURCE.subject([record]) == "09000001 Doc-1_x"


def test_pictures_of_accounts_are_followed_where_there_is_nothing_else() -> None:
    record, onward = SOURCE.parse(document(resources={"application/pdf": {}}))

    assert isinstance(record, FiledDocument)
    assert isinstance(onward, Follow)
    assert (record.is_tagged, record.pdf_bytes, record.tagged_bytes) == (False, None, None)
    assert onward.accept == "application/pdf"


def test_bytes_of_anything_but_accounts_are_not_followed() -> None:
    (record,) = SOURCE.parse(document(category="new-companies", significant_date=None))

    assert isinstance(record, FiledDocument)
    assert record.significant_on is None


@pytest.mark.parametrize(
    "changes",
    [
        {"resources": {}},
        {"resources": {"text/csv": {"content_length": 1}}},
        {"links": {"self": HERE, "document": f"{HERE}2/content"}},
    ],
)
def test_a_document_whose_bytes_are_nowhere_known_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(SourceChangedError, match="its bytes lie under"):
        list(SOURCE.parse(document(**changes)))


def test_a_link_that_leads_to_no_document_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="leads to no document"):
        list(SOURCE.parse(document(links={"self": "/filing/1", "document": "/filing/1"})))


def test_a_new_member_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="mood"):
        list(SOURCE.parse(document(mood="good")))


@pytest.mark.parametrize("link", ["/company/09000001/officers?x=1", "https://example.org", "/x"])
def test_a_link_that_leads_to_no_resource_of_a_company_is_none(link: str) -> None:
    with pytest.raises(ValueError, match="is no path such as"):
        company_path(link)
