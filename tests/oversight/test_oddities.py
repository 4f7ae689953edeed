"""Entries that contradict themselves are counted when taken in, and listed when asked for."""

import json
from pathlib import Path
from typing import Any

import pytest

from crawlers.companies_house import oddities
from tests.oversight.asking import Ask
from tests.oversight.test_taking_in_companies_house import NUMBER, entry, register

CONTROLS = "companies_house_controls"


@pytest.fixture
def data(tmp_path: Path, ask: Ask) -> Path:
    """A data folder with a register of which one entry ended before it began."""
    folder = tmp_path / "data"
    take(ask, folder, entry(1), entry(2, ceased_on="2019-01-01"))
    return folder


def take(ask: Ask, data: Path, *entries: dict[str, Any]) -> str:
    file = data.parent / "controls.json"
    file.write_bytes(register(*entries))
    answer = ask("ingest", file, "--source", CONTROLS, "--data", data)
    assert answer.code == 0, answer.err
    return answer.out


def listed(ask: Ask, data: Path, *words: str) -> dict[str, list[dict[str, Any]]]:
    """The oddities of each source that has any."""
    answer = ask("sources", *words, "--oddities", "--json", "--data", data)
    rows = json.loads(answer.out)["rows"]
    return {row["source"]: row["oddities"] for row in rows if row["oddities"]}


def test_an_odd_entry_is_listed_with_its_citation_under_the_source_that_read_it(
    ask: Ask, data: Path
) -> None:
    ((source, (odd,)),) = listed(ask, data).items()
    shown = ask("show", odd["cite"], "--data", data)

    assert source == CONTROLS
    assert (odd["company"], odd["register"]) == (NUMBER, "controls")
    assert odd["problem"] == oddities.ENDS_BEFORE_IT_BEGINS
    assert (odd["text"], odd["text_why"]) == (None, "the problem is about no word")
    assert shown.code == 0
    assert "ceased_on: 2019-01-01" in shown.out


def test_what_was_taken_in_says_how_its_oddities_are_listed(ask: Ask, data: Path) -> None:
    told = take(ask, data, entry(1, kind="robot"))

    assert f"  each with its citation: oversight sources {CONTROLS} --oddities\n" in told


def test_what_has_no_oddities_names_no_command_for_them(ask: Ask, tmp_path: Path) -> None:
    assert "--oddities" not in take(ask, tmp_path / "data", entry(1))


def test_the_oddities_of_a_register_that_was_read_again_are_those_of_the_newest_reading(
    ask: Ask, data: Path
) -> None:
    take(ask, data, entry(1, kind="robot"))
    ((odd,),) = listed(ask, data).values()

    assert (odd["problem"], odd["text"]) == (oddities.UNKNOWN_KIND, "robot")


def test_one_source_may_be_named(ask: Ask, data: Path) -> None:
    answer = ask("sources", CONTROLS, "--oddities", "--data", data)

    assert answer.out.count("  holds ") == 1
    assert f"  odd: {NUMBER}, controls: {oddities.ENDS_BEFORE_IT_BEGINS}\n" in answer.out
    assert "    sha256:" in answer.out


def test_a_source_without_oddities_says_so(ask: Ask, data: Path) -> None:
    assert listed(ask, data, "companies_house_officers") == {}
    assert "  odd: nothing\n" in ask("sources", "ofsted_annual", "--oddities", "--data", data).out


def test_a_word_that_is_odd_is_told(ask: Ask, data: Path) -> None:
    take(ask, data, entry(1, kind="robot"))

    assert " (robot)\n" in ask("sources", CONTROLS, "--oddities", "--data", data).out


def test_unless_asked_for_no_oddity_is_listed(ask: Ask, data: Path) -> None:
    assert "odd:" not in ask("sources", "--data", data).out


def test_a_source_that_nobody_knows_is_asked_wrongly(ask: Ask, data: Path) -> None:
    answer = ask("sources", "nobody", "--data", data)

    assert answer.code == 2
    assert "no source is called 'nobody'; there are [" in answer.told
