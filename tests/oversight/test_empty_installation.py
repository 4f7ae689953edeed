"""An installation that holds nothing yet says so, and what to do; what is not there is not made."""

import json
from pathlib import Path

import pytest

from crawlers.sources import bulk_sources, kept_sources, sources
from oversight import clock
from oversight.installation import open_installation
from tests.oversight.asking import Ask

ON_ITS_OWN = ("evaluate", "findings", "groups", "markets", "reconcile", "sources", "doctor")
"""Commands that ask nothing but a data folder."""
HOLDS_NO_DATA = (
    "holds no data; name what does with --data or --db, or take files in first: oversight"
)


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A data folder in which a run has begun and nothing has been taken in."""
    open_installation(tmp_path / "empty", None, clock.now()).engine.dispose()
    return tmp_path / "empty"


@pytest.mark.parametrize("command", ON_ITS_OWN)
def test_on_an_empty_installation_every_question_says_something_sensible_and_exits_0(
    command: str, ask: Ask, empty: Path
) -> None:
    answer = ask(command, "--data", empty)

    assert answer.code == 0
    assert answer.out + answer.err != ""
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets"])
def test_where_no_register_is_held_it_says_so_and_what_to_do(
    command: str, ask: Ask, empty: Path
) -> None:
    words = ("--as-of", "2025-03-31", "--known-at", "2025-12-31")
    answer = ask(command, "--data", empty, *words)

    assert (
        "No register is held that was public by 2025-12-31 and describes 2025-03-31 or a day"
        " before. Take one in: oversight ingest FILE\n"
    ) in answer.err


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets", "reconcile"])
def test_on_an_empty_installation_a_question_still_answers_in_json(
    command: str, ask: Ask, empty: Path
) -> None:
    answer = ask(command, "--data", empty, "--as-of", "2025-03-31", "--json")
    found = json.loads(answer.out)

    assert answer.code == 0
    assert (found["as_of"], found["policy"], found["data"]) == (
        "2025-03-31",
        "illustrative",
        None,
    )
    assert [row for row in found["rows"] if row.get("met")] == []


def test_on_an_empty_installation_there_is_nothing_to_read_again(ask: Ask, empty: Path) -> None:
    answer = ask("reread", "ofsted_annual", "--data", empty)

    assert (answer.code, answer.out) == (0, "ofsted_annual: nothing to do\n")


def test_sources_say_what_is_not_held_yet(ask: Ask, empty: Path) -> None:
    answer = ask("sources", "--data", empty)

    assert answer.out.count("  holds nothing yet\n") == len(
        (*sources(), *bulk_sources(), *kept_sources())
    )


def test_an_evaluation_says_that_no_register_is_held(ask: Ask, empty: Path) -> None:
    answer = ask("evaluate", "--data", empty)

    assert answer.out.startswith(
        "No register is held, policy illustrative: 0 registered organisations, 0 markets,"
    )


@pytest.mark.parametrize(
    "words",
    [
        *((command,) for command in ON_ITS_OWN),
        ("group", "Larkmoor"),
        ("show", f"sha256:{'0' * 64}#row=2"),
        ("reread", "ofsted_annual"),
    ],
    ids=lambda words: words[0],
)
def test_a_folder_that_holds_no_data_was_named_wrongly_and_is_not_made(
    words: tuple[str, ...], ask: Ask, tmp_path: Path
) -> None:
    answer = ask(*words, "--data", tmp_path / "mistyped")

    assert (answer.code, answer.out) == (2, "")
    assert HOLDS_NO_DATA in answer.told
    assert "mistyped" in answer.told.replace(" ", "")  # a long path is broken anywhere
    assert list(tmp_path.iterdir()) == []


def test_a_database_file_that_is_not_there_is_not_made_either(ask: Ask, tmp_path: Path) -> None:
    answer = ask("findings", "--db", f"sqlite:///{tmp_path / 'typo.sqlite'}")

    assert (answer.code, answer.out) == (2, "")
    assert HOLDS_NO_DATA in answer.told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "told"), [("sources", "  holds nothing yet"), ("doctor", "holds nothing yet")]
)
def test_before_anything_is_taken_in_sources_and_the_house_are_told_of_and_nothing_is_made(
    command: str, told: str, ask: Ask, tmp_path: Path
) -> None:
    answer = ask(command)

    assert answer.code == 0
    assert told in answer.out
    assert list(tmp_path.iterdir()) == []
