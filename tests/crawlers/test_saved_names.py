"""A rehearsal's file says by its name that it is one, where its form has no place for it."""

from datetime import UTC, datetime

import pytest

from crawlers.saved_names import is_named_as_rehearsed
from db.records import Document


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("file:rehearsal_la_cla_on_31_march.csv", True),
        ("file:Rehearsal%20spending.csv", True),
        ("https://example.org/documents/rehearsal-spending-2026-09.csv?v=2", True),
        ("https://rehearsal.example.org/spending-2026-09.csv", False),
        ("file:spending-after-the-rehearsal.csv", False),
    ],
)
def test_a_file_is_a_rehearsals_when_its_name_begins_so(url: str, is_one: bool) -> None:
    found = Document(url=url, fetched_at=datetime(2026, 9, 1, tzinfo=UTC), body=b"")

    assert is_named_as_rehearsed(found) is is_one
