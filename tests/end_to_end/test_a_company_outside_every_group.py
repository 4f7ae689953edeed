"""A company that is held, and that no registered organisation has anything to do with, is shown."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from oversight.__main__ import app
from tests.crawlers.company_data import product, row
from tests.end_to_end.test_a_group_of_three_levels import controls, profile, register
from tests.oversight.asking import Answer, Ask

LINDEN, BAKERS, ASH, TOPCO = "09000011", "09000012", "09000013", "09000001"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a register, a profile, two control registers and an index."""
    folder = tmp_path_factory.mktemp("held")
    saved = folder / "saved"
    saved.mkdir()
    bakers = controls(BAKERS, TOPCO, "voting-rights-75-to-100-percent")
    bakers["items"][0] |= {"name": "LINDEN GROUP LIMITED"}
    bakers["items"][0]["identification"]["registration_number"] = LINDEN
    ended = controls(LINDEN, TOPCO, "voting-rights-75-to-100-percent")
    ended |= {"items": ended["items"][1:], "total_results": 1, "active_count": 0}
    linden = {"company_name": "LINDEN GROUP LIMITED", "company_number": LINDEN}
    bodies = {
        "profile.json": profile(TOPCO) | linden,
        "bakers.json": bakers,
        "linden.json": ended,
    }
    for name, body in bodies.items():
        (saved / name).write_text(json.dumps(body), encoding="utf-8")
    listed = (
        row("LINDEN BAKERS LIMITED", BAKERS),
        row("ASH PLUMBING LIMITED", ASH),
        row("ASH PLUMBING LLP", "OC900014"),
        row("LARKMOOR CARE LIMITED", "09000003"),
    )
    index = product(*listed)
    (saved / "BasicCompanyDataAsOneFile-2026-08-01.csv").write_text(index, "utf-8")
    (saved / "providers_2025.csv").write_bytes(register())
    taken = CliRunner().invoke(app, ["ingest", str(saved), "--data", str(folder / "data")])
    assert taken.exit_code == 0, taken.output
    return folder / "data"


@pytest.fixture
def asked(ask: Ask, held: Path) -> Callable[..., Answer]:
    """The command line over that folder."""
    return lambda *words: ask(*words, "--data", held)


def test_a_company_of_the_index_alone_is_said_to_be_held_and_what_is_not(
    asked: Callable[..., Answer],
) -> None:
    printed = asked("group", ASH)

    assert printed.code == 0
    assert (
        "ASH PLUMBING LIMITED (09000013) is held; no registered organisation is in its group as at"
        " 31 March 2025." in printed.out
    )
    assert "  - company 09000013 is called ASH PLUMBING LIMITED (Active)" in printed.out
    assert "above it: The control register of 09000013 is not held" in printed.out


@pytest.mark.parametrize(
    "name", [LINDEN, f"company:{LINDEN}", "linden group limited", "Linden Group"]
)
def test_by_number_or_by_name_its_chain_above_and_below_is_shown(
    name: str, asked: Callable[..., Answer]
) -> None:
    printed = asked("group", name)

    assert (
        "LINDEN GROUP LIMITED (09000011) is held; no registered organisation is in its group as at"
        " 31 March 2025." in printed.out
    )
    assert "names nobody in force on 2025-03-31: its only entry, of a person, ended" in printed.out
    assert (
        "LINDEN GROUP LIMITED (09000011) holds 75% or more of the votes of LINDEN BAKERS LIMITED"
        " (09000012)." in printed.out
    )
    assert printed.out.count("no settings of its own") == 2
    assert "Ann Other" not in printed.out


def test_as_json_its_group_has_the_rows_of_any_other(asked: Callable[..., Answer]) -> None:
    rows = json.loads(asked("group", BAKERS, "--json").out)["rows"]

    assert [(one["group"], one["member"], one["settings"]) for one in rows] == [
        ("group:09000011", "company:09000011", []),
        ("group:09000011", "company:09000012", []),
    ]


def test_everything_that_is_said_of_it_can_be_shown(asked: Callable[..., Answer]) -> None:
    rows = json.loads(asked("group", LINDEN, "--json").out)["rows"]
    cites = [one["cite"] for one in (*rows[0]["above_evidence"], *rows[1]["evidence"])]
    shown = [asked("show", cite) for cite in cites]

    assert [one.code for one in shown] == [0] * 3
    assert [one for one in shown if "Ann" in one.out] == []


def test_a_name_that_several_held_companies_bear_asks_which(asked: Callable[..., Answer]) -> None:
    several = asked("group", "Ash Plumbing")
    exactly = asked("group", "ash plumbing llp")

    assert several.code == 2
    assert "'Ash Plumbing' may mean any of ['09000013', 'OC900014']" in several.told
    assert "ASH PLUMBING LLP (OC900014) is held" in exactly.out


def test_a_company_in_a_group_is_found_by_its_name_without_the_suffix_too(
    asked: Callable[..., Answer],
) -> None:
    assert asked("group", "Larkmoor Care Ltd").out == asked("group", "09000003").out


def test_what_is_not_held_at_all_is_called_nothing(asked: Callable[..., Answer]) -> None:
    unknown = asked("group", "09999999")

    assert (unknown.code, "nothing is called '09999999'" in unknown.told) == (2, True)
