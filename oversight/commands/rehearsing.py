"""The command that serves a rehearsal until it is stopped."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from typing import Annotated

import typer

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.faults import Fault, FaultError, fault_from
from crawlers.rehearsal.site.rehearsal import DayError
from crawlers.rehearsal.site.serving import Site, Terms, serving
from oversight import printing
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
            help="The rehearsal's own today; the last day it knows unless told.", parser=day_from
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
    terms = Terms(
        seed=seed,
        size=size,
        today=today,
        port=port,
        limit=None if unlimited else Limit(),
        faster=faster,
        faults=tuple(_fault(text) for text in fault or ()),
    )
    printing.note(f"making the {size} market of seed {seed}")
    with _sigterm_as_ctrl_c():
        try:
            with serving(CATALOGUE, terms) as site:
                _say_where(site)
                _until_stopped(site)
        except (DayError, FaultError) as error:
            raise typer.BadParameter(str(error)) from None
    printing.note("stopped")


def _fault(text: str) -> Fault:
    try:
        return fault_from(text)
    except FaultError as error:
        raise typer.BadParameter(str(error)) from None


def _say_where(site: Site) -> None:
    addresses = {"control page": site.control, **site.rehearsal.addresses}
    wide = max(map(len, addresses))
    printing.say("this is a rehearsal: all names are invented")
    printing.say(f"{'today':<{wide}}  {site.rehearsal.today}")
    for name, address in addresses.items():
        printing.say(f"{name:<{wide}}  {address}")
    printing.note("serving until Ctrl-C")


def _until_stopped(site: Site) -> None:
    """Wait for Ctrl-C, which is how this command ends well."""
    try:
        site.ended.wait()
    except KeyboardInterrupt:
        return
    printing.note("the site has ended by itself, which it never should")
    raise typer.Exit(1)


@contextmanager
def _sigterm_as_ctrl_c() -> Generator[None]:
    """Let whoever ends the process by its id end it as cleanly."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
