"""The command line as a person or a script meets it."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from db.engine import open_database
from oversight import installation
from oversight.__main__ import main
from oversight.printing import INVENTED


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def below(self) -> str:
        """What was printed below the line that says that all of it is invented."""
        first, _, rest = self.out.partition("\n")
        assert first == INVENTED
        return rest

    @property
    def told(self) -> str:
        """What was said beside the data, without the frame that a wrong question is put in."""
        return " ".join(re.sub("[│╭╮╰╯─]", " ", self.err).split())


Ask = Callable[..., Answer]


def program(
    *words: object, stderr: int, env: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    """The program itself, in a process of its own."""
    return subprocess.Popen(  # noqa: S603 - this interpreter, on our own module
        [sys.executable, "-m", "oversight", *map(str, words)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        stderr=stderr,
        env=env,
        process_group=0,  # as a shell begins one, so that Ctrl-C reaches all that it begins
    )


def rows(ask: Ask, *words: object) -> list[dict[str, Any]]:
    """What a question answers in JSON, without what stands beside it."""
    found: list[dict[str, Any]] = json.loads(ask(*words, "--json").out)["rows"]
    return found


@pytest.fixture
def ask(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Iterator[Ask]:
    """The command line, run in a folder of its own with nothing in its environment."""
    opened: list[Engine] = []

    def opening(url: str) -> Engine:
        opened.append(open_database(url))
        return opened[-1]

    def asked(*words: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["oversight", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Answer(code=int(ended.value.code or 0), out=printed.out, err=printed.err)

    monkeypatch.setattr(installation, "open_database", opening)
    monkeypatch.delenv("OVERSIGHT_DATA", raising=False)
    monkeypatch.delenv("OVERSIGHT_DB", raising=False)
    monkeypatch.chdir(tmp_path)
    yield asked
    for engine in opened:
        engine.dispose()
