"""What tests of the crawl share: data that knows who owns settings, and what a store holds."""

import re
import sys
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from crawlers.intake import Intake, Opening
from db.engine import open_database
from db.loading import load_snapshot
from db.records import KINDS, Record
from oversight import installation
from oversight.__main__ import main
from oversight.installation import open_installation
from oversight.taking_in import take_in
from tests.crawlers.rehearsal.site.asking import ask
from tests.end_to_end.part_of_a_market import Rehearsed

RELEASE = "/api/content/government/statistics/childrens-social-care-in-england-2026"
PLANNED = re.compile(r"^([\d,]+) requests to companies_house_api", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How a crawl ended, what it said, and how many requests it sent to each publisher."""

    code: int
    out: str
    err: str
    sent: dict[str, int]

    @property
    def planned(self) -> int:
        """How many requests to the API it meant to send, by the plan that it told first."""
        found = PLANNED.search(self.err)
        assert found is not None, self.err
        return int(found[1].replace(",", ""))


def crawl(site: Rehearsed, data: Path, *words: str, takes_in_apart: bool = False) -> Ran:
    """Run the command on a rehearsal, in this process.

    All of it, unless told to begin another that takes in, as the command does: that costs seconds.

    Nothing that it opens stays open: whoever copies a database that is open in the same process
    takes its locks away.
    """
    before = site.by_publisher()
    out, err, code = StringIO(), StringIO(), 0
    with ExitStack() as at_its_end, pytest.MonkeyPatch.context() as patch:

        def opened(url: str) -> Engine:
            engine = open_database(url)
            at_its_end.callback(engine.dispose)
            return engine

        def beginning(opening: Opening) -> Intake:
            pipeline = opening.opened()
            at_its_end.callback(pipeline.engine.dispose)
            return Intake(executor=ThreadPoolExecutor(1), take=pipeline.take_in)

        argv = ["oversight", "crawl", *words, "--site", site.control, "--data", str(data)]
        patch.setattr(sys, "argv", argv)
        patch.setattr(installation, "open_database", opened)
        if not takes_in_apart:
            patch.setattr(Intake, "beginning", beginning)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main()
        except SystemExit as ended:
            code = int(ended.code or 0)
    sent = {key: n - before.get(key, 0) for key, n in site.by_publisher().items()}
    return Ran(
        code=code,
        out=out.getvalue(),
        err=err.getvalue(),
        sent={key: n for key, n in sent.items() if n},
    )


def noon(day: date) -> datetime:
    """The moment at which a rehearsal's documents of a day are fetched."""
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def knowing_the_owners(site: Rehearsed, data: Path) -> Path:
    """A data folder that holds the newest register, so that a crawl knows whom to watch."""
    page: Any = ask(f"{site.addresses['govuk']}{RELEASE}").json
    (address,) = (one["url"] for one in page["details"]["attachments"])
    data.mkdir()
    path = data / urlsplit(address).path.rpartition("/")[2]
    path.write_bytes(ask(address).body)
    place = open_installation(data, None, noon(date(2026, 9, 1)))
    take_in(place, [path])
    place.engine.dispose()
    path.unlink()
    return data


def held(
    data: Path, day: date, *, without: Collection[str] = (), seen: bool = False
) -> dict[str, list[str]]:
    """All that was public by a day, or that had been seen by then, by kind, without some fields."""
    engine = open_database(f"sqlite:///{data / 'oversight.sqlite'}")
    snapshot = load_snapshot(engine, day, noon(day), seen=seen)
    found = {kind.__name__: told(snapshot.every(kind), without) for kind in KINDS}
    engine.dispose()
    return found


def told(records: Collection[Record], without: Collection[str] = ()) -> list[str]:
    """Records in words, in an order of their own."""
    return sorted(one.model_dump_json(exclude=set(without)) for one in records)


def counted(data: Path) -> dict[str, int]:
    """How many rows each table of a store has, but those that only count what was done."""
    engine = open_database(f"sqlite:///{data / 'oversight.sqlite'}")
    with engine.connect() as connection:
        tables = sorted(sa.inspect(engine).get_table_names())
        found = {
            name: connection.execute(sa.text(f'select count(*) from "{name}"')).scalar_one()  # noqa: S608 - our own tables
            for name in tables
        }
    engine.dispose()
    return found
