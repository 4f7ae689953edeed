"""A document is its bytes; a citation points at one place inside them."""

from hashlib import sha256

import pytest
from pydantic import ValidationError

from db.records import Document, NotACitationError, split_citation
from tests.db.samples import document, noon, setting

HELLO = sha256(b"hello").hexdigest()


def test_a_document_is_addressed_by_its_bytes_alone() -> None:
    here = Document(url="file:here", fetched_at=noon("2026-03-01"), body=b"hello")
    there = Document(url="file:there", fetched_at=noon("2026-03-02"), body=b"hello")

    assert HELLO == here.sha256 == there.sha256


def test_a_citation_names_the_bytes_and_the_place() -> None:
    cite = document("hello").cite("sheet=Settings&row=17")

    assert cite == f"sha256:{HELLO}#sheet=Settings&row=17"
    assert split_citation(cite) == (HELLO, "sheet=Settings&row=17")


def test_a_whole_document_is_cited_with_an_empty_place() -> None:
    assert split_citation(document("hello").cite("")) == (HELLO, "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "row=17",
        f"sha256:{HELLO}",
        "sha256:2cf24d#row=17",
        f"md5:{HELLO}#a",
        f"sha256:{HELLO}# ",
    ],
)
def test_what_is_no_citation_is_refused_and_a_citation_shown(text: str) -> None:
    with pytest.raises(NotACitationError, match="is not a citation; one looks like sha256:<64 hex"):
        split_citation(text)


def test_a_record_cannot_exist_without_a_citation() -> None:
    with pytest.raises(ValidationError, match="cite"):
        setting(cite="the publisher's page")


def test_a_record_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setting().places = 5  # pyright: ignore[reportAttributeAccessIssue]


def test_a_record_holds_nothing_that_it_does_not_declare() -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        setting(telephone="0191 498 0000")
