"""A cited place of a JSON document is shown by its paths, people's details masked."""

from datetime import UTC, datetime

import pytest

from crawlers.companies_house import MASKED
from crawlers.showing import NothingThereError, cited_place
from db.records import Document

DOCUMENT = Document(
    url="https://api.example/company/09000001",
    fetched_at=datetime(2026, 9, 1, tzinfo=UTC),
    body=(
        b'{"items": [{"kind": "individual", "name": "Ann Example", "address": {"premises": "1"},'
        b' "natures_of_control": ["voting-rights-25-to-50-percent"], "ceased_on": null,'
        b' "links": {"self": "/x"}}], "a/b": 1}'
    ),
)


def test_each_value_stands_under_its_path() -> None:
    assert cited_place(DOCUMENT, "/items/0", MASKED).cells == (
        ("0/kind", "individual"),
        ("0/name", "(masked)"),
        ("0/address/premises", "(masked)"),
        ("0/natures_of_control/0", "voting-rights-25-to-50-percent"),
        ("0/links/self", "/x"),
    )


def test_one_value_is_shown_alone() -> None:
    assert cited_place(DOCUMENT, "/a~1b", ()).cells == (("a/b", "1"),)


def test_a_value_within_what_is_masked_is_masked() -> None:
    assert cited_place(DOCUMENT, "/items/0/address/premises", MASKED).cells == (
        ("premises", "(masked)"),
    )


@pytest.mark.parametrize("pointer", ["/items/1", "/items/0/nowhere", "/a~1b/c"])
def test_a_place_that_is_not_there_is_said_so(pointer: str) -> None:
    with pytest.raises(NothingThereError, match="the document has no place"):
        cited_place(DOCUMENT, pointer, ())
