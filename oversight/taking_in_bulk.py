"""Take in a product too large for memory: keep it, check it, write its part, publish the run."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from crawlers.bulk import BulkFile, Part
from crawlers.bulk.unpacking import head, unpacked
from crawlers.bulk.workspace import workspace
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource
from crawlers.sources import bulk_sources
from db import store
from db.parts import HeldPart, PublishedTooEarlyError, ShrunkError, published_parts, save_part
from db.product import Count, Product
from db.records import Document
from db.store import Saved, WrongWorldError
from db.tables import World
from oversight.installation import Installation
from oversight.offering import WrongFolderError, visible_files
from oversight.taking_in import Progress, TakenIn


def bulk_source_of(path: Path) -> BulkSource | None:
    """The source of a product too large for memory, by its first bytes; None for other files."""
    first = head(path) if path.is_file() else b""
    return next((source for source in bulk_sources() if source.begins(first)), None)


def parted(paths: Iterable[Path]) -> tuple[list[tuple[BulkSource, Path]], list[Path]]:
    """Products too large for memory, each with its source; and the paths that are none.

    A folder that holds one is taken file by file.
    """
    products: list[tuple[BulkSource, Path]] = []
    others: list[Path] = []
    for path in paths:
        inside = visible_files(path) if path.is_dir() else [path]
        found = [(source, file) for file in inside if (source := bulk_source_of(file)) is not None]
        products += found
        large = {file for _, file in found}
        others += [file for file in inside if file not in large] if found else [path]
    return products, others


def take_in_bulk(
    place: Installation,
    source: BulkSource,
    path: Path,
    *,
    url: str | None = None,
    published_on: date | None = None,
    expects: World | None = None,
    progress: Progress = lambda _: None,
    warned: Callable[[str], None] = lambda _: None,
) -> TakenIn:
    """Take in one product; the part of the one before stays in use until this one is whole.

    Raises SourceChangedError for one that is not what its reader understands, and ShrunkError for
    one that is far smaller than the last: it goes to quarantine. Raises WrongWorldError, nothing
    kept, for an invented one where data is real, and the other way about.
    """
    world = _world_of(place, source, path, expects)
    with (
        store.running(place.engine, source.key, place.now) as run,
        workspace(place.folder, source.key) as room,
    ):
        progress(f"keeping {path.name}")
        file = BulkFile(
            url=url or f"file:{path.name}",
            fetched_at=place.now,
            sha256=place.archive.put_file(path, source.key),
            path=path,
            published_on=published_on,
        )
        try:
            part = _part(place, source, file, room, progress)
            _refuse_a_day_before(file, part)
            day = part.public_on or published_on or file.fetched_at.date()
            store.stamp(place.engine, world, day if world is World.REHEARSAL else None)
            saved = save_part(
                place.engine,
                run,
                _product(file, part.subject),
                part.counts,
                public_on=day,
                version=source.version,
            )
        except (SourceChangedError, ShrunkError, PublishedTooEarlyError) as error:
            _refuse(place, source, file, str(error))
            raise
        if part.odd:
            warned(_kept_apart(place, source, file, part))
        drift = store.close_run(place.engine, run, {}, place.now)
    return TakenIn(source=source.key, adopted=run.adopted, saved=(saved,), drift=drift)


def _world_of(place: Installation, source: BulkSource, path: Path, expects: World | None) -> World:
    """Whether a product is invented; raises where the data that it would stand beside is not."""
    world = World.REHEARSAL if source.is_rehearsal(head(path)) else World.REAL
    if expects is World.REAL and world is World.REHEARSAL:
        raise WrongFolderError(
            f"file:{path.name} is about invented companies; keep it apart from real data:"
            " name a folder of its own, such as --data data/rehearsal"
        )
    stamp = store.held_stamp(place.engine)
    if stamp is not None and stamp.world is not world:
        raise WrongWorldError(
            f"file:{path.name} is not taken in: this database holds {stamp.world} data and refuses"
            f" {world} data; name another folder with --data"
        )
    return world


def reread_bulk(
    place: Installation, source: BulkSource, progress: Progress = lambda _: None
) -> TakenIn:
    """Read the kept products again whose part is gone, or was made by an older reader."""
    with (
        store.running(place.engine, source.key, place.now) as run,
        workspace(place.folder, source.key) as room,
    ):
        saved: list[Saved] = []
        for held in unread_products(place, source):
            part = write_part(place, source, _file_of(place, held), room, progress)
            public_on = part.public_on or held.public_on
            saved.append(
                save_part(
                    place.engine,
                    run,
                    held.product,
                    part.counts,
                    public_on=public_on,
                    version=source.version,
                )
            )
        drift = store.close_run(place.engine, run, {}, place.now)
    return TakenIn(source=source.key, adopted=run.adopted, saved=tuple(saved), drift=drift)


def unread_products(place: Installation, source: BulkSource) -> tuple[HeldPart, ...]:
    """The kept products whose part is gone, or was made by an older reader."""
    newest = {held.product.sha256: held for held in published_parts(place.engine, source.key)}
    return tuple(
        held
        for digest, held in newest.items()
        if held.version != source.version
        or not place.archive.part(digest, source.version).is_file()
    )


def write_part(
    place: Installation, source: BulkSource, file: BulkFile, room: Path, progress: Progress
) -> Part:
    """Read a kept product into its Parquet, whole or not at all; `room` is the workspace."""
    final = place.archive.part(file.sha256, source.version)
    final.parent.mkdir(parents=True, exist_ok=True)
    half = place.archive.half_part(source.key)
    progress(f"unpacking {file.url}")
    try:
        with unpacked(place.archive.path_of(file.sha256), room, file) as laid:
            progress(f"reading {file.url}")
            part = source.read(replace(file, path=laid), half)
        half.replace(final)
    finally:
        half.unlink(missing_ok=True)
    return part


def _part(
    place: Installation, source: BulkSource, file: BulkFile, room: Path, progress: Progress
) -> Part:
    """What the product comes to; what the ledger notes of it, where it has been read before."""
    for held in published_parts(place.engine, source.key):
        is_same = (held.product.sha256, held.version) == (file.sha256, source.version)
        if is_same and place.archive.part(file.sha256, source.version).is_file():
            counts = tuple(Count(kind=kind, rows=rows) for kind, rows in held.rows.items())
            return Part(
                subject=held.product.subject,
                describes=held.public_on,
                public_on=held.public_on,
                counts=counts,
            )
    return write_part(place, source, file, room, progress)


def _refuse_a_day_before(file: BulkFile, part: Part) -> None:
    if file.published_on is not None and file.published_on < part.describes:
        raise PublishedTooEarlyError(
            f"{file.url} describes {part.describes} and cannot have been published on"
            f" {file.published_on}; take it in by itself, with its own day or with none"
        )


def _file_of(place: Installation, held: HeldPart) -> BulkFile:
    product = held.product
    return BulkFile(
        url=product.url,
        fetched_at=product.fetched_at,
        sha256=product.sha256,
        path=place.archive.path_of(product.sha256),
        published_on=product.published_on,
    )


def _product(file: BulkFile, subject: str) -> Product:
    return Product(
        subject=subject,
        url=file.url,
        fetched_at=file.fetched_at,
        sha256=file.sha256,
        published_on=file.published_on,
    )


def _refuse(place: Installation, source: BulkSource, file: BulkFile, problem: str) -> None:
    """Put a refused product in quarantine, unless the same bytes were published before."""
    with place.engine.connect() as connection:
        if not store.is_published(connection, source.key, file.sha256):
            place.archive.set_apart(file.sha256)
    store.refuse(place.engine, source.key, _product(file, ""), problem)


def _kept_apart(place: Installation, source: BulkSource, file: BulkFile, part: Part) -> str:
    """Put lines that nobody can read in quarantine, and give the warning about them."""
    lines = Document(url=file.url, fetched_at=file.fetched_at, body=part.odd)
    place.archive.quarantine(lines.body)
    store.refuse(place.engine, source.key, lines, part.odd_why)
    return f"{file.url}: {part.odd_why}; the first are kept as {lines.sha256[:12]}"
