"""A cited place of a JSON document is shown by its paths: what its source reads, and no more."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from crawlers.json_reading import json_object
from crawlers.json_values import text, texts, whole_number
from crawlers.showing import NothingThereError, Place, cited_place
from crawlers.source import Follow
from db.records import Document, Record

DOCUMENT = Document(
    url="https://api.example/company/09000001",
    fetched_at=datetime(2026, 9, 1, tzinfo=UTC),
    body=(
        b'{"items": [{"kind": "individual", "name": "Ann Example", "address": {"premises": "1"},'
        b' "natures_of_control": ["voting-rights-25-to-50-percent"], "ceased_on": null,'
        b' "date_of_birth": {"month": 5, "year": 1990}, "links": {"self": "/x", "other": "/y"}}],'
        b' "a/b": 1}'
    ),
)


def holders(document: Document) -> Iterator[Record | Follow]:
    """A source that reads who holds what, and neither where they live nor when they were born."""
    said = json_object(document)
    said.read("a/b", whole_number)
    for item in said.each("items"):
        item.read("kind", text)
        item.read("name", text)
        item.read("natures_of_control", texts)
        item.inside("links").read("self", text)
    yield from ()


def test_each_value_that_is_read_stands_under_its_path_and_the_others_are_named() -> None:
    assert cited_place(DOCUMENT, "/items/0", holders, ("name",)) == Place(
        rows=1,
        cells=(
            ("0/kind", "individual"),
            ("0/name", "(masked)"),
            ("0/natures_of_control/0", "voting-rights-25-to-50-percent"),
            ("0/links/self", "/x"),
        ),
        not_shown=("address/premises", "date_of_birth/month", "date_of_birth/year", "links/other"),
    )


def test_the_root_is_the_whole_document_with_the_same_masked() -> None:
    whole = cited_place(DOCUMENT, "", holders, ("name",))

    assert whole == Place(
        rows=1,
        cells=(
            ("items/0/kind", "individual"),
            ("items/0/name", "(masked)"),
            ("items/0/natures_of_control/0", "voting-rights-25-to-50-percent"),
            ("items/0/links/self", "/x"),
            ("a/b", "1"),
        ),
        not_shown=(
            "items/address/premises",
            "items/date_of_birth/month",
            "items/date_of_birth/year",
            "items/links/other",
        ),
    )


def test_one_value_is_shown_alone() -> None:
    assert cited_place(DOCUMENT, "/a~1b", holders).cells == (("a/b", "1"),)


def test_one_value_within_what_is_read_is_shown_alone() -> None:
    assert cited_place(DOCUMENT, "/items/0/natures_of_control/0", holders).cells == (
        ("0", "voting-rights-25-to-50-percent"),
    )


def test_a_value_that_is_not_read_is_not_shown_alone_either() -> None:
    found = cited_place(DOCUMENT, "/items/0/address/premises", holders)

    assert (found.cells, found.not_shown) == ((), ("premises",))


def test_a_value_within_what_is_masked_is_masked() -> None:
    assert cited_place(DOCUMENT, "/items/0/links/self", holders, ("links",)).cells == (
        ("self", "(masked)"),
    )


@pytest.mark.parametrize("pointer", ["/items/1", "/items/0/nowhere", "/a~1b/c"])
def test_a_place_that_is_not_there_is_said_so(pointer: str) -> None:
    with pytest.raises(NothingThereError, match="the document has no place"):
        cited_place(DOCUMENT, pointer, holders)
