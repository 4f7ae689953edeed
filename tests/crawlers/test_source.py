"""What a source is, where it leaves things unsaid."""

from collections.abc import Iterator
from dataclasses import FrozenInstanceError

import pytest

from crawlers.source import OPEN_GOVERNMENT_LICENCE, Follow, Source
from db.records import Document, Record
from tests.crawlers.workbooks import document


def parse(document: Document) -> Iterator[Record | Follow]:
    yield Follow(url=f"{document.url}/next")


SOURCE = Source(
    key="a_list",
    title="A list",
    publisher="A publisher",
    licence=OPEN_GOVERNMENT_LICENCE,
    page="https://example.org/",
    cadence="yearly",
    version=1,
    kinds=(),
    recognises=lambda document: document.body == b"list",
    parse=parse,
    subject=lambda _: "the list",
)


def test_a_source_publishes_real_data_of_others_unless_it_says_otherwise() -> None:
    assert SOURCE.is_rehearsal(document(b"list")) is False
    assert SOURCE.not_read(document(b"list")) is None
    assert SOURCE.is_ours is False
    assert SOURCE.floors == {}
    assert SOURCE.masked == ()
    assert SOURCE.spares("/items/0", "name", {}) is False


def test_a_parser_may_point_to_the_next_document() -> None:
    (found,) = SOURCE.parse(document(b"list", "https://example.org/list"))

    assert found == Follow(url="https://example.org/list/next")


def test_a_source_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        SOURCE.version = 2  # type: ignore[misc]
