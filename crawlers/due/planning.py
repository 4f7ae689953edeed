"""The plan of a crawl: what is asked of each watched company today, why, and what is left out."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import exp

from crawlers.companies_house.resources import PROFILE, RESOURCES
from crawlers.due.audit import audit_day
from crawlers.due.known import Known, mean_resources

WEEKLY_DAYS, TROUBLED_DAYS = 7, 1
"""Days from one look at a company's feed to the next."""
ASSUMED_RESOURCES = 5.0
"""Requests to which a new company's profile is taken to lead while no profile is held: its filing
history, officers and controls, and two of statements, charges and further pages."""
DAYS_A_YEAR = 365


class Why(StrEnum):
    """Why something is asked, the most pressing first: a crawl may be ended by its budget."""

    TROUBLED = "in trouble: daily"
    NAMED = "named by a new filing"
    DUE_DAY = "a due date has passed"
    NEVER_ASKED = "never asked"
    WEEKLY = "the weekly look at its filings"
    AUDIT = "monthly audit"


class WhyNot(StrEnum):
    """Why something is left out."""

    LOOKED_AT = "looked at lately"
    NOT_NAMED = "no new filing names it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One resource of one company to ask for.

    A weekly or daily look at a filing history needs its first page; all else is read whole.
    """

    source: str
    company_number: str
    why: Why


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What one crawl asks for, in the order in which it asks."""

    companies: int
    asks: tuple[Ask, ...]
    skipped: Mapping[WhyNot, int]
    """How many resources are left out, by the reason."""
    expected_follow_ups: float
    """Requests to which those asked will lead: what new companies' profiles link to, what new
    filings name, and further pages of long registers."""
    full_crawl: float
    """Requests that asking for everything would take."""

    @property
    def expected_requests(self) -> float:
        """All requests that the crawl is expected to send."""
        return len(self.asks) + self.expected_follow_ups


def plan(known: Iterable[Known], today: date) -> Plan:
    """What is due on a day of each company known.

    The same companies in any order give the same plan. Of a company never asked only the profile
    is asked: what its links lead to is counted among the expected follow-ups.
    """
    companies = sorted(known, key=lambda one: one.company_number)
    mean = mean_resources(companies, ASSUMED_RESOURCES)
    asks: list[Ask] = []
    skipped: Counter[WhyNot] = Counter()
    follow_ups = full_crawl = 0.0
    for one in companies:
        mine = {source: due(one, source, today) for source in _resources(one)}
        asked = {source: why for source, why in mine.items() if why is not None}
        asks += [
            Ask(source=source, company_number=one.company_number, why=why)
            for source, why in asked.items()
        ]
        skipped.update(
            WhyNot.LOOKED_AT if source == one.feed else WhyNot.NOT_NAMED
            for source in mine.keys() - asked.keys()
        )
        follow_ups += _follow_ups(one, asked, today, mean)
        full_crawl += len(mine) + (sum(one.further_pages.values()) if one.has else mean)
    return Plan(
        companies=len(companies),
        asks=tuple(_in_order(asks)),
        skipped={why: skipped[why] for why in WhyNot if skipped[why]},
        expected_follow_ups=follow_ups,
        full_crawl=full_crawl,
    )


def due(known: Known, source: str, today: date, named: frozenset[str] = frozenset()) -> Why | None:
    """Why a resource that a profile's links, or the plan, lead to is asked today; None where not.

    `named` are the sources that new filings name in the crawl under way (`naming.to_ask`). The
    profile of a late company is asked once, the day after its due date: from then on its accounts
    are known to be overdue and its feed is looked at daily, where the filing that mends it shows.
    """
    last = known.fetched.get(source)
    if last is None:
        return Why.NEVER_ASKED
    if source in named | known.named:
        return Why.NAMED
    if last < audit_day(known.company_number, today):
        return Why.AUDIT
    every_days = TROUBLED_DAYS if known.is_troubled else WEEKLY_DAYS
    if source == known.feed and last + timedelta(days=every_days) <= today:
        return Why.TROUBLED if known.is_troubled else Why.WEEKLY
    if source == PROFILE and any(last <= day < today for day in known.due_days):
        return Why.DUE_DAY
    return None


def _resources(one: Known) -> Iterator[str]:
    """What a company is known to have, the profile first: all that a plan can ask of it."""
    return (source for source in RESOURCES if source == PROFILE or source in one.has)


def _follow_ups(one: Known, asked: Mapping[str, Why], today: date, mean: float) -> float:
    """Requests to which what is asked of one company is expected to lead."""
    if asked.get(PROFILE) is Why.NEVER_ASKED and not one.has:
        return mean
    looks = (Why.WEEKLY, Why.TROUBLED)
    pages = sum(one.further_pages.get(source, 0) for source in asked if asked[source] not in looks)
    if one.feed not in asked or one.feed not in one.fetched:
        return pages
    days = (today - one.fetched[one.feed]).days
    return pages + sum(
        (1 - exp(-times * days / DAYS_A_YEAR)) * (1 + one.further_pages.get(source, 0))
        for source, times in one.named_a_year.items()
        if source not in asked
    )


def _in_order(asks: Sequence[Ask]) -> list[Ask]:
    """The most pressing first; of one reason by company, and of one company the profile first."""
    pressing = {why: rank for rank, why in enumerate(Why)}
    place = {source: rank for rank, source in enumerate(RESOURCES)}
    return sorted(asks, key=lambda a: (pressing[a.why], a.company_number, place[a.source]))
