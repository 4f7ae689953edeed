"""Where a crawl goes: to the publishers themselves, or to a rehearsal of them."""

from dataclasses import dataclass
from datetime import date

import httpx
from pydantic import BaseModel, ValidationError

from crawlers.hosts import LIVE, LIVE_ALSO, Hosts
from db.tables import World
from oversight.installation import market_named


class NoSiteError(Exception):
    """An address at which no rehearsal is served."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The hosts of a crawl, and whose day it is there."""

    hosts: Hosts
    world: World
    today: date | None = None
    """A rehearsal's own today; None for the day it is."""
    market: str | None = None
    """Which market a rehearsal is of, in words."""
    faster: float = 1.0
    """How many times as fast as life its clock runs."""


class _ControlPage(BaseModel):
    addresses: dict[str, str]
    today: date
    faster: float
    seed: int
    size: str


LIVE_SITE = Site(hosts=Hosts(addresses=LIVE, also=LIVE_ALSO), world=World.REAL)
"""The publishers themselves."""


def rehearsed_at(address: str) -> Site:
    """The rehearsal whose control page is at an address; NoSiteError where there is none."""
    try:
        answer = httpx.get(address, timeout=60).raise_for_status()
        page = _ControlPage.model_validate_json(answer.content)
    except (httpx.HTTPError, httpx.InvalidURL, ValidationError) as error:
        raise NoSiteError(
            f"no rehearsal is served at {address}: {str(error).splitlines()[0]}; start one with"
            " `oversight rehearse`, and name the address of its control page"
        ) from None
    return Site(
        hosts=Hosts(addresses=page.addresses),
        world=World.REHEARSAL,
        today=page.today,
        market=market_named(page.size, page.seed),
        faster=page.faster,
    )
