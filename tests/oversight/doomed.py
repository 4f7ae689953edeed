"""Work that is killed at one moment. Tests start this as a process of its own.

`python -m tests.oversight.doomed FOLDER ingest FILE` dies when a document that is too small has
been withdrawn, before its body is moved. `python -m tests.oversight.doomed FOLDER reread` dies
when a better reader begins with its second document.
"""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from crawlers.source import Follow, Source
from crawlers.sources.ofsted_annual import SOURCE
from db.archive import FolderArchive
from db.records import Document, Record
from oversight import clock, taking_in
from oversight.installation import open_installation

documents = count(1)


def die(*_: Any) -> None:
    """End this process as the kernel would."""
    os.kill(os.getpid(), signal.SIGKILL)


def once(document: Document) -> Iterator[Record | Follow]:
    """Read one document; die at the next."""
    if next(documents) > 1:
        die()
    yield from SOURCE.parse(document)


def better() -> tuple[Source, ...]:
    """A catalogue of one source, with a newer reader."""
    return (replace(SOURCE, version=SOURCE.version + 1, parse=once),)


if __name__ == "__main__":
    place = open_installation(Path(sys.argv[1]), None, clock.now())
    if sys.argv[2] == "ingest":
        FolderArchive.set_apart = die
        taking_in.take_in(place, [Path(sys.argv[3])])
    else:
        taking_in.sources = better
        taking_in.reread(place, SOURCE.key)
