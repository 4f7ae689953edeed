"""Every format gives back what was written, to a reader that somebody else wrote."""

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from db.snapshot import Snapshot
from oversight.export import Export, Exported, write_whole
from oversight.exports import tables
from oversight.formats import formats
from oversight.market import Market
from oversight.policy import DEFAULT, find_policy
from oversight.sidecar import file_of, sidecar
from oversight.table import AnyTable, Column, Filled, Holds, Table, WrongValueError

Row = tuple[str | None, int | None, float | None, bool | None, date | None]
KINDS = (Holds.TEXT, Holds.WHOLE, Holds.NUMBER, Holds.YES_OR_NO, Holds.DAY)
NAMES = ("owner", "home_count", "share", "is_known", "valid_from")
ROWS: tuple[Row, ...] = (
    ("Ash & Quill “Care” <Ltd>", 3, 0.25, True, date(2025, 3, 31)),
    ("=1+1", 0, 1.0, False, date(1900, 3, 1)),
    ("@home, two\nlines", None, None, None, None),
    (None, 12_345, -0.5, True, date(2026, 1, 1)),
)
SAFE: tuple[Row, ...] = tuple(
    (text if text is None or text[0] not in "=@" else f"'{text}", *rest) for text, *rest in ROWS
)  # type: ignore[assignment] - a row with its first cell changed


def column(place: int) -> Column[Row]:
    return Column(
        name=NAMES[place],
        label=NAMES[place].title(),
        meaning=f"What {NAMES[place]} means.",
        unit="homes" if place == 1 else "",
        value=lambda row: row[place],
        holds=KINDS[place],
    )


TABLE = Table(
    name="things",
    title="Things",
    grain="one thing",
    key=("owner",),
    about="Nothing more.",
    columns=tuple(column(place) for place in range(len(NAMES))),
    rows=lambda _: ROWS,
)
EXPORTED = Exported(
    market=Market(
        snapshot=Snapshot(
            as_of=date(2026, 3, 31), known_at=datetime(2026, 4, 1, tzinfo=UTC), shelf={}
        ),
        policy=find_policy(DEFAULT),
    ),
    published_on=date(2026, 4, 1),
    is_invented=False,
    data="live",
    notes=("rebuilt",),
)


def written(form: str, folder: Path, table: AnyTable = TABLE) -> Path:
    path = folder / f"things.{form}"
    formats()[form].write(table.filled(EXPORTED), path)
    return path


def test_csv_is_read_by_pythons_own_reader(tmp_path: Path) -> None:
    with written("csv", tmp_path).open(encoding="utf-8", newline="") as file:
        heading, *lines = csv.reader(file)

    assert tuple(heading) == NAMES
    assert lines == [
        ["Ash & Quill “Care” <Ltd>", "3", "0.25", "true", "2025-03-31"],
        ["'=1+1", "0", "1.0", "false", "1900-03-01"],
        ["'@home, two\nlines", "", "", "", ""],
        ["", "12345", "-0.5", "true", "2026-01-01"],
    ]


def test_json_says_what_it_is_and_gives_each_row_as_an_object(tmp_path: Path) -> None:
    found = json.loads(written("json", tmp_path).read_text(encoding="utf-8"))

    assert {name: found[name] for name in ("table", "as_of", "policy", "data")} == {
        "table": "things",
        "as_of": "2026-03-31",
        "policy": "illustrative",
        "data": "live",
    }
    assert found["known_at"] == "2026-04-01T00:00:00+00:00"
    assert found["citation"].endswith("Companies House, the Office for National Statistics.")
    assert [row["owner"] for row in found["rows"]] == [row[0] for row in ROWS]
    assert found["rows"][0] == {
        "owner": "Ash & Quill “Care” <Ltd>",
        "home_count": 3,
        "share": 0.25,
        "is_known": True,
        "valid_from": "2025-03-31",
    }


def test_parquet_keeps_types_and_says_what_it_is_to_arrow(tmp_path: Path) -> None:
    file = pq.ParquetFile(written("parquet", tmp_path))  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    found: list[dict[str, Any]] = file.read().to_pylist()  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    said: dict[bytes, bytes] = file.metadata.metadata  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]

    assert [tuple(row[name] for name in NAMES) for row in found] == list(ROWS)
    assert [str(kind) for kind in file.schema_arrow.types] == [  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType, reportUnknownArgumentType]
        "string",
        "int64",
        "double",
        "bool",
        "date32[day]",
    ]
    assert said[b"as_of"] == b"2026-03-31"
    assert said[b"citation"].startswith(b"Provider monitor of England's")
    assert [path.name for path in tmp_path.iterdir()] == ["things.parquet"]


