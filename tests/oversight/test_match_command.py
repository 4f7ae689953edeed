"""People's decisions go out to a spreadsheet and come in again, and every answer keeps to them."""

import json
from pathlib import Path
from typing import Any

import pytest

from oversight import clock
from oversight.installation import open_installation
from oversight.watching import companies_of_owners
from tests.oversight.asking import Ask, rows
from tests.oversight.reviewing.files import SAID, file, rows_of


def answered(ask: Ask, *words: object) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(ask("match", *words, "--json").out)
    return found


def first_owner(ask: Ask, data: Path) -> dict[str, Any]:
    """The first owner that waits for a person."""
    return rows(ask, "match", "--data", data)[0]


def test_the_summary_says_how_owners_are_matched_and_who_waits(ask: Ask, data: Path) -> None:
    answer = ask("match", "--data", data, "--most", "1")
    found = answered(ask, "--data", data)

    assert answer.code == 0
    assert "How owners are matched" in answer.below
    assert f"Questions that wait for a person: {len(found['rows']):,}" in answer.below
    assert found["rows"][0]["owner_text"] in answer.below
    assert "oversight match --export FILE.csv" in answer.err


def test_what_is_exported_and_imported_unchanged_adds_nothing(
    ask: Ask, data: Path, tmp_path: Path
) -> None:
    owner = first_owner(ask, data)["owner_text"]
    decided, queue = tmp_path / "decided.csv", tmp_path / "queue.csv"
    decided.write_bytes(file({**SAID, "owner_text": owner}))

    assert "Decisions added: 1." in ask("match", "--import", decided, "--data", data).err
    assert ask("match", "--export", queue, "--data", data).code == 0
    before = answered(ask, "--data", data)
    assert "Decisions added: 0." in ask("match", "--import", queue, "--data", data).err
    assert answered(ask, "--data", data) == before


def test_a_row_that_is_filled_in_matches_the_owner_in_every_answer(
    ask: Ask, data: Path, tmp_path: Path
) -> None:
    queue, filled = tmp_path / "queue.csv", tmp_path / "filled.csv"
    groups = rows(ask, "groups", "--data", data)
    ask("match", "--export", queue, "--data", data)
    row = rows_of(queue.read_bytes())[0] | {
        "candidate": "9000001",
        "verdict": "Same",
        "reason": "Its accounts name the homes.",
    }
    filled.write_bytes(file(row))
    ask("match", "--import", filled, "--by", "Ann Reviewer", "--data", data)
    found = rows(ask, "group", row["owner_text"], "--data", data)[0]

    assert "09000001" not in {one["head"] for one in groups}
    assert found["company"] == "09000001"
    assert any(
        one["claim"].endswith("is company:09000001: Its accounts name the homes.")
        for one in found["evidence"]
    )
    assert row["owner_text"] not in {
        one["owner_text"] for one in rows(ask, "match", "--data", data)
    }


def test_a_decision_is_not_known_before_it_was_taken(ask: Ask, data: Path, tmp_path: Path) -> None:
    owner = first_owner(ask, data)["owner_text"]
    decided = tmp_path / "decided.csv"
    decided.write_bytes(file({**SAID, "owner_text": owner}))
    ask("match", "--import", decided, "--data", data)
    (today,) = answered(ask, "--data", data)["decisions"]
    earlier = ("--data", data, "--known-at", "2026-07-01")

    assert today["candidate"] == "company:09000001"
    assert answered(ask, *earlier)["decisions"] == []


def test_a_company_that_people_decided_on_is_watched(ask: Ask, data: Path, tmp_path: Path) -> None:
    decided = tmp_path / "decided.csv"
    decided.write_bytes(file(SAID))
    ask("match", "--import", decided, "--data", data)
    place = open_installation(data, None, clock.now())

    assert "09000001" in companies_of_owners(place)
    place.engine.dispose()


def test_contradictions_are_told_with_who_said_what(ask: Ask, data: Path, tmp_path: Path) -> None:
    decided = tmp_path / "decided.csv"
    decided.write_bytes(file(SAID, {**SAID, "candidate": "none", "decided_by": "Ben Reviewer"}))
    answer = ask("match", "--import", decided, "--data", data)

    assert "the same owner is decided to be company:09000001 and none\n" in answer.out
    assert "'Larkmoor Care' and none: Same, by Ben Reviewer on " in answer.out
    assert [one["reopened"] for one in answered(ask, "--data", data)["decisions"]] == [True, True]


def test_of_a_file_with_a_bad_row_nothing_is_taken_in(ask: Ask, data: Path, tmp_path: Path) -> None:
    decided = tmp_path / "decided.csv"
    decided.write_bytes(file(SAID, {**SAID, "verdict": "maybe"}, {**SAID, "candidate": "x"}))
    answer = ask("match", "--import", decided, "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.splitlines()[:2] == [
        "decided.csv: row 3, verdict: 'maybe' is none of Same, Not the same, Undecided",
        (
            "decided.csv: row 4, candidate: 'x' names no subject; write company:01234567,"
            " charity:1234567, council:E10000016, health:NAME, person or none, and of a parent"
            " abroad undertaking:NAME/COUNTRY"
        ),
    ]
    assert answered(ask, "--data", data)["decisions"] == []


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("--export a.csv --import here.csv", 2, "two steps: give one of them"),
        ("--import nowhere.csv", 2, "does not exist"),
        ("--export nowhere/a.csv", 1, "nowhere/a.csv"),
    ],
)
def test_what_cannot_be_written_or_read_is_said(
    words: str, code: int, said: str, ask: Ask, data: Path
) -> None:
    Path("here.csv").write_bytes(file())
    answer = ask("match", *words.split(), "--data", data)

    assert answer.code == code
    assert said in answer.told


def test_where_no_register_is_held_it_says_so(ask: Ask, tmp_path: Path) -> None:
    open_installation(tmp_path / "data" / "real", None, clock.now()).engine.dispose()
    answer = ask("match")

    assert answer.code == 0
    assert "No register is held for that day. Take one in: oversight ingest FILE" in answer.err
