"""The command that shows our counts beside the publisher's own."""

from typing import Annotated

import typer

from oversight import printing
from oversight.answers import register_in_use
from oversight.asked_market import make_market
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    Seen,
    asked,
    open_to_ask,
)
from oversight.reconcile import Explanation, Line, reconcile
from oversight.reconcile_owners import reconcile_owners
from oversight.rows import reconcile_row


def reconcile_command(
    differing: Annotated[
        bool, typer.Option("--differing", help="Only numbers where ours is not the publisher's.")
    ] = False,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Show our counts beside the publisher's own; exit 1 if a difference stays unexplained."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, seen=seen)
    market = make_market(place, options, of_every_day=True)
    lines = list(reconcile(market.snapshot))
    if printing.data_in(place) != "rehearsal":  # what is published of the real market
        lines += reconcile_owners(market)
    rows = [reconcile_row(line) for line in lines if _differs(line) or not differing]
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            rows,
            notes=[],
            **register_in_use(place, market.settings),
        )
    else:
        printing.say_if_invented(place)
        columns = {
            "measure": "Published number",
            "period": "Period",
            "published": "Published",
            "ours": "Ours",
            "difference": "Difference",
            "explanation": "Explanation",
        }
        printing.table("Our counts beside the publisher's own", columns, rows)
        for detail in dict.fromkeys(one for row in rows for one in row.get("details", ())):
            printing.note(f"of owners: {detail}")
        for explanation in Explanation:
            count = sum(line.explanation is explanation for line in lines)
            printing.note(f"{count:,} numbers: {explanation}")
    if any(line.explanation is Explanation.UNEXPLAINED for line in lines):
        raise typer.Exit(1)


def _differs(line: Line) -> bool:
    """True where ours is another number, and not only one that the publisher has rounded."""
    return bool(line.difference) and line.explanation is not Explanation.AGREES
