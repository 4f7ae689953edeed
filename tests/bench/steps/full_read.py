"""Ours: recognise, read and check the workbook, then store it in a fresh database and archive."""

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

from crawlers.sources.ofsted_annual import SOURCE
from db import store
from db.archive import FolderArchive
from db.engine import open_database
from db.records import Document, Record
from oversight.clock import now
from tests.bench.steps.memory import peak_mb

Floors = Mapping[str, Mapping[type[Record], int]]


def main(path: str, folder: str) -> None:
    """Print how long reading and storing took, what was read, and how much memory was held."""
    started = perf_counter()
    document = Document(
        url=f"file:{Path(path).name}", fetched_at=now(), body=Path(path).read_bytes()
    )
    if not SOURCE.recognises(document):
        raise SystemExit(f"{path} is not the yearly workbook")
    floors: Floors = {} if SOURCE.is_rehearsal(document) else SOURCE.floors
    records = [found for found in SOURCE.parse(document) if isinstance(found, Record)]
    read = perf_counter()
    _store(document, records, floors, Path(folder))
    stored = perf_counter()
    found = {
        "read_s": read - started,
        "stored_s": stored - read,
        "records": Counter(type(record).__name__ for record in records),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


def _store(document: Document, records: list[Record], floors: Floors, folder: Path) -> None:
    FolderArchive(folder=folder / "archive").put(document.body)
    engine = open_database(f"sqlite:///{folder / 'oversight.sqlite'}")
    with store.running(engine, SOURCE.key, now()) as run:
        store.save_subject(
            engine, run, SOURCE.subject(records), document, records, version=SOURCE.version
        )
        store.close_run(engine, run, floors, now())
    engine.dispose()


if __name__ == "__main__":
    main(*sys.argv[1:])
