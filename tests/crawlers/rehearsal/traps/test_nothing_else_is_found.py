"""Finders see a difficulty where there is one, and nothing where there is none."""

from collections.abc import Callable, Iterator, Mapping
from random import Random

import pytest

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from crawlers.rehearsal.world.world import World
from tests.crawlers.rehearsal.traps.finders import FINDERS
from tests.crawlers.rehearsal.traps.served import SEEDS, served

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


def groups(world: World) -> Iterator[Touched]:
    yield from ((one.company, one.key) for one in world.accounts if one.kind == "group")


def holders(world: World) -> Iterator[Touched]:
    for one in world.stakes:
        if one.holder in world.body and world.body[one.company].number:
            yield one.company, one.holder


def companies(world: World) -> Iterator[Touched]:
    yield from ((one.key,) for one in world.companies)


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
    TrapKind.LATE_ACCOUNTS: filings,
    TrapKind.LONG_FIRST_PERIOD: filings,
    TrapKind.FILLETED: filings,
    TrapKind.BOILERPLATE_UNCERTAINTY: filings,
    TrapKind.LEASE_CHANGE: filings,
    TrapKind.UNTAGGED_GROUP: groups,
}
"""Records of the shape that traps of a kind touch."""


@pytest.mark.parametrize("kind", OTHERS, ids=lambda kind: kind.name)
def test_what_is_no_trap_is_not_found(kind: TrapKind) -> None:
    here = served(SEEDS[0])
    touched = {one.touches for one in here.world.traps if one.kind is kind}
    others = sorted({*OTHERS[kind](here.world)} - touched)
    drawn = Random(f"others/{kind}").sample(others, min(len(others), 40))  # noqa: S311 - not a secret

    found = [
        one for one in drawn if FINDERS[kind](here, Trap(kind=kind, touches=one, conclusion=""))
    ]
    assert found == []
