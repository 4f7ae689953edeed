"""Every answer says which register it rests on, and when that came out if anybody knows."""

import json
from pathlib import Path

import pytest

from tests.oversight.asking import Ask

QUESTIONS = ("evaluate", "findings", "groups", "group", "markets", "reconcile")


def rests_on(ask: Ask, data: Path, day: str) -> tuple[str, dict[str, object]]:
    """The line that a person reads, and what a script reads."""
    words = ("--data", data, "--as-of", day)
    line = ask("groups", *words).out.splitlines()[0].rstrip()
    return line, json.loads(ask("groups", *words, "--json").out)


def test_the_day_that_a_workbook_states_is_its_day_of_publication(ask: Ask, data: Path) -> None:
    line, found = rests_on(ask, data, "2026-03-31")

    assert line == (
        "Groups and registered organisations: register as at 31 March 2026, published 15 July 2026"
    )
    assert found["register_published_on"] == "2026-07-15"


@pytest.mark.real_data
def test_the_day_of_a_download_is_no_day_of_publication(
    ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    ask("ingest", published_files / "ofsted" / "provider_at_march_2021.csv", "--data", tmp_path)
    line, found = rests_on(ask, tmp_path, "2021-03-31")

    assert "as at 31 March 2021, day of publication not published, fetched on " in line
    assert found["register_published_on"] is None
    assert "not published, fetched on " in str(found["register_published_on_why"])


@pytest.mark.real_data
@pytest.mark.parametrize("command", QUESTIONS)
def test_no_answer_gives_the_day_of_a_download_for_one_of_publication(
    command: str, ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    ask("ingest", published_files / "ofsted" / "provider_at_march_2021.csv", "--data", tmp_path)
    words = ("Cambian Childcare Ltd",) if command == "group" else ()
    answer = ask(command, *words, "--data", tmp_path, "--as-of", "2021-03-31", "--json")
    found = json.loads(answer.out)

    assert (found["register_as_at"], found["register_published_on"]) == ("2021-03-31", None)
    assert found["register_published_on_why"].startswith(
        "day of publication not published, fetched"
    )


@pytest.mark.real_data
def test_a_day_that_is_stated_later_is_told_and_counts(
    ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    table = published_files / "ofsted" / "provider_at_march_2021.csv"
    ask("ingest", table, "--data", tmp_path)
    answer = ask("ingest", table, "--published-on", "2021-07-15", "--data", tmp_path)
    line, _ = rests_on(ask, tmp_path, "2021-03-31")

    assert answer.code == 0
    assert "provider level at 2021-03-31: 6,239 records, published on 15 July 2021, as is" in (
        answer.out
    )
    assert line.endswith("register as at 31 March 2021, published 15 July 2021")
    assert "as at 31 March 2021, published" in (
        ask(
            *("groups", "--data", tmp_path, "--as-of", "2021-03-31", "--known-at", "2021-07-15")
        ).out
    )


@pytest.mark.real_data
def test_a_register_that_was_put_together_was_not_published(
    ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    folder = published_files / "ofsted"
    names = ("provider_at_march_2019.csv", "joiners_leavers_20.csv", "provider_at_march_2021.csv")
    files = [folder / name for name in (*names, "joiners_leavers_18.csv")]
    ask("ingest", *files, *sorted(folder.glob("*2025*.ods")), "--data", tmp_path)
    ask("ingest", folder / "provider_at_march_2024.csv", "--data", tmp_path)
    line, found = rests_on(ask, tmp_path, "2024-03-31")
    beside = ask("reconcile", "--data", tmp_path, "--as-of", "2024-03-31", "--json")

    assert "as at 31 March 2024, not published, rebuilt from its neighbours" in line
    assert found["register_published_on"] is None
    assert json.loads(beside.out)["register_as_at"] == "2024-03-31"
    assert json.loads(beside.out)["register_published_on"] is None
