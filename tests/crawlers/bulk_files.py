"""Bulk products on disk, for tests."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb

from crawlers.bulk import BulkFile, Part
from crawlers.source import BulkSource

SHA256 = "ab" * 32


def laid_out(folder: Path, body: str | bytes, url: str) -> BulkFile:
    """A product as it lies unpacked, kept under a hash of its own, read on 3 November 2026."""
    path = folder / "content"
    path.write_bytes(body if isinstance(body, bytes) else body.encode())
    return BulkFile(url=url, fetched_at=datetime(2026, 11, 3, tzinfo=UTC), sha256=SHA256, path=path)


def read(source: BulkSource, folder: Path, body: str | bytes, url: str) -> Part:
    """Read a product into `part.parquet` in the folder."""
    return source.read(laid_out(folder, body, url), folder / "part.parquet")


def rows_of(part: Path) -> list[tuple[Any, ...]]:
    """What a Parquet file holds."""
    with duckdb.connect() as connection:
        return connection.read_parquet(str(part)).fetchall()
