"""How a crawl is made: where it goes, who asks, on what terms, and who is told."""

import base64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from scrapy.http import Response

from crawlers.asking import Terms
from crawlers.crawling import Clock
from crawlers.hosts import ASK_FOR_A_KEY
from crawlers.politeness import BY_HOST, Politeness
from crawlers.work import Errand, Work
from oversight import clock
from oversight.crawl_site import Site
from oversight.installation import Installation
from oversight.taking_in import Progress
from oversight.tally import Tally

TELL_EVERY = 20
"""Documents."""


@dataclass(frozen=True, kw_only=True)
class Campaign:
    """How a crawl is made, wherever it begins."""

    place: Installation
    site: Site
    agent: str
    """Who asks, with an address to write to."""
    authorization: str | None = None
    """The Authorization header for the hosts that ask for a key; None to leave them out."""
    most: int | None = None
    """How many requests may be sent in all."""
    most_files: int = 1
    """How many files of each source of products that are only kept."""
    manners: Mapping[str, Politeness] = field(default_factory=lambda: BY_HOST)
    progress: Progress = lambda _: None
    told: Callable[[Sequence[str]], None] = lambda _: None
    """Given the plan in words before it runs."""

    tally: Tally = field(default_factory=Tally)
    """How many requests are expected, and were sent."""
    first_seen: Callable[[Errand, Response], None] = lambda _errand, _response: None
    """Told of every answer of a publisher."""

    def count(self, work: Work) -> None:
        """Tell how far a crawl has come."""
        done = sum(work.counts.values())
        if done % TELL_EVERY == 0:
            newest = work.counts.most_common(3)
            named = ", ".join(f"{number:,} {source} {what}" for (source, what), number in newest)
            self.progress(f"{done:,} documents: {named}")

    def moment(self) -> datetime:
        """The moment at which something is fetched: a rehearsal's is noon of its own today."""
        return clock.now() if self.site.today is None else self.place.now

    def terms(self) -> Terms:
        """On what terms the publishers are asked: one object for the whole crawl."""
        keys = {host: self.authorization for host in ASK_FOR_A_KEY if self.authorization}
        return Terms(
            hosts=self.site.hosts,
            ticks=Clock(),
            faster=self.site.faster,
            keys=keys,
            manners=self.manners,
            most=self.most,
        )


def basic(key: str) -> str:
    """The Authorization header of a key: it is the user's name, with a blank password."""
    return f"Basic {base64.b64encode(f'{key}:'.encode()).decode()}"
