"""How answers reach a person or a script: tables on a terminal, or one JSON object."""

import json
import sys
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from db import ledger
from db.store import held_stamp
from db.tables import World
from oversight.answers import Answers
from oversight.asked_market import Options
from oversight.finding import Severity
from oversight.installation import Installation

NOT_PUBLISHED = "not published"
MOST_EVIDENCE = 12
"""Lines of evidence that a terminal shows for one member of a group; --json shows all."""
FEW = 3
"""Areas that are named one by one; more are counted."""
LONGEST_NAME = 40
"""Letters of a subject's name in a line that tells a finding in short."""
WIDE = 200
"""Columns of output that goes to a file or another program, where nothing need be folded."""

INVENTED = (
    "REHEARSAL: an invented market. Every provider, company, person and figure in it is made up."
)

console = Console(width=None if sys.stdout.isatty() else WIDE)
errors = Console(stderr=True)


def as_json(
    options: Options,
    data: str | None,
    rows: Sequence[Mapping[str, Any]],
    *,
    notes: Sequence[str],
    **more: Any,  # noqa: ANN401 - JSON
) -> None:
    """Print the one object that scripts read."""
    typer.echo(
        json.dumps(
            {
                "as_of": options.as_of.isoformat(),
                "known_at": options.known_at.isoformat(),
                "policy": options.policy.name,
                "data": data,
                **more,
                "notes": list(notes),
                "rows": list(rows),
            },
            indent=2,
            ensure_ascii=False,
        )
    )


def rows_as_json(rows: Sequence[Mapping[str, Any]], **more: Any) -> None:  # noqa: ANN401 - JSON
    """Print rows that depend on no day and no policy."""
    typer.echo(json.dumps({**more, "rows": list(rows)}, indent=2, ensure_ascii=False, default=str))


def data_in(place: Installation) -> str | None:
    """Where the data came from: `live`, `files` or `rehearsal`; None where nothing is held."""
    stamp = held_stamp(place.engine)
    if stamp is None:
        return None
    if stamp.world is World.REHEARSAL:
        return "rehearsal"
    fetched = ledger.published(place.engine)
    return "live" if any(fetch.url.startswith("http") for fetch in fetched) else "files"


def rehearsed(line: str) -> str:
    """A line beside the data, marked for whoever sees no other: all that it tells is invented."""
    return f"rehearsal: {line}"


def say_if_invented(place: Installation) -> None:
    """Say at the head of what a person reads that nothing in it is real, where that is so."""
    if data_in(place) == "rehearsal":
        say(INVENTED)


def table(title: str, columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> None:
    """Print rows under headings: `columns` maps each field to its heading."""
    drawn = Table(title=title, title_justify="left", header_style="bold", box=None, pad_edge=False)
    numbers = {name for row in rows for name in columns if isinstance(row.get(name), int | float)}
    for name, heading in columns.items():
        drawn.add_column(heading, justify="right" if name in numbers else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(written(row.get(name))) for name in columns))
    console.print(drawn)


def written(value: object) -> str:
    """A value as a person reads it. Nothing is ever blank and unknown is never 0."""
    if value is None:
        return NOT_PUBLISHED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.1%}" if -1 <= value <= 1 else f"{value:,.0f}"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return str(value)


