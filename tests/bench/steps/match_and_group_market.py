"""Match and group one rehearsal's market on three days, before a review of the queue and after."""

import json
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.truth.groups import TrueGroups
from oversight.market import Market
from oversight.measures.grouping import adjusted_rand, b_cubed
from tests.bench.matched_world import MatchedWorld, made
from tests.bench.reviewing import owners_that_wait, parents_that_wait, review
from tests.bench.steps.memory import peak_mb

DAYS = (date(2024, 3, 31), date(2025, 3, 31), date(2026, 3, 31))


def main(size: str, seed: str) -> None:
    """Print how right groups are on each day, and what matching and grouping took."""
    with TemporaryDirectory() as folder:
        of = made(make_world(int(seed), size), Path(folder))
        told = {day.isoformat(): measured_on(of, day) for day in DAYS}
    sys.stdout.write(json.dumps({"days": told, "peak_mb": peak_mb()}))


def measured_on(of: MatchedWorld, day: date) -> dict[str, dict[str, float]]:
    """What is measured of one day, before a review and after it."""
    before = of.market(day)
    told = _measured(of, before)
    decisions = review(of, before)
    return {"before": told, "after": _measured(of, of.market(day, decisions))}


def _measured(of: MatchedWorld, market: Market) -> dict[str, float]:
    _ = market.settings, market.names
    began = process_time()
    groups, operating = _statutory(market), _operating(market)
    took = process_time() - began
    true = TrueGroups(world=of.world)
    owner = {
        one.urn: key
        for one in market.settings
        if (key := of.world.setting[one.urn].owner_on(market.day)) is not None
        and key in of.world.body
    }
    places = {one.urn: float(one.places or 0) for one in market.settings}
    statutory_heads = {urn: true.statutory_head(key, market.day) for urn, key in owner.items()}
    operating_heads = {urn: true.operating_head(key, market.day) for urn, key in owner.items()}
    return {
        "settings": len(owner),
        "waiting": len(owners_that_wait(market)),
        "parents_waiting": len(parents_that_wait(market)),
        "group_s": took,
        **_told("statutory", groups, statutory_heads, places),
        **_told("operating", operating, operating_heads, places),
    }


def _statutory(market: Market) -> dict[str, str]:
    """The certain group of each setting; of an owner without a company its own."""
    found = {s.urn: one.subject for one in market.organisations for s in one.settings}
    return found | {s.urn: one.id for one in market.groups for s in one.settings}


def _operating(market: Market) -> dict[str, str]:
    """The same, where a part below a fund vehicle stands together by itself."""
    apart = {s.urn: one.id for one in market.operating_groups for s in one.settings}
    return _statutory(market) | apart


def _told(
    kind: str, found: dict[str, str], true: dict[str, str], places: dict[str, float]
) -> dict[str, float]:
    by_setting, by_place = b_cubed(found, true), b_cubed(found, true, places)
    return {
        f"{kind}_precision": by_setting.precision,
        f"{kind}_recall": by_setting.recall,
        f"{kind}_precision_of_places": by_place.precision,
        f"{kind}_recall_of_places": by_place.recall,
        f"{kind}_adjusted_rand": adjusted_rand(found, true),
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
