"""The command that reads years of filed accounts into Parquet."""

from pathlib import Path
from typing import Annotated

import typer

from oversight import printing
from oversight.accounts_history.running import Ran, run
from oversight.commands.reporting import progress


def accounts_history_command(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="Daily or monthly products of accounts, as zips.", exists=True, dir_okay=False
        ),
    ],
    out: Annotated[Path, typer.Option(help="Folder for the Parquet files; it is made if need be.")],
    scheduler: Annotated[
        str | None,
        typer.Option(
            help="Address of a Dask scheduler, as tcp://host:8786; its workers must see the same"
            " files and folder. Unless told, this machine's own processes do the work."
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(help="How many processes of this machine; one a core unless told.", min=1),
    ] = None,
) -> None:
    """Read products of filed accounts into Parquet, going on where an earlier run stopped.

    Exit 1 when some of it could not be read; the same command again does only what is missing.
    """
    if scheduler is not None and workers is not None:
        raise typer.BadParameter("--workers is for this machine alone: a scheduler has its own")
    with progress() as tell:
        ran = run(files, out, scheduler=scheduler, workers=workers, tell=tell)
    _say(ran, out)
    if ran.failed:
        for line in ran.failed:
            typer.echo(f"oversight: {line}", err=True)
        raise typer.Exit(1)


def _say(ran: Ran, out: Path) -> None:
    speed = f", {ran.read_now / ran.seconds:,.0f} a second" if ran.seconds else ""
    printing.say(
        f"{ran.products:,} products, {ran.counted.filings:,} filings in {out}"
        f" ({ran.read_now:,} read now{speed})"
    )
    for state, filings in ran.counted.by_state.items():
        printing.say(f"  {filings:,} {state}")
