"""The facts of a filed document, kept beside its body as one Parquet part of one reading."""

from collections.abc import Sequence

from crawlers.accounts.fact import Tagged
from crawlers.accounts.fact_rows import fact_rows
from db.archive import FolderArchive
from db.facts_part import write_facts


def keep_facts(archive: FolderArchive, sha256: str, version: int, tagged: Sequence[Tagged]) -> None:
    """Write the facts of every set of accounts in a document; of one without any, nothing.

    Who reads the same bytes again with the same version leaves the same part. It counts once the
    reading does, which is noted after it: whoever is killed between has kept a part that the next
    writes anew.
    """
    rows = [row for one in tagged for row in fact_rows(one, document=sha256)]
    if rows:
        write_facts(archive.part(sha256, version), rows)
