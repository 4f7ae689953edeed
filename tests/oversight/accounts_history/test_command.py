"""The command itself, as people run it."""

import subprocess
import sys
from pathlib import Path

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
    second = oversight(*months, "--out", str(out), "--workers", "1")

    assert first.stderr == ""
    assert first.stdout.startswith(f"2 products, 8 filings in {out} (8 read now, ")
    assert "  2 not read: a placeholder without accounts" in first.stdout
    assert second.stdout.startswith(f"2 products, 8 filings in {out} (0 read now)")
    assert files(out) == written
    assert asked(out, "select count(*) from {filings}") == [(8,)]


def test_a_file_that_is_no_product_is_named_in_one_line(tmp_path: Path) -> None:
    page = tmp_path / "month.zip"
    page.write_bytes(b"<html>")

    done = oversight(str(page), "--out", str(tmp_path / "history"))

    assert done.returncode == 1
    assert done.stderr == (
        f"oversight: {page}: it is no zip, or is cut short: its directory is missing;"
        " download it again\n"
    )


def test_workers_of_a_scheduler_elsewhere_are_not_counted_here(tmp_path: Path) -> None:
    path = product(tmp_path / "month.zip", 2)

    done = oversight(
        *(str(path), "--out", str(tmp_path / "history")),
        *("--scheduler", "tcp://127.0.0.1:8786", "--workers", "2"),
    )

    assert done.returncode == 2
    assert "a scheduler has its own" in done.stderr
