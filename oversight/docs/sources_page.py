"""The page that lists every publication that is read."""

import inspect
from collections.abc import Iterator
from importlib import import_module

from crawlers import sources as catalogue
from crawlers.source import BulkSource, KeptSource, Source, spare_nobody
from crawlers.sources import bulk_sources, kept_sources, sources
from db.records import Record
from oversight.docs.markdown import anchor, code, facts, heading, link, page, table


def text() -> str:
    """The page."""
    known = sorted((*sources(), *bulk_sources(), *kept_sources()), key=lambda source: source.key)
    return page(
        "Sources",
        "This page lists every publication that is read, under which licence, and what a reading"
        " must hold.",
        table(
            ("Key", "Publication", "Publisher", "Licence"),
            [
                (
                    link(code(source.key), f"#{anchor(source.key)}"),
                    source.title,
                    source.publisher,
                    link(source.licence.name, source.licence.url),
                )
                for source in known
            ],
        ),
        *(block for source in known for block in _blocks(source)),
    )


def documentation(source: Source | BulkSource) -> str:
    """The docstring of the file that defines a source."""
    reader = source.parse if isinstance(source, Source) else source.read
    return inspect.getdoc(inspect.getmodule(reader)) or ""


def _blocks(source: Source | BulkSource | KeptSource) -> Iterator[str]:
    if isinstance(source, Source):
        return _source(source)
    return _bulk(source) if isinstance(source, BulkSource) else _kept(source)


def _kept(source: KeptSource) -> Iterator[str]:
    yield heading(code(source.key))
    yield inspect.getdoc(import_module(f"{catalogue.__name__}.{source.key}")) or ""
    yield facts(
        {
            "Title": source.title,
            "Publisher": source.publisher,
            "Licence": link(source.licence.name, source.licence.url),
            "Page": link(source.page, source.page),
            "Cadence": source.cadence,
        }
    )
    yield (
        "It is kept whole and not read yet. A crawl comes to it only where its key is named in"
        " full, and keeps the newest file, or as many as `--most-files` says."
    )


def _bulk(source: BulkSource) -> Iterator[str]:
    yield heading(code(source.key))
    yield documentation(source)
    yield facts(
        {
            "Title": source.title,
            "Publisher": source.publisher,
            "Licence": link(source.licence.name, source.licence.url),
            "Page": link(source.page, source.page),
            "Cadence": source.cadence,
            "Reader": f"version {source.version}",
        }
    )
    into = "It is streamed to Parquet and makes no records"
    if source.extracts_for is None:
        yield f"{into}."
    else:
        reader = link(code(source.extracts_for), f"#{anchor(source.extracts_for)}")
        yield f"{into} itself: of watched companies they are made by {reader}."


def _source(source: Source) -> Iterator[str]:
    yield heading(code(source.key))
    yield documentation(source)
    yield facts(
        {
            "Title": source.title,
            "Publisher": source.publisher,
            "Licence": link(source.licence.name, source.licence.url),
            "Page": link(source.page, source.page),
            "Cadence": source.cadence,
            "Reader": f"version {source.version}",
            "Read, but masked when a cited row is shown": _masked(source),
        }
    )
    if source.is_ours:
        yield "The project keeps these tables itself, so they have no floor."
    yield table(
        ("Kind of record", "Fewest in a healthy document"),
        [
            (
                link(kind.__name__, f"data-dictionary.md#{anchor(kind.__name__)}"),
                _fewest(source, kind),
            )
            for kind in source.kinds
        ],
    )


def _masked(source: Source) -> str:
    headings = ", ".join(map(code, source.masked)) or "nothing"
    return headings if source.spares is spare_nobody else f"{headings}; names of bodies are shown"


def _fewest(source: Source, kind: type[Record]) -> str:
    """The floors of one kind, each with how the subjects begin that it holds for."""
    floors = [
        f"{floors[kind]:,} ({code(begins)} …)"
        for begins, floors in source.floors.items()
        if kind in floors
    ]
    return "; ".join(floors) or "no floor"
