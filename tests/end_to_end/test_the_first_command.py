"""The first command of the README, as a newcomer runs it."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.sources import bulk_sources
from oversight.printing import INVENTED
from oversight.rules import register
from tests.oversight.asking import program


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """What it prints, and what it says beside that."""
    data = tmp_path_factory.mktemp("first") / "data"
    ran = program("run", "--data", data, "--no-dashboard", stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=300)
    assert ran.returncode == 0, err.decode()
    assert {one.name for one in Path(data).iterdir()} >= {"archive", "oversight.sqlite"}
    return out.decode().splitlines(), err.decode().splitlines()


def test_it_says_first_that_all_of_it_is_invented(told: tuple[list[str], list[str]]) -> None:
    assert told[0][0] == INVENTED
    assert told[0].count(INVENTED) == 1


def test_it_names_what_it_takes_in_by_title(told: tuple[list[str], list[str]]) -> None:
    taken = {line.partition(" records   ")[2] for line in told[0] if " documents " in line}

    assert {one.title for one in bulk_sources()} < taken
    assert "Children's social care in England: underlying data" in taken
    assert "Profile of a company" in taken


def test_it_says_who_runs_the_settings(told: tuple[list[str], list[str]]) -> None:
    at = told[0].index(
        "Who runs the settings (register as at 31 March 2026, published 15 July 2026):"
    )

    assert re.fullmatch(r"  \d+ settings of \d+ registered organisations", told[0][at + 1])
    assert re.match(r"  \d+ of these are matched to a company, and \d+ groups", told[0][at + 2])
    assert told[0][at + 3].startswith("  the largest: ")


def test_each_rule_says_what_it_asks_and_whom_it_finds(told: tuple[list[str], list[str]]) -> None:
    for rule in register():
        at = next(n for n, line in enumerate(told[0]) if f"{rule.title} ({rule.code})" in line)

        assert re.search(r": \d+ of \d+ [a-z]", told[0][at])
        assert told[0][at + 1].startswith("    ")


def test_it_says_who_served_it_and_what_to_ask_next(told: tuple[list[str], list[str]]) -> None:
    asked = [line for line in told[1] if ":  " in line]

    number = len(CATALOGUE.publishers)
    assert told[1][0].startswith(f"rehearsal: {number} publishers serve it")
    assert asked[0].startswith("rehearsal: Why, and on what evidence:  oversight findings ")
    assert asked[1].startswith("rehearsal: Who belongs together:       oversight groups --data ")


def test_every_line_beside_the_data_says_that_it_is_a_rehearsal(
    told: tuple[list[str], list[str]],
) -> None:
    assert [line for line in told[1] if not line.startswith("rehearsal: ")] == []


def test_what_it_says_to_ask_next_answers(told: tuple[list[str], list[str]]) -> None:
    line = next(line for line in told[1] if "Why, and on what evidence:" in line)
    ran = program(*shlex.split(line.partition("  oversight ")[2]), stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=120)

    assert ran.returncode == 0, err.decode()
    assert "  ask: " in out.decode()
