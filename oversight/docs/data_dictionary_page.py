"""The page that describes every kind of record, field by field."""

import inspect
import sys
from collections.abc import Iterator
from datetime import date, datetime
from enum import StrEnum
from types import NoneType
from typing import Annotated, Any, cast, get_args, get_origin, get_type_hints

from db import records
from db.records import KINDS, Record, Shape, Vocabulary
from oversight.docs.docstrings import attributes
from oversight.docs.markdown import anchor, bullets, code, facts, heading, link, page, table

PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "yes or no",
    date: "day",
    datetime: "moment, UTC",
}
"""Types in plain words."""


def text() -> str:
    """The page."""
    return page(
        "Data dictionary",
        "This page describes every kind of record that is kept, field by field, in the publishers'"
        " own terms.",
        "A record is one statement by one publisher. None in a field means that the publisher does"
        " not say; it never means zero.",
        heading("Shapes"),
        bullets(f"{shape}: {_under(Shape, shape.name)}" for shape in Shape),
        heading("Kinds of record"),
        bullets(link(kind.__name__, f"#{anchor(kind.__name__)}") for kind in KINDS),
        *(block for kind in KINDS for block in _kind(kind)),
        heading("Closed lists"),
        "A reader stops at a word that its list lacks.",
        *(block for words in _enumerations() for block in _enumeration(words)),
        heading("Texts of a fixed form"),
        *(block for name in _forms() for block in _form(name)),
    )


def unit(kind: type[Record], name: str) -> str:
    """The unit of a field; empty for what has none."""
    return cast("dict[str, str]", kind.model_fields[name].json_schema_extra)["unit"]


def _kind(kind: type[Record]) -> Iterator[str]:
    hints = get_type_hints(kind, include_extras=True)
    yield heading(kind.__name__, 3)
    yield inspect.getdoc(kind) or ""
    yield facts(
        {
            "Shape": kind.shape,
            "Identity": ", ".join(map(code, kind.identity)),
            "Dated by": code(kind.dated_by),
        }
    )
    yield table(
        ("Field", "Type", "Unit", "May be not published", "Meaning"),
        [_field(kind, name, hints[name]) for name in kind.model_fields],
    )
    for name in kind.model_fields:
        for known in (m for m in kind.model_fields[name].metadata if isinstance(m, Vocabulary)):
            yield f"Known words of {code(name)}; a reading counts any other:"
            yield bullets(sorted(known.words))


def _field(kind: type[Record], name: str, hint: object) -> tuple[str, ...]:
    field = kind.model_fields[name]
    least = [f" from {rule.ge}" for rule in field.metadata if hasattr(rule, "ge")]
    return (
        code(name),
        _written(hint) + "".join(least),
        unit(kind, name),
        "yes" if NoneType in _parts(hint) else "no",
        field.description or "",
    )


def _written(hint: object) -> str:
    """A type in plain words, linked to its list or form where it has one."""
    name = next((name for name, form in _forms().items() if form in (hint, *get_args(hint))), None)
    if name is not None:
        return link(name, f"#{anchor(name)}")
    part = next(part for part in _parts(hint) if part is not NoneType)
    if isinstance(part, type) and issubclass(part, StrEnum):
        return link(part.__name__, f"#{anchor(part.__name__)}")
    return PLAIN[part]


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - any annotation
    """The plain types that an annotation joins."""
    if get_origin(hint) is Annotated:
        yield from _parts(get_args(hint)[0])
    elif get_args(hint):
        for part in get_args(hint):
            yield from _parts(part)
    else:
        yield hint


def _forms() -> dict[str, object]:
    """Texts of a fixed form, by name: the annotated types that the vocabulary exports."""
    exported = {name: getattr(records, name) for name in records.__all__}
    return {name: kept for name, kept in exported.items() if get_origin(kept) is Annotated}


def _form(name: str) -> Iterator[str]:
    yield heading(name, 3)
    yield next(
        attributes(module)[name]
        for key, module in sorted(sys.modules.items())
        if key.startswith("db.") and name in attributes(module)
    )


def _enumerations() -> list[type[StrEnum]]:
    exported = [getattr(records, name) for name in records.__all__]
    return [
        kept
        for kept in exported
        if isinstance(kept, type) and issubclass(kept, StrEnum) and kept is not Shape
    ]


def _enumeration(words: type[StrEnum]) -> Iterator[str]:
    yield heading(words.__name__, 3)
    yield inspect.getdoc(words) or ""
    yield bullets(f"{word}{_after(_under(words, word.name))}" for word in words)


def _under(words: type[StrEnum], name: str) -> str:
    """What stands under a word where its list is defined; nothing when nothing does."""
    return attributes(sys.modules[words.__module__]).get(f"{words.__name__}.{name}", "")


def _after(said: str) -> str:
    return f": {said}" if said else ""
