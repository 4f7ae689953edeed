"""A review as a CSV file that spreadsheets open: UTF-8 with its mark, CRLF, and no formula."""

import csv
import io
from collections.abc import Iterable
from datetime import date

from oversight.review_row import ReviewRow
from oversight.reviewing.cells import guarded
from oversight.reviewing.columns import COLUMNS


def as_csv(rows: Iterable[ReviewRow]) -> bytes:
    """The file: headings, then a line for each open question and each decision in force."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: guarded(cell) for name, cell in _cells(row).items()})
    return text.getvalue().encode("utf-8-sig")


def _cells(row: ReviewRow) -> dict[str, str]:
    said = row.decision
    told = {
        "owner_text": row.owner_text,
        "urns": " ".join(sorted(row.urns)),
        "places": "" if row.places is None else str(row.places),
        "candidate": row.candidate or "",
        "candidate_name": row.candidate_name or "",
        "method": row.method or "",
        "score": "" if row.score is None else f"{row.score:.2f}",
        "evidence": "; ".join([*filter(None, [row.weighed]), *(e.claim for e in row.evidence)]),
    }
    if said is None:
        return dict.fromkeys(COLUMNS, "") | told
    return told | {
        "verdict": str(said.verdict),
        "valid_from": _day(said.valid_from),
        "valid_to": _day(said.valid_to),
        "reason": said.reason,
        "cite": said.cite or "",
        "decided_by": said.decided_by,
        "decided_at": said.decided_at.isoformat(),
    }


def _day(value: date | None) -> str:
    return "" if value is None else value.isoformat()
