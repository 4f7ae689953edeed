"""How a part measures: child processes, medians, and lines of figures. Standard library only.

A child counts its parent's memory as its own until it starts, so a parent must stay small.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a part is asked to do."""

    repeats: int
    invented: bool
    lines: int
    """Of the invented control snapshot."""
    rows: int
    """Of the invented company data."""
    megabytes: int
    """Of the invented file to download."""
    filings: int
    """Of the larger product of accounts."""
    seed: int
    """Of the rehearsal's market."""


def asked(arguments: list[str]) -> Asked:
    """Read a part's options."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--repeats", type=int, default=5, help="how often each is measured")
    parser.add_argument(
        "--invented", action="store_true", help="measure on the invented workbook in any case"
    )
    parser.add_argument(
        "--lines", type=int, default=2_000_000, help="lines of the invented control snapshot"
    )
    parser.add_argument(
        "--rows", type=int, default=2_000_000, help="rows of the invented company data"
    )
    parser.add_argument(
        "--megabytes", type=int, default=400, help="of the invented file to download"
    )
    parser.add_argument(
        "--filings", type=int, default=20_000, help="of the larger product of accounts"
    )
    parser.add_argument("--seed", type=int, default=1, help="of the rehearsal's market")
    return Asked(**vars(parser.parse_args(arguments)))


def run(*command: str) -> str:
    """Run this Python with a command and give what it prints; stop with its errors if it fails."""
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, *command], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return done.stdout


def step(name: str, *arguments: str) -> dict[str, Any]:
    """Run one step in a process of its own and give what it measured."""
    return json.loads(run("-m", f"tests.bench.steps.{name}", *arguments))


def offered(folder: str, options: Asked) -> dict[str, Any]:
    """The workbook to measure on: the real one where it is at hand, else an invented one."""
    found = step("offered", folder, *(["--invented"] if options.invented else []))
    say(f"workbook: {found['which']}, {found['bytes']:,} bytes")
    return found


def seconds(name: str, taken: Sequence[float]) -> float:
    """Print median, least and most of some timings, and give the median."""
    middle = median(taken)
    say(f"  {name:<28} median {middle:6.2f} s   min {min(taken):6.2f} s   max {max(taken):6.2f} s")
    return middle


def promise(name: str, found: float, most: float, unit: str) -> bool:
    """Print whether a figure keeps its promise, and give the answer."""
    kept = found <= most
    say(f"  {'kept  ' if kept else 'MISSED'} {name}: {found:.2f} {unit} of {most:.2f} {unit}")
    return kept


def promise_of_at_least(name: str, found: float, least: float, unit: str) -> bool:
    """The same, of a figure that is to be as high."""
    kept = found >= least
    say(f"  {'kept  ' if kept else 'MISSED'} {name}: {found:.2f} {unit} of {least:.2f} {unit}")
    return kept


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
