"""The command itself, as people run it."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from oversight.__main__ import app, main
from oversight.accounts_history import HistoryError
from oversight.accounts_history.plan import planned
from oversight.accounts_history.running import run
from tests.oversight.accounts_history.made_products import asked, files, product

ROOT = Path(__file__).parents[3]


def oversight(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "oversight", "accounts-history", *arguments],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def test_products_become_tables_and_a_second_run_has_nothing_to_do(tmp_path: Path) -> None:
    months = [str(product(tmp_path / f"{n}.zip", n)) for n in (3, 5)]
    out = tmp_path / "history"

    first = oversight(*months, "--out", str(out), "--workers", "1")
    written = files(out)
    second = CliRunner().invoke(app, ["accounts-history", *months, "--out", str(out)])

    assert first.stderr == ""
    assert first.stdout.startswith(f"2 products, 8 filings in {out} (8 read now, ")
    assert "  2 not read: a placeholder without accounts" in first.stdout
    assert second.stdout.startswith(f"2 products, 8 filings in {out} (0 read now)")
    assert files(out) == written
    assert asked(out, "select count(*) from {filings}") == [(8,)]


def test_workers_of_a_scheduler_elsewhere_are_not_counted_here(tmp_path: Path) -> None:
    path = product(tmp_path / "month.zip", 2)

    done = CliRunner().invoke(
        app,
        [
            *("accounts-history", str(path), "--out", str(tmp_path / "history")),
            *("--scheduler", "tcp://127.0.0.1:8786", "--workers", "2"),
        ],
    )

    assert done.exit_code == 2
    assert "a scheduler has its own" in done.stderr


def test_a_file_that_is_no_product_is_named_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "month.zip"
    page.write_bytes(b"<html>")
    out = str(tmp_path / "history")
    monkeypatch.setattr(sys, "argv", ["oversight", "accounts-history", str(page), "--out", out])

    with pytest.raises(SystemExit, match="1"):
        main()

    assert capsys.readouterr().err == (
        f"oversight: {page}: it is no zip, or is cut short: its directory is missing;"
        " download it again\n"
    )


def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(HistoryError, match=r"pip install 'provider-monitor\[history\]'"):
        run([product(tmp_path / "month.zip", 2)], tmp_path / "history")


def test_a_slice_that_cannot_be_read_is_told_and_left_for_the_next_run(tmp_path: Path) -> None:
    path = product(tmp_path / "month.zip", 8)
    out = tmp_path / "history"
    (out / "lines").mkdir(parents=True)
    (only,) = planned([path], out, most=4)
    (out / "lines" / only.tasks[1].name).mkdir()  # nothing can be written under its name

    done = run([path], out, workers=1, most=4)

    assert [line.partition(":")[0] for line in done.failed] == ["slice 1 of month.zip"]
    assert done.counted.filings == 4
