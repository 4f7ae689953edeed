"""JSON is read as strictly as tables."""

from datetime import UTC, date, datetime

import pytest

from crawlers.json_reading import json_members, json_object
from crawlers.json_values import (
    day,
    last_step,
    optional_text,
    text,
    texts,
    whole_number,
    yes_or_no,
)
from crawlers.reading import SourceChangedError
from db.records import Document

URL = "https://register.example/company/01234567"


def document(body: str | bytes) -> Document:
    return Document(
        url=URL,
        fetched_at=datetime(2026, 9, 1, tzinfo=UTC),
        body=body.encode() if isinstance(body, str) else body,
    )


def test_a_place_is_a_pointer() -> None:
    found = json_object(document('{"items": [{"a": 1}, {"b/c": {"d~": {"e": 2}}}]}'))
    item = found.each("items")[1].inside("b/c").inside("d~")

    assert item.cite == item.document.cite("/items/1/b~1c/d~0")
    assert item.cite_member("e").endswith("#/items/1/b~1c/d~0/e")
    assert item.cite_in_list("f g", 2).endswith("#/items/1/b~1c/d~0/f%20g/2")


def test_a_member_that_nobody_looked_at_stops_the_reading() -> None:
    found = json_object(document('{"items": [{"name": "A", "colour": "red"}]}'))
    found.each("items")[0].read("name", text)

    with pytest.raises(SourceChangedError, match=r"new members \['colour'\].*\n  at .*#/items/0"):
        found.done()


def test_members_read_or_ignored_are_done_with() -> None:
    found = json_object(document('{"a": 1, "b": null, "c": {"d": 1}, "e": {"f": 1}}'))
    found.read("a", whole_number)
    found.inside("c").ignore_the_rest()

    assert found.read_if_there("b", text) is None
    assert found.inside_if_there("b") is None
    assert found.each_if_there("nowhere") == ()
    assert found.names == ("a", "b", "c", "e")
    found.done(ignore=["e"])


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("[1]", "it is a list, not an object"),
        ("null", "it is null, not an object"),
        ("true", "it is yes or no, not an object"),
        ("1.5", "it is a number, not an object"),
        ('"a"', "it is text, not an object"),
        ('{"a": 1', "at character 8; fetch it again"),
        ('{"a": {"b": 1, "b": 2}}', r"has the members \['b'\] twice"),
        ('{"a": NaN}', "NaN is no number"),
        (b"\xff\xfe", "not UTF-8 text"),
        ('{"a":' * 100_000, "too deep"),
    ],
)
def test_what_is_no_object_is_refused(body: str | bytes, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        json_object(document(body))


@pytest.mark.parametrize("body", ["", "a,b\n1,2", "[1]", "{", '{"a": 1'])
def test_a_body_that_is_no_object_has_no_members(body: str) -> None:
    assert json_members(document(body)) == {}


def test_a_byte_order_mark_is_passed_over() -> None:
    assert json_members(document(b'\xef\xbb\xbf{"a": 1}')) == {"a": 1}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            '{"errors": [{"type": "ch:service", "error": "company-profile-not-found"}]}',
            "company-profile-not-found",
        ),
        ('{"error": "Invalid Authorization", "type": "ch:service"}', "Invalid Authorization"),
        ('{"errors": ["one", "two"]}', "one, two"),
    ],
)
def test_an_error_is_no_content(body: str, words: str) -> None:
    with pytest.raises(SourceChangedError, match=rf"answered with an error \({words}\)"):
        json_object(document(body))


def test_a_missing_member_is_named_with_its_place() -> None:
    found = json_object(document('{"items": [{"a": 1}]}')).each("items")[0]

    with pytest.raises(
        SourceChangedError, match=r"no member 'name'; it holds \['a'\]\n.*#/items/0"
    ):
        found.read("name", text)


def test_a_value_that_cannot_be_read_is_cited() -> None:
    found = json_object(document('{"on": "31/03/2025"}'))

    with pytest.raises(SourceChangedError, match=r"cannot read 'on': .* is not a day.*\n.*#/on"):
        found.read("on", day)


def test_a_list_of_something_else_is_refused() -> None:
    with pytest.raises(SourceChangedError, match="it is an object, not a list"):
        json_object(document('{"items": {}}')).each("items")


@pytest.mark.parametrize(
    "written", ["2023-11-20", "2023-11-20T08:47:45.378Z", "2023-11-20T08:47:45"]
)
def test_a_day_is_read_from_a_day_or_a_moment(written: str) -> None:
    assert day(written) == date(2023, 11, 20)


@pytest.mark.parametrize("written", [None, 1, " ", "2023-11", "0023-11-20", "2023-02-30"])
def test_what_is_no_day_is_refused(written: str | int | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        day(written)


def test_texts_are_one_or_many() -> None:
    assert texts(["a", " b "]) == ("a", "b")
    assert texts("a") == ("a",)
    assert optional_text("  ") is None
    assert last_step("/officers/abc/") == "abc"


@pytest.mark.parametrize("value", [True, -1, 1.0, "1"])
def test_what_is_no_whole_number_is_refused(value: float | str) -> None:
    with pytest.raises(ValueError, match="whole number"):
        whole_number(value)


def test_yes_and_no_have_several_spellings() -> None:
    assert [yes_or_no(value) for value in (True, "1", "true")] == [True, True, True]
    assert [yes_or_no(value) for value in (False, "0", "false")] == [False, False, False]


@pytest.mark.parametrize("value", ["yes", 1, None])
def test_other_words_are_neither(value: str | int | None) -> None:
    with pytest.raises(ValueError, match="neither"):
        yes_or_no(value)
