"""How it is told what became of each subject that was taken in, and how its source has drifted."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import Any

import typer

from crawlers.problem import Problem
from db.drift import Line
from db.store import Saved
from oversight import printing
from oversight.taking_in import Progress, TakenIn

NOTABLE = 0.05
"""A field whose filled share moved by more than this is named; --json has every field."""
EACH = 20
"""Subjects of one source that have a line each; more are counted together."""
FALLEN = 0.2
"""A kind of record that lost more than this share of its rows since the issue before is named."""

NOT_CORRECTED = "no other day is stated than before"
INSPECTED_ONLY = "inspected settings only: no share or movement is computed from it alone"


def report(
    taken: Sequence[TakenIn],
    *,
    data: str | None,
    refused: Sequence[str] = (),
    json: bool,
) -> None:
    """Print what became of each subject, and the drift report of each run.

    `data` is where it came from, for scripts: `live`, `files` or `rehearsal`.
    """
    if json:
        printing.rows_as_json(
            [_row(source, subject) for source in taken for subject in source.saved],
            data=data,
            drift=[_drift_row(line) for source in taken for line in source.drift],
            refused=list(refused),
        )
        return
    for source in taken:
        if source.adopted:
            adopted = ", ".join(source.adopted)
            printing.say(f"{source.source}: adopted from an unfinished run: {adopted}")
        _say_subjects(source)
        for line in source.drift:
            _say_drift(line)
        if any(line.kind == "Oddity" and line.now for line in source.drift):
            printing.say(f"  each with its citation: oversight sources {source.source} --oddities")


def _say_subjects(source: TakenIn) -> None:
    """Name each subject, or count them where there are many."""
    if not source.saved and source.is_published and not source.is_hindered:
        printing.say(f"{source.source}: nothing to do")
    if len(source.saved) <= EACH:
        for saved in source.saved:
            records = f"{saved.records:,} records, {_state(source, saved)}"
            printing.say(f"{source.source}: {saved.subject}: {records}")
        return
    new = sum(saved.new for saved in source.saved)
    records = sum(saved.records for saved in source.saved)
    printing.say(
        f"{source.source}: {len(source.saved):,} subjects: {records:,} records, {new:,}"
        f" taken in, {len(source.saved) - new:,} unchanged"
    )
    for saved in source.saved:
        if saved.inspected_only:
            printing.say(f"  {saved.subject}: {INSPECTED_ONLY}")


def _state(source: TakenIn, saved: Saved) -> str:
    state = _become(source, saved)
    return f"{state}; {INSPECTED_ONLY}" if saved.inspected_only else state


def _become(source: TakenIn, saved: Saved) -> str:
    if not source.is_published:
        return "kept, not visible yet"
    if saved.corrected_to is not None:
        return f"published on {printing.day(saved.corrected_to)}, as is stated now"
    return "taken in" if saved.new else "unchanged, nothing added"


def name_refused(taken: Sequence[TakenIn], refused: Sequence[Exception]) -> None:
    """Name every refused file, and say what has become of what came with it."""
    for error in refused:
        typer.echo(f"oversight: {printing.in_one_line(error)}", err=True)
    waiting = [one.source for one in taken if one.saved and not one.is_published]
    if waiting:
        typer.echo(
            f"oversight: what was good of {' and '.join(waiting)} is kept and not visible yet:"
            " mend the refused files or leave them out, and run the same command again",
            err=True,
        )


def name_problems(problems: Sequence[Problem]) -> None:
    """Name everything that was not given or not taken in, with its source."""
    for problem in problems:
        said = printing.in_one_line(problem.why)
        typer.echo(f"oversight: {problem.source}: {problem.what}: {said}", err=True)


def name_passed_over(lines: Sequence[str]) -> None:
    """Name each file that is not read here, and count them, where no data is printed."""
    for line in lines:
        printing.note(line)
    if lines:
        printing.note(f"Not read here and passed over: {len(lines):,}")


def _say_drift(line: Line) -> None:
    beside = f" ({line.compared_with}: {line.before:,})" if line.before is not None else ""
    if line.field == "":
        printing.say(f"  {line.kind}: {line.now:,} rows{beside}")
        if line.before is not None and line.now < (1 - FALLEN) * line.before:
            printing.say(
                f"  look: {line.kind} has lost {1 - line.now / line.before:.0%} of its rows"
            )
    for word, rows in line.unknown.items():
        printing.say(
            f"  look: {line.kind}.{line.field} says {word!r} {rows} times, never met before"
        )
    now, before = _share(line.now, line.of), _share(line.before, line.before_of)
    if line.field and now is not None and before is not None and abs(now - before) > NOTABLE:
        printing.say(
            f"  look: {line.kind}.{line.field} is filled in {now:.0%} of rows, was {before:.0%}"
        )


def _share(filled: int | None, rows: int | None) -> float | None:
    return filled / rows if filled is not None and rows else None


def _row(source: TakenIn, saved: Saved) -> dict[str, Any]:
    return {
        "source": source.source,
        "subject": saved.subject,
        "records": saved.records,
        "new": saved.new,
        "inspected_only": saved.inspected_only,
        "published": source.is_published,
        "corrected_to": saved.corrected_to.isoformat() if saved.corrected_to else None,
        **({} if saved.corrected_to else {"corrected_to_why": NOT_CORRECTED}),
    }


def _drift_row(line: Line) -> dict[str, Any]:
    return {
        "subject": line.subject,
        "kind": line.kind,
        "field": line.field or None,
        "rows_now": line.of,
        "filled_now": line.now,
        "rows_before": line.before_of,
        "filled_before": line.before,
        "compared_with": line.compared_with,
        "unknown": line.unknown,
    }


@contextmanager
def progress() -> Generator[Progress]:
    """Show what is being done, on a terminal only."""
    if not printing.errors.is_terminal:
        yield lambda _: None
        return
    with printing.errors.status("starting") as status:
        yield status.update
