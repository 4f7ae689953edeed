"""The plan of what is asked about the watched companies, and what follows from the answers."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from crawlers.companies_house.asking import DOCUMENT_API, DOCUMENTS, FILED_ACCOUNTS
from crawlers.companies_house.resources import FILING_HISTORY, RESOURCES, number_in
from crawlers.due.cost import costs, lines, long
from crawlers.due.known import Known
from crawlers.due.naming import to_ask
from crawlers.due.planning import LOOKS, TROUBLED_DAYS, due, plan
from crawlers.hosts import Hosts
from crawlers.politeness import politeness
from crawlers.source import Source
from crawlers.work import Errand, Held
from oversight.contents_left import contents_left
from oversight.crawl_plan import known_companies
from oversight.freshness import Freshness
from oversight.installation import Installation


@dataclass(frozen=True, kw_only=True)
class CompanyPlan:
    """What one pass over the companies begins with, and how it decides what to follow."""

    errands: Sequence[Errand]
    replays: Mapping[Errand, Held]
    """What is read again from the archive, since it leads to what is not held."""
    words: Sequence[str]
    expected: int
    """Requests, as far as can be told."""
    expected_s: float
    """How long these take, one host after the other."""
    known: Mapping[str, Known]
    fresh: Freshness
    daily: frozenset[str] = frozenset()
    """Companies in trouble."""
    _named: dict[str, frozenset[str]] = field(default_factory=dict[str, frozenset[str]], init=False)

    def is_wanted(self, source: str, url: str, is_final: bool) -> bool:
        """Whether what a document leads to is due."""
        number = number_in(url)
        if source not in RESOURCES or number is None:
            days = TROUBLED_DAYS if self.is_daily(url) else None
            return self.fresh.is_wanted(source, url, is_final, days)
        known = self.known.get(number)
        if known is None:
            return True
        named = self._named.get(number, frozenset())
        return due(known, source, self.fresh.today, named) is not None

    def is_daily(self, url: str) -> bool:
        """Whether an address asks, in its query, about a company that is looked at daily.

        So do all pages of what a search finds; the newest notices stand on its last page.
        """
        return any(said in self.daily for _, said in parse_qsl(urlsplit(url).query))

    def named(self, company_number: str, categories: frozenset[str]) -> Iterable[str]:
        """The sources to ask, since filings of these categories are new of a company."""
        known = self.known.get(company_number)
        if known is None or not categories:
            return ()
        found = to_ask(categories, known.has)
        self._named[company_number] = found
        return found


def planned(
    place: Installation,
    hosts: Hosts,
    sources: Sequence[Source],
    numbers: Collection[str],
    *,
    fresh: Freshness,
    also: Collection[int],
) -> CompanyPlan:
    """What is due of these companies today, by what is held and what open runs have fetched."""
    by_key = {source.key: source for source in sources}
    known = known_companies(place, numbers, fresh.today, also=also)
    found = plan(known, fresh.today, by_key.keys())
    errands = [
        Errand(
            source=ask.source,
            url=address(hosts, by_key[ask.source], ask.company_number),
            looks_first=ask.source == FILING_HISTORY and ask.why in LOOKS,
        )
        for ask in found.asks
    ]
    others = [source for source in sources if source.key not in RESOURCES and source.starts]
    is_asked = any(key in by_key for key in RESOURCES)
    words = list(lines(found)) if is_asked else []
    expected = sum(cost.requests for cost in costs(found)) if is_asked else 0
    expected_s = sum(cost.seconds for cost in costs(found)) if is_asked else 0.0
    daily = frozenset(one.company_number for one in known if one.is_troubled)
    for source in others:
        wanted = [
            Errand(source=source.key, url=address(hosts, source, number))
            for number in sorted(numbers)
            if fresh.is_wanted(
                source.key,
                address(hosts, source, number),
                is_final=False,
                good_for_days=TROUBLED_DAYS if number in daily else None,
            )
        ]
        errands += wanted
        seconds = len(wanted) * politeness(source.starts[0].host).apart_s
        expected, expected_s = expected + len(wanted), expected_s + seconds
        words.append(f"{len(wanted):,} requests to {source.starts[0].host}: {long(seconds)}")
        if len(wanted) < len(numbers):
            words.append(
                f"  skipped {len(numbers) - len(wanted):,}: asked in the last"
                f" {source.good_for_days} days, or today of a company in trouble"
            )
    replays: Mapping[Errand, Held] = {}
    if {DOCUMENTS, FILED_ACCOUNTS} <= by_key.keys():
        replays = contents_left(place, hosts, numbers, fresh)
    if replays:
        words.append(f"{len(replays):,} requests to {DOCUMENT_API}: for accounts not held so far")
    return CompanyPlan(
        errands=errands,
        replays=replays,
        words=words,
        expected=expected + len(replays),
        expected_s=expected_s,
        known={one.company_number: one for one in known},
        fresh=fresh,
        daily=daily,
    )


def address(hosts: Hosts, source: Source, company_number: str) -> str:
    """Where a source is asked about a company."""
    (start,) = source.starts
    return hosts.url(start.host, start.path.format(company_number=company_number))
