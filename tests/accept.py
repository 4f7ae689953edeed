"""Saved extracts and what must be read from them; run this module to accept today's reading.

A case is a folder, `tests/fixtures/<source>/<case>/`, with one document and `expected.json`:
its records in order, with their citations. After a reader has changed on purpose, run
`python -m tests.accept` (or `make accept`) and review the difference before keeping it.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from crawlers.sources import sources
from db.records import Document, Record

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = "expected.json"


def cases() -> list[Path]:
    """Every case's folder, in order."""
    keys = {source.key for source in sources()}
    return sorted(case for key in keys for case in (FIXTURES / key).glob("*") if case.is_dir())


def document(case: Path) -> Document:
    """The one document of a case."""
    (file,) = (file for file in case.iterdir() if file.name != EXPECTED)
    return Document(
        url=f"file:{file.name}",
        fetched_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        body=file.read_bytes(),
    )


def reading(case: Path) -> list[dict[str, Any]]:
    """What today's reader makes of a case, as it stands in JSON."""
    source = next(source for source in sources() if source.key == case.parent.name)
    return [
        {"kind": type(found).__name__, **found.model_dump(mode="json")}
        if isinstance(found, Record)
        else {"kind": "Follow", "url": found.url}
        for found in source.parse(document(case))
    ]


def expectation(case: Path) -> list[dict[str, Any]]:
    """What must be read from a case; nothing when it has not been accepted yet."""
    file = case / EXPECTED
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []


def accept(case: Path) -> None:
    """Keep today's reading as what must be read."""
    text = json.dumps(reading(case), ensure_ascii=False, indent=1)
    (case / EXPECTED).write_text(f"{text}\n", encoding="utf-8")


def main() -> int:
    """Accept every case whose reading has changed, and say which."""
    for case in cases():
        changed = reading(case) != expectation(case)
        if changed:
            accept(case)
        sys.stdout.write(
            f"{'accepted ' if changed else 'unchanged'} {case.relative_to(FIXTURES)}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
