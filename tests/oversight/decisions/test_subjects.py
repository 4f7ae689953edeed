"""What an owner may be decided to be is written in one way, and read in several."""

import pytest

from oversight.decisions import Kind, NoSubjectError, kind_of, read_subject
from oversight.decisions.subjects import stands_for


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("company:01234567", "company:01234567"),
        ("Company: 1234567", "company:01234567"),
        ("1234567", "company:01234567"),
        ("sc123456", "company:SC123456"),
        ("charity:1045678", "charity:1045678"),
        ("charity:sc038092", "charity:SC038092"),
        ("council:E10000016", "council:E10000016"),
        ("health: Some NHS Trust", "health:Some NHS Trust"),
        (" Person ", "person"),
        ("NONE", "none"),
    ],
)
def test_a_subject_is_read_however_it_is_written(text: str, subject: str) -> None:
    assert read_subject(text) == subject
    assert read_subject(subject) == subject


@pytest.mark.parametrize(
    "text", ["", "company:", "company:00000000", "charity:12", "council:", "Larkmoor", "fund:1"]
)
def test_what_names_no_subject_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(NoSubjectError, match="write company:01234567"):
        read_subject(text)


def test_a_subject_says_its_kind() -> None:
    assert kind_of("council:E10000016") is Kind.COUNCIL
    assert kind_of("none") is Kind.NONE


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("company:1234567", "company:01234567"),
        ("Larkmoor Care", None),
        ("person", None),
        ("company", None),
        ("company:Larkmoor", None),
    ],
)
def test_only_a_subject_stands_where_an_owners_text_would(text: str, subject: str | None) -> None:
    assert stands_for(text) == subject
