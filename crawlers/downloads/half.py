"""A file that is still coming, and beside it a note of which issue it is.

Both have fixed names that an operating system hides, so that a later process finds what a killed
one left. The note is written before the first byte of its issue, and a body is emptied before the
note of another issue is, so that whatever moment a process ends at, the bytes are the note's.
"""

import errno
import fcntl
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, Self

from pydantic import ValidationError

from crawlers.bulk import NoRoomError
from crawlers.downloads.issues import Issue
from db.locks import BusyError

HALF_DOWNLOADED = ".half-downloaded-"
"""What the names of a file that is still coming, and of the note beside it, begin with."""
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})


class Half:
    """What has come so far of one file."""

    def __init__(self, url: str, into: Path, body: BinaryIO, issue: Issue | None) -> None:
        """Go on with what is held in an open body."""
        self.url = url
        self.into = into
        self.issue = issue
        self.held = body.seek(0, os.SEEK_END)
        """Bytes on disk."""
        self.resumed_from = self.held
        """How many of them were there at first, and have stayed."""
        self.has_ended = False
        """Whether its end has come, where no size is stated."""
        self._body = body

    @classmethod
    @contextmanager
    def opened(cls, url: str, into: Path) -> Generator[Self]:
        """What there is of a file, for this process alone; nothing yet where it was another's.

        Raises BusyError while another process, or task, is downloading the same file.
        """
        into.parent.mkdir(parents=True, exist_ok=True)
        _take_back(into)
        with _alone(_body_of(into), "ab", into) as body:
            half = cls(url, into, body, _noted(into))
            if not half.can_go_on:
                half.forget()
            try:
                yield half
            finally:
                if not half.held:
                    _note_of(into).unlink(missing_ok=True)
                    half.path.unlink(missing_ok=True)

    @property
    def path(self) -> Path:
        """Where it lies."""
        return _body_of(self.into)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to ask for."""
        if self.issue is None:
            return False
        return self.has_ended if self.issue.size is None else self.held == self.issue.size

    @property
    def can_go_on(self) -> bool:
        """Whether what is held is of use: a beginning that can be gone on with, or all."""
        if self.issue is None or self.issue.url != self.url:
            return False
        can_be_asked = self.issue.goes_on_by is not None
        has_too_many = self.issue.size is not None and self.held > self.issue.size
        return self.is_whole or (can_be_asked and not has_too_many)

    @property
    def asks_for_the_rest(self) -> dict[str, str]:
        """The headers that ask for what is missing, of this issue or else of another the whole."""
        if self.issue is None or self.issue.goes_on_by is None or not self.held:
            return {}
        return {"Range": f"bytes={self.held}-", "If-Range": self.issue.goes_on_by}

    def forget(self) -> None:
        """Have nothing of it any more."""
        self._body.truncate(0)
        self.issue, self.has_ended = None, False
        self.held = self.resumed_from = 0
        _note_of(self.into).unlink(missing_ok=True)

    def begin(self, issue: Issue) -> None:
        """Begin an issue with its first byte."""
        self.forget()
        _write(_note_of(self.into), issue.model_dump_json().encode())
        self.issue = issue

    def go_on(self, issue: Issue) -> None:
        """Go on with an issue of which more is known than before, if it is."""
        if issue != self.issue:
            _write(_note_of(self.into), issue.model_dump_json().encode())
        self.issue = issue

    def make_room(self, size: int | None) -> None:
        """Raise NoRoomError where the disk has no room for what is missing of so many bytes."""
        free = shutil.disk_usage(self.into.parent).free
        if size is not None and size - self.held > free:
            raise NoRoomError(
                f"{self.url} has {size - self.held:,} more bytes and {self.into.parent} has room"
                f" for {free:,}; free some, or name a larger disk with --data"
            )

    def add(self, chunk: bytes) -> None:
        """Put bytes at its end, where a kill leaves them; NoRoomError when the disk is full."""
        try:
            self._body.write(chunk)
            self._body.flush()
        except OSError as error:
            if error.errno not in NO_ROOM:
                raise
            raise NoRoomError(
                f"{self.into.parent} is full after {self.held:,} bytes of {self.url}; free some,"
                " and ask again: it goes on from there"
            ) from None
        self.held += len(chunk)

    def sync(self) -> None:
        """Have it on disk, whatever happens to the machine; takes as long as the disk does."""
        os.fsync(self._body.fileno())

    def keep(self, *, with_note: bool = False) -> None:
        """Give it its final name, in place of what bears it; a note that stays lets it be found."""
        self.path.replace(self.into)
        if not with_note:
            _note_of(self.into).unlink()
        _sync_folder(self.into.parent)

    def set_apart(self) -> Path:
        """Where it lies from now on, refused, in place of the last that was."""
        refused = _beside(self.into, "refused")
        _note_of(self.into).unlink()
        self.path.replace(refused)
        return refused


def put_away(into: Path) -> None:
    """Remove what has been downloaded and is done with, and the note beside it."""
    into.unlink(missing_ok=True)
    _note_of(into).unlink(missing_ok=True)


def _body_of(into: Path) -> Path:
    return _beside(into, "body")


def _note_of(into: Path) -> Path:
    return _beside(into, "json")


def _beside(into: Path, what: str) -> Path:
    return into.with_name(f"{HALF_DOWNLOADED}{into.name}.{what}")


def _take_back(into: Path) -> None:
    """Where a process ended after it gave the final name, let its note find the body again."""
    body, note = _body_of(into), _note_of(into)
    if note.exists() and into.exists() and not body.exists():
        with _alone(into, "r+b", into):
            if note.exists() and not body.exists():
                into.replace(body)


@contextmanager
def _alone(path: Path, mode: Literal["ab", "r+b"], into: Path) -> Generator[BinaryIO]:
    """Open a file and hold it; what was given another name in between is not it any more."""
    with path.open(mode) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BusyError(f"{into} is being downloaded; wait until it is done") from None
        if not path.exists() or not os.path.samestat(os.fstat(file.fileno()), path.stat()):
            raise BusyError(f"{into} has just been downloaded by another process; look there")
        yield file


def _noted(into: Path) -> Issue | None:
    try:
        return Issue.model_validate_json(_note_of(into).read_bytes())
    except (FileNotFoundError, ValidationError):
        return None


def _write(path: Path, content: bytes) -> None:
    """Write a small file, whole or not at all."""
    unfinished = path.with_name(f"{path.name}.new")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _sync_folder(folder: Path) -> None:
    """A new name lasts once its folder is on disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
