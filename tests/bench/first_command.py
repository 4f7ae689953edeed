"""The first command in a fresh clone: from nothing but a package cache to printed findings.

The promise is that of whoever tries it: under two minutes. Beside it, the part that is ours: the
same command once everything is set up.
"""

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.measuring import ROOT, asked, promise, say, seconds

BARE_S = 120.0


def main(arguments: list[str]) -> int:
    """Measure it in a clone, and again there; exit 1 when the promise is missed."""
    options = asked(arguments)
    bare: list[float] = []
    again: list[float] = []
    for _ in range(min(options.repeats, 2)):
        with TemporaryDirectory(prefix="clone-") as folder:
            clone = Path(folder) / "main"
            _done("git", "clone", "--quiet", str(ROOT), str(clone))
            bare.append(_run(clone, "first"))
            again.append(_run(clone, "second"))
    say("first command: make run, small market of seed 1")
    whole = seconds("from a bare clone", bare)
    seconds("once it is set up", again)
    return 0 if promise("make run from a bare clone", whole, BARE_S, "s") else 1


def _run(clone: Path, data: str) -> float:
    began = perf_counter()
    told = _done("make", "-C", str(clone), "run", f"ARGS=--no-dashboard --data {clone / data}")
    if "What meets a condition" not in told:
        raise SystemExit(f"make run printed no findings:\n{told}")
    return perf_counter() - began


def _done(program: str, *arguments: str) -> str:
    found = which(program)
    if found is None:
        raise SystemExit(f"{program} is not installed")
    done = subprocess.run(  # noqa: S603 - git and make, on a clone of ours
        [found, *arguments], check=False, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{program} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
