"""The command line answers from the data, the day, the moment and the policy that are named."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from db.engine import open_database
from tests.oversight.asking import Ask, rows
from tests.oversight.workbooks import ods, tabs

ON_ITS_OWN = ("evaluate", "findings", "groups", "markets", "reconcile", "sources", "doctor")
"""Commands that ask nothing but a data folder."""
COMMANDS = (*ON_ITS_OWN, "run", "ingest", "reread", "show", "policy", "rules")


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets", "reconcile"])
def test_on_paper_data_goes_to_stdout_and_remarks_to_stderr(
    command: str, ask: Ask, data: Path
) -> None:
    answer = ask(command, "--data", data)

    assert answer.code == 0
    assert answer.out != ""
    assert not re.search(
        r"more; --most|registered organisations, councils left out", answer.out
    ) or (command == "evaluate")


def test_groups_stand_from_the_largest_to_the_smallest(ask: Ask, data: Path) -> None:
    sizes = [row["settings_certain"] for row in rows(ask, "groups", "--data", data)]

    assert sizes == sorted(sizes, reverse=True)


def test_a_long_table_says_how_much_it_leaves_out(ask: Ask, data: Path) -> None:
    count = len(rows(ask, "groups", "--data", data))
    answer = ask("groups", "--data", data, "--most", 3)

    assert len(answer.out.splitlines()) == 5
    assert answer.err.splitlines()[0] == (
        f"… and {count - 3} more; --most {count} or --json shows all"
    )
    assert answer.err.splitlines()[1:] == [
        "5 of 197 registered organisations: a company number stands in the owner's text",
        "25 of 197 registered organisations: a council is matched to no company",
        "167 of 197 registered organisations: no live company that is held bears the name",
    ]


def test_markets_can_be_asked_for_by_service_level_basis_and_area(ask: Ask, data: Path) -> None:
    found = rows(
        ask,
        "markets",
        "--data",
        data,
        *("--service", "children's homes", "--level", "council"),
        *("--basis", "independent", "--area", "somerset"),
    )

    assert [(row["area"], row["top_owner"], row["places"]) for row in found] == [
        ("E06000066", "owner:turnwater care", 47)
    ]


def test_reconcile_agrees_with_every_number_of_the_years_that_are_held(
    ask: Ask, data: Path
) -> None:
    answer = ask("reconcile", "--data", data, "--json")
    found = Counter(row["explanation"] for row in json.loads(answer.out)["rows"])

    assert answer.code == 0
    assert found == {
        "agrees": 208,
        "no register is held for this day": 83,
        "no table of this year's inspections is held": 20,
    }


def test_reconcile_counts_its_explanations_beside_the_table(ask: Ask, data: Path) -> None:
    answer = ask("reconcile", "--data", data, "--differing")

    assert "208 numbers: agrees\n" in answer.err
    assert "0 numbers: unexplained\n" in answer.err


def test_an_unexplained_difference_ends_in_1(ask: Ask, tmp_path: Path) -> None:
    changed = tabs(2026)
    changed["Providers+places_Time_series"][6][4] = 99  # secure homes: too few to be refused
    (tmp_path / "issue.ods").write_bytes(ods(changed))
    ask("ingest", tmp_path / "issue.ods", "--data", tmp_path / "data")
    answer = ask("reconcile", "--differing", "--json", "--data", tmp_path / "data")
    (found,) = json.loads(answer.out)["rows"]

    assert answer.code == 1
    assert (found["published"], found["explanation"]) == (99, "unexplained")


def test_each_day_has_its_own_register_and_each_moment_its_own_knowledge(
    ask: Ask, data: Path
) -> None:
    def held(*words: str) -> int:
        found = rows(ask, "groups", "--data", data, *words)
        return sum(row["settings_certain"] for row in found)

    assert held("--as-of", "2025-03-31") == 284
    assert held("--as-of", "2026-03-31") == 297
    assert held("--as-of", "2026-03-31", "--known-at", "2026-07-14") == 284
    assert held("--as-of", "2025-03-31", "--known-at", "2025-07-15") == 0
    assert held("--as-of", "2025-03-30") == 0
    assert held("--known-at", "2026-07-15T12:00:00+00:00", "--seen") == 297


def test_a_policy_of_ones_own_is_a_what_if(ask: Ask, data: Path, tmp_path: Path) -> None:
    (tmp_path / "three.toml").write_text(
        """
        title = "Three settings"
        version = 1
        extends = "illustrative"

        [thresholds.failing_settings]
        value = 3
        unit = "settings"
        authority = "A what-if"
        address = "https://www.legislation.gov.uk/ukpga/2026/21/section/14"
        dated = 2026-09-01
        status = "our judgement"
        reason = "To see what three would give."
        """,
        encoding="utf-8",
    )
    found = rows(
        ask, "findings", "--data", data, "--rule", "PO-01", "--policy", tmp_path / "three.toml"
    )

    assert [(row["key"], row["policy"]) for row in found] == [
        ("three/PO-01/owner:larkmoor care", "three")
    ]


def test_policies_are_shown_beside_each_other(ask: Ask) -> None:
    answer = ask("policy")

    assert answer.code == 0
    assert (
        "failing_proxy: grades-alone grades alone, illustrative strict, wide wide"
        "  [one of: grades alone, strict, wide]"
    ) in answer.out.splitlines()


def test_rules_are_listed_with_their_authority_and_limits(ask: Ask) -> None:
    answer = ask("rules")

    assert answer.code == 0
    assert "  https://www.legislation.gov.uk/ukpga/2026/21/section/14" in answer.out.splitlines()
    assert answer.out.count("\n  Limits\n") == 3


def test_sources_say_what_is_held(ask: Ask, data: Path) -> None:
    answer = ask("sources", "--data", data)

    assert "  holds register at 2026-03-31, fetched 2026-07-15" in answer.out.splitlines()


def test_the_folder_and_the_database_may_be_named_in_the_environment(
    ask: Ask, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERSIGHT_DATA", str(data))
    in_folder = len(rows(ask, "findings"))
    open_database(f"sqlite:///{tmp_path / 'other.sqlite'}").dispose()
    monkeypatch.setenv("OVERSIGHT_DB", f"sqlite:///{tmp_path / 'other.sqlite'}")

    assert (in_folder, len(rows(ask, "findings"))) == (3, 0)


def test_unless_told_otherwise_data_lies_in_the_folder_for_real_data(
    ask: Ask, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_bytes(b"Dear all")
    ask("ingest", tmp_path / "letter.txt")

    assert (tmp_path / "data" / "real" / "oversight.sqlite").is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, ask: Ask) -> None:
    answer = ask(command, "--help")

    assert answer.code == 0
    assert f"Usage: oversight {command}" in answer.out


def test_a_rehearsal_runs_from_nothing_to_findings(ask: Ask, tmp_path: Path) -> None:
    answer = ask("run", "--data", tmp_path / "rehearsal")
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert "This market is invented." in answer.err
    assert lines[0].startswith("ofsted_annual ")
    assert any("PO-02" in line and "meets s.23A(1)" in line for line in lines)
    assert any(line.startswith("On the register as at 31 March 2026,") for line in lines)
