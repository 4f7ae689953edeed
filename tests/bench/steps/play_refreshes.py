"""A year of refreshes, played: companies file at random, and the plan decides what is asked."""

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from crawlers.companies_house.resources import (
    CHARGES,
    CONTROL_STATEMENTS,
    CONTROLS,
    FILING_HISTORY,
    INSOLVENCY,
    OFFICERS,
    PROFILE,
)
from crawlers.due.audit import audit_day
from crawlers.due.known import Known
from crawlers.due.naming import named_a_year, to_ask
from crawlers.due.planning import Why, due, plan

COMPANIES = 6_000
TROUBLED = 0.03
"""Share of companies in trouble."""
HAS = frozenset({FILING_HISTORY, OFFICERS, CONTROLS, CONTROL_STATEMENTS, CHARGES, INSOLVENCY})
"""What a profile leads to: six registers, so that a full crawl takes seven requests."""
FILED = {
    "accounts": 20,
    "address": 7,
    "confirmation-statement": 20,
    "gazette": 2,
    "insolvency": 1,
    "mortgage": 8,
    "officers": 30,
    "persons-with-significant-control": 10,
    "resolution": 2,
}
"""How often each category is filed, of a hundred filings."""
START = date(2026, 1, 5)
WEEKS = 52
YEAR = timedelta(days=365)


@dataclass(kw_only=True)
class World:
    """What companies file, and when their accounts and statements are due, filed late by all."""

    random: Random
    changed: float
    """Share of companies that file something in a week."""
    filed: defaultdict[str, list[tuple[str, date]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def files(self, week: date) -> None:
        """Let as many companies as change in a week file one or two papers, on one of its days."""
        for number in self.random.sample(range(COMPANIES), round(COMPANIES * self.changed)):
            on = week + timedelta(days=self.random.randrange(7))
            papers = self.random.choices([1, 2], [3, 1])[0]
            kinds = self.random.choices(list(FILED), list(FILED.values()), k=papers)
            self.filed[f"{number:08}"] += [(kind, on) for kind in kinds]

    def news(self, number: str, after: date, until: date) -> list[str]:
        """Categories filed after one day and up to another."""
        return [kind for kind, on in self.filed[number] if after < on <= until]

    def of_a_year(self, number: str, until: date) -> list[tuple[str, date]]:
        """What was filed and seen in the year to a day."""
        return [one for one in self.filed[number] if until - YEAR < one[1] <= until]


def companies(random: Random) -> dict[str, Known]:
    """All companies, each fetched whole in the months before, audited, and looked at a week ago."""
    found: dict[str, Known] = {}
    for number in (f"{n:08}" for n in range(COMPANIES)):
        day = max(START - timedelta(days=random.randrange(60)), audit_day(number, START))
        fetched = dict.fromkeys((PROFILE, *HAS), day)
        fetched[FILING_HISTORY] = START - timedelta(days=7)
        due_days = tuple(day + timedelta(days=random.randrange(365)) for _ in range(2))
        found[number] = Known(
            company_number=number,
            fetched=fetched,
            has=HAS,
            due_days=due_days,
            is_troubled=random.random() < TROUBLED,
        )
    return found


def crawl(world: World, known: dict[str, Known], today: date) -> tuple[Counter[Why], float, float]:
    """What one crawl sends, by reason; what its plan estimated; and what everything would take."""
    for number, one in known.items():
        seen = world.of_a_year(number, one.fetched[FILING_HISTORY])
        known[number] = replace(one, named_a_year=named_a_year(seen, one.has))
    made = plan(known.values(), today)
    sent: Counter[Why] = Counter(ask.why for ask in made.asks)
    by_company: defaultdict[str, set[str]] = defaultdict(set)
    for ask in made.asks:
        by_company[ask.company_number].add(ask.source)
    for number, asked in by_company.items():
        one = known[number]
        fetched = {**one.fetched, **dict.fromkeys(asked, today)}
        if one.feed in asked:
            news = to_ask(world.news(number, one.fetched[one.feed], today), one.has)
            follows = {s for s in news - asked if due(one, s, today, news) is Why.NAMED}
            sent[Why.NAMED] += len(follows)
            fetched |= dict.fromkeys(follows, today)
        passed = fetched[PROFILE]
        due_days = tuple(day + YEAR if day < passed else day for day in one.due_days)
        known[number] = replace(one, fetched=fetched, due_days=due_days)
    return sent, made.expected_requests, made.full_crawl


def main(changed: str, every_days: str) -> None:
    """Print requests a company and week: everything, the plan's mean and most; the estimate."""
    random = Random("a year of refreshes")  # noqa: S311 - a played market, no secret
    world = World(random=random, changed=float(changed))
    known = companies(random)
    for week in range(-53, 0):
        world.files(START + timedelta(weeks=week, days=-6))
    weekly: list[float] = []
    off: list[float] = []
    by_reason: Counter[Why] = Counter()
    full = 0.0
    for week in range(WEEKS):
        world.files(START + timedelta(weeks=week, days=-6))
        requests = 0
        for day in range(0, 7, int(every_days)):
            sent, estimated, full = crawl(world, known, START + timedelta(weeks=week, days=day))
            requests += sent.total()
            off.append(abs(estimated / max(sent.total(), 1) - 1) * 100)
            by_reason.update(sent)
        weekly.append(requests / COMPANIES)
    found = {
        "companies": COMPANIES,
        "crawls": len(off),
        "full": full / COMPANIES,
        "mean": sum(weekly) / WEEKS,
        "most": max(weekly),
        "worst_estimate": max(off),
        "by_reason": {why: by_reason[why] / COMPANIES / WEEKS for why in Why},
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
