"""Take in documents: recognise, keep, read, commit subject by subject, and publish the run.

The same steps serve files that someone downloaded, the project's own tables, and bodies from
the archive that a better reader reads again.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

from pydantic import ValidationError

from crawlers.reading import SourceChangedError
from crawlers.source import Source
from crawlers.sources import sources
from crawlers.sources.local_authorities import packaged
from crawlers.workbook import is_zip_of_files, refuse_what_is_no_table, unzip
from db import ledger, store
from db.drift import Line
from db.engine import writing
from db.records import Document, Record
from db.store import OpenRun, Saved
from db.tables import World
from oversight.installation import Installation

Progress = Callable[[str], None]
OURS = "local_authorities"


class NotRecognisedError(Exception):
    """No source knows what a document is."""


class WrongFolderError(Exception):
    """An invented document was offered to the folder for real ones."""


@dataclass(frozen=True, kw_only=True)
class TakenIn:
    """What became of one source's documents."""

    source: str
    adopted: tuple[str, ...]
    saved: tuple[Saved, ...]
    drift: tuple[Line, ...]


def take_in(
    place: Installation,
    paths: Sequence[Path],
    *,
    only: str | None = None,
    published_on: date | None = None,
    expects: World | None = None,
    progress: Progress = lambda _: None,
    passed_over: Progress = lambda _: None,
) -> list[TakenIn]:
    """Take in files, folders and zips of files; give what became of each source's documents.

    A publication that is known but not read here is passed over, and told of, where it lies in a
    folder or a zip; a file that is named itself is refused.
    Raises SourceChangedError, NotRecognisedError and others at the first document that cannot be
    taken in; that body goes to quarantine, and of its source nothing new becomes visible.
    """
    found: dict[str, list[Document]] = {}
    for document, is_named in documents(place, paths, published_on):
        progress(f"recognising {document.url}")
        source = recognise(place, document, only)
        other = None if is_named else source.not_read(document)
        if other is not None:
            passed_over(f"{document.url} is passed over: not read here: this is {other}")
            continue
        _refuse_the_other_world(place, source, document, expects)
        found.setdefault(source.key, []).append(document)
    if not found:
        names = ", ".join(path.name for path in paths)
        raise NotRecognisedError(
            f"there is no file in {names} that is read here; name the downloaded file itself"
        )
    by_key = {source.key: source for source in sources()}
    place, found = _in_its_own_time(place, by_key, found)
    take_in_our_tables(place)
    return [_run(place, by_key[key], found[key], progress) for key in sorted(found)]


def take_in_our_tables(place: Installation) -> None:
    """Take in the project's own tables as this release ships them, unless it has been done."""
    source = next(source for source in sources() if source.key == OURS)
    shipped = [
        Document(url=f"package:{name}", fetched_at=place.now, body=body)
        for name, body in packaged()
    ]
    with place.engine.connect() as connection:
        new = [
            document
            for document in shipped
            if not store.is_published(connection, source.key, document.sha256)
        ]
    if new:
        _run(place, source, new, lambda _: None)


def reread(place: Installation, key: str, progress: Progress = lambda _: None) -> TakenIn:
    """Read a source's kept bodies again with today's reader, where an older one read them.

    Nothing becomes visible unless all of them can be read.
    """
    source = next(source for source in sources() if source.key == key)
    with _running(place, source, rereads=True) as run:
        saved: list[Saved] = []
        for fetch in store.unread(place.engine, source.key, source.version, run):
            document = Document(
                url=fetch.url,
                fetched_at=fetch.fetched_at,
                body=place.archive.get(fetch.sha256),
                published_on=fetch.published_on,
            )
            progress(f"reading {fetch.subject} again")
            records = _read(source, document)
            with writing(place.engine).begin() as connection:
                store.save_reading(
                    connection, run, document.sha256, records, version=source.version
                )
            saved.append(Saved(subject=fetch.subject, records=len(records), new=True))
        drift = store.close_run(place.engine, run, _floors(place, source), place.now)
    return TakenIn(source=key, adopted=run.adopted, saved=tuple(saved), drift=drift)


def documents(
    place: Installation, paths: Iterable[Path], published_on: date | None
) -> Iterator[tuple[Document, bool]]:
    """Yield the documents in files, folders and zips, and whether each was named itself.

    Only names are kept, never where they lay.
    """
    for path in paths:
        files = _visible_files(path) if path.is_dir() else [path]
        for file in files:
            document = Document(
                url=f"file:{file.name}",
                fetched_at=place.now,
                body=file.read_bytes(),
                published_on=published_on,
            )
            if is_zip_of_files(document):
                yield from ((member, False) for member in _unzipped(place, document))
            else:
                yield document, file == path


