"""What a crawl of a market took in, asked for again and thrown away, and then only read again."""

import asyncio
import json
import sys
from datetime import UTC, datetime, time
from pathlib import Path
from time import perf_counter, process_time

import aiohttp
import sqlalchemy as sa
from sqlmodel import col

from crawlers.pipeline import read
from crawlers.rehearsal.calibration import TODAY
from crawlers.sources import sources
from db import tables
from db.records import Document
from oversight.installation import open_installation
from tests.bench.steps.crawl_market import API, KEY, PATHS, served

AT_ONCE = 16


def main(folder: str, seed: str) -> None:
    """Print how long the asking takes with nothing done, and the reading with nothing asked."""
    paths = json.loads(Path(folder, PATHS).read_text())
    with served("small", seed, "1") as site:
        began, at = process_time(), perf_counter()
        asyncio.run(fetch([site["addresses"][API] + path for path in paths]))
        found = {"fetched_s": perf_counter() - at, "fetch_cpu_s": process_time() - began}
    found |= {"server_s": site["server_s"], "read_s": read_again(Path(folder))}
    sys.stdout.write(json.dumps(found))


async def fetch(urls: list[str]) -> None:
    """Ask for these addresses, so many at once, and throw the answers away."""
    left = iter(urls)

    async def asking(session: aiohttp.ClientSession) -> None:
        for url in left:
            async with session.get(url, headers={"Authorization": KEY}) as response:
                assert response.status == 200, f"{url} answered {response.status}"
                await response.read()

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(asking(session) for _ in range(AT_ONCE)))


def read_again(folder: Path) -> float:
    """Seconds of one core that it takes to read what is held, and to keep nothing of it."""
    place = open_installation(folder, None, datetime.combine(TODAY, time(12), tzinfo=UTC))
    by_key = {source.key: source for source in sources()}
    fetch = tables.Fetch
    with place.engine.connect() as connection:
        held = connection.execute(
            sa.select(col(fetch.source), col(fetch.url), col(fetch.fetched_at), col(fetch.sha256))
        ).all()
    documents = [
        (
            by_key[row.source],
            Document(url=row.url, fetched_at=row.fetched_at, body=place.archive.get(row.sha256)),
        )
        for row in held
    ]
    began = process_time()
    for source, document in documents:
        read(source, document)
    return process_time() - began


if __name__ == "__main__":
    main(*sys.argv[1:])
