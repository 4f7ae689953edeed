"""Bytes in, bytes out, addressed by SHA-256. Nothing here is ever changed or half-written."""

import errno
import os
import tempfile
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

CHUNK_BYTES = 1 << 20


class NotInTheArchiveError(KeyError):
    """No body is kept under that hash."""

    def __str__(self) -> str:
        """Say so without KeyError's quotation marks."""
        return str(self.args[0])


class DamagedBodyError(Exception):
    """A kept body no longer has the hash it is kept under."""


@dataclass(frozen=True, kw_only=True)
class FolderArchive:
    """Bodies as files below one folder, named by their hash; refused ones stand apart."""

    folder: Path

    def put(self, body: bytes, /) -> str:
        """Keep a body and give its hash. It is whole on disk before this returns."""
        return _keep(self.folder / "bodies", body)

    def quarantine(self, body: bytes, /) -> str:
        """Keep a refused body apart from the rest and give its hash."""
        return _keep(self.folder / "quarantine", body)

    def quarantine_file(self, path: Path, /) -> Path:
        """Move a refused file of any size apart from the rest, and say where it lies now.

        Its name there is its hash. Within one disk nothing of it is copied.
        """
        apart = _place(self.folder / "quarantine", _digest(path))
        apart.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.replace(apart)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            _keep_file(self.folder / "quarantine", path, _half("refused"))
            path.unlink()
        return apart

    def check(self, digest: str, /) -> None:
        """Raise what `get` would; memory does not grow with the body."""
        for room in ("bodies", "quarantine"):
            path = _place(self.folder / room, digest)
            if path.is_file():
                if _digest(path) != digest:
                    raise _damaged(path)
                return
        raise self._lacks(digest)

    def put_file(self, path: Path, by: str, /) -> str:
        """Keep a file of any size and give its hash. It is whole on disk before this returns.

        Until then it bears the name of the source that it is kept `by`, which must be alone: what
        a killed process left half-written is overwritten by the next of that source.
        """
        return _keep_file(self.folder / "bodies", path, _half(by))

    def path_of(self, digest: str, /) -> Path:
        """Where a kept body lies, for one that is too large to get; NotInTheArchiveError."""
        path = _place(self.folder / "bodies", digest)
        if not path.is_file():
            raise self._lacks(digest)
        return path

    def part(self, digest: str, version: int, /) -> Path:
        """Where the Parquet lies that one version of a reader made of a kept body, if it did."""
        return self.folder / "parts" / digest[:2] / f"{digest}-{version}.parquet"

    def drop_older_parts(self, digest: str, version: int, /) -> None:
        """Remove what earlier versions of a reader made of a kept body."""
        for path in self._parts(digest):
            if int(path.stem.removeprefix(f"{digest}-")) < version:
                path.unlink(missing_ok=True)

    def half_part(self, by: str, /) -> Path:
        """Where the part of a source is written until it is whole."""
        return self.folder / "parts" / _half(by)

    def half_written(self) -> list[Path]:
        """What lies half-written: a killed process's, unless one is writing it now."""
        return sorted(self.folder.glob(f"**/{_half('*')}"))

    def set_apart(self, digest: str, /) -> None:
        """Move a kept body to quarantine; one that lies there already is no matter.

        What was read of it is removed: nothing is cited from what was refused.
        """
        for part in self._parts(digest):
            part.unlink(missing_ok=True)
        kept = _place(self.folder / "bodies", digest)
        if kept.is_file():
            apart = _place(self.folder / "quarantine", digest)
            apart.parent.mkdir(parents=True, exist_ok=True)
            kept.replace(apart)

    def get(self, digest: str, /) -> bytes:
        """Give a kept body, or a refused one; raise NotInTheArchiveError or DamagedBodyError."""
        for room in ("bodies", "quarantine"):
            path = _place(self.folder / room, digest)
            if path.is_file():
                return _checked(path, digest)
        raise self._lacks(digest)

    def hashes(self) -> list[str]:
        """Hashes of all kept bodies, refused ones left out, in order."""
        return sorted(path.name for path in (self.folder / "bodies").glob("??/[!.]*"))

    def _parts(self, digest: str) -> list[Path]:
        """What any version of a reader made of a body."""
        return list((self.folder / "parts" / digest[:2]).glob(f"{digest}-*.parquet"))

    def _lacks(self, digest: str) -> NotInTheArchiveError:
        return NotInTheArchiveError(
            f"the archive in {self.folder} holds no document {digest[:12]}…;"
            " check that --data names the folder which the citation was printed from"
        )


def _place(room: Path, digest: str) -> Path:
    return room / digest[:2] / digest


def _keep(room: Path, body: bytes) -> str:
    digest = sha256(body).hexdigest()
    path = _place(room, digest)
    if path.is_file() and path.stat().st_size == len(body):
        return digest
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_half(""))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
    return digest


def _half(by: str) -> str:
    return f".half-written-{by}"


def _keep_file(room: Path, source: Path, half: str) -> str:
    digest = sha256()
    room.mkdir(parents=True, exist_ok=True)
    written = room / half
    try:
        with written.open("wb") as file, source.open("rb") as body:
            while chunk := body.read(CHUNK_BYTES):
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        path = _place(room, digest.hexdigest())
        path.parent.mkdir(parents=True, exist_ok=True)
        written.replace(path)
    finally:
        written.unlink(missing_ok=True)
    return digest.hexdigest()


def _checked(path: Path, digest: str) -> bytes:
    body = path.read_bytes()
    if sha256(body).hexdigest() != digest:
        raise _damaged(path)
    return body


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> DamagedBodyError:
    return DamagedBodyError(
        f"{path} does not have the hash it is named by; restore it from a backup,"
        " or delete it and ingest the document again"
    )
