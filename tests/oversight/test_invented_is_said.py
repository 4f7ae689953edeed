"""Whoever reads an answer about an invented market reads first that it is invented."""

import json
from pathlib import Path

import pytest

from oversight.printing import INVENTED
from tests.oversight.asking import Ask

ASKED = ("doctor", "evaluate", "findings", "groups", "markets", "reconcile", "sources")


@pytest.mark.parametrize("command", ASKED)
def test_an_answer_begins_with_it(command: str, ask: Ask, data: Path) -> None:
    assert ask(command, "--data", data).out.splitlines()[0] == INVENTED


@pytest.mark.parametrize("command", ASKED)
def test_as_json_the_object_names_a_rehearsal(command: str, ask: Ask, data: Path) -> None:
    assert json.loads(ask(command, "--data", data, "--json").out)["data"] == "rehearsal"


def test_so_do_one_group_and_one_cited_row(ask: Ask, data: Path) -> None:
    group = json.loads(ask("groups", "--data", data, "--json").out)["rows"][0]["id"]
    cite = json.loads(ask("findings", "--data", data, "--json").out)["rows"][0]["evidence"][0]

    for words in (("group", group), ("show", cite["cite"])):
        assert ask(*words, "--data", data).out.splitlines()[0] == INVENTED
        assert json.loads(ask(*words, "--data", data, "--json").out)["data"] == "rehearsal"


def test_so_does_what_is_taken_in_and_read_again(
    ask: Ask, data_2025: Path, issue_2026: Path
) -> None:
    taken = ask("ingest", issue_2026, "--data", data_2025)
    again = ask("reread", "ofsted_annual", "--data", data_2025)

    assert (taken.out.splitlines()[0], again.out.splitlines()[0]) == (INVENTED, INVENTED)


def test_nothing_of_the_kind_is_said_where_nothing_is_held(ask: Ask) -> None:
    told = ask("sources")
    as_json = json.loads(ask("sources", "--json").out)

    assert INVENTED not in told.out
    assert as_json["data"] is None
