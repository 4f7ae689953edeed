"""Groups of which several settings fail at once: the law asks who stands above them (s.23A)."""

from collections.abc import Mapping, Sequence

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration import TODAY
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.streams import days
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Trap, TrapKind
from crawlers.rehearsal.world.settings import Setting

FOUND_IN = TODAY.year
"""The year, by its last March, whose visits find them so: that of the newest register today."""
_GROUPS = 2
"""In a national market. On 31 March 2025 two organisations had two settings that the strict reading
of the law counts."""
_OWNED = frozenset({Owned.FAMILY, Owned.CORPORATE, Owned.INVESTMENT})
_OLD = days(900)
"""Days that a home has been open, so that it is visited in that year."""


def failing_settings(bench: Workbench) -> frozenset[str]:
    """Homes that are found inadequate in the same year: of one group, and of two of its companies.

    Two of one company and one of a sister where a group has so many, so that both limbs are met.
    """
    random = bench.stream("failing groups")
    old = _old_homes(bench)
    could = [
        _few(_homes(old, group))
        for group in bench.groups
        if group.plan.kind in _OWNED and group.is_free and group.stack
    ]
    random.shuffle(could)
    could.sort(key=len, reverse=True)
    chosen = [homes for homes in could[: bench.size.scaled(_GROUPS, least=1)] if homes]
    for homes in chosen:
        bench.traps.append(
            Trap(
                kind=TrapKind.FAILING_GROUP,
                touches=tuple(one.urn for one in homes),
                conclusion="whoever is above these companies meets s.23A(1) on the strict proxy",
            )
        )
    return frozenset(one.urn for homes in chosen for one in homes)


def _old_homes(bench: Workbench) -> Sequence[tuple[str | None, Setting]]:
    """The homes that have been open for long and stay so, each with its owner."""
    return [
        (one.owner_on(TODAY), one)
        for one in bench.settings.values()
        if one.registered_on < TODAY - _OLD and one.left_on is None and one.is_one_of(words.HOME)
    ]


def _homes(old: Sequence[tuple[str | None, Setting]], group: Group) -> Mapping[str, list[Setting]]:
    """Those of them that each of a group's companies runs."""
    found: dict[str, list[Setting]] = {}
    owners = {*group.every_owner}
    for owner, setting in old:
        if owner in owners:
            found.setdefault(owner, []).append(setting)
    return found


def _few(homes: Mapping[str, list[Setting]]) -> tuple[Setting, ...]:
    """Up to two homes of the company that has most, and one of the next; none without a next."""
    first, second, *_ = [*sorted(homes.values(), key=len, reverse=True), [], []]
    return (*first[:2], second[0]) if second else ()
