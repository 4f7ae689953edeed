"""Of several copies of one filing the best counts, and a filing is found by every name it bore."""

import json
from pathlib import Path
from typing import Any

import pytest

from oversight.installation import Installation
from tests.crawlers.accounts.group_accounts import group_accounts
from tests.crawlers.accounts.pictures import PICTURE
from tests.oversight.asking import Ask

NAME = "Prod223_1234_09000001_20240331.html"
WHOLE = group_accounts()
CUT = WHOLE[:-300]


def ingest(ask: Ask, place: Installation, folder: Path, name: str, body: bytes) -> str:
    """What a person is told who takes in a file."""
    (folder / name).write_bytes(body)
    return ask("ingest", folder / name, "--data", place.folder).out


def held(ask: Ask, place: Installation, number: str) -> list[dict[str, Any]]:
    return json.loads(ask("accounts-held", number, "--data", place.folder, "--json").out)["rows"]


@pytest.mark.parametrize("bodies", [(WHOLE, CUT), (CUT, WHOLE), (WHOLE, CUT, WHOLE)])
def test_a_copy_that_is_cut_short_never_hides_the_whole_one(
    ask: Ask, place: Installation, tmp_path: Path, bodies: tuple[bytes, ...]
) -> None:
    for body in bodies:
        ingest(ask, place, tmp_path, NAME, body)
    found = held(ask, place, "09000001")

    assert {row["state"] for row in found} == {"read"}
    assert [row["scope"] for row in found] == ["group", "company"]
    assert found[0]["lines"]["turnover"]["value"] == 5_000_000
    (note,) = (one for one in found[0]["notes"] if one.startswith("Another copy"))
    assert note.endswith("(read in part)")


def test_of_two_whole_copies_the_later_counts(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    ingest(ask, place, tmp_path, NAME, WHOLE)
    ingest(ask, place, tmp_path, NAME, group_accounts(operating_profit=-50_000))

    assert held(ask, place, "09000001")[0]["lines"]["operating_profit"]["value"] == -50_000


def test_two_companies_documents_of_one_name_are_no_copies(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    ingest(ask, place, tmp_path, "accounts.html", WHOLE)
    ingest(ask, place, tmp_path, "accounts.html", group_accounts("09000002", "Larkmoor Care Ltd"))

    assert held(ask, place, "09000001")[0]["company_number"] == "09000001"
    assert held(ask, place, "09000002")[0]["company_number"] == "09000002"


def test_the_same_bytes_under_another_company_s_name_are_shown_of_both(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    other = NAME.replace("09000001", "09000007")
    ingest(ask, place, tmp_path, NAME, WHOLE)
    ingest(ask, place, tmp_path, other, WHOLE)
    (of_first, *_), (of_other, *_) = (
        held(ask, place, number) for number in ("09000001", "09000007")
    )

    assert of_first["sha256"] == of_other["sha256"]
    assert f"The same bytes were handed over as {other} too" in of_other["notes"]


def test_a_picture_named_by_its_company_is_that_company_s(
    ask: Ask, place: Installation, tmp_path: Path
) -> None:
    ingest(ask, place, tmp_path, "09000004.pdf", PICTURE)
    (row,) = held(ask, place, "09000004")

    assert (row["filed_for"], row["company_number"]) == ("09000004", "09000004")
    assert row["state"] == "scanned, not yet recognised: run oversight recognise"
