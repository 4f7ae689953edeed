"""A rule that nothing held could answer says so: finding nobody is no finding."""

import json
from pathlib import Path

import pytest

from tests.oversight.asking import Ask

SILENT = (
    "PO-02: no index of companies and no control register is held that was public by 2026-07-15: no"
    " parent undertaking is known, and that nobody is found says nothing; take in Companies House's"
    " company data and control snapshot: oversight ingest FILE"
)


@pytest.mark.parametrize("words", [("evaluate",), ("findings",), ("findings", "--rule", "PO-02")])
def test_without_control_registers_nothing_is_said_of_parent_undertakings(
    words: tuple[str, ...], ask: Ask, data: Path
) -> None:
    answer = ask(*words, "--data", data)
    found = json.loads(ask(*words, "--data", data, "--json").out)

    assert SILENT in answer.err.splitlines()
    assert found["notes"] == [SILENT]


def test_a_rule_that_could_be_answered_is_not_silent(ask: Ask, data: Path) -> None:
    words = ("findings", "--rule", "PO-01", "--data", data)

    assert "PO-02" not in ask(*words).err
    assert json.loads(ask(*words, "--json").out)["notes"] == []
