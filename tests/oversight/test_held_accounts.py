"""Accounts that are taken in are kept whatever their state, shown where cited, and recognised."""

from datetime import date
from pathlib import Path

import pytest

from db.loading import load_snapshot
from db.records import AccountsState, FiledAccounts, HowRead, Measure, StatementLine
from db.snapshot import Snapshot
from oversight.installation import Installation, end_of
from oversight.recognising import recognise_held, waiting
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.pictures import LOCKED, PICTURE
from tests.crawlers.accounts.recognisers import Reader
from tests.oversight.asking import Ask

TAGGED = "Prod223_1234_09000001_20240331.html"
PICTURED = "Prod223_1234_09000004_20240331.pdf"
PAGE = (
    "Example Care Limited",
    "Balance sheet as at 31 March 2024",
    "|2024|2023",
    "|£|£",
    "Net current assets|7,000|5,000",
    "Total assets less current liabilities|7,000|5,000",
    "Net assets|7,000|5,000",
)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A tagged document, a picture, and five that cannot be read."""
    folder = tmp_path / "files"
    folder.mkdir()
    whole = group_accounts()
    for name, body in {
        TAGGED: whole,
        PICTURED: PICTURE,
        "Prod223_1234_09000005_20240331.pdf": LOCKED,
        "Prod223_1234_09000006_20240331.html": whole[:-300],
        "Prod223_1234_09000007_20240331.html": b"",
        "Prod223_1234_09000008_20240331.zip": b"ATTACHMENTPLACEHOLDERATTACHMEN",
        "Prod223_1234_09000009_20240331.zip": b"PK\x03\x04 cut short",
    }.items():
        (folder / name).write_bytes(body)
    return folder


def held(place: Installation) -> Snapshot:
    """All that is held, whenever this test is run."""
    return load_snapshot(place.engine, date(2099, 1, 1), end_of(date(2099, 1, 1)))


def states(place: Installation) -> dict[str | None, AccountsState]:
    return {one.filed_for: one.state for one in held(place).current(FiledAccounts)}


def test_what_cannot_be_read_is_kept_with_its_state_and_the_rest_is_published(
    ask: Ask, place: Installation, files: Path
) -> None:
    ask("ingest", files, "--data", place.folder)

    assert states(place) == {
        "09000001": AccountsState.READ,
        "09000004": AccountsState.NOT_YET_RECOGNISED,
        "09000005": AccountsState.LOCKED,
        "09000006": AccountsState.PARTLY_READ,
        "09000007": AccountsState.EMPTY,
        "09000008": AccountsState.EMPTY,
        "09000009": AccountsState.DAMAGED,
    }


def test_a_line_s_citation_opens(ask: Ask, place: Installation, files: Path) -> None:
    ask("ingest", files / TAGGED, "--data", place.folder)
    (line,) = (one for one in held(place).current(StatementLine) if one.measure is Measure.TURNOVER)
    shown = ask("show", line.cite, "--data", place.folder).out

    assert "group turnover, 2023-04-01 to 2024-03-31): 5,000,000" in shown


def test_a_place_that_nobody_reads_is_not_shown(ask: Ask, place: Installation, files: Path) -> None:
    ask("ingest", files / TAGGED, "--data", place.folder)
    document = held(place).current(FiledAccounts)[0].cite
    refused = ask("show", f"{document}tag=1", "--data", place.folder)

    assert "people's details are never shown" in refused.told


def test_a_held_picture_is_recognised_once(ask: Ask, place: Installation, files: Path) -> None:
    ask("ingest", files, "--data", place.folder)
    pictures = waiting(place, ["09000004"])
    (taken,) = recognise_held(place, pictures, Reader(*PAGE), lambda _: None)
    (line,) = (
        one
        for one in held(place).current(StatementLine)
        if one.read is HowRead.SCANNED and one.measure is Measure.NET_ASSETS
        if not one.is_comparative
    )

    assert taken.saved[0].new
    assert line.amount == 7_000
    assert states(place)["09000004"] is AccountsState.READ
    assert waiting(place, []) == ()


def test_a_picture_of_another_company_waits(ask: Ask, place: Installation, files: Path) -> None:
    ask("ingest", files, "--data", place.folder)

    assert waiting(place, ["09000001"]) == ()
    assert [one.document_id for one in waiting(place, [])] == [PICTURED]


def test_what_was_recognised_is_taken_in_again_without_change(
    ask: Ask, place: Installation, files: Path
) -> None:
    ask("ingest", files, "--data", place.folder)
    list(recognise_held(place, waiting(place, []), Reader(*PAGE), lambda _: None))
    ask("ingest", files, "--data", place.folder)

    assert states(place)["09000004"] is AccountsState.READ


def test_without_tesseract_the_command_says_how_to_install_it(
    ask: Ask, place: Installation, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("ingest", files / TAGGED, "--data", place.folder)
    monkeypatch.setenv("PATH", "")
    refused = ask("recognise", "--data", place.folder)

    assert "apt-get install tesseract-ocr" in refused.told


def test_a_company_s_number_is_asked_rightly(ask: Ask, place: Installation, files: Path) -> None:
    ask("ingest", files / TAGGED, "--data", place.folder)
    refused = ask("recognise", "nobody", "--data", place.folder)

    assert "no company number" in refused.told
