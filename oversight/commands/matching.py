"""The command that shows which owners wait for a person, and takes people's decisions in."""

from pathlib import Path
from typing import Annotated

import typer

from oversight import match_printing, printing
from oversight.answers import register_in_use
from oversight.asked_market import Options, make_market
from oversight.decisions_kept import keep, kept
from oversight.installation import Installation
from oversight.match_rows import contradiction_row, decision_row, method_rows, queue_row
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    Most,
    PolicyName,
    Seen,
    asked,
    open_to_ask,
)
from oversight.policy import DEFAULT
from oversight.review_queue import review_rows, waiting
from oversight.reviewing import BadRowsError, as_csv, read_review


def match_command(
    export: Annotated[
        Path | None,
        typer.Option("--export", help="Write the queue and the decisions held to this CSV file."),
    ] = None,
    import_: Annotated[
        Path | None,
        typer.Option(
            "--import", help="Take the decisions of this CSV file in.", exists=True, dir_okay=False
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(help="With --import: who decided the rows that are new or were changed."),
    ] = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    most: Most = 20,
    json: Json = False,
) -> None:
    """Say how owners are matched to companies, and which wait for a person, most places first."""
    if export is not None and import_ is not None:
        raise typer.BadParameter("--export and --import are two steps: give one of them")
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    if import_ is not None:
        _take_in(place, import_, by)
    _show(place, options, export, most, json=json)


def _take_in(place: Installation, file: Path, by: str | None) -> None:
    """Add the decisions of a file; exit 1 where anything in it is wrong, and nothing is added."""
    try:
        added = read_review(file.read_bytes(), kept(place.engine), place.now, by)
    except BadRowsError as error:
        for row in error.rows:
            printing.note(f"{file.name}: {row}")
        printing.note("Nothing was taken in: mend these, and import the file again.")
        raise typer.Exit(1) from None
    keep(place.engine, added, place.now)
    printing.note(f"Decisions added: {len(added):,}.")


def _show(
    place: Installation, options: Options, export: Path | None, most: int, *, json: bool
) -> None:
    market = make_market(place, options)
    rows = review_rows(market)
    if export is not None:
        export.write_bytes(as_csv(rows))
        printing.note(f"Rows written to {export}: {len(rows):,}.")
    open_rows = waiting(rows)
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            [queue_row(row) for row in open_rows],
            notes=[market.rebuilt.note] if market.rebuilt else [],
            **register_in_use(place, market.settings),
            methods=method_rows(market),
            decisions=[decision_row(market, one) for one in market.decisions.in_force],
            contradictions=[contradiction_row(one) for one in market.decisions.contradictions],
        )
        return
    printing.say_if_invented(place)
    match_printing.summary(market)
    match_printing.queue(open_rows, most)
    match_printing.contradictions(market.decisions.contradictions)
