"""What the command line says of files that it takes in, and of those that it does not."""

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from db.engine import open_database
from db.store import Saved, stamp
from db.tables import World
from oversight.commands.reporting import INSPECTED_ONLY, report
from oversight.installation import Installation
from oversight.taking_in import TakenIn
from tests.crawlers.test_ofsted_reports import COUNCIL_REPORT
from tests.oversight.asking import Ask, program, rows
from tests.oversight.workbooks import leave_unfinished, passed_off_as_real, tabs


def test_taking_in_says_what_became_of_each_subject(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    first = ask("ingest", issue_2025, "--data", tmp_path / "data")
    second = ask("ingest", issue_2025, "--data", tmp_path / "data")

    assert (first.code, first.err, second.code, second.err) == (0, "", 0, "")
    assert first.below.startswith("ofsted_annual: register at 2025-03-31: 1,053 records, taken")
    assert second.below.startswith(
        "ofsted_annual: register at 2025-03-31: 1,053 records, unchanged, nothing added\n"
    )


@pytest.mark.real_data
def test_taking_in_says_which_list_covers_inspected_settings_only(
    ask: Ask, published_files: Path, tmp_path: Path
) -> None:
    files = [published_files / "ofsted" / f"provider_at_march_{year}.csv" for year in (2021, 2024)]
    lines = ask("ingest", *files, "--data", tmp_path).out.splitlines()[:2]
    found = rows(ask, "ingest", *files, "--data", tmp_path)

    assert lines == [
        "ofsted_annual: provider level at 2021-03-31: 6,239 records, taken in",
        f"ofsted_annual: provider level at 2024-03-31: 11,063 records, taken in; {INSPECTED_ONLY}",
    ]
    assert [row["inspected_only"] for row in found] == [False, True]


@pytest.mark.parametrize("subjects", [1, 21])
def test_a_list_of_inspected_settings_only_is_named_among_few_and_among_many(
    subjects: int, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = [Saved(subject=f"list {n}", records=9, new=True) for n in range(1, subjects)]
    listed = Saved(subject="list 0", records=9, new=True, inspected_only=True)
    report(
        [TakenIn(source="ofsted_annual", adopted=(), saved=(listed, *saved), drift=())],
        data="files",
        json=False,
    )
    told = [line for line in capsys.readouterr().out.splitlines() if "inspected" in line]

    assert len(told) == 1
    assert "list 0: " in told[0]
    assert told[0].endswith(INSPECTED_ONLY)


def test_taking_in_says_what_an_unfinished_run_had_done(
    ask: Ask,
    holding_2025: Installation,
    data_2025: Path,
    issue_2025: Path,
    issue_2026: Path,
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    answer = ask("ingest", issue_2025, "--data", data_2025)

    assert answer.below.startswith(
        "ofsted_annual: adopted from an unfinished run: register at 2026-03-31\n"
    )


def test_the_day_that_the_publishers_page_gives_can_be_told(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    ask("ingest", issue_2025, "--published-on", "2025-08-05", "--data", tmp_path / "data")
    words = ("groups", "--data", tmp_path / "data", "--as-of", "2025-03-31")

    assert rows(ask, *words, "--known-at", "2025-08-04") == []
    assert len(rows(ask, *words, "--known-at", "2025-08-05")) == 162


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


def test_off_a_terminal_there_is_no_progress(issue_2025: Path, tmp_path: Path) -> None:
    ran = program("ingest", issue_2025, "--data", tmp_path / "data", stderr=subprocess.PIPE)
    out, err = ran.communicate(timeout=60)

    assert (ran.returncode, err) == (0, b"")
    assert out.splitlines()[1] == b"ofsted_annual: register at 2025-03-31: 1,053 records, taken in"


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
    assert out.splitlines()[1] == b"ofsted_annual: register at 2025-03-31: 1,053 records, taken in"
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
        (folder / name).write_bytes(COUNCIL_REPORT)
    answer = ask("ingest", folder, "--data", tmp_path / "data", "--json")

    assert answer.code == 0
    assert [row["subject"] for row in json.loads(answer.out)["rows"]] == ["register at 2025-03-31"]
    assert [line[:29] for line in answer.err.splitlines()] == [
        "file:one.pdf is passed over: ",
        "file:two.pdf is passed over: ",
        "Not read here and passed over",
    ]
    assert answer.err.endswith("passed over: 2\n")
