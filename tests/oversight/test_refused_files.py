"""Of several files, every refused one is told, and what is good is not lost."""

import json
from pathlib import Path

from db.locks import held as holding
from oversight.installation import Installation
from tests.oversight.asking import Ask
from tests.oversight.workbooks import REGISTER, passed_off_as_real, tabs, with_cell, zipped

SPELLINGS = b"spelling,publisher,ons_code,valid_from,valid_to\nKent,Ofsted,E10000016,2009-04-01,\n"
WAITS = (
    "oversight: what was good of ofsted_annual is kept and not visible yet: mend the refused files"
    " or leave them out, and run the same command again"
)


def written(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def bad(folder: Path, name: str, value: str = "31/02/2020") -> Path:
    return written(folder, name, with_cell(REGISTER, "Registration date", value))


def registers(ask: Ask, data: Path) -> list[str]:
    held = json.loads(ask("sources", "--data", data, "--json").out)["rows"]
    (ofsted,) = (row for row in held if row["source"] == "ofsted_annual")
    return [one["subject"] for one in ofsted["held"]]


def test_every_refused_file_is_told_in_one_line(
    ask: Ask, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    files = (
        bad(tmp_path, "one.ods"),
        issue_2026,
        bad(tmp_path, "two.ods", "01/01/3020"),
        written(tmp_path, "letter.txt", b"Dear all"),
        written(tmp_path, "cut.zip", zipped({"a.csv": b"a"})[:40]),
    )
    answer = ask("ingest", *files, "--data", data_2025)
    lines = answer.err.splitlines()

    assert answer.code == 1
    assert [name for name in ("letter", "cut", "one", "two") if name in answer.err] == [
        "letter",
        "cut",
        "one",
        "two",
    ]
    assert len(lines) == 5
    assert lines[-1] == WAITS
    assert {line.partition(":")[0] for line in lines} == {"oversight"}


def test_beside_a_refused_file_of_its_source_a_good_one_is_kept_unseen(
    ask: Ask, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    answer = ask("ingest", issue_2026, bad(tmp_path, "bad.ods"), "--data", data_2025)

    assert answer.below == (
        "ofsted_annual: register at 2026-03-31: 1,226 records, kept, not visible yet\n"
    )
    assert registers(ask, data_2025) == ["register at 2025-03-31"]


def test_without_the_refused_file_the_same_command_makes_the_good_one_visible(
    ask: Ask, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    ask("ingest", issue_2026, bad(tmp_path, "bad.ods"), "--data", data_2025)
    answer = ask("ingest", issue_2026, "--data", data_2025)

    assert (answer.code, answer.err) == (0, "")
    assert answer.below.startswith(
        "ofsted_annual: adopted from an unfinished run: register at 2026-03-31\n"
    )
    assert registers(ask, data_2025) == ["register at 2025-03-31", "register at 2026-03-31"]


def test_a_refused_file_of_one_source_does_not_hold_up_another(
    ask: Ask, data_2025: Path, tmp_path: Path
) -> None:
    files = (bad(tmp_path, "bad.ods"), written(tmp_path, "spellings.csv", SPELLINGS))
    answer = ask("ingest", *files, "--data", data_2025)

    assert answer.code == 1
    assert answer.below.startswith("local_authorities: spellings: 1 records, taken in\n")
    assert answer.err.count("\n") == 1


def test_a_file_that_nobody_knows_does_not_hold_up_the_others(
    ask: Ask, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    letter = written(tmp_path, "letter.txt", b"Dear all")
    answer = ask("ingest", letter, issue_2026, "--data", data_2025)

    assert answer.code == 1
    assert answer.err.startswith("oversight: file:letter.txt is none of the publications")
    assert answer.err.count("\n") == 1
    assert registers(ask, data_2025) == ["register at 2025-03-31", "register at 2026-03-31"]


def test_every_document_that_is_too_small_is_told_in_a_line_of_its_own(
    ask: Ask, tmp_path: Path
) -> None:
    files = [
        written(tmp_path, f"{year}.ods", passed_off_as_real(tabs(year))) for year in (2025, 2026)
    ]
    answer = ask("ingest", *files, "--data", tmp_path / "data")

    assert answer.code == 1
    assert [line[:33] for line in answer.err.splitlines()] == [
        "oversight: register at 2025-03-31",
        "oversight: register at 2026-03-31",
    ]


def test_a_source_that_is_busy_does_not_hold_up_another(
    ask: Ask, holding_2025: Installation, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    spellings = written(tmp_path, "spellings.csv", SPELLINGS)
    with holding(holding_2025.engine, "ofsted_annual"):
        answer = ask("ingest", issue_2026, spellings, "--data", data_2025)

    assert answer.code == 1
    assert answer.below.startswith("local_authorities: spellings: 1 records, taken in\n")
    assert answer.err.startswith("oversight: another process is taking in ofsted_annual")


def test_as_json_the_refused_files_stand_beside_the_rows(
    ask: Ask, data_2025: Path, issue_2026: Path, tmp_path: Path
) -> None:
    answer = ask("ingest", issue_2026, bad(tmp_path, "bad.ods"), "--data", data_2025, "--json")
    found = json.loads(answer.out)

    assert answer.code == 1
    assert [(row["subject"], row["published"]) for row in found["rows"]] == [
        ("register at 2026-03-31", False)
    ]
    assert [line.partition(":")[0] for line in found["refused"]] == [
        "cannot read 'Registration date'"
    ]
