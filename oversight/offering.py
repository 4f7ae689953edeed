"""What somebody offers to take in: the documents in files, and the source that knows each.

A body that nobody can make sense of goes to quarantine, with the reason.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from crawlers.pipeline import NotRecognisedError, refusing
from crawlers.reading import SourceChangedError
from crawlers.source import Source
from crawlers.sources import sources
from crawlers.unknown import looks_like
from crawlers.workbook import is_zip_of_files, refuse_what_is_no_table, unzip
from db.records import Document
from db.store import WrongWorldError
from db.tables import World
from db.whose import SameBytesError
from oversight.installation import Installation


class WrongFolderError(Exception):
    """An invented document was offered to the folder for real ones."""


LARGEST_DOCUMENT = 200_000_000
"""Bytes. Ofsted's largest workbook has 3 million; larger ones are read as bulk products only."""
REFUSALS = (
    NotRecognisedError,
    SameBytesError,
    SourceChangedError,
    WrongFolderError,
    WrongWorldError,
)
"""What may be wrong with one file."""
Progress = Callable[[str], None]
Refuse = Callable[[Exception], None]
"""What to do about a file that cannot be taken in: go on to the next one, or raise."""


def stop_at_it(error: Exception) -> NoReturn:
    """Raise what is wrong with a file."""
    raise error


@dataclass(frozen=True, kw_only=True)
class Offered:
    """The documents of each source, and the sources of which a document was refused."""

    found: dict[str, list[Document]] = field(default_factory=dict[str, list[Document]])
    spoilt: set[str] = field(default_factory=set[str])


def offer(
    place: Installation,
    paths: Sequence[Path],
    *,
    only: str | None,
    published_on: date | None,
    expects: World | None,
    progress: Progress,
    passed_over: Progress,
    refused: Refuse,
) -> Offered:
    """Find the source of each document in files, folders and zips of files.

    Raises NotRecognisedError when there is nothing at all to take in, nor to refuse.
    """
    offered = Offered()
    refusals: list[Exception] = []

    def refuse(error: Exception) -> None:
        refusals.append(error)
        refused(error)

    for document, is_named in documents(place, paths, published_on, refuse):
        progress(f"recognising {document.url}")
        try:
            source = recognise(place, document, only)
            other = None if is_named else source.not_read(document)
            if other is None:
                refuse_the_other_world(place, source, document, expects)
                offered.found.setdefault(source.key, []).append(document)
            else:
                passed_over(f"{document.url} is passed over: not read here: this is {other}")
        except REFUSALS as error:
            if only is not None:
                offered.spoilt.add(only)
            refuse(error)
    if not offered.found and not refusals:
        names = ", ".join(path.name for path in paths)
        raise NotRecognisedError(
            f"there is no file in {names} that is read here; name the downloaded file itself"
        )
    return offered


def documents(
    place: Installation, paths: Iterable[Path], published_on: date | None, refuse: Refuse
) -> Iterator[tuple[Document, bool]]:
    """Yield the documents in files, folders and zips, and whether each was named itself.

    Only names are kept, never where they lay.
    """
    for path in paths:
        for file in visible_files(path) if path.is_dir() else [path]:
            try:
                found = _documents_in(place, file, published_on)
            except (*REFUSALS, OSError) as error:
                refuse(error)
                continue
            named = f"file:{file.name}" if file == path else None
            yield from ((document, document.url == named) for document in found)


def visible_files(folder: Path) -> list[Path]:
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
    with refusing(place, "unrecognised", document):
        refuse_what_is_no_table(document)
        raise NotRecognisedError(
            f"{document.url} is none of the publications that are read here: {looks_like(document)}"
        )


def _documents_in(place: Installation, file: Path, published_on: date | None) -> list[Document]:
    """The document that a file is, or those that it holds if it is a zip of files.

    Raises NotRecognisedError, the file unread, for one larger than any document.
    """
    size = file.stat().st_size
    if size > LARGEST_DOCUMENT:
        raise NotRecognisedError(
            f"file:{file.name} has {size:,} bytes, more than any document that is read here, and"
            " does not begin as a bulk product does: it is cut short, or the publisher has changed"
            " it; download it again"
        )
    document = Document(
        url=f"file:{file.name}",
        fetched_at=place.now,
        body=file.read_bytes(),
        published_on=published_on,
    )
    if not is_zip_of_files(document) or any(one.recognises(document) for one in sources()):
        return [document]
    with refusing(place, "unrecognised", document):
        members = unzip(document)
    return [replace(document, url=f"{document.url}/{name}", body=body) for name, body in members]


def refuse_the_other_world(
    place: Installation, source: Source, document: Document, expects: World | None
) -> None:
    """Raise WrongFolderError for an invented document where real ones are expected."""
    if expects is not World.REAL or source.is_ours:
        return
    with refusing(place, source.key, document):
        invented = source.is_rehearsal(document)
    if invented:
        raise WrongFolderError(
            f"{document.url} says of itself that it is invented; keep it apart from real data:"
            " name a folder of its own, such as --data data/rehearsal"
        )
