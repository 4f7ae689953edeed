"""Commands that change what is held: ingest, reread, evaluate, run."""

from collections.abc import Generator, Iterable
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from crawlers.bulk.unpacking import NoRoomError
from crawlers.rehearsal.calibration import TODAY
from crawlers.source import BulkSource
from crawlers.sources import bulk_sources, sources
from db.parts import PublishedTooEarlyError, ShrunkError
from db.store import stamp
from db.tables import World
from oversight import printing
from oversight.answers import answer
from oversight.bulk_parts import PartMissingError
from oversight.commands.rehearsing import Size
from oversight.commands.reporting import in_short, name_passed_over, name_refused, report
from oversight.installation import REHEARSAL, Installation, open_installation
from oversight.offering import REFUSALS
from oversight.options import (
    AsOf,
    Data,
    Database,
    Json,
    KnownAt,
    PolicyName,
    PublishedOn,
    Seen,
    asked,
    open_place,
    open_to_ask,
)
from oversight.policy import DEFAULT
from oversight.taking_in import Progress, TakenIn, reread, take_in
from oversight.taking_in_bulk import parted, reread_bulk, take_in_bulk
from oversight.watching import watch


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
            taken += _watch(place, tell, refused)
        finally:
            name_passed_over(passed_over)
    report(taken, refused=refused, json=json)
    if refused:
        name_refused(taken, refused)
        raise typer.Exit(1)


def _watch(place: Installation, tell: Progress, refused: list[Exception]) -> list[TakenIn]:
    """Bring the watch list up to date; what hinders it is told beside what was taken in."""
    taken: list[TakenIn] = []
    try:
        while (watched := watch(place, tell, refused.append)) is not None:
            taken.append(watched)
            if not watched.is_published:
                break
    except (NoRoomError, PartMissingError) as error:
        refused.append(error)
    return taken


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
    report([one for one in taken if one is not None], json=json)


def evaluate_command(
    as_of: AsOf = None,
    known_at: KnownAt = None,
    seen: Seen = False,
    policy: PolicyName = DEFAULT,
    data: Data = None,
    db: Database = None,
    json: Json = False,
) -> None:
    """Ask every rule about the market, and keep the answers."""
    place = open_to_ask(data, db)
    options = asked(place, as_of, known_at, policy, seen=seen)
    answers = answer(place, options)
    if json:
        printing.as_json(
            options,
            printing.data_in(place),
            answers.base_rates,
            notes=[*answers.notes, *printing.silence(answers)],
            **answers.register,
        )
        return
    rests_on = printing.rests_on(answers)
    markets = sum(row["settings"] is not None for row in answers.markets)
    is_held = answers.register["register_as_at"] is not None
    printing.say(
        f"{f'On the {rests_on}' if is_held else rests_on.capitalize()}, policy"
        f" {options.policy.name}:"
        f" {len(answers.matches):,} registered organisations, {markets:,} markets,"
        f" {len(answers.findings):,} findings."
    )
    printing.note_if_empty(options, answers)
    for rate in answers.base_rates:
        share = f" ({rate['met'] / rate['of']:.1%})" if rate["of"] else ""
        printing.say(f"  {rate['rule']}: {rate['met']} of {rate['of']:,} {rate['of_whom']}{share}")
    for line in printing.silence(answers):
        printing.note(line)


def run_command(
    seed: Annotated[int, typer.Option(help="Another seed invents another market.")] = 1,
    size: Annotated[Size, typer.Option(help="How large a market.")] = Size.SMALL,
    port: Annotated[
        int, typer.Option(help="Where its publishers are served; 0 for any free ports.", min=0)
    ] = 0,
    data: Data = None,
    db: Database = None,
) -> None:
    """Try everything on an invented market: serve it, take it in, evaluate it, tell."""
    from oversight.running import rehearse_everything  # noqa: PLC0415 - no other command waits

    now = datetime.combine(TODAY, time(12), tzinfo=UTC)
    place = open_installation(data or REHEARSAL, db, now)
    stamp(place.engine, World.REHEARSAL, TODAY)
    with progress() as tell:
        taken = rehearse_everything(place, seed=seed, size=size, port=port, progress=tell)
    in_short(taken)
    options = asked(place, None, None)
    printing.findings_in_short(answer(place, options).findings)
    evaluate_command(data=data or REHEARSAL, db=db)
    printing.note(
        "This market is invented. Ask it more: .venv/bin/oversight groups --data data/rehearsal"
    )


@contextmanager
def progress() -> Generator[Progress]:
    """Show what is being done, on a terminal only."""
    if not printing.errors.is_terminal:
        yield lambda _: None
        return
    with printing.errors.status("starting") as status:
        yield status.update
