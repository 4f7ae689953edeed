"""Commands that change what is held: ingest, reread."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from crawlers.bulk.unpacking import NoRoomError
from crawlers.source import BulkSource
from crawlers.sources import bulk_sources, sources
from db.parts import PublishedTooEarlyError, ShrunkError
from db.tables import World
from oversight import printing
from oversight.commands.reporting import name_passed_over, name_refused, progress, report
from oversight.installation import Installation
from oversight.offering import REFUSALS
from oversight.options import Data, Database, Json, PublishedOn, open_place, open_to_ask
from oversight.taking_in import Progress, TakenIn, reread, take_in
from oversight.taking_in_bulk import parted, reread_bulk, take_in_bulk
from oversight.watching import watch, watch_all


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
            products, others = parted(files)
            expects = World.REAL if data is None else None
            taken = _take_in_products(place, products, published_on, expects, tell, refused)
            if others:
                taken += take_in(
                    place,
                    others,
                    only=source,
                    published_on=published_on,
                    expects=expects,
                    progress=tell,
                    passed_over=passed_over.append,
                    refused=refused.append,
                )
            taken += watch_all(place, tell, refused.append)
        finally:
            name_passed_over(passed_over)
    if any(one.saved for one in taken) and not json:
        printing.say_if_invented(place)
    said = [printing.in_one_line(error) for error in refused]
    report(taken, data=printing.data_in(place), refused=said, json=json)
    if refused:
        name_refused(taken, refused)
        raise typer.Exit(1)


def _take_in_products(
    place: Installation,
    products: Iterable[tuple[BulkSource, Path]],
    published_on: date | None,
    expects: World | None,
    tell: Progress,
    refused: list[Exception],
) -> list[TakenIn]:
    """Take in each product that can be; what is wrong with the others is added to `refused`."""
    taken: list[TakenIn] = []
    for source, path in products:
        try:
            one = take_in_bulk(
                place,
                source,
                path,
                published_on=published_on,
                expects=expects,
                progress=tell,
                warned=printing.note,
            )
        except (*REFUSALS, NoRoomError, PublishedTooEarlyError, ShrunkError) as error:
            refused.append(error)
        else:
            taken.append(one)
    return taken


def reread_command(
    source: Annotated[str, typer.Argument(help="The source whose kept documents to read again.")],
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Read the archive again with today's reader, where an older one has read it."""
    bulk = {known.key: known for known in bulk_sources()}
    known = sorted([*bulk, *(known.key for known in sources())])
    if source not in known:
        raise typer.BadParameter(f"no source is called {source!r}; there are {known}")
    place = open_to_ask(data, db)
    with progress() as tell:
        if source in bulk:
            taken = [reread_bulk(place, bulk[source], tell), watch(place, tell)]
        else:
            taken = [reread(place, source, tell)]
    if not json:
        printing.say_if_invented(place)
    report([one for one in taken if one is not None], data=printing.data_in(place), json=json)
