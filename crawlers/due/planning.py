"""The plan of a crawl: what is asked of each watched company today, why, and what is left out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from crawlers.companies_house.asking import DOCUMENTS, FILED_ACCOUNTS
from crawlers.companies_house.resources import PROFILE, RESOURCES
from crawlers.due.audit import audit_day
from crawlers.due.expecting import Basis, basis_of, documents_of, follow_ups_of
from crawlers.due.known import Known

WEEKLY_DAYS, TROUBLED_DAYS = 7, 1
"""Days from one look at a company's feed to the next."""
ALL = frozenset((*RESOURCES, DOCUMENTS, FILED_ACCOUNTS))
"""Every source that is asked about a company at the register."""


class Why(StrEnum):
    """Why something is asked, the most pressing first: a crawl may be ended by its budget."""

    TROUBLED = "in trouble: daily"
    NAMED = "named by a new filing"
    DUE_DAY = "a due date has passed"
    NEVER_ASKED = "never asked"
    WEEKLY = "the weekly look at its filings"
    AUDIT = "monthly audit"


LOOKS = (Why.WEEKLY, Why.TROUBLED)
"""Why a register's first page is enough, unless that shows that something is new."""


class WhyNot(StrEnum):
    """Why something is left out."""

    LOOKED_AT = "looked at lately"
    NOT_NAMED = "no new filing names it"
    NOT_THERE = "asked before, and the register has none"


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
    basis: Basis
    """What new companies are taken to lead to."""
    new_companies: int
    """Companies of which nothing is known: what follows from their profiles is a guess."""
    expected_follow_ups: float
    """Requests to which those asked will lead: what new companies' profiles link to, what new
    filings name, and further pages of long registers."""
    full_crawl: float
    """Requests that asking for everything would take, documents left out."""
    expected_documents: float | None
    """Documents to which filing histories will lead; None where documents are not asked for."""
    with_contents: bool
    """Whether the bytes of these documents are asked for, and not only what is known of them."""

    @property
    def expected_requests(self) -> float:
        """All requests that the crawl is expected to send, those for documents left out."""
        return len(self.asks) + self.expected_follow_ups


def plan(known: Iterable[Known], today: date, chosen: Collection[str] = ALL) -> Plan:
    """What is due on a day of each company known, of the sources chosen.

    The same companies in any order give the same plan. Of a company never asked only the profile
    is asked: what its links lead to is counted among the expected follow-ups.
    """
    companies = sorted(known, key=lambda one: one.company_number)
    basis = basis_of(companies, chosen)
    asks: list[Ask] = []
    skipped: Counter[WhyNot] = Counter()
    follow_ups = full_crawl = documents = 0.0
    new = 0
    for one in companies:
        mine = {source: due(one, source, today) for source in _resources(one, chosen)}
        asked = {source: why for source, why in mine.items() if why is not None}
        asks += [
            Ask(source=source, company_number=one.company_number, why=why)
            for source, why in asked.items()
        ]
        skipped.update(_why_not(one, source) for source in mine.keys() - asked.keys())
        looks = frozenset(source for source, why in asked.items() if why in LOOKS)
        follow_ups += follow_ups_of(
            one, asked.keys(), looks, today=today, basis=basis, chosen=chosen
        )
        documents += documents_of(one, asked.keys(), looks, today=today, basis=basis)
        further = sum(pages for source, pages in one.further_pages.items() if source in chosen)
        is_new = not one.has and PROFILE in mine and not one.lacks(PROFILE)
        new += is_new
        full_crawl += len(mine) + (basis.registers if is_new else further)
    return Plan(
        companies=len(companies),
        asks=tuple(_in_order(asks)),
        skipped={why: skipped[why] for why in WhyNot if skipped[why]},
        basis=basis,
        new_companies=new,
        expected_follow_ups=follow_ups,
        full_crawl=full_crawl,
        expected_documents=documents if DOCUMENTS in chosen else None,
        with_contents=FILED_ACCOUNTS in chosen,
    )


def due(known: Known, source: str, today: date, named: frozenset[str] = frozenset()) -> Why | None:
    """Why a resource that a profile's links, or the plan, lead to is asked today; None where not.

    `named` are the sources that new filings name in the crawl under way (`naming.to_ask`). The
    profile of a late company is asked once, the day after its due date: from then on its accounts
    are known to be overdue and its feed is looked at daily, where the filing that mends it shows.
    What the register says that it has not is asked again when named, and in its company's audit.
    """
    last = known.fetched.get(source)
    if last is None or known.lacks(source):
        return _due_though_not_held(known, source, today, named)
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


def _due_though_not_held(
    known: Known, source: str, today: date, named: frozenset[str]
) -> Why | None:
    """The same of what is not there: the feed of a company that is held keeps its rhythm."""
    if not known.lacks(source):
        return Why.NEVER_ASKED
    last = known.absent[source]
    if source in named:
        return Why.NAMED
    if last < audit_day(known.company_number, today):
        return Why.AUDIT
    is_feed = source == known.feed and PROFILE in known.fetched
    return Why.WEEKLY if is_feed and last + timedelta(days=WEEKLY_DAYS) <= today else None


def _why_not(one: Known, source: str) -> WhyNot:
    if one.lacks(source):
        return WhyNot.NOT_THERE
    return WhyNot.LOOKED_AT if source == one.feed else WhyNot.NOT_NAMED


def _resources(one: Known, chosen: Collection[str]) -> Iterator[str]:
    """What a company is known to have, the profile first: all that a plan can ask of it."""
    return (
        source
        for source in RESOURCES
        if source in chosen and (source == PROFILE or source in one.has)
    )


def _in_order(asks: Sequence[Ask]) -> list[Ask]:
    """The most pressing first; of one reason by company, and of one company the profile first."""
    pressing = {why: rank for rank, why in enumerate(Why)}
    place = {source: rank for rank, source in enumerate(RESOURCES)}
    return sorted(asks, key=lambda a: (pressing[a.why], a.company_number, place[a.source]))
