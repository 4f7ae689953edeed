"""Crawl what a served market's register of companies says, into a store of its own.

Of each company its profile and all that it links to: fetched, archived, read and committed. That
the process which takes in begins, and imports what it needs, is not counted: it does so once.
"""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any
from urllib.request import urlopen

from scrapy.http import Response

from crawlers.asking import Terms, Turns
from crawlers.companies_house.resources import PROFILE, RESOURCES
from crawlers.crawling import Clock, crawl, runs
from crawlers.hosts import Hosts
from crawlers.intake import Intake, Opening
from crawlers.looping import run
from crawlers.politeness import BY_HOST, Politeness
from crawlers.rehearsal.calibration import TODAY
from crawlers.sources import sources
from crawlers.work import Errand, Work
from db.store import stamp
from db.tables import World
from oversight.installation import open_installation

KEY = "Basic cmVoZWFyc2FsOg=="
API = "companies_house_api"
AGENT = "bench (someone@example.org)"
PATHS = "paths.json"
OK = 200
"""What was asked for, page by page, for whoever asks for the same."""
AT_ONCE = Politeness(concurrency=16)


@contextmanager
def served(*how: str) -> Generator[dict[str, Any]]:
    """A served market; once it ends, what serving cost is there, too."""
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.steps.serve_market", *how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        told: dict[str, Any] = json.loads(server.stdout.readline())
        yield told
        with urlopen(f"{told['control']}/requests") as counts:  # noqa: S310 - loopback
            told["answers"] = json.load(counts)["requests"][API]
        server.stdin.close()
        told |= json.loads(server.stdout.read())


def main(folder: str, seed: str, companies: str, faster: str) -> None:
    """Print how many answers were taken in, how long that took, and what it cost."""
    is_limited = float(faster) > 1
    with served("small", seed, faster, *(["limited"] if is_limited else [])) as site:
        hosts = Hosts(addresses=site["addresses"])
        terms = Terms(
            hosts=hosts,
            ticks=Clock(),
            faster=float(faster),
            keys={API: KEY},
            manners=BY_HOST if is_limited else {API: AT_ONCE},
        )
        numbers = list(islice(site["companies"], int(companies)))
        found = crawled(Path(folder), hosts, terms, numbers)
    found["server_s"] = site["server_s"]
    found["refused"] = site["answers"].get("429", 0)
    sys.stdout.write(json.dumps(found))


def crawled(folder: Path, hosts: Hosts, terms: Terms, numbers: list[str]) -> dict[str, Any]:
    """Crawl these companies."""
    now = datetime.combine(TODAY, time(12), tzinfo=UTC)
    place = open_installation(folder, None, now)
    stamp(place.engine, World.REHEARSAL, TODAY)
    mine = {source.key: source for source in sources() if source.key in RESOURCES}
    paths: list[str] = []
    answered_at: list[float] = []

    def note(_: Errand, response: Response) -> None:
        if response.status == OK:  # of its rules a host has none
            paths.append(response.url.removeprefix(hosts.addresses[API]))
            answered_at.append(perf_counter())

    with runs(place, mine.values(), now) as open_runs:
        intake = Intake.beginning(
            Opening(
                database=str(place.engine.url),
                archive=place.archive.folder,
                runs=open_runs,
                world=World.REHEARSAL,
            )
        )
        intake_began = intake.executor.submit(process_time).result()  # to begin takes a second
        (start,) = mine[PROFILE].starts
        work = Work(
            sources=mine,
            hosts=hosts,
            intake=intake,
            errands=[
                Errand(
                    source=PROFILE,
                    url=hosts.url(start.host, start.path.format(company_number=number)),
                )
                for number in numbers
            ],
            now=lambda: now,
            first_seen=note,
        )
        began, at = process_time(), perf_counter()
        run(crawl(work, Turns(terms), AGENT))
        taken_s, crawl_cpu_s = perf_counter() - at, process_time() - began
        intake_cpu_s = intake.executor.submit(process_time).result() - intake_began
        intake.close()
    (folder / PATHS).write_text(json.dumps(paths))
    assert not work.problems, work.problems[0]
    return {
        "answers": len(paths),
        "documents": sum(map(len, work.saved.values())),
        "taken_s": taken_s,
        "asked_s": answered_at[-1] - answered_at[0],
        "crawl_cpu_s": crawl_cpu_s,
        "intake_cpu_s": intake_cpu_s,
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
