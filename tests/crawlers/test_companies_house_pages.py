"""A register is read whole, of the right company, or not at all."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from crawlers.companies_house.answers import bundle
from crawlers.reading import SourceChangedError
from crawlers.sources.companies_house_filing_history import SOURCE
from db.records import Document, Filing, RegisterExtract

COMPANY = "https://api.example/company/09000001/filing-history"


def document(body: bytes, url: str = COMPANY) -> Document:
    return Document(url=url, fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=body)


def page(start: int, stop: int, total: int | None, **more: Any) -> bytes:
    """Filings `start` to `stop`, the last left out, as the publisher pages them by two."""
    items = [
        {
            "transaction_id": f"T{number}",
            "date": "2024-05-01",
            "type": "AA",
            "category": "accounts",
            "description": "accounts-with-accounts-type-full",
        }
        for number in range(start, stop)
    ]
    return json.dumps(
        {
            "items": items,
            "start_index": start,
            "items_per_page": 2,
            "total_count": total,
            "filing_history_status": "filing-history-available",
            **more,
        }
    ).encode()


def test_all_pages_are_one_subject_and_each_entry_cites_its_page() -> None:
    found = document(bundle([page(0, 2, 3), page(2, 3, 3)]))
    extract, *filings = list(SOURCE.parse(found))

    assert SOURCE.recognises(found)
    assert isinstance(extract, RegisterExtract)
    assert (extract.entries, extract.stated_entries) == (3, 3)
    assert extract.cite == found.cite("/pages")
    assert [f.cite for f in filings if isinstance(f, Filing)] == [
        found.cite("/pages/0/items/0"),
        found.cite("/pages/0/items/1"),
        found.cite("/pages/1/items/0"),
    ]
    assert SOURCE.subject([extract]) == "09000001"


def test_a_single_page_that_is_all_needs_no_bundle() -> None:
    assert len(list(SOURCE.parse(document(page(0, 2, 2))))) == 3


def test_a_page_without_a_total_is_the_last_when_it_is_not_full() -> None:
    assert len(list(SOURCE.parse(document(page(0, 1, None))))) == 2


def test_an_entry_that_stands_twice_on_a_page_is_refused() -> None:
    said = json.loads(page(0, 2, 2))
    said["items"] = [said["items"][0], said["items"][0]]

    with pytest.raises(SourceChangedError, match="page 1 holds an entry twice, so that another"):
        list(SOURCE.parse(document(json.dumps(said).encode())))


@pytest.mark.parametrize(
    ("pages", "problem"),
    [
        (
            [page(0, 1, 2)],
            r"holds 1 of 2 entries: .* join them as \{\"pages\": \[first, second\]\}",
        ),
        ([page(0, 2, 3)], "holds 2 of 3 entries"),
        ([page(0, 2, 4), page(0, 2, 4)], "page 2 holds entries of a page before"),
        ([page(0, 2, 3), page(1, 3, 3)], "page 2 holds entries of a page before"),
        ([page(0, 2, 5), page(4, 5, 5)], "page 2 starts at entry 4 where 2 come before it"),
        ([page(2, 3, 3), page(0, 2, 3)], "page 1 starts at entry 2 where 0 come before it"),
        ([page(0, 2, 4), page(2, 4, 5)], "'total_count' is 5 where the page before says 4"),
        ([page(0, 2, None)], "its last page is full with 2 entries and no total"),
        (
            [page(0, 2, 1)],
            "holds 2 entries where its total is 1: it was put together from answers of different",
        ),
        ([], "the bundle has no pages"),
        ([page(0, 2, 3), b'{"errors": [{"error": "access-denied"}]}'], "error \\(access-denied\\)"),
        ([page(0, 2, 2)[:-40]], "not a JSON object"),
    ],
)
def test_a_part_of_a_register_stops_the_reading(pages: list[bytes], problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        list(SOURCE.parse(document(bundle(pages))))


def test_half_a_page_that_came_alone_stops_the_reading() -> None:
    with pytest.raises(SourceChangedError, match="holds 1 of 2 entries"):
        list(SOURCE.parse(document(page(0, 1, 2))))


def test_an_error_instead_of_a_page_stops_the_reading() -> None:
    body = b'{"error": "Invalid Authorization", "type": "ch:service"}'

    assert not SOURCE.recognises(document(body))
    with pytest.raises(SourceChangedError, match="answered with an error"):
        list(SOURCE.parse(document(body)))


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://api.example/company/09000001/filing-history?start_index=0", "09000001"),
        ("https://api.example/company/sc12345/filing-history", "SC012345"),
        ("file:filings_OC301540.json", "OC301540"),
        ("file:answers.zip/filings-09000001-2026.json", "09000001"),
        ("file:20260901_09000001.json", "09000001"),
    ],
)
def test_the_company_is_found_in_the_address(url: str, number: str) -> None:
    extract, *_ = SOURCE.parse(document(page(0, 1, 1), url))

    assert isinstance(extract, RegisterExtract)
    assert extract.company_number == number


@pytest.mark.parametrize(
    "url",
    [
        "file:filings.json",
        "file:filings_20260901.json",
        "file:filings_09000001_09000002.json",
        "https://api.example/company/nobody/filing-history",
    ],
)
def test_without_a_company_the_message_says_what_to_do(url: str) -> None:
    with pytest.raises(SourceChangedError, match="give the file a name with the company's number"):
        list(SOURCE.parse(document(page(0, 1, 1), url)))


def test_a_number_of_nine_characters_stops_the_reading() -> None:
    body = json.dumps({"company_number": "012345678", "data": json.loads(page(0, 1, 1))}).encode()

    with pytest.raises(SourceChangedError, match="'012345678' is not a company number"):
        list(SOURCE.parse(document(body)))


def test_an_answer_of_another_company_stops_the_reading() -> None:
    body = page(0, 1, 1, links={"self": "/company/09000002/filing-history"})

    with pytest.raises(
        SourceChangedError, match=r"the companies \['09000001', '09000002'\] at once"
    ):
        list(SOURCE.parse(document(body)))


def test_an_event_of_the_stream_is_opened() -> None:
    body = {
        "resource_kind": "filing-history",
        "resource_uri": "/company/09000001/filing-history/T0",
        "resource_id": "T0",
        "data": json.loads(page(0, 1, 1))["items"][0],
        "event": {"type": "changed", "timepoint": 1, "published_at": "2024-05-01T01:02:03"},
    }
    found = document(json.dumps(body).encode(), "file:event.json")
    (filing,) = SOURCE.parse(found)

    assert SOURCE.recognises(found)
    assert isinstance(filing, Filing)
    assert filing.cite == found.cite("/data")
    assert SOURCE.subject([filing]) == "09000001 T0"


def test_a_deletion_of_the_stream_is_no_content() -> None:
    body = {
        "resource_uri": "/company/09000001/filing-history/T0",
        "data": json.loads(page(0, 1, 1))["items"][0],
        "event": {"type": "deleted"},
    }

    with pytest.raises(SourceChangedError, match="the stream says that it was 'deleted'"):
        list(SOURCE.parse(document(json.dumps(body).encode(), "file:event.json")))
