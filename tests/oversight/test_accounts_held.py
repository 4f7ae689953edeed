"""The accounts of a company that are held are shown as they were read, with what is missing."""

import json
from pathlib import Path
from typing import Any

import pytest

from oversight.installation import Installation
from tests.crawlers.accounts.balance_sheets import balance_sheet
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.packed import packed
from tests.crawlers.accounts.pictures import PICTURE
from tests.oversight.asking import Ask, rows

NUMBER = "09000003"
FIRST, SECOND = (f"Prod223_1234_{NUMBER}_{year}0331.html" for year in (2024, 2025))
PROFILE = {
    "company_name": "LARKMOOR HOMES LTD",
    "company_number": NUMBER,
    "type": "ltd",
    "company_status": "active",
    "date_of_creation": "2014-04-16",
    "accounts": {
        "accounting_reference_date": {"day": "31", "month": "3"},
        "last_accounts": {"type": "full", "made_up_to": "2025-03-31"},
        "next_accounts": {"period_end_on": "2099-03-31", "due_on": "2099-12-31", "overdue": False},
    },
    "links": {"self": f"/company/{NUMBER}"},
}
"""Read on the day on which a test's data is taken in."""


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Two years of one company, the first stated anew in the second; another's; a profile."""
    folder = tmp_path / "files"
    folder.mkdir()
    for name, body in {
        FIRST: balance_sheet(2024, net_assets=100_000, the_year_before=80_000),
        SECOND: balance_sheet(2025, net_assets=120_000, the_year_before=90_000),
        "Prod223_1234_09000001_20240331.html": group_accounts(),
        f"{NUMBER}.json": json.dumps(PROFILE).encode(),
    }.items():
        (folder / name).write_bytes(body)
    return folder


@pytest.fixture
def taken(ask: Ask, place: Installation, files: Path) -> Installation:
    """An installation that holds them."""
    assert ask("ingest", files, "--data", place.folder).code == 0
    return place


def answer(ask: Ask, place: Installation, *words: object) -> dict[str, Any]:
    return json.loads(ask("accounts-held", *words, "--data", place.folder, "--json").out)


def test_a_held_filing_is_one_row_a_scope_with_the_lines_that_the_file_gives(
    ask: Ask, taken: Installation, files: Path
) -> None:
    held = answer(ask, taken, "09000001")["rows"]
    read = rows(ask, "accounts", files / "Prod223_1234_09000001_20240331.html")

    assert [row["scope"] for row in held] == [row["scope"] for row in read]
    for one, other in zip(held, read, strict=True):
        assert one["lines"] == other["lines"]
        assert one["ebitda"] == other["ebitda"]
        assert one["gaps"] == other["gaps"]
        assert one.keys() - other.keys() == {"public_on"}


def test_only_documents_of_the_company_that_is_asked_about_are_shown(
    ask: Ask, taken: Installation
) -> None:
    documents = [row["document"] for row in answer(ask, taken, NUMBER)["rows"]]

    assert documents == [FIRST, SECOND]


def test_a_year_that_the_next_accounts_state_otherwise_is_said_with_both_places(
    ask: Ask, taken: Installation
) -> None:
    told = answer(ask, taken, NUMBER)
    (found,) = told["restatements"]
    first, second = (row["sha256"] for row in told["rows"])

    assert (found["filed"], found["restated"], found["period_end"]) == (
        100_000,
        90_000,
        "2024-03-31",
    )
    assert (found["filed_cite"], found["restated_cite"]) == (
        f"sha256:{first}#row=5",
        f"sha256:{second}#row=5",
    )


def test_a_citation_of_a_restated_line_opens(ask: Ask, taken: Installation) -> None:
    (found,) = answer(ask, taken, NUMBER)["restatements"]
    shown = ask("show", found["restated_cite"], "--data", taken.folder).out

    assert "90,000" in shown


def test_why_the_newest_accounts_are_not_there_is_told_with_the_profile(
    ask: Ask, taken: Installation
) -> None:
    (found,) = answer(ask, taken, NUMBER)["missing_accounts"]
    shown = ask("show", found["cites"][0], "--data", taken.folder)

    assert (found["made_up_to"], found["due_on"]) == ("2099-03-31", "2099-12-31")
    assert found["gap"] == "not yet due"
    assert shown.code == 0


def test_the_same_is_told_to_a_person(ask: Ask, taken: Installation) -> None:
    told = ask("accounts-held", NUMBER, "--data", taken.folder).out

    assert "was filed as £100,000 and is £90,000 in the comparatives of the next accounts" in told
    assert "accounts made up to 31 March 2099 are not yet due" in told


def test_before_they_were_known_no_accounts_are_held(ask: Ask, taken: Installation) -> None:
    told = answer(ask, taken, NUMBER, "--known-at", "2020-01-01", "--as-of", "2020-01-01")

    assert told["rows"] == []
    assert told["restatements"] == []
    assert [one["made_up_to"] for one in told["missing_accounts"]] == [None]


def test_of_two_companies_both_are_told_and_a_shared_document_once(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "Prod223_1234_09000001_20240331.zip"
    own = balance_sheet(2024, net_assets=9_000, the_year_before=7_000, number="09000001")
    parents = group_accounts("09000002", "Larkmoor Care Limited")
    file.write_bytes(
        packed({"subsidiary-accounts/a.xhtml": own, "parent-accounts/b.xhtml": parents})
    )
    ask("ingest", file, "--data", place.folder)
    told = answer(ask, place, "09000001", "09000002")
    whose = [(row["company_number"], row["filed_for"], row["is_a_parents"]) for row in told["rows"]]

    assert dict.fromkeys(whose) == dict.fromkeys(
        [("09000001", "09000001", False), ("09000002", "09000001", True)]
    )
    assert {one["company_number"] for one in told["missing_accounts"]} == {"09000001", "09000002"}


def test_a_picture_that_waits_is_a_row_with_its_state(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    file = tmp_path / "Prod223_1234_09000004_20240331.pdf"
    file.write_bytes(PICTURE)
    ask("ingest", file, "--data", place.folder)
    (row,) = answer(ask, place, "09000004")["rows"]

    assert row["state"] == "scanned, not yet recognised: run oversight recognise"
    assert (row["scope"], row["lines"]) == (None, {})


def test_what_is_no_company_number_is_asked_wrongly(ask: Ask, taken: Installation) -> None:
    refused = ask("accounts-held", "nobody", "--data", taken.folder)

    assert refused.code == 2
    assert "no company number" in refused.told
