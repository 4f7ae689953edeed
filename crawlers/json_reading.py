"""Read JSON strictly: every member is read, ignored by name, or an error.

Places are RFC 6901 pointers, written as the fragment of an address: `#/items/3`.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, NoReturn, TypeVar, cast
from urllib.parse import quote

from crawlers.noting import note_member
from crawlers.reading import SourceChangedError
from db.records import Document

T = TypeVar("T")
Json = str | int | float | bool | list[Any] | dict[str, Any] | None
# Any: what a list or an object holds is found out member by member.


class NotJsonError(ValueError):
    """The text is not JSON, or says something twice."""


class JsonObject:
    """One object of a document; each member is read by name and by what it must be."""

    __slots__ = ("_inner", "_members", "_unread", "document", "pointer")

    def __init__(self, document: Document, pointer: str, members: dict[str, Any]) -> None:
        """Wrap the object to which `pointer` leads."""
        self.document = document
        self.pointer = pointer
        self._members = members
        self._unread = set(members)
        self._inner: dict[str, JsonObject] = {}

    @property
    def cite(self) -> str:
        """The object as a citation; a whole document's ends in `#`, for its pointer is empty."""
        return self.document.cite(self.pointer)

    def cite_member(self, name: str) -> str:
        """One member as a citation."""
        return self.document.cite(step(self.pointer, name))

    def cite_in_list(self, name: str, place: int) -> str:
        """One value of a list as a citation; places are counted from 0."""
        return self.document.cite(step(step(self.pointer, name), str(place)))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its members, in their order."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """True when there is such a member and it is not null."""
        return self._members.get(name) is not None

    def read(self, name: str, how: Callable[[Json], T]) -> T:
        """Read a member that must be there; `how` raises ValueError for what it cannot be."""
        note_member(self.pointer, name)
        return self._held(name, how)

    def read_if_there(self, name: str, how: Callable[[Json], T]) -> T | None:
        """Read a member that not every object has; None when it is absent or null."""
        if not self.has(name):
            self._unread.discard(name)
            return None
        return self.read(name, how)

    def inside(self, name: str) -> "JsonObject":
        """The object under a member that must be there."""
        return self._wrap(step(self.pointer, name), self._held(name, _object))

    def inside_if_there(self, name: str) -> "JsonObject | None":
        """The object under a member; None when it is absent or null."""
        self._unread.discard(name)
        return self.inside(name) if self.has(name) else None

    def each(self, name: str) -> tuple["JsonObject", ...]:
        """The objects of a list that must be there."""
        place = step(self.pointer, name)
        return tuple(
            self._wrap(step(place, str(number)), found)
            for number, found in enumerate(self._held(name, _objects))
        )

    def each_if_there(self, name: str) -> tuple["JsonObject", ...]:
        """The objects of a list; none when the list is absent or null."""
        self._unread.discard(name)
        return self.each(name) if self.has(name) else ()

    def ignore(self, names: Iterable[str]) -> None:
        """Leave members out by name; one that is not there is no matter."""
        self._unread.difference_update(names)

    def ignore_the_rest(self) -> None:
        """Leave out all members not read yet: only where the publisher's list is open by design."""
        self._unread.clear()

    def done(self, ignore: Iterable[str] = ()) -> None:
        """Fail if the publisher has a member, here or further in, that nobody has looked at."""
        self.ignore(ignore)
        if self._unread:
            raise self.changed(
                f"new members {sorted(self._unread)};"
                " read them or ignore them by name in the source's file"
            )
        for found in self._inner.values():
            found.done()

    def as_text(self) -> str:
        """All that it says, in one order: two objects that say the same give the same text."""
        return json.dumps(self._members, sort_keys=True)

    def address(self) -> str | None:
        """Where the publisher says that it stands, its `links.self`; None where it does not."""
        links = self._members.get("links")
        own = cast("dict[str, object]", links).get("self") if isinstance(links, dict) else None
        return own if isinstance(own, str) else None

    def changed(self, problem: str) -> SourceChangedError:
        """What to raise about this object."""
        return SourceChangedError(self.document, self.pointer, problem)

    def _held(self, name: str, how: Callable[[Json], T]) -> T:
        if not self.has(name):
            raise self.changed(f"no member {name!r}; it holds {sorted(self._members)}")
        self._unread.discard(name)
        try:
            return how(self._members[name])
        except ValueError as error:
            raise SourceChangedError(
                self.document, step(self.pointer, name), f"cannot read {name!r}: {error}"
            ) from None

    def _wrap(self, pointer: str, members: dict[str, Any]) -> "JsonObject":
        return self._inner.setdefault(pointer, JsonObject(self.document, pointer, members))