def _visible_files(folder: Path) -> list[Path]:
    """The files of a folder in order, without those that an operating system hides in it."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def recognise(place: Installation, document: Document, only: str | None) -> Source:
    """The source that knows the document; NotRecognisedError, the body in quarantine, for none."""
    candidates = [source for source in sources() if only in (None, source.key)]
    for source in candidates:
        if source.recognises(document):
            return source
    if only is not None and candidates:
        return candidates[0]
    with _refusing(place, "unrecognised", document):
        refuse_what_is_no_table(document)
        keys = [source.key for source in candidates]
        raise NotRecognisedError(
            f"{document.url} is none of the publications that are read here ({keys});"
            " download the file again, or name its source with --source to see what is amiss"
        )


def _in_its_own_time(
    place: Installation, by_key: Mapping[str, Source], found: dict[str, list[Document]]
) -> tuple[Installation, dict[str, list[Document]]]:
    """The place and documents of a rehearsal, as on the day when the newest of them came out.

    A rehearsal begins on that day whatever the clock says, and moves on to it, so that what is
    taken in later never counts as older, nor as fetched before it came out.
    """
    stamp = store.held_stamp(place.engine)
    if stamp is not None and stamp.world is World.REAL:
        return place, found
    days: list[date] = []
    for key, offered in found.items():
        for document in offered:
            with _refusing(place, key, document):
                if by_key[key].is_rehearsal(document):
                    days += (record.public_on for record in _read(by_key[key], document))
    if not days:
        return place, found
    noon = datetime.combine(max(days), time(12), tzinfo=UTC)
    now = noon if stamp is None else max(noon, place.now)
    dated = {key: [replace(d, fetched_at=now) for d in offered] for key, offered in found.items()}
    return replace(place, now=now), dated


def _run(
    place: Installation, source: Source, documents: Iterable[Document], progress: Progress
) -> TakenIn:
    with _running(place, source) as run:
        saved = tuple(
            _take_in_one(place, run, source, document, progress) for document in documents
        )
        drift = store.close_run(place.engine, run, _floors(place, source), place.now)
    return TakenIn(source=source.key, adopted=run.adopted, saved=saved, drift=drift)


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
    with _refusing(place, source.key, document):
        records = _read(source, document)
        if not source.is_ours:
            world = World.REHEARSAL if source.is_rehearsal(document) else World.REAL
            newest = max(record.public_on for record in records)
            store.stamp(place.engine, world, newest if world is World.REHEARSAL else None)
    place.archive.put(document.body)
    progress(f"storing {len(records):,} records of {document.url}")
    return store.save_subject(
        place.engine, run, source.subject(records), document, records, version=source.version
    )


def _read(source: Source, document: Document) -> list[Record]:
    """All records of a document; SourceChangedError when it holds none, or an impossible one."""
    try:
        records = [found for found in source.parse(document) if isinstance(found, Record)]
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{error.title}.{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise SourceChangedError(document, "", problem) from None
    if not records:
        raise SourceChangedError(document, "", "it holds no records")
    return records


@contextmanager
def _refusing(place: Installation, source: str, document: Document) -> Generator[None]:
    """Put the body in quarantine, with the reason, when the block cannot make sense of it."""
    try:
        yield
    except (SourceChangedError, NotRecognisedError) as error:
        place.archive.quarantine(document.body)
        store.refuse(place.engine, source, document, str(error))
        raise


def _unzipped(place: Installation, container: Document) -> Iterator[Document]:
    with _refusing(place, "unrecognised", container):
        members = unzip(container)
    for name, body in members:
        yield replace(container, url=f"{container.url}/{name}", body=body)


def _refuse_the_other_world(
    place: Installation, source: Source, document: Document, expects: World | None
) -> None:
    if expects is not World.REAL or source.is_ours:
        return
    with _refusing(place, source.key, document):
        invented = source.is_rehearsal(document)
    if invented:
        raise WrongFolderError(
            f"{document.url} says of itself that it is invented; keep it apart from real data:"
            " name a folder of its own, such as --data data/rehearsal"
        )


def _floors(place: Installation, source: Source) -> Mapping[str, Mapping[type[Record], int]]:
    """The source's floors, where the data is real: a rehearsal may be as small as it likes."""
    stamp = store.held_stamp(place.engine)
    return source.floors if stamp is not None and stamp.world is World.REAL else {}
