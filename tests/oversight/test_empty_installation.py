"""An installation that holds nothing yet says so, and what to do."""

import json
from pathlib import Path

import pytest

from crawlers.sources import bulk_sources, sources
from tests.oversight.asking import Ask

ON_ITS_OWN = ("evaluate", "findings", "groups", "markets", "reconcile", "sources", "doctor")
"""Commands that ask nothing but a data folder."""


@pytest.mark.parametrize("command", ON_ITS_OWN)
def test_on_an_empty_installation_every_question_says_something_sensible_and_exits_0(
    command: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask(command, "--data", tmp_path / "empty")

    assert answer.code == 0
    assert answer.out + answer.err != ""
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets"])
def test_where_no_register_is_held_it_says_so_and_what_to_do(
    command: str, ask: Ask, tmp_path: Path
) -> None:
    words = ("--as-of", "2025-03-31", "--known-at", "2025-12-31")
    answer = ask(command, "--data", tmp_path / "empty", *words)

    assert (
        "No register is held that was public by 2025-12-31 and describes 2025-03-31 or a day"
        " before. Take one in: oversight ingest FILE\n"
    ) in answer.err


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets", "reconcile"])
def test_on_an_empty_installation_a_question_still_answers_in_json(
    command: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask(command, "--data", tmp_path / "empty", "--as-of", "2025-03-31", "--json")
    found = json.loads(answer.out)

    assert answer.code == 0
    assert (found["as_of"], found["policy"], found["data"]) == (
        "2025-03-31",
        "illustrative",
        "files",
    )
    assert [row for row in found["rows"] if row.get("met")] == []


def test_on_an_empty_installation_there_is_nothing_to_read_again(ask: Ask, tmp_path: Path) -> None:
    answer = ask("reread", "ofsted_annual", "--data", tmp_path / "empty")

    assert (answer.code, answer.out) == (0, "ofsted_annual: nothing to do\n")


def test_sources_say_what_is_not_held_yet(ask: Ask, tmp_path: Path) -> None:
    answer = ask("sources", "--data", tmp_path / "empty")

    assert answer.out.count("  holds nothing yet\n") == len((*sources(), *bulk_sources()))
