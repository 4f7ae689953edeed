"""Councils are really named, so that nothing bad is invented of what they or their trusts run."""

from statistics import correlation

import pytest

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.dfe_statistics.children import year_of
from crawlers.rehearsal.forms.mhclg.lines import LINES
from crawlers.rehearsal.forms.mhclg.spending import CHILDREN, returns
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.making.small_worlds import SEEDS, small

KIND = {words.OUTSTANDING, words.GOOD, words.STRONG, None}


def councils_own(world: World) -> list[Setting]:
    """Settings whose owner is a council, or a body that a council holds."""
    councils = {one.key for one in world.bodies if one.form is Form.COUNCIL}
    trusts = {one.company for one in world.stakes if one.holder in councils}
    assert trusts
    found = [one for one in world.settings if {o.owner for o in one.owners} & (councils | trusts)]
    assert {one.owners[0].owner for one in found} & trusts
    return found


def test_no_council_nor_its_trust_is_found_below_good_or_suspended(world: World) -> None:
    own = {one.urn: one for one in councils_own(world)}
    visits = [one for one in world.inspections if one.urn in own]

    assert any(one.overall for one in visits)
    for one in visits:
        judged = {
            one.overall,
            one.helped_and_protected,
            one.leaders_and_managers,
            one.education,
            one.health,
            one.outcome,
        }
        assert judged <= KIND, one
    assert {one.kind for one in visits} <= {words.FULL, words.ASSURANCE}
    assert [one.urn for one in own.values() if one.suspended] == []
    assert [one.urn for one in own.values() if one.left_by == words.CANCELLED] == []


def test_others_are_still_found_worse_and_suspended(world: World) -> None:
    assert any(one.overall == words.INADEQUATE for one in world.inspections)
    assert any(one.suspended for one in world.settings)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_how_many_children_a_council_looks_after_is_not_near_what_it_really_does(
    seed: int, year: int
) -> None:
    known = [one for one in year_of(small(seed), year) if one.council.looked_after]
    ratios = [one.number / one.council.looked_after for one in known]

    assert len(known) > 140
    assert [one for one in ratios if 0.75 < one < 1.25] == []
    assert (
        correlation([one.number for one in known], [one.council.looked_after for one in known])
        > 0.6
    )
    whole = sum(one.number for one in known) / sum(one.council.looked_after for one in known)
    assert 0.8 < whole < 1.2


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_council_spends_on_children_is_not_near_what_its_size_would_make_it_spend(
    seed: int,
) -> None:
    world = small(seed)
    children = {one.name: one.looked_after for one in world.councils if one.looked_after}
    england = next(one.england for one in LINES if one.key == "csclkdres")
    near = [
        one.authority.name
        for one in returns(world, 2024)
        if one.spent
        and (size := children.get(one.authority.name))
        and 0.9 < one.spent["csclkdres"].running / (england.running * size / CHILDREN) < 1.1
    ]

    assert len(near) < 5
