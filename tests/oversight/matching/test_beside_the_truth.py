"""The owners of a small rehearsal, matched and held beside its truth; the bench measures more."""

import pytest

from crawlers.rehearsal.publishers import make_world
from oversight.matching import Beside, OwnerMatch, match_owners
from oversight.matching.queue import places
from tests.bench.matched_world import MatchedWorld, made


@pytest.fixture(scope="module")
def market() -> MatchedWorld:
    return made(make_world(1, "small"))


@pytest.fixture(scope="module")
def found(market: MatchedWorld) -> dict[str, OwnerMatch]:
    beside = Beside(snapshot=market.snapshot)
    return match_owners(market.owners, market.names, market.day, beside=beside)


def test_nobody_who_is_decided_without_a_person_is_wrong(
    market: MatchedWorld, found: dict[str, OwnerMatch]
) -> None:
    numbers = {key: body.number if body else None for key, body in market.truth.items()}
    wrong = {
        key: match.company_number
        for key, match in found.items()
        if not match.needs_review and match.company_number != numbers[key]
    }

    assert wrong == {}


def test_most_owners_and_nearly_all_places_are_decided_without_a_person(
    market: MatchedWorld, found: dict[str, OwnerMatch]
) -> None:
    decided = [one for one in market.owners if not found[one.key].needs_review]

    assert len(decided) >= 0.85 * len(market.owners)
    assert sum(map(places, decided)) >= 0.95 * sum(map(places, market.owners))


def test_whoever_waits_for_a_person_has_the_right_company_among_few(
    market: MatchedWorld, found: dict[str, OwnerMatch]
) -> None:
    waiting = [match for match in found.values() if match.needs_review]

    assert waiting
    assert all(len(match.candidates) <= 5 for match in waiting)
    assert all(
        body.number in match.candidates
        for match in waiting
        if (body := market.truth[match.owner_key]) is not None and body.number is not None
    )
