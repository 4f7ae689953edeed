"""Take in documents: recognise, keep, read, commit subject by subject, and publish the run.

The same steps serve files that someone downloaded, the project's own tables, and bodies from
the archive that a better reader reads again.
"""

from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from crawlers.facts_beside import keep_facts
from crawlers.own_tables import own_tables
from crawlers.pipeline import keep, read, refusing
from crawlers.source import Source
from crawlers.sources import sources
from db import ledger, store
from db.drift import Line
from db.engine import writing
from db.locks import BusyError
from db.records import Document, Record
from db.saving import save_reading
from db.snapshot import covers_inspected_only
from db.store import OpenRun, Saved, TooFewRecordsError, WrongWorldError
from db.tables import World
from oversight.facts_lost import make_again
from oversight.installation import Installation
from oversight.offering import (
    REFUSALS,
    Offered,
    Progress,
    Refuse,
    offer,
    stop_at_it,
)


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """What became of one source's documents."""

    source: str
    adopted: tuple[str, ...]
    saved: tuple[Saved, ...]
    drift: tuple[Line, ...]
    is_published: bool = True
    """False where a refused document left the run unclosed: what is saved waits for the next."""
    is_hindered: bool = False
    """True where something was not given or was refused."""


def take_in(
    place: Installation,
    paths: Sequence[Path],
    *,
    only: str | None = None,
    published_on: date | None = None,
    expects: World | None = None,
    progress: Progress = lambda _: None,
    passed_over: Progress = lambda _: None,
    refused: Refuse = stop_at_it,
) -> list[TakenIn]:
    """Take in files, folders and zips of files; give what became of each source's documents.

    A publication that is known but not read here is passed over, and told of, where it lies in a
    folder or a zip; a file that is named itself is refused.
    Tells `refused` what is wrong with each document that cannot be taken in; that body goes to
    quarantine, and of its source nothing new becomes visible: what was good waits for the next
    run. Unless told otherwise, raises it at the first.
    """
    offered = offer(
        place,
        paths,
        only=only,
        published_on=published_on,
        expects=expects,
        progress=progress,
        passed_over=passed_over,
        refused=refused,
    )
    return _in_runs(place, offered, progress, refused) if offered.found else []


def _in_runs(
    place: Installation, offered: Offered, progress: Progress, refuse: Refuse
) -> list[TakenIn]:
    by_key = {source.key: source for source in sources()}
    place = _in_its_own_time(place, by_key, offered, refuse)
    take_in_our_tables(place)
    taken: list[TakenIn] = []
    for key in sorted(key for key, found in offered.found.items() if found):
        try:
            taken.append(
                _run(
                    place,
                    by_key[key],
                    offered.found[key],
                    progress,
                    refuse,
                    is_spoilt=key in offered.spoilt,
                )
            )
        except BusyError as error:
            refuse(error)
    take_in_our_tables(place)  # now it is known whose world it is
    return taken


def take_in_our_tables(place: Installation) -> None:
    """Take in the project's own tables as this release ships them, unless it has been done.

    Those of the real market are taken in once it is known that the data is real.
    """
    stamp = store.held_stamp(place.engine)
    ours = own_tables(of_real_market=stamp is not None and stamp.world is World.REAL)
    for source in (source for source in sources() if source.key in ours):
        shipped = [
            Document(url=f"package:{name}", fetched_at=place.now, body=body)
            for name, body in ours[source.key]
        ]
        with place.engine.connect() as connection:
            new = [
                document
                for document in shipped
                if not store.is_published(connection, source.key, document.sha256)
            ]
        if new:
            _run(place, source, new, lambda _: None, stop_at_it)


def reread(place: Installation, key: str, progress: Progress = lambda _: None) -> TakenIn:
    """Read a source's kept bodies again with today's reader, where an older one read them.

    Nothing becomes visible unless all of them can be read. Parts of facts that are gone are made
    again.
    """
    source = next(source for source in sources() if source.key == key)
    with _running(place, source, rereads=True) as run:
        saved: list[Saved] = []
        again: list[str] = []
        for fetch in store.unread(place.engine, source.key, source.version, run):
            document = Document(
                url=fetch.url,
                fetched_at=fetch.fetched_at,
                body=place.archive.get(fetch.sha256),
                published_on=fetch.published_on,
            )
            progress(f"reading {fetch.subject} again")
            found = read(source, document)
            keep_facts(place.archive, document.sha256, source.version, found.beside)
            again.append(document.sha256)
            with writing(place.engine).begin() as connection:
                save_reading(
                    connection,
                    run,
                    document.sha256,
                    found.records,
                    version=source.version,
                    public_from=found.public_from,
                    issued_on=found.issued_on,
                )
            saved.append(
                Saved(
                    subject=fetch.subject,
                    records=len(found.records),
                    new=True,
                    inspected_only=covers_inspected_only(found.records),
                )
            )
        drift = store.close_run(place.engine, run, _floors(place, source), place.now)
    for sha256 in again:
        place.archive.drop_older_parts(sha256, source.version)
    for lost in make_again(place, source, progress):
        progress(f"made the facts of {lost.sha256[:12]} again")
    return TakenIn(source=key, adopted=run.adopted, saved=tuple(saved), drift=drift)


