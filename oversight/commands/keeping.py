"""Commands that change what is held: ingest, reread, evaluate, run."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from crawlers.rehearsal.annual_workbook import TODAY, issues
from crawlers.sources import sources
from db.drift import Line
from db.store import Saved, stamp
from db.tables import World
from oversight import printing
from oversight.answers import answer
from oversight.installation import REHEARSAL, open_installation
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    PolicyName,
    PublishedOn,
    Seen,
    asked,
    open_place,
)
from oversight.policy import DEFAULT
from oversight.taking_in import Progress, TakenIn, reread, take_in

NOTABLE = 0.05
"""A field whose filled share moved by more than this is named; --json has every field."""
FALLEN = 0.2
"""A kind of record that lost more than this share of its rows since the issue before is named."""

NOT_CORRECTED = "no other day is stated than before"


def ingest_command(
    files: Annotated[
        list[Path], typer.Argument(help="Files, folders, or zips of files.", exists=True)
    ],
    source: Annotated[str | None, typer.Option(help="Take each file for this source's.")] = None,
    published_on: PublishedOn = None,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Take in files that someone downloaded, exactly as a crawl would; exit 1 if any is refused."""
    known = [known.key for known in sources()]
    if source is not None and source not in known:
        raise typer.BadParameter(f"no source is called {source!r}; there are {known}")
    place = open_place(data, db)
    passed_over: list[str] = []
    refused: list[Exception] = []
    with progress() as tell:
        try:
            taken = take_in(
                place,
                files,
                only=source,
                published_on=published_on,
                expects=World.REAL if data is None else None,
                progress=tell,
                passed_over=passed_over.append,
                refused=refused.append,
            )
        finally:
            _name_passed_over(passed_over)
    report(taken, refused=refused, json=json)
    if refused:
        _name_refused(taken, refused)
        raise typer.Exit(1)


def reread_command(
    source: Annotated[str, typer.Argument(help="The source whose kept documents to read again.")],
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Read the archive again with today's reader, where an older one has read it."""
    known = [known.key for known in sources()]
    if source not in known:
        raise typer.BadParameter(f"no source is called {source!r}; there are {known}")
    place = open_place(data, db)
    with progress() as tell:
        taken = reread(place, source, tell)
    report([taken], json=json)


def evaluate_command(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Ask every rule about the market, and keep the answers."""
    place = open_place(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    if json:
        printing.as_json(options, printing.data_in(place), answers.base_rates, **answers.register)
        return
    printing.say(
        f"On the {printing.rests_on(answers)}, policy {options.policy.name}:"
        f" {len(answers.groups):,} registered organisations, {len(answers.markets):,} markets,"
        f" {len(answers.findings):,} findings."
    )
    printing.note_if_empty(options, answers)
    for rate in answers.base_rates:
        share = f" ({rate['met'] / rate['of']:.1%})" if rate["of"] else ""
        printing.say(f"  {rate['rule']}: {rate['met']} of {rate['of']:,} {rate['of_whom']}{share}")


def run_command(
    seed: Annotated[int, typer.Option(help="Another seed invents another market.")] = 1,
    data: Data = None,
    db: Database = None,
) -> None:
    """Try everything on an invented market: write it, take it in, evaluate it, print."""
    now = datetime.combine(TODAY, time(12), tzinfo=UTC)
    place = open_installation(data or REHEARSAL, db, now)
    stamp(place.engine, World.REHEARSAL, TODAY)
    with TemporaryDirectory() as folder, progress() as tell:
        written = [Path(folder) / issue.file_name for issue in issues(seed)]
        for issue, path in zip(issues(seed), written, strict=True):
            tell(f"writing {path.name}")
            issue.write(path)
        taken = take_in(place, written, progress=tell)
    report(taken, json=False)
    options = asked(place, None, None)
    for row in answer(place, options).findings:
        printing.finding(row)
    evaluate_command(data=data or REHEARSAL, db=db)
    printing.note(
        "This market is invented. Ask it more: .venv/bin/oversight markets --data data/rehearsal"
    )


@contextmanager
def progress() -> Generator[Progress]:
    """Show what is being done, on a terminal only."""
    if not printing.errors.is_terminal:
        yield lambda _: None
        return
    with printing.errors.status("starting") as status:
        yield status.update


def report(taken: Sequence[TakenIn], *, refused: Sequence[Exception] = (), json: bool) -> None:
    """Print what became of each subject, and the drift report of each run."""
    if json:
        printing.rows_as_json(
            [_row(source, subject) for source in taken for subject in source.saved],
            drift=[_drift_row(line) for source in taken for line in source.drift],
            refused=[printing.in_one_line(error) for error in refused],
        )
        return
    for source in taken:
        if source.adopted:
            adopted = ", ".join(source.adopted)
            printing.say(f"{source.source}: adopted from an unfinished run: {adopted}")
        for saved in source.saved:
            printing.say(
                f"{source.source}: {saved.subject}: {saved.records:,} records,"
                f" {_state(source, saved)}"
            )
        if not source.saved and source.is_published:
            printing.say(f"{source.source}: nothing to do")
        for line in source.drift:
            _say_drift(line)


def _state(source: TakenIn, saved: Saved) -> str:
    if not source.is_published:
        return "kept, not visible yet"
    if saved.corrected_to is not None:
        return f"published on {printing.day(saved.corrected_to)}, as is stated now"
    return "taken in" if saved.new else "unchanged, nothing added"


def _name_refused(taken: Sequence[TakenIn], refused: Sequence[Exception]) -> None:
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


def _name_passed_over(lines: Sequence[str]) -> None:
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
        "published": source.is_published,
        "corrected_to": saved.corrected_to.isoformat() if saved.corrected_to else None,
        **(
            {} if saved.corrected_to else {"corrected_to_why": "no other day is stated than before"}
        ),
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
