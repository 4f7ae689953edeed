"""Zips whose bytes depend on nothing but what is in them and the moment they are said to be of."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

UNIX = 3
READABLE = 0o644 << 16
Member = tuple[str, Iterable[bytes]]
COMMENT = b"Rehearsal: every company and every person in this file is invented."
"""What the zip itself says: its members are a register's rows, which have no place for it."""


def write_zip(path: Path, moment: datetime, members: Iterable[Member]) -> None:
    """Write the members one after another, then give the file its name: a cut one never has it."""
    partial = path.with_name(f"{path.name}.part")
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        packed.comment = COMMENT
        for name, chunks in members:
            entry = zipfile.ZipInfo(name, date_time=moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = UNIX
            entry.external_attr = READABLE
            with packed.open(entry, "w") as member:
                for chunk in chunks:
                    member.write(chunk)
    partial.replace(path)
