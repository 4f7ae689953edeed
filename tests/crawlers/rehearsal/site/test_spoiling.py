"""Bodies made wrong are wrong in one way only, and what cannot be wrong so stays as it is."""

import json
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pytest
from python_calamine import CalamineWorkbook

from crawlers.rehearsal.publishing import Answer
from crawlers.rehearsal.site.faults import Fault, Kind
from crawlers.rehearsal.site.spoiling import malformed, renamed, spoilt, truncated
from db.spreadsheet import Sheet, write_ods, write_xlsx

SHEETS = [
    Sheet(name="Homes", rows=[["URN", "Places & beds"], [9000001, 4]]),
    Sheet(name="Agencies", rows=[["URN"], [9000002]]),
]


Write = Callable[[BytesIO, list[Sheet]], None]


def written(write: Write) -> bytes:
    target = BytesIO()
    write(target, SHEETS)
    return target.getvalue()


def tab(body: bytes, name: str) -> Sequence[Sequence[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(body)).get_sheet_by_name(name).to_python()


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_a_heading_of_a_workbook_is_another_in_every_tab(write: Write) -> None:
    changed = renamed(written(write), "URN", "Reference")

    assert tab(changed, "Homes") == [["Reference", "Places & beds"], [9000001, 4]]
    assert tab(changed, "Agencies") == [["Reference"], [9000002]]


@pytest.mark.parametrize("write", [write_ods, write_xlsx])
def test_a_heading_may_hold_what_markup_escapes(write: Write) -> None:
    changed = renamed(written(write), "Places & beds", "<Places>")

    assert tab(changed, "Homes")[0] == ["URN", "<Places>"]


def test_a_heading_of_a_table_is_another_and_no_row_is() -> None:
    assert renamed(b"Name,Town\nTown Care,Town\n", "Town", "Place") == (
        b"Name,Place\nTown Care,Town\n"
    )


def test_a_heading_of_a_zipped_table_is_another() -> None:
    zipped = BytesIO()
    with ZipFile(zipped, "w") as file:
        file.writestr("companies.csv", "CompanyName,CompanyNumber\n")
    changed = renamed(zipped.getvalue(), "CompanyNumber", "Number")

    with ZipFile(BytesIO(changed)) as file:
        assert file.read("companies.csv") == b"CompanyName,Number\n"


def test_without_the_heading_the_very_bytes_stay() -> None:
    workbook = written(write_ods)

    assert renamed(workbook, "Postcode", "Code") == workbook


def test_malformed_json_is_no_json() -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(malformed(b'{"items": []}\n'))


def test_a_truncated_zip_opens_no_more() -> None:
    with pytest.raises(BadZipFile):
        ZipFile(BytesIO(truncated(written(write_ods))))


def test_only_json_can_be_malformed_json(tmp_path: Path) -> None:
    page = Answer(media_type="text/html", body=b"<p>")
    answer = Answer(media_type="application/json; charset=utf-8", body=b"{}")
    fault = Fault(kind=Kind.MALFORMED, publisher="api")

    assert spoilt(page, fault, tmp_path) is page
    assert spoilt(answer, fault, tmp_path).body == b"{,,}"


def test_an_error_is_left_as_it_is(tmp_path: Path) -> None:
    missing = Answer(status=404, body=b"{}")

    assert spoilt(missing, Fault(kind=Kind.MALFORMED, publisher="api"), tmp_path) is missing


def test_a_file_is_spoilt_in_a_copy_of_the_same_name(tmp_path: Path) -> None:
    product = tmp_path / "product.zip"
    product.write_bytes(b"012345678")
    fault = Fault(kind=Kind.TRUNCATED, publisher="bulk")
    first = spoilt(Answer(body=product), fault, tmp_path / "spoilt")
    second = spoilt(Answer(body=product), fault, tmp_path / "spoilt")

    assert isinstance(first.body, Path)
    assert (first.body.name, first.body.read_bytes()) == ("product.zip", b"012345")
    assert second == first
    assert product.read_bytes() == b"012345678"


def test_a_re_issue_is_its_publishers_own_and_spoils_no_body(tmp_path: Path) -> None:
    answer = Answer(media_type="application/zip", body=b"first")

    assert spoilt(answer, Fault(kind=Kind.REISSUED, publisher="assets"), tmp_path) is answer