def _in_its_own_time(
    place: Installation, by_key: Mapping[str, Source], offered: Offered, refuse: Refuse
) -> Installation:
    """The place of a rehearsal, as on the day when the newest of its documents came out.

    A rehearsal begins on that day whatever the clock says, and moves on to it, so that what is
    taken in later never counts as older, nor as fetched before it came out.
    """
    stamp = store.held_stamp(place.engine)
    if stamp is not None and stamp.world is World.REAL:
        return place
    days: list[date] = []
    for key, found in offered.found.items():
        for document in tuple(found):
            try:
                with refusing(place, key, document):
                    if by_key[key].is_rehearsal(document):
                        days += (record.public_on for record in read(by_key[key], document).records)
            except REFUSALS as error:
                refuse(error)
                found.remove(document)
                offered.spoilt.add(key)
    if not days:
        return place
    noon = datetime.combine(max(days), time(12), tzinfo=UTC)
    now = noon if stamp is None else max(noon, place.now)
    for key, found in offered.found.items():
        offered.found[key] = [replace(document, fetched_at=now) for document in found]
    return replace(place, now=now)


def _run(
    place: Installation,
    source: Source,
    documents: Iterable[Document],
    progress: Progress,
    refuse: Refuse,
    *,
    is_spoilt: bool = False,
) -> TakenIn:
    saved: list[Saved] = []
    drift: tuple[Line, ...] = ()
    with _running(place, source) as run:
        for document in documents:
            try:
                saved.append(_take_in_one(place, run, source, document, progress))
            except REFUSALS as error:
                is_spoilt = True
                refuse(error)
        try:
            if not is_spoilt:
                drift = store.close_run(place.engine, run, _floors(place, source), place.now)
        except TooFewRecordsError as error:
            is_spoilt = True
            for subject, problem in error.problems:
                saved = [one for one in saved if one.subject != subject]
                refuse(TooFewRecordsError([(subject, problem)]))
    return TakenIn(
        source=source.key,
        adopted=run.adopted,
        saved=tuple(saved),
        drift=drift,
        is_published=not is_spoilt,
    )


@contextmanager
def _running(place: Installation, source: Source, *, rereads: bool = False) -> Generator[OpenRun]:
    """A run; what it withdrew, or what one that was killed had, lies in quarantine at its end."""
    with store.running(place.engine, source.key, place.now, rereads=rereads) as run:
        try:
            yield run
        finally:
            for sha256 in ledger.withdrawn(place.engine, source.key):
                place.archive.set_apart(sha256)


def _take_in_one(
    place: Installation, run: OpenRun, source: Source, document: Document, progress: Progress
) -> Saved:
    progress(f"reading {document.url}")
    with refusing(place, source.key, document):
        found = read(source, document)
        records = found.records
        if not source.is_ours:
            world = World.REHEARSAL if source.is_rehearsal(document) else World.REAL
            newest = max(record.public_on for record in records)
            _stamp(place, document, world, newest)
    keep(place.archive, source, document, found)
    progress(f"storing {len(records):,} records of {document.url}")
    saved = store.save_subject(
        place.engine,
        run,
        source.subject(records),
        document,
        records,
        version=source.version,
        public_from=found.public_from,
        issued_on=found.issued_on,
    )
    return replace(saved, inspected_only=covers_inspected_only(records))


def _stamp(place: Installation, document: Document, world: World, newest: date) -> None:
    try:
        store.stamp(place.engine, world, newest if world is World.REHEARSAL else None)
    except WrongWorldError as error:
        raise WrongWorldError(f"{document.url} is not taken in: {error}") from None


def _floors(place: Installation, source: Source) -> Mapping[str, Mapping[type[Record], int]]:
    """The source's floors, where the data is real: a rehearsal may be as small as it likes."""
    stamp = store.held_stamp(place.engine)
    return source.floors if stamp is not None and stamp.world is World.REAL else {}
