"""Match the owners of one rehearsal's market, and hold what is decided beside the truth."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from crawlers.rehearsal.publishers import make_world
from db.records import Officer
from oversight.market import Market
from oversight.matching import OwnerKind, OwnerMatch
from oversight.organisations import Organisation
from tests.bench.matched_world import MatchedWorld, made
from tests.bench.reviewing import kind_of_owner, owners_that_wait, review
from tests.bench.steps.memory import peak_mb


def main(size: str, seed: str) -> None:
    """Print counts by method and by class, places decided, and what matching alone took."""
    with TemporaryDirectory() as folder:
        told = _told(made(make_world(int(seed), size), Path(folder), [Officer]))
    sys.stdout.write(json.dumps(told))


def _told(of: MatchedWorld) -> dict[str, object]:
    market = of.market()
    _ = market.organisations, market.names
    began = process_time()
    _ = market.matches
    took = process_time() - began
    waiting = owners_that_wait(market)
    reviewed = of.market(decisions=review(of, market))
    return {
        "owners": len(market.organisations),
        "places": _places(market.organisations),
        "match_s": took,
        "peak_mb": peak_mb(),
        "methods": _counted(of, market, lambda match, _: str(match.method)),
        "classes": _counted(of, market, lambda _, kind: kind),
        "waiting": len(waiting),
        "places_decided": _places(_decided(market)),
        "places_after_review": _places(_decided(reviewed)),
    }


def _decided(market: Market) -> Iterator[Organisation]:
    return (one for one in market.organisations if not market.matches[one.key].needs_review)


def _places(owners: Iterable[Organisation]) -> int:
    return sum(one.places or 0 for one in owners)


def _is_right(of: MatchedWorld, market: Market, owner: Organisation) -> bool:
    match, body = market.matches[owner.key], of.owner(owner, market.day)
    number = body.number if body is not None else None
    return match.company_number == number and match.kind is kind_of_owner(body)


def _counted(
    of: MatchedWorld, market: Market, told_by: Callable[[OwnerMatch, OwnerKind], str]
) -> dict[str, dict[str, int]]:
    """Owners by method or class: all, decided, and decided rightly."""
    counts: dict[str, Counter[str]] = {}
    for owner in market.organisations:
        match = market.matches[owner.key]
        name = told_by(match, kind_of_owner(of.owner(owner, market.day)))
        is_decided = not match.needs_review
        right = is_decided and _is_right(of, market, owner)
        counts.setdefault(name, Counter()).update({"all": 1, "decided": is_decided, "right": right})
    return {name: dict(count) for name, count in counts.items()}


if __name__ == "__main__":
    main(*sys.argv[1:])
