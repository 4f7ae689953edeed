"""The page that describes every command, its options, and the JSON that it prints."""

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, ParameterInfo

from oversight.__main__ import app
from oversight.docs.markdown import anchor, code, heading, link, page, table
from oversight.docs.row_fields import OBJECTS, QUESTION, ROWS, Fields

PLAIN = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "switch",
    date: "day",
    datetime: "day or moment",
    Path: "path",
}
"""Types of options in plain words."""
EXITS = (
    "Data goes to standard output, progress and notes to standard error. Exit 0 means done, 1"
    " that the work failed or found what needs a person, 2 that the command was asked wrongly."
)
JSON = (
    "With `--json` a command prints one object, whose answer lies in its `rows`. Money is whole"
    " pounds, a share is 0 to 1, a day is YYYY-MM-DD. What is not published is null, and a field"
    " ending in `_why` says why."
)
QUESTIONS = "The object that answers a question"
ANSWER = link("the answer", f"#{anchor(QUESTIONS)}")


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One argument or option of a command."""

    spelled: str
    is_argument: bool
    type: str
    unless_told: str
    is_needed: bool
    help: str


@dataclass(frozen=True, kw_only=True)
class Command:
    """One command: its name, what it does, and its parameters in order."""

    name: str
    help: str
    parameters: tuple[Parameter, ...]

    @property
    def is_question(self) -> bool:
        """True when it asks about a day and answers in JSON."""
        return {"--as-of", "--json"} <= {parameter.spelled for parameter in self.parameters}


def commands() -> tuple[Command, ...]:
    """Every command, in the order in which the command line lists them."""
    return tuple(
        _command(known.name, known.callback)
        for known in app.registered_commands
        if known.name is not None and known.callback is not None
    )


def text() -> str:
    """The page."""
    known = commands()
    return page(
        "The command line",
        "This page describes every command of `oversight`, its options, and the fields of the"
        " JSON that it prints.",
        EXITS,
        JSON,
        table(
            ("Command", "What it does"),
            [(link(code(f"oversight {c.name}"), f"#oversight-{c.name}"), c.help) for c in known],
        ),
        heading(QUESTIONS),
        f"{', '.join(code(c.name) for c in known if c.is_question)} print one, with `--json`:",
        _fields(QUESTION),
        *(block for command in known for block in _described(command)),
    )


def _command(name: str, callback: Callable[..., Any]) -> Command:
    hints = get_type_hints(callback, include_extras=True)
    return Command(
        name=name,
        help=inspect.getdoc(callback) or "",
        parameters=tuple(
            _parameter(parameter, hints[parameter.name])
            for parameter in inspect.signature(callback).parameters.values()
        ),
    )


def _parameter(parameter: inspect.Parameter, hint: object) -> Parameter:
    told: ParameterInfo | None = next(
        (extra for extra in getattr(hint, "__metadata__", ()) if isinstance(extra, ParameterInfo)),
        None,
    )
    if told is None:
        raise TypeError(f"the parameter {parameter.name!r} of a command has no help")
    is_argument = isinstance(told, ArgumentInfo)
    name = parameter.name.rstrip("_")  # which a word of Python's own, such as `import`, ends in
    named = name.upper() if is_argument else f"--{name.replace('_', '-')}"
    kind, many = _kind(get_args(hint)[0])
    needed = parameter.default is inspect.Parameter.empty
    return Parameter(
        spelled=" ".join(told.param_decls or (named,)) + ("…" if many else ""),
        is_argument=is_argument,
        type=kind,
        unless_told="" if needed else _default(parameter.default),
        is_needed=needed,
        help=(told.help or "") + _environment(told),
    )


def _default(value: object) -> str:
    if value is None:
        return ""
    return "off" if value is False else str(value)


def _environment(told: ParameterInfo) -> str:
    return f" Or set {code(str(told.envvar))}." if told.envvar else ""


def _kind(hint: Any) -> tuple[str, bool]:  # noqa: ANN401 - any annotation
    """A type in plain words, and whether it may be given several times."""
    if get_origin(hint) is list:
        return _kind(get_args(hint)[0])[0], True
    if get_args(hint):
        return _kind(next(part for part in get_args(hint) if part is not NoneType))
    if issubclass(hint, StrEnum):
        return f"one of: {', '.join(hint)}", False
    return PLAIN[hint], False


def _described(command: Command) -> Iterator[str]:
    yield heading(code(f"oversight {command.name}"))
    yield _flowing(command.help)
    arguments = [p for p in command.parameters if p.is_argument]
    options = [p for p in command.parameters if not p.is_argument]
    spelled = [p.spelled if p.is_needed else f"[{p.spelled}]" for p in arguments]
    yield code(" ".join(("oversight", command.name, *spelled, "[OPTIONS]" if options else "")))
    if arguments:
        yield table(
            ("Argument", "Type", "Meaning"),
            [(code(p.spelled), p.type, p.help) for p in arguments],
        )
    if options:
        yield table(
            ("Option", "Type", "Unless told", "Meaning"),
            [(code(p.spelled), p.type, p.unless_told, p.help) for p in options],
        )
    if command.name in OBJECTS:
        yield f"With `--json`, {f'beside {ANSWER}' if command.is_question else 'the object'}:"
        yield _fields(OBJECTS[command.name])
    if command.name in ROWS:
        yield f"With `--json`, each of the `rows`{f' of {ANSWER}' if command.is_question else ''}:"
        yield _fields(ROWS[command.name])


def _fields(fields: Fields) -> str:
    return table(
        ("Field", "Type", "Meaning"),
        [(code(name), field.type, field.meaning) for name, field in fields.items()],
    )


def _flowing(text: str) -> str:
    return re.sub(r"\s+", " ", text)
