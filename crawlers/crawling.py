"""Run one crawl to its end."""

import asyncio
import time
from collections.abc import Awaitable, Generator, Iterable, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.settings import Settings
from sqlmodel import col

from crawlers.asking import Terms, Turns
from crawlers.pipeline import Keeper
from crawlers.source import Source
from crawlers.spider import Crawl
from crawlers.work import Held, Work
from db import ledger, store, tables
from db.saving import OpenRun

UNDER_WAY = 500
"""Requests that wait for their hosts' turn, or for an answer, at once."""
OBEYING, JUDGING = 100, 900
"""Where ours stand among Scrapy's own: who obeys next to the engine, who judges next to the
network."""


@dataclass(frozen=True, kw_only=True)
class Clock:
    """Real seconds, and real waiting."""

    def now(self) -> float:
        """Seconds that never go back."""
        return time.monotonic()

    def sleep(self, seconds: float, /) -> Awaitable[None]:
        """Wait so long."""
        return asyncio.sleep(seconds)


class FaultError(Exception):
    """A fault of ours in a crawl: nothing is published of what had not come to its end by then."""


@contextmanager
def runs(place: Keeper, sources: Iterable[Source], now: datetime) -> Generator[dict[str, OpenRun]]:
    """Open a run of each source, and hold them until the block ends; BusyError if one is held."""
    with ExitStack() as stack:
        yield {
            source.key: stack.enter_context(store.running(place.engine, source.key, now))
            for source in sources
        }
        stack.callback(_set_apart, place, [source.key for source in sources])


def held(place: Keeper, open_runs: Mapping[str, OpenRun]) -> dict[tuple[str, str], Held]:
    """What the runs have adopted from crawls that never ended, by source and address."""
    of_these = [run.id for run in open_runs.values()]
    with place.engine.connect() as connection:
        rows = connection.execute(
            sa.select(
                col(tables.Fetch.source),
                col(tables.Fetch.url),
                col(tables.Fetch.sha256),
                col(tables.Fetch.fetched_at),
            )
            .where(col(tables.Fetch.run_id).in_(of_these))
            .order_by(col(tables.Fetch.id))
        ).all()
    return {
        (row.source, row.url): Held(sha256=row.sha256, fetched_at=row.fetched_at) for row in rows
    }


async def crawl(work: Work, turns: Turns, agent: str) -> None:
    """Do the work, asking in these turns under this name; what has come of it, `work` says.

    Raises FaultError where the fault is ours.
    """
    runner = AsyncCrawlerRunner(_settings(turns.terms, agent))
    crawler = runner.create_crawler(Crawl)
    under_way = runner.crawl(crawler, work=work, turns=turns)
    try:
        await asyncio.shield(under_way)
        await work.endings.told()
    except asyncio.CancelledError:  # else Scrapy would go on alone
        turns.hang_up()
        await runner.stop()
        await asyncio.wait({under_way, asyncio.ensure_future(work.endings.told())})
        raise
    if work.errors:
        first = work.errors[0]
        notes: list[str] = getattr(first, "__notes__", [])
        raise FaultError("; ".join([f"{type(first).__name__}: {first}", *notes])) from first
    reason = crawler.stats.get_value("finish_reason") if crawler.stats else None
    if reason != "finished" and work.stopped is None:
        raise FaultError(f"the crawl ended before its end: {reason}; its log says why")


def _set_apart(place: Keeper, keys: Iterable[str]) -> None:
    for key in keys:
        for sha256 in ledger.withdrawn(place.engine, key):
            place.archive.set_apart(sha256)


def _settings(terms: Terms, agent: str) -> Settings:
    return Settings(
        {
            "USER_AGENT": agent,
            "DOWNLOAD_VERIFY_CERTIFICATES": True,  # Scrapy's default trusts whoever answers
            "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
            "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https"), "crawlers.asking.InTurn"),
            "DOWNLOADER_MIDDLEWARES": {
                "crawlers.obeying.Obeying": OBEYING,
                "crawlers.judging.Judging": JUDGING,
                # Ours obey, wait, try again, and are told where to go by the spider.
                "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
                "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
                "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
                "scrapy.downloadermiddlewares.redirect.MetaRefreshMiddleware": None,
                "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
                "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": None,
                "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
            },
            "SPIDER_MIDDLEWARES": {
                # None of these is for us, and one drops long addresses, as signed ones are.
                "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
                "scrapy.spidermiddlewares.referer.RefererMiddleware": None,
                "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
                "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
                "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
            },
            "TELNETCONSOLE_ENABLED": False,
            "CONCURRENT_REQUESTS": UNDER_WAY,
            "CONCURRENT_REQUESTS_PER_DOMAIN": UNDER_WAY,
            # Scrapy makes so many tasks for each answer; what an answer leads to comes one by one.
            "CONCURRENT_ITEMS": 1,
            "DOWNLOAD_DELAY": 0,
            "DOWNLOAD_TIMEOUT": terms.longest_s,
            "DOWNLOAD_MAXSIZE": 0,
            "LOG_LEVEL": "WARNING",
        }
    )
