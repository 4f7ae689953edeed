"""What one crawl is to do, and what has come of it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial

from scrapy.http import Response

from crawlers.ending import Endings
from crawlers.hosts import Hosts
from crawlers.intake import Intake
from crawlers.problem import Problem
from crawlers.source import Paging, Source
from db.records import Document
from db.saving import Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """One document to be fetched."""

    source: str
    url: str
    """Without the query of a page."""
    signpost: str | None = None
    published_on: date | None = None
    accept: str | None = None
    """The media type that is asked for, where the publisher has several."""
    looks_first: bool = False
    """True where the first page of a register shows whether the rest of it is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """How far an errand has come."""

    pages: tuple[bytes, ...] = ()
    """The pages that have been given."""
    query: str | None = None
    """The query of the next page; None for the first."""
    url: str | None = None
    """Where the publisher sent us, query and all; None for the errand's own address."""
    hops: int = 0
    fresh_starts: int = 0
    """How often it has begun anew, since where the publisher sent us was closed by then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A document that an unclosed run has stored, and that need not be asked for again."""

    sha256: str
    fetched_at: datetime
    is_old: bool = False
    """True where it is of an earlier day: what is newer, and names it, has it asked for again."""


@dataclass(frozen=True, kw_only=True)
class Came:
    """What has come of one source."""

    source: Source
    saved: tuple[Saved, ...]
    counts: Mapping[str, int]
    problems: tuple[Problem, ...]
    absent: tuple[str, ...]
    """Addresses at which there is nothing, as the publisher says."""


@dataclass(kw_only=True)
class Work:
    """One crawl."""

    sources: Mapping[str, Source]
    """Those that are crawled; where documents lead to others is not followed."""
    hosts: Hosts
    intake: Intake
    errands: Iterable[Errand]
    """Where it begins."""
    now: Callable[[], datetime]
    held: Mapping[tuple[str, str], Held] = field(default_factory=dict[tuple[str, str], Held])
    """What is not asked for again, by source and address."""
    body_of: Callable[[str], bytes] = lambda _: b""
    """A held body, by its hash."""
    is_wanted: Callable[[str, str, bool], bool] = lambda _source, _url, _is_final: True
    """Whether a document of a source, to which another leads, is due; the last says whether it
    never changes."""
    is_held: Callable[[str, str], bool] = lambda _source, _url: False
    """Whether a document of a source was ever fetched at an address."""
    named: Callable[[str, frozenset[str]], Iterable[str]] = lambda _number, _categories: ()
    """The sources to be asked about a company of which filings of these categories are new."""
    first_seen: Callable[[Errand, Response], None] = lambda _errand, _response: None
    """Told of every answer, for whoever keeps one of each kind."""
    told: Callable[["Work"], None] = lambda _: None
    """Told whenever something has come of it."""
    ended: Callable[[Came], None] = lambda _: None
    """Told, in a thread, of each source of which nothing is under way any more."""
    endings: Endings = field(init=False)

    counts: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]], init=False)
    """How many documents of a source were `new`, `unchanged`, `held`, `absent`, `passed over`,
    `unknown`, `not due`, `refused`, `not given`."""
    saved: defaultdict[str, list[Saved]] = field(
        default_factory=lambda: defaultdict[str, list[Saved]](list), init=False
    )
    problems: list[Problem] = field(default_factory=list[Problem], init=False)
    absent: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]], init=False)
    """By source and address: where there is nothing, as the publisher says."""
    stopped: str | None = field(default=None, init=False)
    """Why it has stopped before its end."""
    errors: list[BaseException] = field(default_factory=list[BaseException], init=False)
    """Faults of ours, after which nothing counts."""

    def __post_init__(self) -> None:
        """Begin with nothing under way."""
        self.endings = Endings(
            circle_of={key: source.circle for key, source in self.sources.items()},
            tell=lambda key: partial(self.ended, self.came(key)),
        )

    def came(self, key: str) -> Came:
        """What has come of a source so far."""
        return Came(
            source=self.sources[key],
            saved=tuple(self.saved.get(key, ())),
            counts={what: n for (of, what), n in sorted(self.counts.items()) if of == key},
            problems=tuple(one for one in self.problems if one.source == key),
            absent=tuple(sorted(url for of, url in self.absent if of == key)),
        )

    def paging(self, errand: Errand) -> Paging | None:
        """How an errand's document comes in pages; None for one that comes whole."""
        return None if errand.signpost else self.sources[errand.source].paging

    def document(self, errand: Errand, body: bytes) -> Document:
        """What an errand has brought, now."""
        return Document(
            url=errand.url, fetched_at=self.now(), body=body, published_on=errand.published_on
        )

    def address(self, errand: Errand, step: Step) -> str:
        """What is asked for next: where the publisher sent us, or the next page."""
        paging = self.paging(errand)
        query = step.query or (paging.first if paging is not None else None)
        asked = f"{errand.url}{'&' if '?' in errand.url else '?'}{query}" if query else errand.url
        return step.url or asked

    def count(self, source: str, what: str) -> None:
        """Count one document."""
        self.counts[source, what] += 1
        self.told(self)

    def is_absent(self, errand: Errand) -> bool:
        """Note an address that is not found, where that is no surprise; False where it is one."""
        source = self.sources[errand.source]
        is_unknown = source.may_be_unknown and not self.is_held(errand.source, errand.url)
        if not source.may_be_absent and not is_unknown:
            return False
        self.absent.add((errand.source, errand.url))
        self.count(errand.source, "unknown" if is_unknown else "absent")
        return True

    def errand_of(self, source: str, company_number: str) -> Errand | None:
        """What a source has of a company, as an errand; None where the source is not asked."""
        found = self.sources.get(source)
        if found is None:
            return None
        (start,) = found.starts
        path = start.path.format(company_number=company_number)
        return Errand(source=source, url=self.hosts.url(start.host, path))
