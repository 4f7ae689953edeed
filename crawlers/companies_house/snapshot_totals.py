"""What the last line of the control snapshot says of the lines before: the whole is held to it."""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ValidationError

from crawlers.bulk import BulkFile
from crawlers.companies_house.lines import AGAIN, EXEMPTIONS, STATEMENT, TOTALS
from crawlers.companies_house.snapshot_kinds import NewKind, told
from crawlers.reading import SourceChangedError

TAIL_BYTES = 65_536


class SnapshotTotals(BaseModel):
    """The publisher's own counts of the lines before."""

    kind: Literal["totals#persons-of-significant-control-snapshot"]
    persons_of_significant_control_count: int
    """Lines of every kind but the next two."""
    statements_count: int
    exemptions_count: int
    generated_at: datetime


class _LastLine(BaseModel):
    """The envelope of the last line, which names no company."""

    data: SnapshotTotals


def hold_to_totals(
    file: BulkFile,
    totals: SnapshotTotals,
    known: Mapping[str | None, int],
    new: Sequence[NewKind],
) -> None:
    """Compare the lines of known kinds with the publisher's own counts of them.

    Lines of a new kind may be counted in any total, or in none as yet; then all of them are.
    Raises SourceChangedError for every other difference, and names the new kinds besides.
    """
    held = {
        "persons_of_significant_control_count": sum(
            lines for kind, lines in known.items() if kind not in (STATEMENT, EXEMPTIONS)
        ),
        "statements_count": known.get(STATEMENT, 0),
        "exemptions_count": known.get(EXEMPTIONS, 0),
    }
    more = {name: getattr(totals, name) - count for name, count in held.items()}
    if min(more.values()) >= 0 and sum(more.values()) in (0, sum(one.lines for one in new)):
        return
    wrong = "; ".join(
        f"{name} is {getattr(totals, name):,} where it holds {held[name]:,}"
        for name, lines in more.items()
        if lines
    )
    besides = f", besides lines of new kinds: {told(new)}" if new else ""
    raise SourceChangedError(file, "", f"its own totals disagree: {wrong}{besides}; {AGAIN}")


def stated_totals(file: BulkFile) -> SnapshotTotals:
    """What the last line says; SourceChangedError when it is not the totals, or lacks some."""
    size = file.path.stat().st_size
    with file.path.open("rb") as lines:
        lines.seek(max(0, size - TAIL_BYTES), os.SEEK_SET)
        last = lines.read().rstrip().rpartition(b"\n")[2]
    if TOTALS.encode() not in last:
        raise SourceChangedError(
            file, "", f"its last line is not its totals, so that it is cut short; {AGAIN}"
        )
    try:
        return _LastLine.model_validate_json(last).data
    except ValidationError as error:
        wrong = [".".join(map(str, found["loc"])) for found in error.errors() if found["loc"]]
        if not wrong:
            raise SourceChangedError(
                file, "", f"its last line is cut in the middle; {AGAIN}"
            ) from None
        raise SourceChangedError(
            file,
            "",
            f"its totals, against which it is checked, lack {wrong}; {AGAIN}, or read the totals"
            " anew in the source's file if the publisher has changed them",
        ) from None
