"""Bodies made wrong: a file without its end, JSON that is none, a heading that is another."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZipFile, is_zipfile

from crawlers.rehearsal.publishing import Answer
from crawlers.rehearsal.site.copies import copied
from crawlers.rehearsal.site.faults import Fault, Kind

OK = 200

Transformer = Callable[[bytes], bytes]
"""A body made into another; gives the same bytes back where it has nothing to change."""


def truncated(body: bytes) -> bytes:
    """The first two thirds of a file."""
    return body[: len(body) * 2 // 3]


def malformed(body: bytes) -> bytes:
    """JSON with a comma too many before its last bracket."""
    whole = body.rstrip()
    return whole[:-1] + b",," + whole[-1:]


def renamed(body: bytes, heading: str, to: str) -> bytes:
    """A workbook, a zip of tables or a table, with one heading called something else.

    In a workbook it changes wherever it fills a cell; in a table, where it first stands.
    """
    if not is_zipfile(BytesIO(body)):
        return _renamed_text("", body, heading, to)
    with ZipFile(BytesIO(body)) as before:
        members = [(member, before.read(member)) for member in before.infolist()]
    texts = [_renamed_text(member.filename, text, heading, to) for member, text in members]
    if texts == [text for _, text in members]:
        return body
    changed = BytesIO()
    with ZipFile(changed, "w") as after:
        for (member, _), text in zip(members, texts, strict=True):
            after.writestr(member, text)
    return changed.getvalue()


def _renamed_text(name: str, text: bytes, heading: str, to: str) -> bytes:
    if name.endswith((".xml", ".html")):
        return text.replace(f">{escape(heading)}<".encode(), f">{escape(to)}<".encode())
    return text.replace(heading.encode(), to.encode(), 1)


def spoilt(answer: Answer, fault: Fault, folder: Path) -> Answer:
    """An answer as a fault leaves it: the same one where the fault has nothing to change.

    A file is spoilt in a copy, kept in `folder`.
    """
    change = _change(answer, fault)
    if change is None or answer.status != OK or not answer.body:
        return answer
    if isinstance(answer.body, bytes):
        changed = change(answer.body)
        return answer if changed == answer.body else replace(answer, body=changed)
    whole = answer.body.read_bytes()
    changed = change(whole)
    if changed == whole:
        return answer
    return replace(answer, body=copied(changed, answer.body.name, folder))


def _change(answer: Answer, fault: Fault) -> Transformer | None:
    match fault.kind:
        case Kind.TRUNCATED:
            return truncated
        case Kind.MALFORMED if answer.media_type.partition(";")[0].endswith("json"):
            return malformed
        case Kind.RENAMED:
            return partial(renamed, heading=fault.heading, to=fault.renamed_to)
        case _:
            return None
