"""Registrations that were open when their page was read last: each is asked for once more.

The search of Ofsted's reports site lists what is open, so that a registration that closes leaves
it, and no link leads to its page any more. The page itself stays, and says that it is closed, and
since when. So every page that was open when last read is asked for beside what the search lists:
nothing for those that it lists, for these are asked anyway, and one request for each that left it.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from crawlers.source import Source
from crawlers.work import Errand
from db import ledger
from db.columns import columns
from db.records import ProviderPage
from oversight.campaign import Campaign
from oversight.freshness import Freshness

REPORTS = "ofsted_reports"
NOT_OVER = frozenset({None, "Open", "Proposed to open"})
"""What the site calls a registration of which more is to come, or says nothing."""


def still_open(campaign: Campaign, source: Source, fresh: Freshness) -> Iterator[Errand]:
    """Yield an errand for each page that was open when it was read last, where it is due.

    None for other sources than the reports site.
    """
    if source.key != REPORTS:
        return
    engine = campaign.place.engine
    rows = columns(engine, REPORTS, ProviderPage, ("status", "closed_on"))
    may_be_open = {
        sha256 for sha256, status, closed_on in rows if closed_on is None and status in NOT_OVER
    }
    (host,) = {start.host for start in source.starts}
    for page in ledger.last_addresses(engine, REPORTS):
        url = campaign.site.hosts.url(host, urlsplit(page.url).path)  # a rehearsal's port changes
        if page.sha256 in may_be_open and fresh.is_wanted(REPORTS, url, False):
            yield Errand(source=REPORTS, url=url)
