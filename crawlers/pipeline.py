"""From a document to its place in the store: read it, keep it and commit it, or set it apart.

The same steps serve what a crawl fetches and what somebody hands over.
"""

from collections.abc import Generator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from pydantic import ValidationError
from sqlalchemy import Engine

from crawlers.facts_beside import keep_facts
from crawlers.noting import noting
from crawlers.reading import SourceChangedError
from crawlers.source import Follow, Source
from db import store
from db.archive import FolderArchive
from db.facts_part import FactRows
from db.records import Document, Record


class NotRecognisedError(Exception):
    """No source knows what a document is."""


class Keeper(Protocol):
    """Where documents and records are kept."""

    @property
    def engine(self) -> Engine:
        """The database."""
        ...

    @property
    def archive(self) -> FolderArchive:
        """Where bodies lie."""
        ...


@dataclass(frozen=True, kw_only=True)
class Read:
    """What a document states, where it leads, and the day from which it counts."""

    records: Sequence[Record]
    follows: tuple[Follow, ...]
    public_from: date | None
    issued_on: date | None
    beside: Sequence[FactRows] = ()
    """What makes the rows that are kept as a part beside the body, and not as records."""


def read(source: Source, document: Document) -> Read:
    """All that a document states; SourceChangedError when it is nothing, or impossible."""
    records: list[Record] = []
    follows: list[Follow] = []
    try:
        with noting() as noted:
            for found in source.parse(document):
                if isinstance(found, Record):
                    records.append(found)
                else:
                    follows.append(found)
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{error.title}.{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise SourceChangedError(document, "", problem) from None
    if not records:
        raise SourceChangedError(document, "", "it holds no records")
    return Read(
        records=records,
        follows=tuple(follows),
        public_from=noted.public_from,
        issued_on=noted.issued_on,
        beside=noted.beside,
    )


def keep(archive: FolderArchive, source: Source, document: Document, found: Read) -> None:
    """Keep a document's body, and its facts beside it: whole on disk before this returns."""
    archive.put(document.body)
    keep_facts(archive, document.sha256, source.version, found.beside)


@contextmanager
def refusing(place: Keeper, source: str, document: Document) -> Generator[None]:
    """Put the body in quarantine, with the reason, when the block cannot make sense of it."""
    try:
        yield
    except (SourceChangedError, NotRecognisedError) as error:
        place.archive.quarantine(document.body)
        store.refuse(place.engine, source, document, str(error))
        raise


@contextmanager
def naming(document: Document) -> Generator[None]:
    """Note the address of the document on whatever fault ends the block: ours say none."""
    with ExitStack() as at_its_end:
        at_its_end.push(partial(_note, document))
        yield


def _note(document: Document, _kind: object, fault: BaseException | None, _trace: object) -> None:
    if fault is not None:
        fault.add_note(f"while reading {document.url}")
