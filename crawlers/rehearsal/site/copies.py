"""Bodies written to disk, each once, in a place named for what it holds."""

from hashlib import blake2b
from pathlib import Path


def copied(body: bytes, name: str, folder: Path) -> Path:
    """A file of this name that holds these bytes, written now if it was not."""
    copy = folder / blake2b(body, digest_size=8).hexdigest() / name
    if not copy.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(body)
    return copy