def json_object(document: Document) -> JsonObject:
    """The object that a document is; SourceChangedError for all else, and for an error's body."""
    try:
        members = _object(_loaded(document.body))
    except ValueError as error:
        raise SourceChangedError(
            document, "", f"not a JSON object: {error}; fetch it again"
        ) from None
    refuse_an_error(JsonObject(document, "", members))
    return JsonObject(document, "", members)


def json_value(document: Document) -> Json:
    """What a document stands for, whatever it is; NotJsonError when it is no JSON."""
    return _loaded(document.body)


def json_members(document: Document) -> dict[str, Any]:
    """The members of the object that a document is; none when it is no JSON object."""
    if not document.body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return {}
    try:
        return _object(_loaded(document.body))
    except ValueError:
        return {}


def refuse_an_error(body: JsonObject) -> None:
    """Raise SourceChangedError when a publisher answered with an error instead of content."""
    for name in ("errors", "error"):
        if body.has(name):
            said = ", ".join(sorted(body.read(name, error_words)))
            raise SourceChangedError(
                body.document,
                f"{body.pointer}/{name}",
                f"the publisher answered with an error ({said}), not with content; fetch it"
                " again once the cause is gone",
            )


@lru_cache(maxsize=4)
def _loaded(body: bytes) -> Json:
    """The value that a text stands for; each source asks for the same one in turn."""
    try:
        return json.loads(
            body.decode("utf-8-sig"), object_pairs_hook=members_once, parse_constant=no_number
        )
    except UnicodeDecodeError:
        raise NotJsonError("it is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        raise NotJsonError(f"{error.msg} at character {error.pos + 1:,}") from None
    except RecursionError:
        raise NotJsonError("its objects lie too deep in one another") from None


def members_once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """The members of one object; NotJsonError where it has one of them twice."""
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        twice = sorted({name for name in names if names.count(name) > 1})
        raise NotJsonError(f"one object has the members {twice} twice")
    return members


def no_number(word: str) -> NoReturn:
    """Refuse NaN and Infinity, which Python's reader takes and JSON lacks."""
    raise NotJsonError(f"{word} is no number")


def _object(value: Json) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise NotJsonError(f"it is {_kind(value)}, not an object")
    return value


def _objects(value: Json) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise NotJsonError(f"it is {_kind(value)}, not a list")
    return [_object(found) for found in value]


def error_words(value: Json) -> list[str]:
    """What an error says of itself: its words, whichever of the publisher's shapes it has."""
    found = value if isinstance(value, list) else [value]
    named = [cast("dict[str, Any]", e).get("error", e) if isinstance(e, dict) else e for e in found]
    return [str(word)[:100] for word in named]


def _kind(value: Json) -> str:
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float):
        return "a number"
    if isinstance(value, list):
        return "a list"
    return "text" if isinstance(value, str) else "null" if value is None else "an object"


def step(pointer: str, name: str) -> str:
    """The pointer to a member of what `pointer` leads to."""
    return f"{pointer}/{quote(name.replace('~', '~0').replace('/', '~1'), safe='~')}"
