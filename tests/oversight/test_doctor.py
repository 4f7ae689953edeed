"""What the doctor finds well, and what it says must be mended."""

from dataclasses import replace
from pathlib import Path
from shutil import rmtree

import pytest

from crawlers.bulk.workspace import workspace
from crawlers.sources.companies_house_company_data import SOURCE
from db import ledger
from oversight import doctor
from oversight.doctor import Check, examine
from oversight.installation import Installation
from oversight.taking_in import take_in
from oversight.taking_in_bulk import reread_bulk, take_in_bulk
from tests.crawlers.company_data import product, row
from tests.oversight.asking import Ask
from tests.oversight.workbooks import leave_unfinished, ods, tabs


def check(place: Installation, what: str) -> Check:
    return next(one for one in examine(place) if one.what == what)


def test_an_empty_installation_is_well(place: Installation) -> None:
    assert [one.what for one in examine(place) if not one.well] == []
    assert check(place, "database").found == "sqlite, tables up to date, holds nothing yet"


def test_an_installation_that_holds_a_register_is_well(holding_2025: Installation) -> None:
    assert [one.what for one in examine(holding_2025) if not one.well] == []
    assert check(holding_2025, "database").found == ("sqlite, tables up to date, holds rehearsal")


def test_the_command_prints_one_line_a_check_and_exits_0(data: Path, ask: Ask) -> None:
    answer = ask("doctor", "--data", data)

    assert (answer.code, answer.err) == (0, "")
    assert {line.split()[0] for line in answer.below.splitlines()} == {"well"}


def test_a_download_that_was_cut_is_named_with_what_becomes_of_it(place: Installation) -> None:
    downloads = place.folder / "downloads"
    downloads.mkdir()
    (downloads / ".half-downloaded-a.zip.body").write_bytes(b"1234")
    (downloads / ".half-downloaded-a.zip.json").write_bytes(b"{}")
    found = check(place, "downloads")

    assert found.well
    assert found.found == f"in {downloads}: .half-downloaded-a.zip.body (4 bytes)"
    assert found.do.startswith("the next crawl of the same product goes on with each")


def test_a_body_that_is_gone_must_be_mended(
    data_2025: Path, holding_2025: Installation, ask: Ask
) -> None:
    rmtree(data_2025 / "archive")
    found = check(holding_2025, "archive")
    answer = ask("doctor", "--data", data_2025)

    assert (found.well, found.do) == (
        False,
        "restore the archive folder from a backup, or ingest these again",
    )
    assert "register at 2025-03-31" in found.found
    assert answer.code == 1
    assert "MEND  archive: missing or damaged: " in answer.out


def test_a_body_that_was_changed_must_be_mended(
    data_2025: Path, holding_2025: Installation
) -> None:
    digest = ledger.published(holding_2025.engine)[-1].sha256
    (data_2025 / "archive" / "bodies" / digest[:2] / digest).write_bytes(b"changed")

    assert check(holding_2025, "archive").found == (
        "missing or damaged: ['register at 2025-03-31']"
    )


def test_a_refused_body_is_named_with_what_was_amiss(
    holding_2025: Installation, ask: Ask, data_2025: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.ods").write_bytes(b"")
    ask("ingest", tmp_path / "bad.ods", "--data", data_2025)
    found = check(holding_2025, "quarantine")

    assert (found.well, found.found) == (True, "1 refused")
    assert found.do == "the last, file:bad.ods: the file is empty (0 bytes); download it again"


def test_an_unfinished_run_is_told_and_goes_on_by_itself(
    holding_2025: Installation, issue_2026: Path
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    found = check(holding_2025, "runs")

    assert (found.well, found.found) == (True, "unfinished: ofsted_annual")
    assert found.do == (
        "whichever of crawl, ingest and reread takes in that source next goes on with what is"
        " there; until then it is not visible"
    )


def test_what_is_in_use_is_told_and_needs_nothing(place: Installation) -> None:
    with workspace(place.folder, "companies"):
        found = check(place, "left over")

    assert (found.well, found.do) == (True, "")
    assert found.found == f"in {place.folder}: .working-companies (0 bytes, in use now)"


def test_a_product_that_an_older_reader_has_read_must_be_read_again(
    place: Installation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "BasicCompanyDataAsOneFile-2026-08-01.csv"
    path.write_text(product(row()))
    take_in_bulk(place, SOURCE, path)
    before = check(place, "readers")
    newer = replace(SOURCE, version=SOURCE.version + 1)
    monkeypatch.setattr(doctor, "bulk_sources", lambda: (newer,))
    behind = check(place, "readers")
    reread_bulk(place, newer)

    assert before.well
    assert (behind.well, behind.do) == (False, "oversight reread companies_house_company_data")
    assert check(place, "readers").well


def test_a_council_that_nobody_knows_must_be_mended(place: Installation, tmp_path: Path) -> None:
    changed = tabs(2025)
    register = changed["Providers+places_at_31_Mar_2025"]
    register[4][register[3].index("Local authority")] = "Atlantis"
    (tmp_path / "issue.ods").write_bytes(ods(changed))
    take_in(place, [tmp_path / "issue.ods"])
    found = check(place, "councils")

    assert (found.well, found.found) == (False, "unknown names: ['Atlantis (2025-03-31)']")
    assert "add a row to a copy of local_authority_spellings.csv" in found.do


def test_a_council_that_a_taken_in_table_names_is_known(
    place: Installation, issue_2025: Path, tmp_path: Path
) -> None:
    only_kent = tmp_path / "spellings.csv"
    only_kent.write_text(
        "spelling,publisher,ons_code,valid_from,valid_to\nKent,Ofsted,E10000016,2009-04-01,\n",
        encoding="utf-8",
    )
    take_in(place, [issue_2025, only_kent])
    found = check(place, "councils").found

    assert "Leeds (2025-03-31)" in found
    assert "Kent (2025-03-31)" not in found
