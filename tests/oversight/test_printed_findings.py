"""Findings as a person reads them: one line each, and all of the one that is named."""

from pathlib import Path

import pytest
from rich.console import Console

from oversight import printing
from tests.oversight.asking import Ask, rows

GRADES_ALONE = ("--policy", "grades-alone")


def test_findings_are_printed_in_one_line_each_the_most_severe_first(ask: Ask, data: Path) -> None:
    answer = ask("findings", "--data", data, *GRADES_ALONE)
    first, *lines = answer.below.splitlines()

    assert first == "register as at 31 March 2026, published 15 July 2026"
    assert lines == [
        (
            "HIGH     PO-01  Larkmoor Care Limited    3 settings  meets the requirements of"
            " s.23A(2) on grades alone: 3 of its 5 settings count (3 on the strict proxy, 3 on the"
            " wide proxy)"
        ),
        (
            "MEDIUM   FO-01  Turnwater Care Limited        61.2%  holds 61% of registered places in"
            " independent children's homes in Somerset, a large share of 2 markets"
        ),
    ]
    assert answer.err.endswith(
        'Why, and on what evidence: oversight findings "Larkmoor Care Limited", or --full for all\n'
    )


@pytest.mark.parametrize(
    "name", ["grades-alone/PO-01/owner:larkmoor care", "Larkmoor Care Limited", "larkmoor care"]
)
def test_a_finding_that_is_named_is_printed_whole(name: str, ask: Ask, data: Path) -> None:
    named = ask("findings", name, "--data", data, *GRADES_ALONE)
    whole = ask("findings", "--full", "--rule", "PO-01", "--data", data, *GRADES_ALONE)

    assert named.out == whole.out


def test_a_line_is_no_wider_than_the_terminal(
    ask: Ask, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "console", Console(width=60))
    answer = ask("findings", "--data", data)

    assert {len(line) for line in answer.below.splitlines()[1:]} == {60}


def test_findings_are_printed_with_evidence_explanations_and_a_question(
    ask: Ask, data: Path
) -> None:
    answer = ask("findings", "--full", "--data", data, "--rule", "PO-01", *GRADES_ALONE)
    first, *lines = answer.below.splitlines()

    assert first == "register as at 31 March 2026, published 15 July 2026"
    assert lines[0] == "PO-01  HIGH  Larkmoor Care Limited"
    assert lines[1] == (
        "  meets the requirements of s.23A(2) on grades alone: 3 of its 5 settings count"
        " (3 on the strict proxy, 3 on the wide proxy)"
    )
    assert lines[2].startswith("  since 2025-")
    assert [line.split(":")[0] for line in lines if line.startswith("  ask")] == ["  ask"]
    assert sum(line.startswith("  may be: ") for line in lines) == 4
    assert sum(line.startswith("      sha256:") for line in lines) == 9
    assert answer.err == (
        "PO-01: 1 of 36 registered organisations, councils left out, with enough Part 2 settings"
        " to meet it\n"
    )


def test_unknown_is_printed_as_not_published_and_never_as_nought(ask: Ask, data: Path) -> None:
    answer = ask("markets", "--data", data, "--service", "fostering agencies")

    assert "not published" in answer.out
    assert (
        ask("findings", "--full", "--data", data, "--rule", "FO-01")
        .below.splitlines()[3]
        .startswith("  since not published (the day on which a share was reached is not published,")
    )


def test_findings_can_be_asked_for_one_subject(ask: Ask, data: Path) -> None:
    found = rows(ask, "findings", "--data", data, "--subject", "owner:larkmoor care")

    assert [(row["rule"], row["subject"]) for row in found] == [("PO-01", "owner:larkmoor care")]


@pytest.mark.parametrize("name", ["Larkmoor Care Limited", "larkmoor care", "OWNER:LARKMOOR CARE"])
def test_a_subject_may_be_named_as_the_register_names_it(name: str, ask: Ask, data: Path) -> None:
    found = rows(ask, "findings", "--data", data, "--subject", name)

    assert {row["subject"] for row in found} == {"owner:larkmoor care"}
