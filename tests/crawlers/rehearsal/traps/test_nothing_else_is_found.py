"""Finders see a difficulty where there is one, and nothing where there is none."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

import pytest

from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.books import Medium
from crawlers.rehearsal.world.happenings import Kind, Trap, TrapKind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.traps.finders import FINDERS
from tests.crawlers.rehearsal.traps.served import SEEDS, served

HALF = 0.5
"""Of votes: entries say in bands what is held, and halves are in that of a quarter to a half."""
SCANS = 1
Touched = tuple[str, ...]


def settings(world: World) -> Iterator[Touched]:
    for one in world.settings:
        owner = one.owners[0].owner
        if owner is not None and world.body[owner].number:
            yield one.urn, owner


def numbers(world: World) -> Iterator[Touched]:
    yield from ((one.urn,) for one in world.settings)


def filings(world: World) -> Iterator[Touched]:
    yield from ((one.company, one.key) for one in world.accounts)


def its_own_filings(world: World) -> Iterator[Touched]:
    """Accounts of the company itself: a parent's come with them, as late as they are."""
    parents = {one.touches for one in world.traps if one.kind is TrapKind.FOREIGN_PARENTS_ACCOUNTS}
    yield from (one for one in filings(world) if one not in parents)


def in_time(world: World) -> Iterator[Touched]:
    """Companies whose accounts came, if they were due at all."""
    owing = {
        key for one in world.traps for key in one.touches if one.kind is TrapKind.OVERDUE_ACCOUNTS
    }
    yield from (one for one in companies(world) if one[0] not in owing)


def groups(world: World) -> Iterator[Touched]:
    yield from ((one.company, one.key) for one in world.accounts if one.kind == "group")


def holders(world: World) -> Iterator[Touched]:
    for one in world.stakes:
        if one.holder in world.body and world.body[one.company].number:
            yield one.company, one.holder


def companies(world: World) -> Iterator[Touched]:
    yield from ((one.key,) for one in world.companies)


def entries(world: World) -> Iterator[Touched]:
    """Entries of people."""
    for one in world.stakes:
        if one.holder not in world.body and one.filed_on:
            yield one.company, one.key


def owned_together(world: World) -> Iterator[Touched]:
    """Companies with every body that has anything in them."""
    for company, stakes in world.stakes_in.items():
        held = tuple(dict.fromkeys(one.holder for one in stakes if one.holder in world.body))
        if held and world.body[company].number:
            yield company, *held


def in_no_circle(world: World) -> Iterator[Touched]:
    round_ = {key for one in world.traps if one.kind is TrapKind.CIRCLE for key in one.touches}
    yield from (one for one in holders(world) if one[0] not in round_)


def couples(world: World) -> Iterator[Touched]:
    """Companies of which two people have something, one of them more than half."""
    for company, stakes in world.stakes_in.items():
        mine = [one for one in stakes if one.holder not in world.body and one.filed_on]
        is_uneven = max((one.votes for one in mine), default=0) > HALF
        if len(mine) == 2 and is_uneven and world.body[company].number:
            yield company, *(one.key for one in mine)


def bought(world: World) -> Iterator[Touched]:
    for one in world.happenings:
        if one.kind is Kind.ACQUISITION and one.bodies and world.body[one.bodies[0]].number:
            yield one.bodies


def bought_with_settings(world: World) -> Iterator[Touched]:
    for one in world.happenings:
        if one.kind is Kind.ACQUISITION:
            yield *one.bodies, *one.settings


def of_who_failed(world: World) -> Iterator[Touched]:
    failed = {key for one in world.happenings if one.kind is Kind.FAILURE for key in one.bodies}
    yield from ((one.company, one.key) for one in world.accounts if one.company in failed)


def pairs(world: World) -> Iterator[Touched]:
    """Settings that closed, each with one that opened."""
    closed = [one.urn for one in world.settings if one.left_on]
    opened = [one.urn for one in world.settings if one.registered_on > world.first_day]
    yield from zip(closed, opened, strict=False)


