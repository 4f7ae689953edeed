"""A machine without room says so, and blames no product for it."""

from pathlib import Path

import pytest

from crawlers.bulk import NoRoomError, scanning
from crawlers.bulk.scanning import quoted, scanner
from crawlers.sources import bulk_sources
from crawlers.sources.companies_house_company_data import SOURCE
from tests.crawlers.bulk_files import read
from tests.crawlers.company_data import PUBLISHED_AS, product, row


def test_every_product_is_read_by_a_source_of_its_own() -> None:
    assert [source.key for source in bulk_sources()] == [
        "companies_house_company_data",
        "companies_house_control_snapshot",
    ]


def test_want_of_memory_is_not_held_against_the_product(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "MEMORY", "1MB")

    with pytest.raises(NoRoomError, match=r"not the disk or the memory to read it \(Out of Memory"):
        read(SOURCE, tmp_path, product(row()), PUBLISHED_AS)
    assert [path.name for path in tmp_path.iterdir()] == ["content"]


def test_a_folder_that_cannot_be_written_to_is_not_held_against_the_product(
    tmp_path: Path,
) -> None:
    with (
        pytest.raises(NoRoomError, match=r"to read it \(IO Error: .*free some"),
        scanner(tmp_path) as connection,
    ):
        connection.execute(f"copy (select 1) to {quoted(tmp_path / 'absent' / 'part')}")


def test_a_scan_leaves_nothing_behind(tmp_path: Path) -> None:
    with scanner(tmp_path) as connection:
        connection.execute("select 1")

    assert list(tmp_path.iterdir()) == []


def test_a_quotation_mark_in_a_file_name_is_no_end_of_it() -> None:
    assert quoted("O'Neill") == "'O''Neill'"