def test_a_table_without_rows_has_its_columns_all_the_same(tmp_path: Path) -> None:
    empty = replace(TABLE, rows=lambda _: ())
    file = pq.ParquetFile(written("parquet", tmp_path, empty))  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]

    assert file.schema_arrow.names == list(NAMES)  # pyright: ignore[reportUnknownMemberType]
    assert file.metadata.num_rows == 0  # pyright: ignore[reportUnknownMemberType]
    assert json.loads(written("json", tmp_path, empty).read_text(encoding="utf-8"))["rows"] == []


def test_xlsx_is_read_by_openpyxl_with_a_cover_and_its_columns(tmp_path: Path) -> None:
    book = load_workbook(written("xlsx", tmp_path))
    heading, *lines = book["things"].iter_rows(values_only=True)
    days = [line[4].date() if isinstance(line[4], datetime) else line[4] for line in lines]
    cover = {row[0]: row[1] for row in book["Cover"].iter_rows(min_row=2, values_only=True)}

    assert book.sheetnames == ["Cover", "things", "Columns"]
    assert heading == NAMES
    assert [(*line[:4], day) for line, day in zip(lines, days, strict=True)] == list(SAFE)
    assert (cover["Data"], cover["Note"]) == ("live", "rebuilt")
    assert book["Columns"]["E3"].value == "What home_count means."


def test_ods_is_read_by_calamine(tmp_path: Path) -> None:
    book = CalamineWorkbook.from_path(str(written("ods", tmp_path)))
    heading, *lines = book.get_sheet_by_name("things").to_python()
    safe = [tuple("" if cell is None else cell for cell in row) for row in SAFE]

    assert book.sheet_names == ["Cover", "things", "Columns"]
    assert tuple(heading) == NAMES
    assert [tuple(line) for line in lines] == safe


def test_a_column_that_gives_what_it_does_not_hold_is_refused() -> None:
    wrong = replace(column(1), value=lambda row: row[0])

    with pytest.raises(WrongValueError, match="home_count holds whole number and was given"):
        wrong.cell(ROWS[0])


def test_true_is_no_number() -> None:
    with pytest.raises(WrongValueError):
        replace(column(1), value=lambda _: True).cell(ROWS[0])


def test_the_data_package_says_what_each_file_and_column_is(tmp_path: Path) -> None:
    form = formats()["csv"]
    things = Export(name="things", title="", file=file_of(TABLE, form), write=_write)
    write_whole(tmp_path, [things, sidecar([TABLE], form)], EXPORTED)
    found = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    (resource,) = found["resources"]
    body = (tmp_path / "things.csv").read_bytes()

    assert (found["as_of"], found["data"], found["register_as_at"]) == ("2026-03-31", "live", None)
    assert (found["notes"], found["licenses"][0]["name"]) == (["rebuilt"], "OGL-UK-3.0")
    assert (resource["path"], resource["bytes"]) == ("things.csv", len(body))
    assert resource["hash"] == f"sha256:{sha256(body).hexdigest()}"
    assert resource["schema"]["primaryKey"] == ["owner"]
    assert [field["type"] for field in resource["schema"]["fields"]] == [
        "string",
        "integer",
        "number",
        "boolean",
        "date",
    ]
    assert resource["schema"]["fields"][1]["unit"] == "homes"
    assert resource["guarded"].startswith("a text that a spreadsheet would take")


def test_a_rehearsal_is_not_to_be_cited_as_fact(tmp_path: Path) -> None:
    invented = replace(EXPORTED, is_invented=True)
    filled = Filled(table=TABLE, rows=(), exported=invented)
    formats()["json"].write(filled, tmp_path / "things.json")
    found = json.loads((tmp_path / "things.json").read_text(encoding="utf-8"))

    assert found["citation"].endswith("everything is invented: not to be cited as fact.")


def _write(exported: Exported, path: Path) -> int:
    formats()["csv"].write(TABLE.filled(exported), path)
    return len(ROWS)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_has_a_short_name_of_its_own_a_label_and_a_meaning(table: AnyTable) -> None:
    names = [one.name for one in table.columns]

    assert len(names) == len(set(names))
    assert all(len(name) <= 50 and name == name.lower() and " " not in name for name in names)
    assert all(one.label and one.meaning.endswith(".") for one in table.columns)
    assert set(table.key) <= set(names)


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_every_column_that_counts_says_what(table: AnyTable) -> None:
    numbers = {Holds.WHOLE, Holds.NUMBER}

    assert all(bool(one.unit) is (one.holds in numbers) for one in table.columns)
