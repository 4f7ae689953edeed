"""Crawl products that are kept whole for a reader to come: the newest few that are not held."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from crawlers.asking import SpentError, Turns
from crawlers.downloads.half import put_away
from crawlers.problem import SPENT, Problem
from crawlers.source import Follow, KeptSource
from db import ledger, store
from db.keeping import save_kept
from db.product import Product
from db.tables import World
from oversight.campaign import Campaign
from oversight.crawl_products import AMISS, download, led, name_of, set_apart
from oversight.installation import DOWNLOADS
from oversight.taking_in import TakenIn


def crawl_kept(
    campaign: Campaign, turns: Turns, chosen: Sequence[KeptSource]
) -> tuple[list[TakenIn], list[Problem]]:
    """Keep the newest files of each source that are not held; and what is amiss.

    No more of one source than the campaign says: each may have gigabytes.
    """
    taken: list[TakenIn] = []
    problems: list[Problem] = []
    folder = campaign.place.folder / DOWNLOADS
    folder.mkdir(exist_ok=True)
    for source in chosen:
        try:
            offered = list(led(campaign, turns, source, folder))
            for follow in _wanted(campaign, source, offered):
                taken += [_keep(campaign, turns, source, follow, folder)]
        except (*AMISS, store.WrongWorldError) as error:
            problems.append(Problem(source=source.key, what="refused", why=str(error)))
        except SpentError as error:
            problems.append(Problem(source=source.key, what=SPENT, why=str(error)))
            break
    with suppress(OSError):
        folder.rmdir()  # unless something is on its way in it
    return taken, problems


def _wanted(campaign: Campaign, source: KeptSource, offered: Sequence[Follow]) -> Sequence[Follow]:
    """The newest that are not held, and a word on the others."""
    held = {url for _, url, _ in ledger.last_fetched(campaign.place.engine, (source.key,))}
    missing = [follow for follow in offered if follow.url not in held]
    wanted = missing[: campaign.most_files]
    size = sum(follow.stated_bytes or 0 for follow in wanted)
    plan = (
        f"{source.title}: {len(wanted)} of {len(offered)} files, some {size / 1e6:,.0f} MB;"
        f" skipped {len(offered) - len(missing)}: held; left {len(missing) - len(wanted)}:"
        f" --most-files is {campaign.most_files}"
    )
    campaign.told([plan])
    return wanted


def _keep(
    campaign: Campaign, turns: Turns, source: KeptSource, follow: Follow, folder: Path
) -> TakenIn:
    """Download one file, and publish it as it is. Raises WrongWorldError for an invented one."""
    place, path = campaign.place, folder / name_of(follow.url)
    size = follow.stated_bytes
    download(campaign, turns, source.key, follow.url, path, stated_size=size, until_put_away=True)
    if campaign.site.world is World.REAL and source.is_rehearsal(path):
        why = f"{follow.url} is about invented companies, and real data is held: it is not kept"
        set_apart(campaign, source.key, follow.url, path, why)
        raise store.WrongWorldError(why)
    with store.running(place.engine, source.key, campaign.moment()) as run:
        campaign.progress(f"keeping {path.name}")
        product = Product(
            subject=path.stem,
            url=follow.url,
            fetched_at=campaign.moment(),
            sha256=place.archive.put_file(path, source.key),
            published_on=follow.published_on,
        )
        saved = save_kept(place.engine, run, product)
        drift = store.close_run(place.engine, run, {}, campaign.moment())
    put_away(path)
    return TakenIn(source=source.key, adopted=run.adopted, saved=(saved,), drift=drift)
