"""What was asked wrongly ends in 2, what cannot be opened in 1, each in one line."""

import re
from pathlib import Path

import pytest

from oversight import clock
from oversight.installation import open_installation
from tests.oversight.asking import Ask


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
    words: list[str], message: str, ask: Ask, tmp_path: Path
) -> None:
    open_installation(tmp_path / "data" / "real", None, clock.now()).engine.dispose()
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


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
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


@pytest.mark.parametrize("option", ["--as-of", "--known-at"])
def test_a_day_that_has_not_come_was_asked_wrongly(option: str, ask: Ask, data: Path) -> None:
    today, tomorrow = (
        ask("findings", option, day, "--data", data) for day in ("2026-07-15", "2026-07-16")
    )

    assert today.code == 0
    assert (tomorrow.code, tomorrow.out) == (2, "")
    assert (
        f"{option} names 2026-07-16, and in this rehearsal today is 2026-07-15: what will be public"
        " by then nobody knows; name today or a day before"
    ) in tomorrow.told


def test_a_moment_that_has_not_come_was_asked_wrongly_wherever_it_is_named(
    ask: Ask, data: Path
) -> None:
    words = ("findings", "--data", data, "--known-at")

    assert ask(*words, "2026-07-16T00:30+01:00").code == 0
    assert ask(*words, "2026-07-15T23:30-01:00").code == 2


def test_of_real_data_today_is_the_clocks(ask: Ask, tmp_path: Path) -> None:
    open_installation(tmp_path / "data" / "real", None, clock.now()).engine.dispose()
    answer = ask("findings", "--known-at", "2999-01-01")

    assert answer.code == 2
    assert f"--known-at names 2999-01-01, and today is {clock.now():%Y-%m-%d}: " in answer.told


def test_a_folder_that_is_a_file_is_told_in_one_line(
    ask: Ask, issue_2025: Path, tmp_path: Path
) -> None:
    (tmp_path / "data").write_bytes(b"a file")
    answer = ask("ingest", issue_2025, "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert re.match("oversight: .*File exists", answer.err)
    assert answer.err.count("\n") == 1


def test_a_server_that_does_not_answer_is_told_in_one_line(ask: Ask, tmp_path: Path) -> None:
    socket = f"postgresql:///monitor?host={tmp_path}"
    answer = ask("findings", "--db", socket, "--data", tmp_path / "data")

    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("oversight: the database cannot be opened: ")
    assert answer.err.endswith("check --db and the folder, start the server, or restore a backup\n")
    assert answer.err.count("\n") == 1
