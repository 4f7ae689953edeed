"""Read a JSON list of objects one by one, however long it is, out of its zip or bare.

A register may be one list of hundreds of thousands of objects: as a whole it would take gigabytes.
Places are those of the list itself: `#/17` is its eighteenth object (RFC 6901), also where the list
is the only file of the zip that was published.
"""

import codecs
import io
import json
from collections.abc import Iterator
from contextlib import ExitStack
from typing import IO, Any

from crawlers.container import DAMAGE, PACKINGS, opened
from crawlers.json_reading import NotJsonError, members_once, no_number
from crawlers.reading import SourceChangedError
from db.records import Document

CHUNK = 1 << 20
"""Characters read at once: an object that is longer is none of a register's."""
LARGEST_UNZIPPED = 2_000_000_000
"""Bytes. It is never held: the register of charities unzips to some 500 million."""
BLANK = " \t\r\n"
_DECODER = json.JSONDecoder(object_pairs_hook=members_once, parse_constant=no_number)


def each_object(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the pointer and the members of each object of the list that a document is.

    Raises SourceChangedError when the document is no list of objects, is cut short or damaged.
    """
    with ExitStack() as open_until_read:
        text = io.TextIOWrapper(_unpacked(document, open_until_read), encoding="utf-8-sig")
        reading = _Reading(document, text)
        reading.expect("[", "it is no JSON list")
        number = 0
        while number == 0 or reading.goes_on():
            if number == 0 and reading.next() == "]":
                break
            yield f"/{number}", reading.object(number)
            number += 1
        reading.ends()


def first_object(document: Document) -> dict[str, Any]:
    """The members of a list's first object; none for what is no such list. Reads no further."""
    if not document.body.startswith((b"PK", b"[", codecs.BOM_UTF8)):
        return {}
    try:
        return next((members for _, members in each_object(document)), dict[str, Any]())
    except SourceChangedError:
        return {}


def object_at(document: Document, place: int) -> dict[str, Any] | None:
    """The members of one object of a list, counted from 0; None where there is none."""
    if not first_object(document):
        return None
    wanted = f"/{place}"
    return next((found for pointer, found in each_object(document) if pointer == wanted), None)


def _unpacked(document: Document, until: ExitStack) -> IO[bytes]:
    """The bytes of a document, or of the only file in the zip that it is."""
    if not document.body.startswith(b"PK"):
        return io.BytesIO(document.body)
    container = until.enter_context(opened(document, largest=LARGEST_UNZIPPED))
    members = container.infolist()
    if len(members) != 1 or members[0].compress_type not in PACKINGS:
        raise SourceChangedError(
            document,
            "",
            f"the zip holds {[one.filename for one in members][:5]}, where one JSON file is"
            " expected; download it again, or unzip it and take in its files",
        )
    return container.open(members[0])


class _Reading:
    """The text of a list, of which only what is not read yet is held."""

    def __init__(self, document: Document, text: io.TextIOWrapper) -> None:
        self._document = document
        self._text = text
        self._held = ""
        self._at = 0
        self._read = 0

    def next(self) -> str:
        """The next character that is not blank, unread; none at the end."""
        while True:
            while self._at < len(self._held):
                if self._held[self._at] not in BLANK:
                    return self._held[self._at]
                self._at += 1
            if not self._more():
                return ""

    def expect(self, character: str, problem: str) -> None:
        """Read a character; SourceChangedError with the problem where another stands."""
        if self.next() != character:
            raise self.changed(problem)
        self._at += 1

    def goes_on(self) -> bool:
        """Whether another object follows the one that was read; reads the comma before it."""
        if self.next() == "]":
            return False
        self.expect(",", "the list is cut short, or holds something between its objects")
        return True

    def object(self, number: int) -> dict[str, Any]:
        """Read one object whole."""
        if self.next() != "{":
            raise self.changed(f"its entry {number} is no object")
        while True:
            try:
                found, self._at = _DECODER.raw_decode(self._held, self._at)
            except NotJsonError as error:
                raise self.changed(f"{error}, in its entry {number}") from None
            except json.JSONDecodeError as error:
                if len(self._held) - self._at > CHUNK or not self._more():
                    raise self.changed(
                        f"its entry {number} is no JSON, or is cut short: {error.msg}"
                    ) from None
            else:
                return found

    def ends(self) -> None:
        """Read the end; SourceChangedError where anything stands after it."""
        self.expect("]", "the list is cut short")
        if self.next():
            raise self.changed("something stands after the list")

    def changed(self, problem: str) -> SourceChangedError:
        place = self._read - len(self._held) + self._at + 1
        return SourceChangedError(
            self._document, "", f"{problem} (character {place:,}); download it again"
        )

    def _more(self) -> bool:
        """Hold the next characters as well, and let go of those that are read."""
        try:
            further = self._text.read(CHUNK)
        except UnicodeDecodeError:
            raise self.changed("it is not UTF-8 text") from None
        except DAMAGE as error:
            raise self.changed(f"the zip is damaged ({error})") from None
        self._held = self._held[self._at :] + further
        self._at = 0
        self._read += len(further)
        return bool(further)
