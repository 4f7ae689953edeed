"""A long JSON list is read object by object, out of its zip or bare, until something is amiss."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from crawlers import json_lists
from crawlers.json_lists import each_object, first_object, object_at
from crawlers.reading import SourceChangedError
from db.records import Document

TWO = b'\xef\xbb\xbf [ {"a": 1},\r\n {"a": "}]"} ]\n'


def document(body: bytes) -> Document:
    return Document(url="file:list", fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC), body=body)


def zipped(*bodies: bytes, name: str = "list{}.json") -> Document:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for number, body in enumerate(bodies):
            package.writestr(name.format(number), body)
    return document(target.getvalue())


@pytest.mark.parametrize("found", [document(TWO), zipped(TWO)], ids=["bare", "zipped"])
def test_each_object_comes_with_its_place(found: Document) -> None:
    assert list(each_object(found)) == [("/0", {"a": 1}), ("/1", {"a": "}]"})]
    assert first_object(found) == {"a": 1}
    assert object_at(found, 1) == {"a": "}]"}
    assert object_at(found, 2) is None


def test_an_object_may_lie_across_what_is_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lists, "CHUNK", 7)

    assert list(each_object(document(b'[{"a":1},{"b":2},{"c":3}]'))) == [
        ("/0", {"a": 1}),
        ("/1", {"b": 2}),
        ("/2", {"c": 3}),
    ]


def test_an_empty_list_has_no_object() -> None:
    assert list(each_object(document(b"[ ]"))) == []
    assert first_object(document(b"[ ]")) == {}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "it is no JSON list"),
        (b'{"a": 1}', "it is no JSON list"),
        (b"[1]", "its entry 0 is no object"),
        (b'[{"a": 1}', "the list is cut short"),
        (b'[{"a": 1},', "its entry 1 is no object"),
        (b'[{"a": 1} {"a": 2}]', "holds something between its objects"),
        (b'[{"a": 1', "its entry 0 is no JSON, or is cut short"),
        (b'[{"a": 1}] more', "something stands after the list"),
        (b'[{"a": 1, "a": 2}]', r"has the members \['a'\] twice, in its entry 0"),
        (b'[{"a": NaN}]', "NaN is no number"),
        (b'[{"a": "\xff"}]', "it is not UTF-8 text"),
    ],
)
def test_what_is_no_list_of_objects_stops_the_reading(body: bytes, problem: str) -> None:
    with pytest.raises(SourceChangedError, match=problem):
        list(each_object(document(body)))


def test_an_object_without_an_end_is_not_read_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lists, "CHUNK", 10)

    with pytest.raises(SourceChangedError, match="its entry 0 is no JSON"):
        list(each_object(document(b'[{"a": "' + b"b" * 1_000)))


def test_a_zip_of_several_files_is_no_list() -> None:
    with pytest.raises(SourceChangedError, match="where one JSON file is expected"):
        list(each_object(zipped(TWO, TWO)))


def test_a_damaged_zip_stops_the_reading() -> None:
    body = bytearray(zipped(b"[" + b'{"a": "' + bytes(range(65, 91)) * 90 + b'"}]').body)
    body[60:70] = b"0123456789"

    with pytest.raises(SourceChangedError, match="damaged"):
        list(each_object(document(bytes(body))))


@pytest.mark.parametrize("body", [b'{"a": 1}', b"a,b\n", b"PK\x03\x04", b"[1]"])
def test_what_is_no_such_list_has_no_first_object(body: bytes) -> None:
    assert first_object(document(body)) == {}
    assert object_at(document(body), 0) is None
