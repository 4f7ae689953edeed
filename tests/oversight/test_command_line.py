"""The command line is a contract: fields, streams and exit codes that scripts rely on."""

import json
import os
import pty
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from crawlers.sources import sources
from db.engine import open_database
from db.store import stamp
from db.tables import World
from oversight import printing
from oversight.installation import Installation
from tests.oversight.asking import Ask, program
from tests.oversight.workbooks import leave_unfinished, ods, passed_off_as_real, tabs

ON_ITS_OWN = ("evaluate", "findings", "groups", "markets", "reconcile", "sources", "doctor")
"""Commands that ask nothing but a data folder."""
COMMANDS = (*ON_ITS_OWN, "run", "ingest", "reread", "show", "policy", "rules")
FIELDS = {
    "evaluate": "rule met of of_whom",
    "findings": (
        "key rule subject subject_name headline measure unit severity confidence certain since"
        " policy evidence explanations ask"
    ),
    "groups": (
        "id kind head head_name class members settings_certain settings_possible homes places"
        " councils"
    ),
    "markets": (
        "subject service level area area_name basis suppliers settings settings_of_no_named_owner"
        " places share_of hhi top_owner top_name top_share"
    ),
    "reconcile": "measure period published ours difference explanation cite",
}
"""The fields of each question's rows, those apart that say why another is unknown."""
DRIFT = "subject kind field rows_now filled_now rows_before filled_before compared_with unknown"
DESCRIBING = {
    "policy": "policy threshold value unit authority address dated status reason",
    "rules": "rule title citation address speaks_of thresholds description",
    "sources": ("source title publisher licence licence_address page cadence reader_version held"),
    "doctor": "check well found do",
}


GRADES_ALONE = ("--policy", "grades-alone")


def rows(ask: Ask, *words: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ask(*words, "--json").out)["rows"]
    return found


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
        "rows",
    }
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

    assert set(found) == {"rows"}
    assert {frozenset(row) for row in found["rows"]} == {frozenset(DESCRIBING[command].split())}


def test_as_json_taking_in_tells_each_subject_and_the_drift_of_each_field(
    ask: Ask, data_2025: Path, issue_2026: Path
) -> None:
    found = json.loads(ask("ingest", issue_2026, "--data", data_2025, "--json").out)

    assert set(found) == {"drift", "refused", "rows"}
    assert found["refused"] == []
    assert found["rows"] == [
        {
            "source": "ofsted_annual",
            "subject": "register at 2026-03-31",
            "records": 1351,
            "new": True,
            "published": True,
            "corrected_to": None,
            "corrected_to_why": "no other day is stated than before",
        }
    ]
    assert {frozenset(line) for line in found["drift"]} == {frozenset(DRIFT.split())}


@pytest.mark.parametrize("command", ["evaluate", "findings", "groups", "markets", "reconcile"])
def test_on_paper_data_goes_to_stdout_and_remarks_to_stderr(
    command: str, ask: Ask, data: Path
) -> None:
    answer = ask(command, "--data", data)

    assert answer.code == 0
    assert answer.out != ""
    assert not re.search(
        r"more; --most|registered organisations, councils left out", answer.out
    ) or (command == "evaluate")


