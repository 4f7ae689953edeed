"""How `oversight match` is printed: how owners are matched, what waits, what contradicts itself."""

from collections.abc import Iterable, Sequence

from oversight import printing
from oversight.decisions import Contradiction
from oversight.market import Market
from oversight.match_rows import method_rows, queue_row
from oversight.review_row import ReviewRow


def summary(market: Market) -> None:
    """Print how many owners each method decides."""
    if not market.settings:
        printing.note("No register is held for that day. Take one in: oversight ingest FILE")
        return
    columns = {"method": "How owners are matched", "owners": "Owners", "places": "Places"}
    day = printing.day(market.day)
    printing.table(f"Owners on the register as at {day}", columns, method_rows(market))


def queue(rows: Sequence[ReviewRow], most: int) -> None:
    """Print the questions that wait for a person, those about most places first."""
    printing.say("")
    columns = {
        "owner_text": "Owner",
        "settings": "Settings",
        "places": "Places",
        "candidate": "May be",
        "candidate_name": "Its name",
        "method": "Why it waits",
    }
    shown = [queue_row(row) | {"candidate": row.candidate or "nobody known"} for row in rows[:most]]
    printing.table(f"Questions that wait for a person: {len(rows):,}", columns, shown)
    if len(rows) > most:
        printing.note(f"{len(rows) - most:,} more: --most {len(rows)}, or --json")
    if rows:
        printing.note("Answer them in a spreadsheet: oversight match --export FILE.csv")


def contradictions(found: Iterable[Contradiction]) -> None:
    """Print the decisions that cannot all be true, and of which none is applied."""
    for one in found:
        printing.say(f"Contradiction, so that none of these is applied: {one.why}")
        for decision in one.decisions:
            printing.say(
                f"  {decision.owner_text!r} and {decision.subject}: {decision.verdict},"
                f" by {decision.decided_by} on {printing.day(decision.decided_at)}:"
                f" {decision.reason}"
            )
