"""Scripts rely on the fields of each JSON answer."""

import json
from pathlib import Path

import pytest

from tests.oversight.asking import Ask, rows

FIELDS = {
    "evaluate": "rule met of of_whom",
    "findings": (
        "key rule subject subject_name headline measure unit severity confidence certain since"
        " policy evidence explanations ask"
    ),
    "groups": (
        "id kind head head_name class members settings_certain settings_possible homes places"
        " councils class_rule class_evidence class_of_goodair sectors head_place offshore sponsors"
        " operating possible_members conflicts same_person notes"
    ),
    "markets": (
        "subject service level area area_name basis suppliers settings settings_of_no_named_owner"
        " places share_of hhi top_owner top_name top_share council_owned"
    ),
    "reconcile": "measure period published listed ours difference explanation cite cites",
}
"""The fields of each question's rows, those apart that say why another is unknown."""
BESIDE = {"markets": {"left_out"}}
"""What a question's object holds beside what every question's does."""
DRIFT = "subject kind field rows_now filled_now rows_before filled_before compared_with unknown"


DESCRIBING = {
    "policy": "policy threshold value unit authority address dated status reason",
    "rules": "rule title citation address speaks_of thresholds description",
    "sources": (
        "source title publisher licence licence_address page cadence crawled reader_version held"
    ),
    "doctor": "check well found do",
}


@pytest.mark.parametrize("command", FIELDS)
def test_as_json_a_question_is_answered_by_one_object_with_the_promised_fields(
    command: str, ask: Ask, data: Path
) -> None:
    answer = ask(command, "--data", data, "--json")
    found = json.loads(answer.out)
    fields = {frozenset(name for name in row if not name.endswith("_why")) for row in found["rows"]}

    assert (answer.code, answer.err) == (0, "")
    assert set(found) == {
        "as_of",
        "known_at",
        "policy",
        "data",
        "register_as_at",
        "register_published_on",
        "notes",
        "rows",
    } | BESIDE.get(command, set())
    assert (found["register_as_at"], found["register_published_on"]) == ("2026-03-31", "2026-07-15")
    assert (found["as_of"], found["known_at"]) == (
        "2026-07-15",
        "2026-07-15T23:59:59.999999+00:00",
    )
    assert (found["policy"], found["data"]) == ("illustrative", "rehearsal")
    assert fields == {frozenset(FIELDS[command].split())}


@pytest.mark.parametrize("command", FIELDS)
def test_what_is_unknown_is_null_beside_a_field_that_says_why(
    command: str, ask: Ask, data: Path
) -> None:
    wrong = [
        (name, row)
        for row in rows(ask, command, "--data", data)
        for name, value in row.items()
        if not name.endswith("_why") and (value is None) != isinstance(row.get(f"{name}_why"), str)
    ]

    assert wrong == []


def test_a_piece_of_evidence_is_a_claim_and_its_citation(ask: Ask, data: Path) -> None:
    found = rows(ask, "findings", "--data", data)
    evidence = [one for row in found for one in row["evidence"]]

    assert {frozenset(one) for one in evidence} == {frozenset({"claim", "cite"})}


@pytest.mark.parametrize("command", DESCRIBING)
def test_as_json_what_describes_the_house_is_one_object_too(
    command: str, ask: Ask, data: Path
) -> None:
    words = () if command in {"policy", "rules"} else ("--data", data)
    found = json.loads(ask(command, *words, "--json").out)

    assert set(found) == ({"rows", "data"} if words else {"rows"})
    assert {frozenset(row) for row in found["rows"]} == {frozenset(DESCRIBING[command].split())}


def test_as_json_taking_in_tells_each_subject_and_the_drift_of_each_field(
    ask: Ask, data_2025: Path, issue_2026: Path
) -> None:
    found = json.loads(ask("ingest", issue_2026, "--data", data_2025, "--json").out)

    assert set(found) == {"data", "drift", "refused", "rows", "stopped"}
    assert (found["refused"], found["stopped"]) == ([], None)
    assert found["rows"] == [
        {
            "source": "ofsted_annual",
            "subject": "register at 2026-03-31",
            "records": 1226,
            "new": True,
            "inspected_only": False,
            "published": True,
            "corrected_to": None,
            "corrected_to_why": "no other day is stated than before",
        }
    ]
    assert {frozenset(line) for line in found["drift"]} == {frozenset(DRIFT.split())}
