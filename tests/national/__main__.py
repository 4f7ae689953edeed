"""Serve the national market, crawl it, hold the store beside the truth, and crawl it a week later.

Prints what each step took and found; exit 1 when a gate is missed.
"""

import argparse
import resource
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import httpx

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.site.apart import serving_apart
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.serving import Terms
from crawlers.rehearsal.world.world import World
from crawlers.sources import bulk_sources, sources
from db.loading import load_snapshot
from db.records import Company, Oddity
from oversight.campaign import Campaign, basic
from oversight.crawl_site import rehearsed_at
from oversight.crawling import crawl_everything
from oversight.installation import Installation, open_installation
from oversight.running import FASTER
from tests.end_to_end.beside import Asked, differences
from tests.end_to_end.lines_read import lines_beside_the_books, table
from tests.end_to_end.published_filings import followed
from tests.end_to_end.published_truth import PUBLISHED

CRAWL_MINUTES = 15
"""The promise for the market made, served and crawled (issue: the crawl)."""
A_COMPANY = 1.3
"""Requests to Companies House for each company in a weekly refresh."""
ESTIMATE = 0.05
"""How far the plan may be from what is sent."""
CHANCE = 3
"""How many standard deviations of chance it may be off besides: a small market files a few accounts
in a week, or none. Two requests follow from each."""
FORESEEN = ("companies_house_api", "companies_house_document_api")
"""The hosts for which a plan says how many requests it foresees."""


@dataclass(kw_only=True)
class Gates:
    """What was promised and what came of it."""

    missed: list[str] = field(default_factory=list[str])

    def hold(self, what: str, *, well: bool, found: str) -> None:
        """Print one gate, and remember it where it is missed."""
        print(f"  {'holds ' if well else 'MISSED'}  {what}: {found}", flush=True)  # noqa: T201 - figures are what this is for
        if not well:
            self.missed.append(what)


@contextmanager
def step(name: str) -> Generator[list[float]]:
    """Say what is done, and how long it took."""
    print(f"== {name}", flush=True)  # noqa: T201 - as above
    began = monotonic()
    took: list[float] = []
    yield took
    took.append(monotonic() - began)
    print(f"== {name}: {took[0]:.0f} s", flush=True)  # noqa: T201 - as above


@dataclass(kw_only=True)
class Rehearsed:
    """One national rehearsal under way."""

    place: Installation
    control: str
    gates: Gates
    words: list[str] = field(default_factory=list[str])

    def crawl(self) -> Installation:
        """Crawl everything that is due; the place as it is afterwards."""
        site = rehearsed_at(self.control)
        self.words.clear()
        campaign = Campaign(
            place=self.place,
            site=site,
            agent="oversight (the national rehearsal)",
            authorization=basic("rehearsal"),
            told=self.words.extend,
        )
        everything = [one.key for one in (*sources(), *bulk_sources()) if one.is_crawled]
        taken, problems = crawl_everything(campaign, everything)
        for problem in problems[:5]:
            print(f"  {problem.source}: {problem.what}: {problem.why}")  # noqa: T201 - as above
        self.gates.hold("nothing is amiss", well=not problems, found=f"{len(problems)} problems")
        unpublished = [one.source for one in taken if not one.is_published]
        self.gates.hold("all runs closed", well=not unpublished, found=f"{unpublished or 'all'}")
        assert site.today is not None
        noon = datetime.combine(site.today, time(12), tzinfo=UTC)
        return replace(self.place, now=noon)

    def answered(self, publisher: str) -> dict[str, int]:
        """How often a publisher answered what, so far."""
        found = httpx.get(f"{self.control}/requests", timeout=60).json()["requests"]
        return found.get(publisher, {})

    def expected(self, publisher: str) -> int:
        """How many requests to a publisher the plans foresaw."""
        numbers = [line.split()[0] for line in self.words if f" requests to {publisher}:" in line]
        return sum(int(number.replace(",", "")) for number in numbers)

    def hold_the_plan(self, host: str, sent: int) -> None:
        """Hold what the plan foresaw of a host beside what it was sent."""
        expected = self.expected(host)
        off = ESTIMATE * sent
        if host != "companies_house_api":
            off += CHANCE * (2 * expected) ** 0.5  # by twos: what is known of it, and its bytes
        self.gates.hold(
            f"the plan for {host} is within {off:.0f} requests of what is sent",
            well=abs(expected - sent) <= off,
            found=f"{expected:,} foreseen, {sent:,} sent",
        )


