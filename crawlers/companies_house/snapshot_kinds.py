"""The kinds of line that the control snapshot has, and those that no reader knows."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from crawlers.bulk import BulkFile
from crawlers.bulk.scanning import quoted
from crawlers.companies_house.lines import EXEMPTIONS, STATEMENT, TOTALS
from crawlers.companies_house.snapshot_lines import numbered_lines
from db.records.control_words import CONTROL_KINDS

KNOWN = CONTROL_KINDS.words | {STATEMENT, EXEMPTIONS}
MOST_LINES = 1_000
"""Lines of unknown kinds that are kept for whoever teaches the reader their kind."""


@dataclass(frozen=True, kw_only=True)
class NewKind:
    """Lines of a kind that no reader knows."""

    kind: str | None
    lines: int
    first_line: int

    def __str__(self) -> str:
        """Which kind, how many lines, and where the first stands."""
        return f"{self.kind!r} ({self.lines:,} of them, first in line {self.first_line:,})"


def told(new: Sequence[NewKind]) -> str:
    """New kinds in words."""
    return ", ".join(map(str, new))


def of_new_kinds(
    connection: duckdb.DuckDBPyConnection, file: BulkFile, kinds: dict[str | None, int]
) -> tuple[list[NewKind], bytes]:
    """The kinds that no reader knows, in order, and the first lines of them, verbatim."""
    if not kinds.keys() - KNOWN:
        return [], b""
    known = ", ".join(quoted(kind) for kind in sorted({*KNOWN, TOTALS}))
    new = connection.execute(
        f"""
-- Grain: one row a kind.
select kind, count(*) as lines, min(line_number) as first
from ({numbered_lines(file)})
where coalesce(kind, '') not in ({known})
group by kind
order by first
"""  # noqa: S608 - file names and our own constants, quoted
    ).fetchall()
    rows = connection.execute(
        f"""
select line
from ({numbered_lines(file)})
where coalesce(kind, '') not in ({known})
order by line_number
limit {MOST_LINES}
"""  # noqa: S608 - file names and our own constants, quoted
    ).fetchall()
    return (
        [NewKind(kind=kind, lines=lines, first_line=first) for kind, lines, first in new],
        "\n".join(line for (line,) in rows).encode(),
    )
