"""What a document that no source knows looks like, and what to do about it, in few words.

Members and headings are named and values never are: they may be people's.
"""

import csv
import re
from collections.abc import Iterable
from typing import Any, cast

from crawlers.companies_house.answers import HOW_TO_JOIN, content
from crawlers.json_reading import Json, NotJsonError, error_words, json_value
from db.records import Document

NAMED = 4
"""Members or headings that are named; more are counted."""
NAME_IT = "`oversight sources` lists what is read here, and --source KEY tells what is amiss"
AS_GIVEN = "of JSON, answers of the Companies House API are read, each as the API gave it"
_HEADING = re.compile(r"[A-Za-z][A-Za-z _/'-]{0,40}")


def looks_like(document: Document) -> str:
    """The kind of document, what was met in it, and what to do: the end of a sentence."""
    start = document.body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start in {b"{", b"["}:
        return _json(document)
    headings = _headings(document.body)
    if headings:
        return f"it looks like a table with {_some('column', headings)}; {NAME_IT}"
    return f"it looks like text that is no table; {NAME_IT}"


def _json(document: Document) -> str:
    try:
        value = json_value(document)
    except NotJsonError as error:
        return f"it looks like JSON and cannot be read: {error}; fetch it again, one answer a file"
    if isinstance(value, list):
        return (
            f"it is a JSON list of {len(value):,}: join the pages of one register in one file"
            f" {HOW_TO_JOIN}, and save any other answer by itself; {AS_GIVEN}"
        )
    said = content(document)
    for name in ("errors", "error"):
        if said.get(name) is not None:
            return _error(said, said[name])
    return f"it looks like a JSON object with {_some('member', said)}; {AS_GIVEN}"


def _error(said: dict[str, Any], error: Json) -> str:
    kinds = [one.get("type") for one in (said, *(e for e in _each(error)))]
    is_theirs = any(str(kind).startswith("ch:") for kind in kinds)
    whose = "the Companies House API's" if is_theirs else "an API's"
    words = ", ".join(sorted(error_words(error)))
    return (
        f"it is {whose} error answer ({words}) and holds no register; ask again once the cause is"
        " gone"
    )


def _each(error: Json) -> list[dict[str, Any]]:
    found = error if isinstance(error, list) else [error]
    return [cast("dict[str, Any]", one) for one in found if isinstance(one, dict)]


def _headings(body: bytes) -> list[str]:
    """The cells of the first filled line that may be headings; none when there is but one cell."""
    lines = body[:10_000].decode("utf-8-sig", errors="replace").splitlines()
    for line in lines:
        if line.strip():
            cells = next(csv.reader([line]))
            return [c.strip() for c in cells if _HEADING.fullmatch(c.strip())] if cells[1:] else []
    return []


def _some(what: str, names: Iterable[str]) -> str:
    """How many there are, and the first few by name."""
    every = list(names)
    plural = "s"[: len(every) != 1]
    rest = ", …" if len(every) > NAMED else ""
    listed = ", ".join(repr(name) for name in every[:NAMED])
    return f"{len(every)} {what}{plural} ({listed}{rest})" if every else f"no {what}s"
