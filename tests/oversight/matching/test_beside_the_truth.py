"""The owners of a small rehearsal, matched and held beside its truth; the bench measures more."""

import pytest

from crawlers.rehearsal.publishers import make_world
from db.records import Officer
from oversight.market import Market
from tests.bench.matched_world import MatchedWorld, made


@pytest.fixture(scope="module")
def of(tmp_path_factory: pytest.TempPathFactory) -> MatchedWorld:
    return made(make_world(1, "small"), tmp_path_factory.mktemp("index"), [Officer])


@pytest.fixture(scope="module")
def market(of: MatchedWorld) -> Market:
    return of.market()


def test_nobody_who_is_decided_without_a_person_is_wrong(of: MatchedWorld, market: Market) -> None:
    owners = {one.key: of.owner(one, market.day) for one in market.organisations}
    numbers = {key: body.number if body else None for key, body in owners.items()}
    wrong = {
        key: match.company_number
        for key, match in market.matches.items()
        if not match.needs_review and match.company_number != numbers[key]
    }

    assert wrong == {}


def test_most_owners_and_nearly_all_places_are_decided_without_a_person(market: Market) -> None:
    owners = market.organisations
    decided = [one for one in owners if not market.matches[one.key].needs_review]

    assert len(decided) >= 0.85 * len(owners)
    places = sum(one.places or 0 for one in owners)
    assert sum(one.places or 0 for one in decided) >= 0.95 * places


def test_whoever_waits_for_a_person_has_the_right_company_among_few(
    of: MatchedWorld, market: Market
) -> None:
    waiting = [
        (market.matches[one.key], of.owner(one, market.day))
        for one in market.organisations
        if market.matches[one.key].needs_review
    ]

    assert waiting
    assert all(len(match.candidates) <= 5 for match, _ in waiting)
    assert all(
        body.number in match.candidates
        for match, body in waiting
        if body is not None and body.number is not None
    )
