"""What the publishers of small worlds answer, as a client hears it: the bytes, without sockets."""

import json
from atexit import register
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import CATALOGUE, make_world
from crawlers.rehearsal.publishing import Answer, Asked, Publisher, Setup
from crawlers.rehearsal.world.world import World

Json = dict[str, Any]
SEEDS = (1, 2, 3)
ADDRESSES = {
    one.key: f"http://127.0.0.1:{port}" for port, one in enumerate(CATALOGUE.publishers, 9001)
}
FOLDER = Path(mkdtemp(prefix="traps-"))
"""Where publishers write large products, until the tests end."""
register(rmtree, FOLDER, ignore_errors=True)
KEPT = frozenset({"govuk", "govuk_assets"})
"""Publishers whose files are the same on every later day, and take a second each to write."""
REDIRECTS = frozenset({301, 302, 303})
MOST_ON_A_PAGE = 100


@dataclass(frozen=True, kw_only=True)
class Told:
    """One answer, with a product's bytes read from its file."""

    status: int
    media_type: str
    body: bytes

    def json(self) -> Json:
        """The body of an answer in JSON."""
        found: Json = json.loads(self.body)
        return found


@dataclass(frozen=True, kw_only=True, eq=False)
class Served:
    """One world's publishers on one day."""

    world: World
    today: date
    _publishers: dict[str, Publisher] = field(default_factory=dict[str, Publisher])

    def on(self, day: date) -> "Served":
        """The same world's publishers on another day."""
        return served(self.world.seed, day)

    def get(
        self, address: str, accept: str = "*/*", query: Mapping[str, str | int] | None = None
    ) -> Told:
        """What an address answers in the end: redirects are followed, to other publishers too."""
        answer = self.ask(f"{address}?{urlencode(query)}" if query else address, accept)
        if answer.status in REDIRECTS:
            return self.get(answer.headers["Location"], accept)
        return Told(status=answer.status, media_type=answer.media_type, body=body(answer))

    def ask(self, url: str, accept: str = "*/*") -> Answer:
        """What an address answers at once."""
        key = next(key for key, own in ADDRESSES.items() if url.startswith(f"{own}/"))
        parts = urlsplit(url)
        asked = {name: tuple(values) for name, values in parse_qs(parts.query).items()}
        return self._publisher(key).answer(
            Asked(path=unquote(parts.path), query=asked, accept=accept)
        )

    def from_the_register(self, path: str, **query: str | int) -> Json | None:
        """What the register of companies answers; None where it has no such thing."""
        told = self.get(f"{ADDRESSES['companies_house_api']}{path}", query=query)
        return None if told.status == 404 else told.json()

    def every(self, path: str) -> list[Json]:
        """All entries of a list of the register, page by page."""
        return list(self._pages(path))

    def _pages(self, path: str) -> Iterator[Json]:
        start, total = 0, 1
        while start < total:
            page = self.from_the_register(path, items_per_page=MOST_ON_A_PAGE, start_index=start)
            if page is None:
                return
            yield from page["items"]
            total = next(page[one] for one in ("total_results", "total_count") if one in page)
            start += len(page["items"]) or total

    def _publisher(self, key: str) -> Publisher:
        if key not in self._publishers:
            make = next(one.make for one in CATALOGUE.publishers if one.key == key)
            folder = FOLDER / str(self.world.seed)
            if key not in KEPT:
                folder /= str(self.today)
            folder.mkdir(parents=True, exist_ok=True)
            self._publishers[key] = make(
                Setup(world=self.world, today=self.today, addresses=ADDRESSES, folder=folder)
            )
        return self._publishers[key]


def body(answer: Answer) -> bytes:
    """An answer's bytes, those of a large product read from its file."""
    return answer.body if isinstance(answer.body, bytes) else answer.body.read_bytes()


@cache
def served(seed: int, day: date = TODAY) -> Served:
    """The small world of a seed on a day, made once for all tests of a process."""
    return Served(world=make_world(seed, "small"), today=day)
