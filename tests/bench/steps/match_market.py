"""Match the owners of one rehearsal's market, and hold what is decided beside the truth."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time
from time import process_time

from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.publishers import make_world
from crawlers.rehearsal.world.bodies import Body, Form
from oversight.decided_matches import as_decided
from oversight.decisions import NO_DECISIONS, Decision, Decisions, Verdict
from oversight.matching import Beside, OwnerKind, OwnerMatch, match_owners
from oversight.matching.queue import Waiting, places, review_queue
from oversight.organisations import Organisation
from tests.bench.matched_world import MatchedWorld, made
from tests.bench.steps.memory import peak_mb

REVIEWED = 200
"""How many owners of the queue a reviewer looks at (issue: the goal after review)."""
_OTHERS = {
    Form.COUNCIL: OwnerKind.COUNCIL,
    Form.HEALTH: OwnerKind.HEALTH,
    Form.CHARITY: OwnerKind.CHARITY,
    Form.SOLE_TRADER: OwnerKind.PERSON,
    Form.PARTNERSHIP: OwnerKind.PERSON,
}


def main(size: str, seed: str) -> None:
    """Print counts by method and by class, places decided, and what matching alone took."""
    market = made(make_world(int(seed), size))
    began = process_time()
    found = _matched(market, NO_DECISIONS)
    took = process_time() - began
    queue = review_queue(market.owners, found)
    reviewed = _matched(market, Decisions.of(_answer(market, w) for w in queue[:REVIEWED]))
    told = {
        "owners": len(market.owners),
        "places": sum(map(places, market.owners)),
        "match_s": took,
        "peak_mb": peak_mb(),
        "methods": _counted(market, found, lambda match, _: str(match.method)),
        "classes": _counted(market, found, lambda _, kind: kind),
        "waiting": len(queue),
        "places_decided": _places(market.owners, found),
        "places_after_review": _places(market.owners, reviewed),
    }
    sys.stdout.write(json.dumps(told))


def _matched(market: MatchedWorld, decisions: Decisions) -> dict[str, OwnerMatch]:
    beside = Beside(snapshot=market.snapshot)
    found = match_owners(market.owners, market.names, market.day, beside=beside)
    return as_decided(found, market.owners, market.names, decisions, market.day)


def _kind(body: Body | None) -> OwnerKind:
    """What an owner really is; nobody to be found where settings of one text have several."""
    if body is None:
        return OwnerKind.NONE_FOUND
    return _OTHERS.get(body.form, OwnerKind.COMPANY)


def _is_right(market: MatchedWorld, owner: Organisation, match: OwnerMatch) -> bool:
    body = market.truth[owner.key]
    number = body.number if body is not None else None
    return match.company_number == number and match.kind is _kind(body)


def _counted(
    market: MatchedWorld,
    found: Mapping[str, OwnerMatch],
    told_by: Callable[[OwnerMatch, OwnerKind], str],
) -> dict[str, dict[str, int]]:
    """Owners by method or class: all, decided, and decided rightly."""
    counts: dict[str, Counter[str]] = {}
    for owner in market.owners:
        match = found[owner.key]
        name = told_by(match, _kind(market.truth[owner.key]))
        right = _is_right(market, owner, match)
        counts.setdefault(name, Counter()).update(
            {"all": 1, "decided": not match.needs_review, "right": not match.needs_review and right}
        )
    return {name: dict(count) for name, count in counts.items()}


def _places(owners: tuple[Organisation, ...], found: Mapping[str, OwnerMatch]) -> int:
    return sum(places(one) for one in owners if not found[one.key].needs_review)


def _answer(market: MatchedWorld, waiting: Waiting) -> Decision:
    """What a reviewer who knows the truth says of one owner."""
    body = market.truth[waiting.organisation.key]
    people = {OwnerKind.PERSON: "person", OwnerKind.NONE_FOUND: "none"}
    subject = people.get(_kind(body))
    if subject is None and body is not None:
        subject = f"company:{body.number}" if body.number else body.key
    return Decision(
        owner_text=waiting.organisation.texts[0],
        subject=subject or "none",
        verdict=Verdict.SAME,
        decided_by="the bench",
        decided_at=datetime.combine(TODAY, time(12), tzinfo=UTC),
        reason="The rehearsal's truth says so.",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
