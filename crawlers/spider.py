"""The one spider: it asks for documents, hands them in, and goes where they lead.

It knows no publisher. What a source is, where it begins, what its pages are and what is to be done
about an address that is not found, the source says.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from functools import partial
from typing import Self, TypeAlias
from urllib.parse import urljoin

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from crawlers.asking import (
    ELSEWHERE_NOW,
    FORBIDDEN,
    Asker,
    KeyRefusedError,
    NoRulesError,
    SpentError,
    StoppedError,
    Turns,
)
from crawlers.batch import Job, Outcome
from crawlers.downloads import ForbiddenError
from crawlers.hosts import UnknownHostError
from crawlers.intake import IntakeError
from crawlers.problem import SPENT, STOPPED, Failed, Problem
from crawlers.source import Follow
from crawlers.work import Errand, Step, Work
from db.records import Document

Requests: TypeAlias = AsyncIterator[Request]
OK = 200
NOT_FOUND = frozenset({404, 410})
ELSEWHERE = frozenset({301, 302, 303, 307, 308})
MOST_HOPS = 5
MOST_FRESH_STARTS = 4
AHEAD = 10
"""How much sooner a document that another led to is asked for than one of the plan."""


class Crawl(Asker):
    """A crawl of any sources."""

    name = "crawl"

    def __init__(self, work: Work, turns: Turns) -> None:
        """Take up the work, asking in turns."""
        super().__init__()
        self._work = work
        self.turns = turns
        self._closing: asyncio.Future[None] | None = None
        self._asked: set[tuple[str, str]] = set()
        self._replayed: set[tuple[str, str]] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, work: Work, turns: Turns) -> Self:
        """Scrapy's way of making one; a fault in what is done with an answer stops it."""
        spider = super().from_crawler(crawler, work=work, turns=turns)
        crawler.signals.connect(spider.faulty, signals.spider_error)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests of the plan."""
        errands = list(self._work.errands)
        for errand in errands:  # all at once: none of a source may be over before its last is begun
            self._work.endings.begins(errand.source)
        for errand in errands:
            async for request in self._set_out(errand):
                yield request
            self._ends(errand)

    async def answered(self, response: Response, errand: Errand, step: Step) -> Requests:
        """Take an answer in, and yield the requests that it leads to."""
        async for request in self._answered(response, errand, step):
            yield request
        self._ends(errand)

    async def _answered(self, response: Response, errand: Errand, step: Step) -> Requests:
        self._work.first_seen(errand, response)
        if response.status in ELSEWHERE:
            for request in self._redirected(response, errand, step):
                yield request
            return
        if response.status == FORBIDDEN and step.hops and step.fresh_starts < MOST_FRESH_STARTS:
            # A signed address holds for a minute, and another request had the turn meanwhile.
            yield self._request(errand, Step(fresh_starts=step.fresh_starts + 1), AHEAD)
            return
        if response.status != OK:
            self._not_given(response, errand)
            return
        paging = self._work.paging(errand)
        body = response.body
        if paging is not None:
            if errand.looks_first and not step.pages and await self._is_as_before(errand, body):
                return
            pages = (*step.pages, body)
            query = paging.following(pages)
            if query is not None:
                yield self._request(errand, Step(pages=pages, query=query), AHEAD)
                return
            body = paging.join(pages)
        outcome = await self._taken_in(self._job(errand, body))
        self._note(errand, outcome)
        async for request in self._led(errand, outcome):
            yield request

    def seen(self, request: Request, response: Response) -> None:
        """Tell whoever keeps one answer of each kind of those that nobody reads, too."""
        host = self._work.hosts.host_of(request.url)
        rules = Errand(source=host, url=request.url, signpost="robots.txt")
        self._work.first_seen(request.cb_kwargs.get("errand", rules), response)

    def failed(self, failure: Failed, errand: Errand) -> None:
        """Note what was not given; a refused key, or a spent allowance, stops the crawl."""
        error = failure.value
        assert isinstance(error, BaseException)
        if isinstance(error, StoppedError):
            return
        if isinstance(error, (KeyRefusedError, SpentError)):
            if self._work.stopped is None:
                self._work.stopped = str(error)
                self._amiss(errand, SPENT if isinstance(error, SpentError) else STOPPED, str(error))
            self._stop()
        elif isinstance(error, (IgnoreRequest, ForbiddenError)):
            self._amiss(errand, "not given", str(error), shut=isinstance(error, NoRulesError))
            self._ends(errand)
        else:
            self.faulty(failure)

    def _ends(self, errand: Errand) -> None:
        """Note that something has come of a request; nothing does where the fault is ours."""
        if not self._work.errors:
            self._work.endings.ends(errand.source)

    def faulty(self, failure: Failed) -> None:
        """Note a fault of ours, and stop. Scrapy alone would note it and go on."""
        error = failure.value
        assert isinstance(error, BaseException)
        self._fault(error)

    def _fault(self, error: BaseException) -> None:
        self._work.errors.append(error)
        self._stop()

    def _stop(self) -> None:
        """Ask nothing more, and end once what was asked has been answered."""
        self.turns.stop()
        if self._closing is None:
            closes = self.crawler.engine.close_spider_async(reason="stopped")
            self._closing = asyncio.ensure_future(closes)

    async def _set_out(
        self, errand: Errand, priority: int = 0, *, is_named: bool = False
    ) -> Requests:
        """Yield the request for a document, or those for what a held one leads to.

        What a new filing names is asked for, though it was held before that.
        """
        key = (errand.source, errand.url)
        held = self._work.held.get(key)
        is_replay = held is not None and not (is_named and held.is_old)
        if key in self._asked or (is_replay and key in self._replayed):
            return
        (self._replayed if is_replay else self._asked).add(key)
        if held is None or not is_replay:
            yield self._request(errand, Step(), priority)
            return
        document = Document(
            url=errand.url,
            fetched_at=held.fetched_at,
            body=self._work.body_of(held.sha256),
            published_on=errand.published_on,
        )
        self._work.count(errand.source, "held")
        job = Job(source=errand.source, document=document, is_replay=True)
        async for request in self._led(errand, await self._taken_in(job)):
            yield request

    def _request(self, errand: Errand, step: Step, priority: int) -> Request:
        there = self._work.address(errand, step)
        self._work.endings.begins(errand.source)
        return Request(
            there,
            callback=self.answered,
            errback=partial(self.failed, errand=errand),
            cb_kwargs={"errand": errand, "step": step},
            headers={"Accept": errand.accept} if errand.accept else None,
            priority=priority,
            dont_filter=True,
            meta={
                "download_slot": self._work.hosts.host_of(there),
                "handle_httpstatus_all": True,
                ELSEWHERE_NOW: step.url is not None,
            },
        )

    async def _taken_in(self, job: Job) -> Outcome:
        """What became of a document; nothing, where that is our fault, which is noted once."""
        try:
            return await self._work.intake.take_in(job)
        except IntakeError as error:
            self._fault(error.__cause__ or error)
            return Outcome()

    async def _is_as_before(self, errand: Errand, page: bytes) -> bool:
        outcome = await self._taken_in(self._job(errand, page, is_first_page=True))
        if outcome.is_as_before:
            self._work.count(errand.source, "unchanged")
        return outcome.is_as_before

    def _redirected(self, response: Response, errand: Errand, step: Step) -> Iterator[Request]:
        location = (response.headers.get("Location") or b"").decode("latin-1")
        there = self._work.hosts.secured(urljoin(response.url, location))
        if not location or step.hops == MOST_HOPS:
            self._amiss(errand, "not given", f"{errand.url} leads nowhere, after {step.hops} hops")
        elif self._is_known(errand, there):
            yield self._request(errand, replace(step, url=there, hops=step.hops + 1), AHEAD)

    def _not_given(self, response: Response, errand: Errand) -> None:
        if response.status not in NOT_FOUND or not self._work.is_absent(errand):
            self._amiss(errand, "not given", f"{errand.url} answered {response.status}")

    def _note(self, errand: Errand, outcome: Outcome) -> None:
        """Count what became of a document."""
        if outcome.refused is not None:
            self._amiss(errand, "refused", outcome.refused)
        elif outcome.saved is not None:
            self._work.saved[errand.source].append(outcome.saved)
            self._work.count(errand.source, "new" if outcome.saved.new else "unchanged")
        elif outcome.passed_over is not None:
            self._work.count(errand.source, "passed over")

    def _amiss(self, errand: Errand, what: str, why: str, *, shut: bool = False) -> None:
        self._work.count(errand.source, what)
        leads = shut or errand.signpost is not None
        problem = Problem(
            source=errand.source, what=what, why=why, url=errand.url, is_on_the_way=leads
        )
        self._work.problems.append(problem)

    async def _led(self, errand: Errand, outcome: Outcome) -> Requests:
        """Yield the requests for where a document leads, and for what new filings name."""
        led = [(self._followed(errand, follow), False) for follow in outcome.follows]
        if outcome.subject is not None:
            named = self._work.named(outcome.subject, outcome.filed)
            led += [(self._work.errand_of(key, outcome.subject), True) for key in sorted(named)]
        for found, is_named in led:
            if found is not None:
                async for request in self._set_out(found, AHEAD, is_named=is_named):
                    yield request

    def _followed(self, errand: Errand, follow: Follow) -> Errand | None:
        key = follow.source or errand.source
        if key not in self._work.sources:
            return None
        url = (
            self._work.hosts.secured(urljoin(errand.url, follow.url))
            if follow.host is None
            else self._work.hosts.url(follow.host, follow.url)
        )
        if not self._is_known(errand, url):
            return None
        if follow.to is None and not self._work.is_wanted(key, url, follow.is_final):
            self._work.count(key, "not due")
            return None
        return Errand(
            source=key,
            url=url,
            signpost=follow.to,
            published_on=follow.published_on,
            accept=follow.accept,
        )

    def _is_known(self, errand: Errand, url: str) -> bool:
        """Whether a link leads to one of the hosts that are crawled; else it is amiss."""
        try:
            self._work.hosts.host_of(url)
        except UnknownHostError as error:
            self._amiss(errand, "refused", f"{errand.url}: {error}")
            return False
        return True

    def _job(self, errand: Errand, body: bytes, *, is_first_page: bool = False) -> Job:
        return Job(
            source=errand.source,
            document=self._work.document(errand, body),
            signpost=errand.signpost,
            is_first_page=is_first_page,
        )