def test_findings_are_printed_in_one_line_each_the_most_severe_first(ask: Ask, data: Path) -> None:
    answer = ask("findings", "--data", data, *GRADES_ALONE)
    first, *lines = answer.out.splitlines()

    assert first == "register as at 31 March 2026, published 15 July 2026"
    assert lines == [
        (
            "HIGH     PO-01  Larkmoor Care Limited    3 settings  meets the requirements of"
            " s.23A(2) on grades alone: 3 of its 5 settings count (3 on the strict proxy, 3 on the"
            " wide proxy)"
        ),
        (
            "MEDIUM   FO-01  Turnwater Care Limited        63.8%  holds 64% of registered places in"
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

    assert {len(line) for line in answer.out.splitlines()[1:]} == {60}


def test_findings_are_printed_with_evidence_explanations_and_a_question(
    ask: Ask, data: Path
) -> None:
    answer = ask("findings", "--full", "--data", data, "--rule", "PO-01", *GRADES_ALONE)
    first, *lines = answer.out.splitlines()

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
    assert answer.err == "PO-01: 1 of 172 registered organisations, councils left out\n"


def test_unknown_is_printed_as_not_published_and_never_as_nought(ask: Ask, data: Path) -> None:
    answer = ask("markets", "--data", data, "--service", "fostering agencies")

    assert "not published" in answer.out
    assert (
        ask("findings", "--full", "--data", data, "--rule", "FO-01")
        .out.splitlines()[3]
        .startswith("  since not published (the day on which a share was reached is not published,")
    )


def test_findings_can_be_asked_for_one_subject(ask: Ask, data: Path) -> None:
    found = rows(ask, "findings", "--data", data, "--subject", "owner:larkmoor care")

    assert [(row["rule"], row["subject"]) for row in found] == [("PO-01", "owner:larkmoor care")]


@pytest.mark.parametrize("name", ["Larkmoor Care Limited", "larkmoor care", "OWNER:LARKMOOR CARE"])
def test_a_subject_may_be_named_as_the_register_names_it(name: str, ask: Ask, data: Path) -> None:
    found = rows(ask, "findings", "--data", data, "--subject", name)

    assert {row["subject"] for row in found} == {"owner:larkmoor care"}


@pytest.mark.parametrize(
    ("words", "near"),
    [
        (("findings", "--subject", "Larkmor Care"), "larkmoor care"),
        (("markets", "--area", "Somersett"), "somerset"),
    ],
)
def test_a_name_that_nothing_has_is_refused_with_the_nearest(
    words: tuple[str, ...], near: str, ask: Ask, data: Path
) -> None:
    answer = ask(*words, "--data", data)

    assert answer.code == 2
    assert near in answer.err


def test_groups_stand_from_the_largest_to_the_smallest(ask: Ask, data: Path) -> None:
    sizes = [row["settings_certain"] for row in rows(ask, "groups", "--data", data)]

    assert sizes == sorted(sizes, reverse=True)


def test_a_long_table_says_how_much_it_leaves_out(ask: Ask, data: Path) -> None:
    count = len(rows(ask, "groups", "--data", data))
    answer = ask("groups", "--data", data, "--most", 3)

    assert len(answer.out.splitlines()) == 5
    assert answer.err == f"… and {count - 3} more; --most {count} or --json shows all\n"


def test_markets_can_be_asked_for_by_service_level_basis_and_area(ask: Ask, data: Path) -> None:
    found = rows(
        ask,
        "markets",
        "--data",
        data,
        *("--service", "children's homes", "--level", "council"),
        *("--basis", "independent", "--area", "somerset"),
    )

    assert [(row["area"], row["top_owner"], row["places"]) for row in found] == [
        ("E06000066", "owner:turnwater care", 47)
    ]


def test_reconcile_agrees_with_every_number_of_the_years_that_are_held(
    ask: Ask, data: Path
) -> None:
    answer = ask("reconcile", "--data", data, "--json")
    found = Counter(row["explanation"] for row in json.loads(answer.out)["rows"])

    assert answer.code == 0
    assert found == {
        "agrees": 208,
        "no register is held for this day": 83,
        "no table of this year's inspections is held": 20,
    }


def test_reconcile_counts_its_explanations_beside_the_table(ask: Ask, data: Path) -> None:
    answer = ask("reconcile", "--data", data, "--differing")

    assert "208 numbers: agrees\n" in answer.err
    assert "0 numbers: unexplained\n" in answer.err


def test_an_unexplained_difference_ends_in_1(ask: Ask, tmp_path: Path) -> None:
    changed = tabs(2026)
    changed["Providers+places_Time_series"][6][2] = 99
    (tmp_path / "issue.ods").write_bytes(ods(changed))
    ask("ingest", tmp_path / "issue.ods", "--data", tmp_path / "data")
    answer = ask("reconcile", "--differing", "--json", "--data", tmp_path / "data")
    (found,) = json.loads(answer.out)["rows"]

    assert answer.code == 1
    assert (found["published"], found["explanation"]) == (99, "unexplained")


def test_each_day_has_its_own_register_and_each_moment_its_own_knowledge(
    ask: Ask, data: Path
) -> None:
    def held(*words: str) -> int:
        found = rows(ask, "groups", "--data", data, *words)
        return sum(row["settings_certain"] for row in found)

    assert held("--as-of", "2025-03-31") == 284
    assert held("--as-of", "2026-03-31") == 297
    assert held("--as-of", "2026-03-31", "--known-at", "2026-07-14") == 284
    assert held("--as-of", "2025-03-31", "--known-at", "2025-07-15") == 0
    assert held("--as-of", "2025-03-30") == 0
    assert held("--known-at", "2026-07-15T12:00:00+00:00", "--seen") == 297


def test_a_policy_of_ones_own_is_a_what_if(ask: Ask, data: Path, tmp_path: Path) -> None:
    (tmp_path / "three.toml").write_text(
        """
        title = "Three settings"
        version = 1
        extends = "illustrative"

        [thresholds.failing_settings]
        value = 3
        unit = "settings"
        authority = "A what-if"
        address = "https://www.legislation.gov.uk/ukpga/2026/21/section/14"
        dated = 2026-09-01
        status = "our judgement"
        reason = "To see what three would give."
        """,
        encoding="utf-8",
    )
    found = rows(
        ask, "findings", "--data", data, "--rule", "PO-01", "--policy", tmp_path / "three.toml"
    )

    assert [(row["key"], row["policy"]) for row in found] == [
        ("three/PO-01/owner:larkmoor care", "three")
    ]


def test_policies_are_shown_beside_each_other(ask: Ask) -> None:
    answer = ask("policy")

    assert answer.code == 0
    assert (
        "failing_proxy: grades-alone grades alone, illustrative strict, wide wide"
        "  [one of: grades alone, strict, wide]"
    ) in answer.out.splitlines()


def test_rules_are_listed_with_their_authority_and_limits(ask: Ask) -> None:
    answer = ask("rules")

    assert answer.code == 0
    assert "  https://www.legislation.gov.uk/ukpga/2026/21/section/14" in answer.out.splitlines()
    assert answer.out.count("\n  Limits\n") == 2


def test_sources_say_what_is_held(ask: Ask, data: Path) -> None:
    answer = ask("sources", "--data", data)

    assert "  holds register at 2026-03-31, fetched 2026-07-15" in answer.out.splitlines()


def test_sources_say_what_is_not_held_yet(ask: Ask, tmp_path: Path) -> None:
    answer = ask("sources", "--data", tmp_path / "empty")

    assert answer.out.count("  holds nothing yet\n") == len(sources())


def test_taking_in_says_what_became_of_each_subject(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    first = ask("ingest", issue_2025, "--data", tmp_path / "data")
    second = ask("ingest", issue_2025, "--data", tmp_path / "data")

    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert first.out.startswith("ofsted_annual: register at 2025-03-31: 1,189 records, taken in\n")
    assert second.out.startswith(
        "ofsted_annual: register at 2025-03-31: 1,189 records, unchanged, nothing added\n"
    )


def test_taking_in_says_what_an_unfinished_run_had_done(
    ask: Ask,
    holding_2025: Installation,
    data_2025: Path,
    issue_2025: Path,
    issue_2026: Path,
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    answer = ask("ingest", issue_2025, "--data", data_2025)

    assert answer.out.startswith(
        "ofsted_annual: adopted from an unfinished run: register at 2026-03-31\n"
    )


def test_the_day_that_the_publishers_page_gives_can_be_told(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    ask("ingest", issue_2025, "--published-on", "2025-08-05", "--data", tmp_path / "data")
    words = ("groups", "--data", tmp_path / "data", "--as-of", "2025-03-31")

    assert rows(ask, *words, "--known-at", "2025-08-04") == []
    assert len(rows(ask, *words, "--known-at", "2025-08-05")) == 188


def test_the_folder_and_the_database_may_be_named_in_the_environment(
    ask: Ask, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OVERSIGHT_DATA", str(data))
    in_folder = len(rows(ask, "findings"))
    monkeypatch.setenv("OVERSIGHT_DB", f"sqlite:///{tmp_path / 'other.sqlite'}")

    assert (in_folder, len(rows(ask, "findings"))) == (3, 0)


def test_unless_told_otherwise_data_lies_in_the_folder_for_real_data(
    ask: Ask, tmp_path: Path
) -> None:
    ask("sources")

    assert (tmp_path / "data" / "real" / "oversight.sqlite").is_file()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, ask: Ask) -> None:
    answer = ask(command, "--help")

    assert answer.code == 0
    assert f"Usage: oversight {command}" in answer.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], ""),
        (["conclude"], "No such command 'conclude'"),
        (["findings", "--as-of", "2025-02-30"], "'2025-02-30' is not a day; write it as"),
        (["findings", "--known-at", "soon"], "'soon' is not a moment; write a day as 2025-07-31"),
        (["findings", "--known-at", "2025-07-31T09:30"], "has no time zone; end it with +00:00"),
        (["findings", "--rule", "PO-99"], "no rule has the code 'PO-99'; there are ['FO-01',"),
        (["findings", "--policy", "harsh"], "no policy is called 'harsh'; there are"),
        (["findings", "--policy", "harsh.toml"], "there is no policy file harsh.toml"),
        (["findings", "--db", "nonsense"], "'nonsense' is no address of a database; one looks"),
        (["markets", "--service", "lighthouses"], "'lighthouses' is not one of"),
        (["policy", "harsh"], "no policy is called 'harsh'; there are"),
        (["ingest"], "Missing argument"),
        (["ingest", "nowhere.ods"], "'nowhere.ods' does not exist"),
        (["reread", "nothing"], "no source is called 'nothing'; there are ['buzzfeed_owners',"),
        (["show"], "Missing argument"),
        (["show", "row 17"], "'row 17' is not a citation"),
    ],
)
def test_what_was_asked_wrongly_ends_in_2_with_nothing_on_stdout(
    words: list[str], message: str, ask: Ask
) -> None:
    answer = ask(*words)

    assert answer.code == 2
    assert words == [] or answer.out == ""
    assert message in answer.told


def test_a_file_for_a_source_that_nobody_reads_was_asked_wrongly(
    ask: Ask, issue_2025: Path
) -> None:
    answer = ask("ingest", issue_2025, "--source", "nothing")

    assert answer.code == 2
    assert "no source is called 'nothing'" in answer.told


def test_a_day_of_publication_that_no_calendar_has_was_asked_wrongly(
    ask: Ask, issue_2025: Path
) -> None:
    answer = ask("ingest", issue_2025, "--published-on", "2025-02-30")

    assert answer.code == 2
    assert "'2025-02-30' is not a day" in answer.told


def test_an_invented_file_is_refused_in_the_folder_for_real_data(
    ask: Ask, issue_2025: Path
) -> None:
    answer = ask("ingest", issue_2025)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "oversight: file:issue-2025.ods says of itself that it is invented; keep it apart from"
        " real data: name a folder of its own, such as --data data/rehearsal\n"
    )