def held_beside_the_truth(
    place: Installation, world: World, gates: Gates, crawled: tuple[date, ...]
) -> None:
    """Hold every column of what is stored of every kind beside what was published by the day."""
    snapshot = load_snapshot(place.engine, crawled[-1], place.now)
    watched = frozenset(one.company_number for one in snapshot.every(Company))
    asked = Asked(world=world, crawled=crawled, watched=watched)
    for kind, published in PUBLISHED.items():
        held = snapshot.every(kind)
        found = differences(kind, held, published(asked), asked)
        gates.hold(
            f"every {kind.__name__} is what was published",
            well=not found and (held != () or kind is Oddity),
            found="; ".join((f"{len(held):,} held", *found)),
        )
    tallies = lines_beside_the_books(snapshot, world, followed(asked))
    print(*table(tallies), sep="\n", flush=True)  # noqa: T201 - as above
    amiss = [words for one in tallies.values() for words in one.amiss]
    gates.hold(
        "every line of accounts is as in the books",
        well=not amiss and any(one.compared for one in tallies.values()),
        found="; ".join(
            (f"{sum(one.compared for one in tallies.values()):,} compared", *amiss[:5])
        ),
    )


def refresh(rehearsed: Rehearsed, days: int) -> Installation:
    """Move the rehearsal's day forward, and crawl again."""
    control = rehearsed.control
    later = TODAY + timedelta(days=days)
    with step(f"the day moved to {later}"):
        httpx.post(f"{control}/today", json={"today": later.isoformat()}, timeout=600)
    before = {host: sum(rehearsed.answered(host).values()) for host in FORESEEN}
    with step("a weekly refresh"):
        place = rehearsed.crawl()
    sent = {host: sum(rehearsed.answered(host).values()) - before[host] for host in FORESEEN}
    companies = int(
        next(line for line in rehearsed.words if line.startswith("  companies: "))
        .split()[1]
        .rstrip(";")
        .replace(",", "")
    )
    gates, asked = rehearsed.gates, sent["companies_house_api"]
    gates.hold(
        f"at most {A_COMPANY} requests a company",
        well=asked <= A_COMPANY * companies,
        found=f"{asked:,} of {companies:,} companies: {asked / companies:.2f}",
    )
    for host in FORESEEN:
        rehearsed.hold_the_plan(host, sent[host])
    return place


def main(arguments: list[str]) -> int:
    """Rehearse the whole country; 1 when a gate is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.national")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", default="national", choices=["small", "national"])
    options = parser.parse_args(arguments)
    gates = Gates()
    terms = Terms(seed=options.seed, size=options.size, limit=Limit(), faster=FASTER, today=TODAY)
    noon = datetime.combine(TODAY, time(12), tzinfo=UTC)
    with TemporaryDirectory(prefix="national-") as folder:
        began = monotonic()
        with step("the market made"):
            serving = serving_apart(terms)
            control = serving.__enter__()
        try:
            place = open_installation(Path(folder) / "data", None, noon)
            rehearsed = Rehearsed(place=place, control=control, gates=gates)
            with step("crawled"):
                place = rehearsed.crawl()
            minutes = (monotonic() - began) / 60
            gates.hold(
                f"served and crawled in under {CRAWL_MINUTES} minutes",
                well=minutes < CRAWL_MINUTES,
                found=f"{minutes:.1f} min",
            )
            refused = rehearsed.answered("companies_house_api").get("429", 0)
            gates.hold("no 429 is drawn", well=not refused, found=f"{refused}")
            with step("the truth made and held beside the store"):
                world = make_world(options.seed, options.size)
                held_beside_the_truth(place, world, gates, (TODAY,))
            later = refresh(rehearsed, 7)
            with step("the truth a week later held beside the store"):
                held_beside_the_truth(later, world, gates, (TODAY, later.now.date()))
        finally:
            serving.__exit__(None, None, None)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the crawl: {peak:,.0f} MB")  # noqa: T201 - as above
    print("missed: " + "; ".join(gates.missed) if gates.missed else "every gate holds")  # noqa: T201 - as above
    return 1 if gates.missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
