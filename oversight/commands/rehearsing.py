"""The command that serves a rehearsal until it is stopped."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from oversight.options import day_from

PORT = 8600


class Size(StrEnum):
    """How large a market is made."""

    SMALL = "small"
    NATIONAL = "national"


def rehearse_command(
    port: Annotated[
        int,
        typer.Option(
            help="The control page's port; publishers follow in their order. 0 for any free ones.",
            min=0,
            max=65_000,
        ),
    ] = PORT,
    size: Annotated[Size, typer.Option(help="How large a market.")] = Size.SMALL,
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
            " 'cut companies_house_bulk /*.zip nth=2'. Several may be given.",
        ),
    ] = None,
    faster: Annotated[
        float, typer.Option(help="How many times as fast its clock runs.", min=0.001)
    ] = 1.0,
    unlimited: Annotated[
        bool, typer.Option("--unlimited", help="Let every key ask without end.")
    ] = False,
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
    )
