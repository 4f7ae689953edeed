"""Group accounts that a company leaves to its parent are looked for among all that is at hand."""

import json
from pathlib import Path

import pytest

from oversight.installation import Installation
from tests.crawlers.accounts.balance_sheets import exempt_sheet
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.oversight.asking import Ask

EXEMPT = "Prod223_1234_09000008_20240331.html"
PARENT = "Prod223_1234_09000001_20240331.html"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """An intermediate parent's accounts beside those of the parent that it names."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / EXEMPT).write_bytes(exempt_sheet("LARKMOOR TOPCO LTD"))
    (folder / PARENT).write_bytes(group_accounts())
    return folder


def test_a_parent_s_group_accounts_among_the_documents_are_found(ask: Ask, files: Path) -> None:
    (found,) = json.loads(ask("accounts", files, "--json").out)["parents_accounts"]

    assert (found["company_number"], found["found_number"]) == ("09000008", "09000001")
    assert found["found"].startswith("sha256:")
    assert "found: its group accounts (09000001) to 31 March 2024" in ask("accounts", files).out


def test_a_parent_that_is_not_among_them_is_said_not_to_be(ask: Ask, files: Path) -> None:
    (found,) = json.loads(ask("accounts", files / EXEMPT, "--json").out)["parents_accounts"]

    assert found["found"] is None
    assert found["found_why"] == (
        "09000008 leaves group accounts to LARKMOOR TOPCO LTD (s.400 or s.401): no accounts of it"
        " are found among these documents"
    )


@pytest.mark.parametrize("year", [2022, 2025])
def test_a_parent_s_accounts_of_another_year_are_not_those(
    ask: Ask, files: Path, year: int
) -> None:
    (files / PARENT).write_bytes(
        group_accounts()
        .replace(b"2024-03-31", f"{year}-03-31".encode())
        .replace(b"31 March 2024", f"31 March {year}".encode())
        .replace(b"2023-04-01", f"{year - 1}-04-01".encode())
    )
    (found,) = json.loads(ask("accounts", files, "--json").out)["parents_accounts"]

    assert found["found"] is None


def test_what_is_held_of_the_parent_is_found_for_the_company(
    ask: Ask, place: Installation, files: Path
) -> None:
    ask("ingest", files, "--data", place.folder)
    told = ask("accounts-held", "09000008", "--data", place.folder)
    (found,) = json.loads(ask("accounts-held", "09000008", "--data", place.folder, "--json").out)[
        "parents_accounts"
    ]

    assert found["found_number"] == "09000001"
    assert "found: its group accounts (09000001) to 31 March 2024" in told.out
    assert "Larkmoor Topco Limited 09000001" not in told.out


def test_what_is_not_held_of_the_parent_is_said_not_to_be(
    ask: Ask, place: Installation, files: Path
) -> None:
    ask("ingest", files / EXEMPT, "--data", place.folder)
    told = ask("accounts-held", "09000008", "--data", place.folder)

    assert "no accounts of it are found among those that are held" in told.out
