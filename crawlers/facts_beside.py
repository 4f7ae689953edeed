"""The facts of a filed document, kept beside its body as one Parquet part of one reading."""

from collections.abc import Sequence

from db.archive import FolderArchive
from db.facts_part import FactRows, write_facts


def keep_facts(
    archive: FolderArchive, sha256: str, version: int, beside: Sequence[FactRows]
) -> None:
    """Write the facts that a reader noted of a document; of one without any, nothing.

    Who reads the same bytes again with the same version leaves the same part. It counts once the
    reading does, which is noted after it: whoever is killed between has kept a part that the next
    writes anew.
    """
    rows = [row for make in beside for row in make()]
    if rows:
        write_facts(archive.part(sha256, version), rows)
