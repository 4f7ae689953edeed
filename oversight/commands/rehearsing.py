"""Commands that rehearse: one serves an invented market, one tries everything on it."""

from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crawlers.rehearsal.calibration import TODAY
from db.store import stamp
from db.tables import World
from oversight import printing
from oversight.answers import answer
from oversight.commands.reporting import name_problems, progress
from oversight.commands.telling import say_what_next, tell
from oversight.installation import REHEARSAL, market_named, open_installation
from oversight.options import Database, RehearsalData, asked, day_from

PORT = 8600


class Size(StrEnum):
    """How large a market is made."""

    SMALL = "small"
    NATIONAL = "national"


def _size_from(text: str) -> Size:
    """A size as a person writes it on the command line."""
    try:
        return Size(text)
    except ValueError:
        known = " or ".join(Size)
        raise typer.BadParameter(f"{text!r} is not a size; write {known}") from None


SizeOption = Annotated[
    Size,
    typer.Option(help="How large a market.", parser=_size_from, metavar=f"[{'|'.join(Size)}]"),
]


def rehearse_command(
    port: Annotated[
        int,
        typer.Option(
            help="The control page's port; publishers follow in their order. 0 for any free ones.",
            min=0,
            max=65_000,
        ),
    ] = PORT,
    size: SizeOption = Size.SMALL,
    seed: Annotated[int, typer.Option(help="Another seed invents another market.")] = 1,
    today: Annotated[
        date | None,
        typer.Option(
            help="The rehearsal's own today: 1 September 2026 unless told.", parser=day_from
        ),
    ] = None,
    fault: Annotated[
        list[str] | None,
        typer.Option(
            help="What is to go wrong, as 'KIND PUBLISHER [PATH] [NAME=VALUE …]':"
            " 'cut companies_house_bulk /*.zip nth=2'. Several may be given. Kinds: too-many,"
            " server-error (status=503), slow (seconds=5), cut, truncated, malformed, renamed"
            " (heading=…, renamed_to=…), re-issued. With each but re-issued: nth=1,3 of the"
            " requests that match (each=yes counts them address by address), or rate=0.1 of them."
            " Publishers and paths may be patterns. A 429 that is injected leaves the budget as it"
            " is: x-ratelimit-remain goes on telling what is left of it.",
        ),
    ] = None,
    faster: Annotated[
        float, typer.Option(help="How many times as fast its clock runs.", min=0.001)
    ] = 1.0,
    unlimited: Annotated[
        bool, typer.Option("--unlimited", help="Let every key ask without end.")
    ] = False,
    truth: Annotated[
        Path | None,
        typer.Option(help="A folder for files of what is really so, to measure answers against."),
    ] = None,
) -> None:
    """Serve an invented market as its publishers would, on this machine alone, until stopped."""
    from oversight.serving_rehearsal import serve  # noqa: PLC0415 - no other command waits for it

    serve(
        port=port,
        size=size,
        seed=seed,
        today=today,
        faults=fault or (),
        faster=faster,
        unlimited=unlimited,
        truth=truth,
    )


def run_command(
    seed: Annotated[int, typer.Option(help="Another seed invents another market.")] = 1,
    size: SizeOption = Size.SMALL,
    port: Annotated[
        int, typer.Option(help="Where its publishers are served; 0 for any free ports.", min=0)
    ] = 0,
    no_dashboard: Annotated[
        bool, typer.Option("--no-dashboard", help="End once it is told, and open no dashboard.")
    ] = False,
    data: RehearsalData = None,
    db: Database = None,
) -> None:
    """Try everything on an invented market: serve it, take it in, evaluate it, tell."""
    from oversight.running import rehearse_everything  # noqa: PLC0415 - no other command waits

    now = datetime.combine(TODAY, time(12), tzinfo=UTC)
    place = open_installation(data or REHEARSAL, db, now)
    stamp(place.engine, World.REHEARSAL, TODAY, market_named(size, seed))
    with progress() as show:
        taken, problems = rehearse_everything(
            place,
            seed=seed,
            size=size,
            port=port,
            progress=lambda line: show(printing.rehearsed(line)),
        )
    if problems:
        name_problems(problems)
        raise typer.Exit(1)
    printing.say_if_invented(place)
    options = asked(place, None, None)
    answers = answer(place, options)
    tell(taken, options, answers)
    say_what_next(data or REHEARSAL, answers)
    if not no_dashboard:
        line = "There is no dashboard yet that could open here."
        printing.note(printing.rehearsed(line))