def friends(world: World) -> Iterator[Touched]:
    """Companies, each with an owner that has nothing to do with it."""
    owners = sorted({one.owners[0].owner or "" for one in world.settings} & {*world.body})
    numbered = [one for one in owners if world.body[one].number]
    companies_ = [one.key for one in world.companies if one.nature is Nature.UNRELATED]
    yield from zip(companies_, numbered, strict=False)


def few_scans(world: World, drawn: list[Touched]) -> list[Touched]:
    """The same without most filings that are pictures, each of which takes seconds to read."""
    filed = {(one.company, one.key): one.medium for one in world.accounts}
    pictures = [one for one in drawn if filed.get((one[0], one[-1])) is Medium.SCANNED]
    return [one for one in drawn if one not in pictures[SCANS:]]


OTHERS: Mapping[TrapKind, Callable[[World], Iterator[Touched]]] = {
    TrapKind.RENAME: settings,
    TrapKind.TYPO: settings,
    TrapKind.EMBEDDED_NUMBER: settings,
    TrapKind.BLANK_OWNER: numbers,
    TrapKind.TOP_ABROAD: holders,
    TrapKind.CHARITY_PARENT: holders,
    TrapKind.COUNCIL_TRUST: holders,
    TrapKind.CAPITAL_REDUCTION: companies,
    TrapKind.FILING_EXEMPT: companies,
    TrapKind.LATE_ACCOUNTS: its_own_filings,
    TrapKind.OVERDUE_ACCOUNTS: in_time,
    TrapKind.LONG_FIRST_PERIOD: filings,
    TrapKind.FILLETED: filings,
    TrapKind.BOILERPLATE_UNCERTAINTY: filings,
    TrapKind.LEASE_CHANGE: filings,
    TrapKind.UNTAGGED_GROUP: groups,
    TrapKind.SCANNED_GROUP: groups,
    TrapKind.FOREIGN_PARENTS_ACCOUNTS: groups,
    TrapKind.FUND: in_no_circle,
    TrapKind.FIRM: holders,
    TrapKind.CIRCLE: in_no_circle,
    TrapKind.TRUST: entries,
    TrapKind.JOINT_VENTURE: owned_together,
    TrapKind.EVEN_SPLIT: couples,
    TrapKind.BOUGHT_WITH_DEBT: bought,
    TrapKind.NEVER_ENTERED: bought,
    TrapKind.FOSTERING_MERGER: bought_with_settings,
    TrapKind.TRUE_UNCERTAINTY: of_who_failed,
    TrapKind.REREGISTERED: pairs,
    TrapKind.FAILING_GROUP: pairs,
    TrapKind.LIVE_NAMESAKE: friends,
    TrapKind.DISSOLVED_NAMESAKE: friends,
    TrapKind.FALSE_FRIEND: friends,
    TrapKind.SUFFIX_DRIFT: settings,
}
"""Records of the shape that traps of a kind touch."""


def test_finders_of_every_kind_are_tried_where_none_was_planted() -> None:
    assert sorted(OTHERS) == sorted(TrapKind)


@pytest.mark.parametrize("kind", OTHERS, ids=lambda kind: kind.name)
def test_what_is_no_trap_is_not_found(kind: TrapKind) -> None:
    here = served(SEEDS[0])
    touched = {one.touches for one in here.world.traps if one.kind is kind}
    shape = OTHERS[kind]
    others = sorted({*shape(here.world)})
    # Drawn alike for kinds of one shape: what is read for one is read for all.
    Random(shape.__name__).shuffle(others)  # noqa: S311 - not a secret
    drawn = few_scans(here.world, [one for one in others if one not in touched])[:40]

    assert drawn != []
    found = [
        one for one in drawn if FINDERS[kind](here, Trap(kind=kind, touches=one, conclusion=""))
    ]
    assert found == []
