"""Crawl products too large for memory: from the page that names the newest to its part in use."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from scrapy.http import Response

from crawlers.asking import GivenUpError, SpentError, Turns
from crawlers.bulk import NoRoomError
from crawlers.downloading import Downloader, client_for
from crawlers.downloads import ForbiddenError, NotServedError, UnfitDownloadError
from crawlers.downloads.half import put_away
from crawlers.hosts import UnknownHostError
from crawlers.looping import run
from crawlers.pipeline import refusing
from crawlers.problem import SPENT, Problem
from crawlers.reading import SourceChangedError
from crawlers.source import BulkSource, Follow, KeptSource, Start
from crawlers.work import Errand
from db import store
from db.parts import PublishedTooEarlyError, ShrunkError, published_parts
from db.product import Product
from db.records import Document
from oversight.campaign import Campaign
from oversight.installation import DOWNLOADS
from oversight.taking_in import TakenIn
from oversight.taking_in_bulk import take_in_bulk

AMISS = (
    ForbiddenError,
    GivenUpError,
    NoRoomError,
    NotServedError,
    PublishedTooEarlyError,
    ShrunkError,
    SourceChangedError,
    UnfitDownloadError,
    UnknownHostError,
)
"""What may be wrong with one product, or with the way to it; the part in use stays in use."""
REFUSED = (PublishedTooEarlyError, ShrunkError, SourceChangedError, store.WrongWorldError)
"""What is wrong with a product itself, so that to take it in again would end alike."""


def crawl_products(
    campaign: Campaign, turns: Turns, chosen: Sequence[BulkSource]
) -> tuple[list[TakenIn], list[Problem]]:
    """Take in the newest issue of each product, unless it is held; and what is amiss."""
    taken: list[TakenIn] = []
    problems: list[Problem] = []
    folder = campaign.place.folder / DOWNLOADS
    folder.mkdir(exist_ok=True)
    for source in chosen:
        try:
            for follow in led(campaign, turns, source, folder):
                taken += _take_in(campaign, turns, source, follow, folder)
        except AMISS as error:
            problems.append(Problem(source=source.key, what="refused", why=str(error)))
        except SpentError as error:
            problems.append(Problem(source=source.key, what=SPENT, why=str(error)))
            break
    with suppress(OSError):
        folder.rmdir()  # unless something is on its way in it
    return taken, problems


def led(
    campaign: Campaign, turns: Turns, source: BulkSource | KeptSource, folder: Path
) -> Iterator[Follow]:
    """Where the pages of a product lead, with absolute addresses."""
    for start in source.starts:
        assert start.to is not None, "a product's address is never pinned: a page leads to it"
        page = _page(campaign, turns, source, start, folder)
        with refusing(campaign.place, source.key, page):
            for follow in source.signposts[start.to](page):
                there = campaign.site.hosts.secured(urljoin(page.url, follow.url))
                yield replace(follow, url=there)


def _page(
    campaign: Campaign,
    turns: Turns,
    source: BulkSource | KeptSource,
    start: Start,
    folder: Path,
) -> Document:
    url = campaign.site.hosts.url(start.host, start.path)
    campaign.tally.expect(1, 0.0)
    path = folder / f"{source.key}.page"
    campaign.progress(f"opening {url}")
    download(campaign, turns, source.key, url, path, signpost=start.to)
    body = path.read_bytes()
    path.unlink()
    return Document(url=url, fetched_at=campaign.moment(), body=body)


def _take_in(
    campaign: Campaign, turns: Turns, source: BulkSource, follow: Follow, folder: Path
) -> Iterator[TakenIn]:
    """Download a product and take it in; nothing where it is held already."""
    url = follow.url
    held = {part.product.url for part in published_parts(campaign.place.engine, source.key)}
    if url in held:
        campaign.told([f"{source.title}: the newest issue is held: {url}"])
        return
    size = f", about {follow.stated_bytes:,} bytes" if follow.stated_bytes else ""
    campaign.told([f"{source.title}: {url}{size}"])
    campaign.tally.expect(1, 0.0)
    path = folder / name_of(url)
    size = follow.stated_bytes
    download(campaign, turns, source.key, url, path, stated_size=size, until_put_away=True)
    campaign.progress(f"taking in {path.name}")
    try:
        taken = take_in_bulk(
            campaign.place,
            source,
            path,
            url=url,
            published_on=follow.published_on,
            progress=campaign.progress,
        )
    except REFUSED:
        put_away(path)
        raise
    put_away(path)  # whatever ends it before this, the next crawl finds it here
    yield taken


def name_of(url: str) -> str:
    """The name of the file at an address."""
    return unquote(urlsplit(url).path).rpartition("/")[2]


def download(
    campaign: Campaign,
    turns: Turns,
    source: str,
    url: str,
    path: Path,
    *,
    stated_size: int | None = None,
    until_put_away: bool = False,
    signpost: str | None = None,
) -> None:
    """Download one file of a source, going on where an earlier process was cut.

    One that is kept `until_put_away` is not asked for again until then. Raises what `Downloader`
    does. One that is not what its publisher states goes to quarantine.
    """

    def tell(there: int, of: int | None) -> None:
        whole = f" of {of:,}" if of is not None else ""
        campaign.progress(f"downloading {path.name}: {there:,}{whole} bytes")

    def seen(answer: Response) -> None:
        of = "robots.txt" if answer.url.endswith("/robots.txt") else signpost
        campaign.first_seen(Errand(source=source, url=answer.url, signpost=of), answer)

    async def fetch() -> None:
        async with client_for(campaign.agent) as client:
            await Downloader(client, turns, seen).download(
                url,
                path,
                stated_size=stated_size,
                until_put_away=until_put_away,
                progress=tell,
            )

    try:
        run(fetch())
    except UnfitDownloadError as error:
        apart = set_apart(campaign, source, url, error.path, error.why)
        raise UnfitDownloadError(error.why, path=apart) from None


def set_apart(campaign: Campaign, source: str, url: str, path: Path, why: str) -> Path:
    """Move a refused file of any size to quarantine, with the reason; where it lies from now on."""
    apart = campaign.place.archive.quarantine_file(path)
    put_away(path)  # the note beside it, if it has one
    refused = Product(
        subject="",
        url=url,
        fetched_at=campaign.moment(),
        sha256=apart.name,
        published_on=None,
    )
    store.refuse(campaign.place.engine, source, refused, why)
    return apart
