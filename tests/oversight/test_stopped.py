"""Ctrl-C ends long work in one line, with nothing half-done to be seen."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from db import store
from oversight import __main__, answers
from oversight.installation import Installation
from tests.oversight.asking import Ask, program
from tests.oversight.workbooks import held

STOPPED = "oversight: stopped; nothing half-done is visible; run the same command again to go on\n"


def stop(*_: Any, **__: Any) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("command", "module", "name"),
    [
        ("ingest", store, "close_run"),
        ("reread", store, "unread"),
        ("evaluate", answers, "evaluate"),
    ],
)
def test_stopped_in_the_middle_it_says_so_in_one_line_and_changes_nothing_visible(
    command: str,
    module: Any,
    name: str,
    *,
    ask: Ask,
    holding_2025: Installation,
    data_2025: Path,
    issue_2025: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = held(holding_2025.engine)["closed runs"]
    monkeypatch.setattr(module, name, stop)
    words = {"ingest": (issue_2025,), "reread": ("ofsted_annual",), "evaluate": ()}[command]
    answer = ask(command, *words, "--data", data_2025)

    assert (answer.code, answer.out, answer.err) == (130, "", STOPPED)
    assert held(holding_2025.engine)["closed runs"] == before


def test_the_program_itself_is_stopped_by_a_signal(tmp_path: Path) -> None:
    endless = tmp_path / "issue.ods"
    os.mkfifo(endless)
    ran = program("ingest", endless, "--data", tmp_path / "data", stderr=subprocess.PIPE)
    with endless.open("wb"):  # opens once the program has begun to read
        ran.send_signal(signal.SIGINT)
        out, err = ran.communicate(timeout=60)

    assert (ran.returncode, out, err.decode()) == (130, b"", STOPPED)


STOPPED_WHILE_LOADING = """
import runpy, sys

class CtrlC:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
{start}
"""


@pytest.mark.parametrize(
    "start",
    [
        "from oversight.__main__ import main; main()",
        "runpy.run_module('oversight', run_name='__main__')",
    ],
    ids=["oversight", "python -m oversight"],
)
@pytest.mark.parametrize("module", ["typer", "db.engine", "oversight.commands.asking"])
def test_stopped_while_it_is_being_loaded_it_says_so_in_one_line(module: str, start: str) -> None:
    code = STOPPED_WHILE_LOADING.format(module=module, start=start)
    ran = subprocess.run(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )

    assert (ran.returncode, ran.stdout, ran.stderr.decode()) == (130, b"", STOPPED)


def test_stopped_before_its_command_begins_it_says_so_too(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(__main__, "app", stop)
    answer = ask("rules")

    assert (answer.code, answer.out, answer.err) == (130, "", STOPPED)
