"""A download in a process of its own, which may be killed at any moment; prints what has come."""

import asyncio
import json
import sys
from pathlib import Path
from time import monotonic

from crawlers.asking import Terms, Turns
from crawlers.downloading import Downloader, client_for
from crawlers.hosts import Hosts


class RealTicks:
    def now(self) -> float:
        return monotonic()

    async def sleep(self, seconds: float, /) -> None:
        await asyncio.sleep(seconds)


async def main(address: str, path: str, into: str) -> None:
    terms = Terms(
        hosts=Hosts(addresses={"companies_house_bulk": address}), ticks=RealTicks(), faster=100
    )
    async with client_for("Provider monitor (someone@example.org)") as client:
        done = await Downloader(client, Turns(terms)).download(f"{address}{path}", Path(into))
    sys.stdout.write(json.dumps({"size": done.size, "resumed_from": done.resumed_from}))


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