def test_real_data_is_refused_by_a_rehearsal(ask: Ask, data: Path, tmp_path: Path) -> None:
    (tmp_path / "issue.ods").write_bytes(passed_off_as_real(tabs(2026)))
    answer = ask("ingest", tmp_path / "issue.ods", "--data", data)

    assert (answer.code, answer.out) == (1, "")
    assert answer.err == (
        "oversight: file:issue.ods is not taken in: this database holds rehearsal data and refuses"
        " real data; name another folder with --data\n"
    )


def test_a_rehearsal_is_refused_by_real_data(ask: Ask, issue_2025: Path, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    engine = open_database(f"sqlite:///{tmp_path / 'data' / 'oversight.sqlite'}")
    stamp(engine, World.REAL, None)
    engine.dispose()
    answer = ask("ingest", issue_2025, "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert "this database holds real data and refuses rehearsal data" in answer.err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("data", b"a file", "oversight: .*File exists"),
        ("data/oversight.sqlite", b"no database" * 99, "oversight: the database cannot be opened"),
    ],
)
def test_a_folder_or_database_that_cannot_be_opened_is_told_in_one_line(
    name: str, content: bytes, message: str, ask: Ask, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(content)
    answer = ask("findings", "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert re.match(message, answer.err)
    assert answer.err.count("\n") == 1


def test_a_server_that_does_not_answer_is_told_in_one_line(ask: Ask, tmp_path: Path) -> None:
    socket = f"postgresql:///monitor?host={tmp_path}"
    answer = ask("findings", "--db", socket, "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("oversight: the database cannot be opened: ")
    assert answer.err.endswith("check --db and the folder, start the server, or restore a backup\n")
    assert answer.err.count("\n") == 1


def test_a_rehearsal_runs_from_nothing_to_findings(ask: Ask, tmp_path: Path) -> None:
    answer = ask("run", "--data", tmp_path / "rehearsal")
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert "PO-01  HIGH  Larkmoor Care Limited" in lines
    assert lines[-3:] == [
        (
            "On the register as at 31 March 2026, published 15 July 2026, policy illustrative:"
            " 197 registered organisations, 140 markets, 3 findings."
        ),
        "  FO-01: 1 of 172 registered organisations, councils left out (0.6%)",
        "  PO-01: 2 of 172 registered organisations, councils left out (1.2%)",
    ]


def test_off_a_terminal_there_is_no_progress(issue_2025: Path, tmp_path: Path) -> None:
    ran = program("ingest", issue_2025, "--data", tmp_path / "data", stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=60)

    assert (ran.returncode, err) == (0, b"")
    assert out.startswith(b"ofsted_annual: register at 2025-03-31: 1,189 records, taken in\n")


def test_on_a_terminal_there_is_progress_and_the_data_stays_apart(
    issue_2025: Path, tmp_path: Path
) -> None:
    reads, writes = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    ran = program("ingest", issue_2025, "--data", tmp_path / "data", stderr=writes, env=environment)
    os.close(writes)
    out, _ = ran.communicate(timeout=60)
    shown = os.read(reads, 100_000)
    os.close(reads)

    assert ran.returncode == 0
    assert out.startswith(b"ofsted_annual: register at 2025-03-31: 1,189 records, taken in\n")
    assert b"issue-2025.ods" in shown


def test_the_program_itself_ends_in_1_when_the_work_failed(tmp_path: Path) -> None:
    (tmp_path / "empty.ods").write_bytes(b"")
    failed = program("ingest", tmp_path / "empty.ods", "--data", tmp_path, stderr=subprocess.PIPE)
    out, err = failed.communicate(timeout=60)

    assert (failed.returncode, out) == (1, b"")
    assert err.startswith(b"oversight: the file is empty (0 bytes); download it again; at ")


def test_files_of_a_folder_that_are_not_read_here_are_named_and_counted_beside_the_answer(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "issue.ods").write_bytes(issue_2025.read_bytes())
    for name in ("one.pdf", "two.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7 ofsted.gov.uk")
    answer = ask("ingest", folder, "--data", tmp_path / "data", "--json")

    assert answer.code == 0
    assert [row["subject"] for row in json.loads(answer.out)["rows"]] == ["register at 2025-03-31"]
    assert [line[:29] for line in answer.err.splitlines()] == [
        "file:one.pdf is passed over: ",
        "file:two.pdf is passed over: ",
        "Not read here and passed over",
    ]
    assert answer.err.endswith("passed over: 2\n")