def findings_in_short(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print one line a finding, no wider than the terminal: how severe, whom about, how much."""
    about = min(max((len(row["subject_name"]) for row in rows), default=0), LONGEST_NAME)
    for row in rows:
        name = Text(row["subject_name"])
        name.truncate(about, overflow="ellipsis", pad=True)
        line = Text(f"{row['severity'].upper():<7}  {row['rule']}  {name}  ")
        line.append(f"{_measured(row):>11}  {row['headline']}")
        line.truncate(console.width, overflow="ellipsis")
        say(line.plain)


def _measured(row: Mapping[str, Any]) -> str:
    """A share as a percentage; anything else with its unit."""
    if isinstance(row["measure"], float) and row["unit"].startswith("share"):
        return f"{row['measure']:.1%}"
    return f"{row['measure']:,} {row['unit']}"


def finding(row: Mapping[str, Any]) -> None:
    """Print one finding: what it says, what it rests on, what else may explain it."""
    since = row["since"] or f"{NOT_PUBLISHED} ({row.get('since_why')})"
    console.print(Text(f"{row['rule']}  {row['severity'].upper()}  {row['subject_name']}", "bold"))
    say(f"  {row['headline']}")
    say(f"  since {since}; confidence {row['confidence']}; {row['key']}")
    evidence(row["evidence"], indent="  ", most=None)
    for explanation in row["explanations"]:
        say(f"  may be: {explanation}")
    say(f"  ask: {row['ask']}")
    say("")


def evidence(
    found: Sequence[Mapping[str, str]], indent: str, most: int | None = MOST_EVIDENCE
) -> None:
    """Print what something rests on: so much of it at most, or all."""
    for one in found[:most]:
        say(f"{indent}- {one['claim']}")
        say(f"{indent}    {one['cite']}")
    if most is not None and (left := len(found) - most) > 0:
        say(f"{indent}- … and {left} more; --json shows all")


def say(line: str) -> None:
    """Print a line as it is, whatever the width of the terminal."""
    typer.echo(line)


def suppliers(row: Mapping[str, Any]) -> None:
    """Print everybody's part of one market, then what it leaves out as council provision."""
    columns = {"name": "Supplier", "settings": "Settings", "places": "Places", "share": "Share"}
    held = f"settings: {written(row['settings'])}, places: {written(row['places'])}"
    say(f"{row['area_name']} ({row['area']}): {row['service']}, {row['basis']}; {held}")
    table("", columns, row["supplied_by"])
    for left in row["council_owned"]:
        say(
            f"not counted, as council provision: {left['name']}"
            f" (settings: {left['settings']:,}, places: {written(left['places'])})"
        )
    say("")


def unknown_markets(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print each service of which nothing is told, why, and in how many areas that was asked."""
    areas: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        areas.setdefault((row["service"], row["settings_why"]), {})[row["area"]] = row["area_name"]
    for (service, why), names in areas.items():
        where = ", ".join(names.values()) if len(names) <= FEW else f"{len(names):,} areas"
        say(f"{service} in {where}: {NOT_PUBLISHED}, because {why}")


def note_left_out(answers: Answers) -> None:
    """Say what is registered and stands in no market, and why."""
    by_reason: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in answers.left_out:
        by_reason.setdefault((row["counted"], row["reason"]), []).append(row)
    for (counted, reason), rows in by_reason.items():
        kinds = ", ".join(f"{row['provision_type']} {row['count']:,}" for row in rows)
        total = sum(row["count"] for row in rows)
        note(f"in no market: {total:,} {counted}, because {reason} ({kinds})")


def rests_on(answers: Answers) -> str:
    """Which register answers rest on, in words: its day is seldom the day that was asked about."""
    register = answers.register
    if register["register_as_at"] is None:
        return "no register is held"
    described = f"register as at {day(date.fromisoformat(register['register_as_at']))}"
    published_on = register["register_published_on"]
    if published_on is None:
        return f"{described}, {register['register_published_on_why']}"
    return f"{described}, published {day(date.fromisoformat(published_on))}"


def soonest(row: Mapping[str, Any]) -> tuple[int, float]:
    """The order in which a person should read findings: most severe first, then largest."""
    return list(Severity).index(Severity(row["severity"])), -row["measure"]


def note_if_empty(options: Options, answers: Answers) -> None:
    """Say so when there is nothing to answer from, or the register was not published as such."""
    for line in answers.notes:
        note(line)
    if not answers.groups:
        note(
            f"No register is held that was public by {options.known_at:%Y-%m-%d} and describes"
            f" {options.as_of} or a day before. Take one in: oversight ingest FILE"
        )


def silence(answers: Answers, rule: str | None = None) -> list[str]:
    """What to say of each rule, or of one, that nothing held could answer."""
    return [f"{code}: {why}" for code, why in answers.silent.items() if rule in (None, code)]


def in_one_line(error: Exception | str) -> str:
    """What went wrong, where, and what to do, as one line."""
    return "; ".join(part.strip() for part in str(error).splitlines())


def note(line: str) -> None:
    """Tell a person something that is not data."""
    errors.print(Text(line), soft_wrap=True)


def day(value: date | datetime) -> str:
    """A day as people write it."""
    return f"{value.day} {value:%B %Y}"
