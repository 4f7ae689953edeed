"""The page that lists every publication that is read."""

import inspect
from collections.abc import Iterator

from crawlers.source import Source
from crawlers.sources import sources
from db.records import Record
from oversight.docs.markdown import anchor, code, facts, heading, link, page, table


def text() -> str:
    """The page."""
    known = sources()
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
        *(block for source in known for block in _source(source)),
    )


def documentation(source: Source) -> str:
    """The docstring of the file that defines a source."""
    return inspect.getdoc(inspect.getmodule(source.parse)) or ""


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
            "Read, but masked when a cited row is shown": ", ".join(map(code, source.masked))
            or "nothing",
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


def _fewest(source: Source, kind: type[Record]) -> str:
    """The floors of one kind, each with how the subjects begin that it holds for."""
    floors = [
        f"{floors[kind]:,} ({code(begins)} …)"
        for begins, floors in source.floors.items()
        if kind in floors
    ]
    return "; ".join(floors) or "no floor"
