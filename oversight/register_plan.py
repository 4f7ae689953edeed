"""What is expected of a register before it is asked, by what is held of it."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from crawlers.due.cost import long
from crawlers.source import Source
from oversight.campaign import Campaign
from oversight.freshness import Freshness


def register_lines(campaign: Campaign, source: Source, fresh: Freshness) -> Iterator[str]:
    """Yield how many documents are due again and for how long that takes, and what is skipped.

    What is new, and what the way to it costs, only the publisher's pages tell.
    """
    held = [url for key, url in fresh.fetched_on if key == source.key and "://" in url]
    if not held:
        yield f"{source.title}: as its page leads on: not known before the first crawl"
        campaign.tally.not_known.append(source.key)
        return
    (host,) = {start.host for start in source.starts}
    there = urlsplit(campaign.site.hosts.url(host, "/")).netloc
    # What lies where the crawl begins is asked again and again; files elsewhere are asked once.
    pages = [url for url in held if urlsplit(url).netloc == there] or held
    due = Counter(fresh.is_wanted(source.key, url, False) for url in pages)
    seconds = due[True] * campaign.terms().manner(host).apart_s
    campaign.tally.expect(due[True] + len(source.starts), seconds)
    yield (
        f"{source.title}: at most {due[True]:,} of {len(pages):,} documents held are due again"
        f" ({long(seconds)} at its pace), and what its pages have that is new"
    )
    if due[False]:
        days = source.good_for_days
        yield f"  skipped {due[False]:,}: fetched in the last {days} day{'s' * (days != 1)}"
