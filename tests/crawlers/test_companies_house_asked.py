"""What an answer of Companies House leads to: only what exists, page by page."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from crawlers.companies_house.pages import paged
from crawlers.companies_house.resources import BY_LINK, RESOURCES, linked
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Source
from crawlers.sources import sources
from db.records import Document
from tests.crawlers.test_companies_house_profile import document as profile

SOURCES = {one.key: one for one in sources()}


def follows(source: Source, document: Document) -> list[Follow]:
    return [one for one in source.parse(document) if isinstance(one, Follow)]


def history(*items: dict[str, Any]) -> Document:
    said = {"items": items, "total_count": len(items), "filing_history_status": "available"}
    return Document(
        url="https://api.example/company/09000001/filing-history",
        fetched_at=datetime(2026, 9, 1, tzinfo=UTC),
        body=json.dumps(said).encode(),
    )


def filing(key: str, on: str, description: str, category: str = "accounts") -> dict[str, Any]:
    return {
        "transaction_id": key,
        "date": on,
        "type": "AA",
        "category": category,
        "description": description,
        "links": {"document_metadata": f"https://frontend.example/document/{key}"},
    }


def test_a_profile_leads_to_what_it_links_and_to_nothing_else() -> None:
    links = {
        "self": "/company/09000001",
        "officers": "/company/09000001/officers",
        "charges": "/company/09000001/charges",
        "registers": "/company/09000001/registers",
    }

    assert follows(SOURCES["companies_house_profile"], profile(links=links)) == [
        Follow(
            host="companies_house_api",
            url="/company/09000001/officers",
            source="companies_house_officers",
        ),
        Follow(
            host="companies_house_api",
            url="/company/09000001/charges",
            source="companies_house_charges",
        ),
    ]
    assert linked(profile(links=links)) == {"companies_house_officers", "companies_house_charges"}


def test_a_profile_without_links_leads_nowhere() -> None:
    found = profile(links=None)

    assert follows(SOURCES["companies_house_profile"], found) == []
    assert linked(found) == frozenset()


def test_a_link_to_another_place_than_a_company_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="is no path such as"):
        follows(
            SOURCES["companies_house_profile"], profile(links={"officers": "https://example.org"})
        )


def test_the_latest_two_accounts_are_followed_and_no_other_filing() -> None:
    found = history(
        filing("d", "2026-01-02", "change-account-reference-date-company-current-extended"),
        filing("b", "2024-12-20", "accounts-with-accounts-type-full"),
        filing("c", "2025-12-20", "accounts-amended-with-accounts-type-full"),
        filing("a", "2023-12-20", "accounts-with-accounts-type-full"),
        filing("e", "2026-02-02", "confirmation-statement-with-updates", "confirmation-statement"),
        filing("f", "2026-02-02", "accounts-with-accounts-type-full") | {"links": {"self": "/x"}},
    )

    assert follows(SOURCES["companies_house_filing_history"], found) == [
        Follow(
            host="companies_house_document_api",
            url=f"/document/{key}",
            source="companies_house_documents",
            published_on=on,
            is_final=True,
        )
        for key, on in (("c", date(2025, 12, 20)), ("b", date(2024, 12, 20)))
    ]


@pytest.mark.parametrize("key", RESOURCES)
def test_each_resource_of_a_watched_company_is_asked_where_its_profile_links_it(key: str) -> None:
    (start,) = SOURCES[key].starts
    name = {source: link for link, source in BY_LINK.items()}.get(key, "")

    assert start.host == "companies_house_api"
    assert start.path == "/company/{company_number}" + (name and f"/{name.replace('_', '-')}")
    assert SOURCES[key].may_be_absent is (key != "companies_house_profile")


def test_a_register_of_several_pages_is_asked_for_page_by_page_and_joined() -> None:
    paging = paged(2)
    first, second = b'{"total_count": 3, "items": [1, 2]}', b'{"total_count": 3, "items": [3]}'
    joined = paging.join([first, second])

    assert paging.first == "items_per_page=2&start_index=0"
    assert paging.following([first]) == "items_per_page=2&start_index=2"
    assert paging.following([first, second]) is None
    assert json.loads(joined) == {"pages": [json.loads(first), json.loads(second)]}
    assert paging.join([first]) == first
    assert paging.starts_as(joined, first)
    assert paging.starts_as(first, first)
    assert not paging.starts_as(joined, second)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"items": []}', b'{"total_count": "3"}'])
def test_what_is_no_page_has_no_page_after_it(body: bytes) -> None:
    assert paged(2).following([body]) is None
