"""Zips made in memory, whole and broken."""

import io
import struct
import zipfile
from pathlib import Path


def zipped(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of some members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packing) as container:
        for name, body in members.items():
            container.writestr(zipfile.ZipInfo(name), body, packing)
    return file.getvalue()


def streamed(members: dict[str, bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same written as a stream: lengths stand behind each member."""

    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    file = Stream()
    with zipfile.ZipFile(file, "w", packing) as container:
        for name, body in members.items():
            container.writestr(zipfile.ZipInfo(name), body, packing)
    return file.getvalue()


def patched(body: bytes, signature: bytes, offset: int, value: int, kind: str = "<H") -> bytes:
    """A zip with one number changed in the first record that bears a signature."""
    changed = bytearray(body)
    struct.pack_into(kind, changed, body.index(signature) + offset, value)
    return bytes(changed)


def locked(body: bytes) -> bytes:
    """A zip whose first member says that it is encrypted."""
    return patched(patched(body, b"PK\x01\x02", 8, 1), b"PK\x03\x04", 6, 1)


def saved(folder: Path, body: bytes, name: str = "made.zip") -> Path:
    """A file with some bytes."""
    path = folder / name
    path.write_bytes(body)
    return path
