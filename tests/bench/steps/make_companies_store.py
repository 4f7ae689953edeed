"""A store of 6,000 invented companies with 100,000 filings, after a quarter of weekly looks."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from crawlers.companies_house.resources import BY_LINK, FILING_HISTORY, PROFILE
from db import tables
from db.engine import writing
from db.records import Company, Filing, Record, RegisterExtract
from oversight.installation import open_installation

COMPANIES, FILINGS_EACH = 6_000, 17
LOOKS, NEW_BODY_EVERY = 13, 7
"""Weekly looks at each history, of which one in so many brought new bytes: a reading of its own."""
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CATEGORIES = ("accounts", "confirmation-statement", "officers", "mortgage", "address")
READINGS = count(1)
NUMBERS = [f"{n:08}" for n in range(COMPANIES)]


def main(folder: str) -> None:
    """Make the store; print how much there is."""
    place = open_installation(Path(folder), None, NOW)
    with writing(place.engine).begin() as connection:
        for number in NUMBERS:
            place.archive.put(_profile(number))
        digests = {number: sha256(_profile(number)).hexdigest() for number in NUMBERS}
        _take_in(connection, PROFILE, digests, 30, Company)
        for source in BY_LINK.values():
            if source != FILING_HISTORY:
                digests = {number: _digest(source, number, 0) for number in NUMBERS}
                _take_in(connection, source, digests, 30, RegisterExtract)
        for look in range(LOOKS):
            body = look // NEW_BODY_EVERY
            digests = {number: _digest(FILING_HISTORY, number, body) for number in NUMBERS}
            days = 7 * (LOOKS - look)
            new = look % NEW_BODY_EVERY == 0
            _take_in(connection, FILING_HISTORY, digests, days, Filing, new=new)
    sys.stdout.write(json.dumps({"companies": COMPANIES, "filings": COMPANIES * FILINGS_EACH}))


def _profile(number: str) -> bytes:
    links = {name: f"/company/{number}/{name}" for name in BY_LINK}
    said = {"company_name": "EXAMPLE", "company_number": number, "type": "ltd", "links": links}
    return json.dumps(said | {"filler": "x" * 1_500}).encode()


def _digest(source: str, number: str, body: int) -> str:
    return sha256(f"{source} {number} {body}".encode()).hexdigest()


def _take_in(
    connection: Connection,
    source: str,
    digests: dict[str, str],
    days_ago: int,
    kind: type[Record],
    *,
    new: bool = True,
) -> None:
    """Store one fetch of each company's resource, in a closed run, and what it says where new."""
    at = NOW - timedelta(days=days_ago)
    opened = sa.insert(tables.Run).values(source=source, opened_at=at, closed_at=at)
    run = connection.execute(opened.returning(sa.column("id"))).scalar_one()
    common = {"run_id": run, "source": source}
    connection.execute(
        sa.insert(tables.Fetch),
        [
            {**common, "subject": n, "url": f"/{n}", "fetched_at": at, "sha256": d}
            for n, d in digests.items()
        ],
    )
    if not new:
        return
    read = {number: next(READINGS) for number in digests}
    connection.execute(
        sa.insert(tables.Reading),
        [{**common, "id": read[n], "sha256": d, "version": 1} for n, d in digests.items()],
    )
    rows = [row for number in digests for row in _rows(kind, number, read[number], at)]
    connection.execute(sa.insert(tables.TABLE_FOR[kind]), rows)


def _rows(kind: type[Record], number: str, reading: int, at: datetime) -> Iterator[dict[str, Any]]:
    usual: dict[str, Any] = dict.fromkeys(kind.model_fields)
    usual |= {"cite": "sha256:0#", "public_on": at.date(), "company_number": number}
    usual["reading_id"] = reading
    if kind is Company:
        yield usual | {"name": "EXAMPLE", "company_type": "ltd", "status": "active"}
    elif kind is RegisterExtract:
        yield usual | {"register_name": "officers", "read_on": at.date(), "entries": 5}
    else:
        for n in range(FILINGS_EACH):
            filed_on = at.date() - timedelta(days=90 * n)
            said = {"transaction_id": f"{number}-{filed_on}", "filed_on": filed_on, "form": "X"}
            yield usual | said | {"category": CATEGORIES[n % 5], "description": "x"}


if __name__ == "__main__":
    main(*sys.argv[1:])
