"""A file from a host beside this process to disk: by a bare stream of httpx, or by ours."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path
from time import perf_counter

from crawlers.asking import Terms, Turns
from crawlers.downloading import Downloader, client_for
from crawlers.hosts import Hosts
from tests.bench.steps.memory import peak_mb


class Ticks:
    """A clock on which every wait is over at once: what is measured is the bytes."""

    def __init__(self) -> None:
        """Begin at nought."""
        self._at = 0.0

    def now(self) -> float:
        """Seconds waited for so far."""
        return self._at

    async def sleep(self, seconds: float, /) -> None:
        """Be there."""
        self._at += seconds


async def bare(address: str, into: Path) -> float:
    """Stream it to disk, and nothing else; seconds until the last byte is written."""
    async with client_for("bench") as client:
        began = perf_counter()
        async with client.stream("GET", f"{address}/product.zip") as response:
            with into.open("wb") as file:
                async for chunk in response.aiter_raw():
                    file.write(chunk)
        return perf_counter() - began


async def ours(address: str, into: Path) -> tuple[float, float]:
    """Download it; seconds until the last byte is written, and until it is checked and named."""
    moments: list[float] = [0.0]

    def take_note(_: int, __: int | None) -> None:
        moments[0] = perf_counter()

    terms = Terms(hosts=Hosts(addresses={"companies_house_bulk": address}), ticks=Ticks())
    async with client_for("bench") as client:
        began = perf_counter()
        await Downloader(client, Turns(terms)).download(
            f"{address}/product.zip", into, progress=take_note
        )
        return moments[0] - began, perf_counter() - began


def main(which: str, product: str, folder: str) -> None:
    """Print how long it took and how much memory it held."""
    into = Path(folder) / "downloaded.zip"
    with subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.bench.steps.serve_product", product],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        if which == "bare":
            written_s = whole_s = asyncio.run(bare(address, into))
        else:
            written_s, whole_s = asyncio.run(ours(address, into))
        server.stdin.close()
    into.unlink()
    found = {"written_s": written_s, "whole_s": whole_s, "peak_mb": peak_mb()}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
