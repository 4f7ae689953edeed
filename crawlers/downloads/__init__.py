"""Downloading large files: what comes of it, and what can be wrong with one."""

from dataclasses import dataclass
from pathlib import Path


class NotServedError(Exception):
    """The host answers, and not with the file: an address that has moved, is gone, or wants a key.

    It is not asked again, since the answer would be the same.
    """


class ForbiddenError(Exception):
    """The host's robots.txt asks programs not to fetch this address."""


class UnfitDownloadError(Exception):
    """A file that came to its end and is not what its publisher states: cut short, or damaged."""

    def __init__(self, why: str, *, path: Path) -> None:
        """Say what is wrong; the body lies at `path` for quarantine."""
        super().__init__(
            f"{why}; the body lies at {path}: download it again, and where it stays so wait for the"
            " publisher to mend it"
        )
        self.why = why
        self.path = path
        """Where the body lies until somebody moves it, or the next unfit one takes its place."""


@dataclass(frozen=True, kw_only=True)
class Downloaded:
    """One file, whole and checked, under its final name."""

    url: str
    path: Path
    size: int
    """Bytes."""
    sha256: str
    etag: str | None
    last_modified: str | None
    """As the host states it; None where it states none."""
    resumed_from: int
    """How many of its bytes were there when this download began, and were not asked again."""
    is_confirmed: bool
    """True when the host states a digest of the file and it agrees; False when it states none."""
