"""Serving a rehearsal until somebody stops it: what the command does once it knows its options.

Apart from the command, because loading what draws documents and serves them takes longer than most
questions take to be answered.
"""

import signal
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import typer

from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.faults import Fault, FaultError, fault_from
from crawlers.rehearsal.site.rehearsal import DayError
from crawlers.rehearsal.site.serving import Site, Terms, refuse_impossible_terms, serving
from crawlers.rehearsal.truth.files import TruthFolderError, refuse_a_folder_of_others, write
from oversight import printing


def serve(
    *,
    port: int,
    size: str,
    seed: int,
    today: date | None,
    faults: Iterable[str],
    faster: float,
    unlimited: bool,
    truth: Path | None,
) -> None:
    """Serve until Ctrl-C, or the signal that ends processes, and leave nothing behind."""
    terms = Terms(
        seed=seed,
        size=size,
        today=today,
        port=port,
        limit=None if unlimited else Limit(),
        faster=faster,
        faults=tuple(_fault(text) for text in faults),
    )
    with _sigterm_as_ctrl_c():
        try:
            refuse_impossible_terms(CATALOGUE, terms)
            if truth is not None:
                refuse_a_folder_of_others(truth, seed=seed, size=size)
            printing.note(f"making the {size} market of seed {seed}")
            with serving(CATALOGUE, terms) as site:
                if truth is not None:
                    written = write(site.rehearsal.world, truth)
                    printing.note(f"wrote the truth of it: {len(written)} files in {truth}")
                _say_where(site)
                _until_stopped(site)
        except (DayError, FaultError, TruthFolderError) as error:
            raise typer.BadParameter(str(error)) from None
    printing.note("stopped")


def _fault(text: str) -> Fault:
    try:
        return fault_from(text)
    except FaultError as error:
        raise typer.BadParameter(str(error)) from None


def _say_where(site: Site) -> None:
    rehearsal = site.rehearsal
    addresses = {"control page": site.control, **rehearsal.addresses, **rehearsal.doors}
    wide = max(map(len, addresses))
    printing.say("this is a rehearsal: all names are invented")
    printing.say(f"{'today':<{wide}}  {rehearsal.today}")
    for name, address in addresses.items():
        printing.say(f"{name:<{wide}}  {address}")
    printing.note(
        "each address is where to begin; those with a bare one are reached by links. The two"
        " interfaces of Companies House take any key: curl --user anything: ADDRESS"
    )
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
