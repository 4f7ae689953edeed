"""The whole monitor on an invented market: serve it, crawl it, evaluate it, tell."""

from collections.abc import Sequence

from crawlers.problem import Problem
from crawlers.rehearsal.publishers import CATALOGUE
from crawlers.rehearsal.site.apart import serving_apart
from crawlers.rehearsal.site.budget import Limit
from crawlers.rehearsal.site.serving import Terms, refuse_impossible_terms
from crawlers.sources import bulk_sources, sources
from oversight import printing
from oversight.campaign import Campaign, basic
from oversight.crawl_site import Site, rehearsed_at
from oversight.crawling import crawl_everything
from oversight.installation import Installation
from oversight.taking_in import Progress, TakenIn

FASTER = 100.0
"""How many times as fast as life a rehearsal's clock runs here: a budget of five minutes is over
in three seconds, and a link that is open for an hour closes in half a minute."""
KEY = "rehearsal"
"""The key with which the crawl asks; any will do there."""
AGENT = "oversight (a rehearsal asks itself)"


def rehearse_everything(
    place: Installation, *, seed: int, size: str, port: int, progress: Progress
) -> tuple[list[TakenIn], list[Problem]]:
    """Serve the market of a seed and crawl it; what became of it, and what is amiss."""
    terms = Terms(
        seed=seed,
        size=size,
        today=place.now.date(),
        port=port,
        limit=Limit(),
        faster=FASTER,
    )
    refuse_impossible_terms(CATALOGUE, terms)
    progress(f"making the {size} market of seed {seed}")
    with serving_apart(terms) as control:
        site = rehearsed_at(control)
        printing.note(printing.rehearsed(_served(site)))
        campaign = Campaign(
            place=place,
            site=site,
            agent=AGENT,
            authorization=basic(KEY),
            progress=progress,
            told=_tell,
        )
        everything = [one.key for one in (*sources(), *bulk_sources()) if one.is_crawled]
        return crawl_everything(campaign, everything)


def _tell(words: Sequence[str]) -> None:
    """Tell the plan in its heads alone: what is asked of whom, and for how long."""
    for line in words:
        if not line.startswith(" "):
            printing.note(printing.rehearsed(line))


def _served(site: Site) -> str:
    addresses = site.hosts.addresses
    return (
        f"{len(addresses)} publishers serve it on this machine until it is taken in"
        f" (GOV.UK's stand-in at {addresses['govuk']})"
    )
