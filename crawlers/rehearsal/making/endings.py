"""Groups that fail, and groups that leave: which, and when.

A failure builds up over two years: cash runs out, accounts come late, lenders take security,
directors go. A withdrawal is a solvent owner's decision, which no balance sheet shows, though it
closes settings, cuts places or hands its boards over first. A fifth of each come out of the blue.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.beforehand import quiet
from crawlers.rehearsal.making.ending import Ending
from crawlers.rehearsal.making.failing import fail
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Fate, Group
from crawlers.rehearsal.making.leaving import Leavers
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.trading import margin_of
from crawlers.rehearsal.making.withdrawing import withdraw
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Kind

_SIZES = range(2, 40)
_OWNED = frozenset({Owned.SOLO, Owned.FAMILY, Owned.CORPORATE, Owned.INVESTMENT})
_FIRST = calibration.FIRST_DAY + timedelta(days=900)
"""No failure sooner: two years of accounts are to be seen before it."""
_SOUND = 0.04
"""Share of turnover that a sound group earns at least, before interest, tax and wear."""
_OLD = 1300
"""Days that a group has run settings before it ends."""
_LATER = 60
"""Days after which another is looked for where nobody could end out of the blue."""


def endings(bench: Workbench) -> None:
    """Plan the failures and the withdrawals: on the day, one of the groups that still can ends."""
    random = bench.stream("endings")
    leavers = Leavers(bench=bench)
    groups = [g for g in bench.groups if g.plan.kind in _OWNED and len(g.plan.lives) in _SIZES]
    random.shuffle(groups)
    for kind, is_hidden in _fates(bench):
        on = a_day(random, _FIRST, calibration.LAST_DAY - days(30))
        fate = Fate(kind=kind, on=on, is_hidden=is_hidden)
        bench.plan(on, partial(_end_one, bench, leavers, groups, fate))


def _fates(bench: Workbench) -> Iterator[tuple[Kind, bool]]:
    """Yield each end that is planned: of which kind, and whether it is hidden."""
    every = round(1 / calibration.HIDDEN)
    planned = {Kind.FAILURE: bench.size.failures, Kind.WITHDRAWAL: bench.size.withdrawals}
    for kind, wanted in planned.items():
        for number in range(wanted):
            yield kind, number % every == every - 1


def _end_one(bench: Workbench, leavers: Leavers, groups: list[Group], fate: Fate) -> None:
    """End the first of some groups that is still its own and runs more than one setting.

    Whoever fails in sight may have done badly for long; all others were sound. Of whoever ends
    out of the blue no register shows anything; where all show something, it is later.
    """
    shows = fate.kind is Kind.FAILURE and not fate.is_hidden
    for group in groups:
        ending = Ending(bench=bench, leavers=leavers, group=group, fate=fate)
        is_old = min(one.opened_on for one in group.plan.lives) + days(_OLD) <= fate.on
        is_apt = shows or margin_of(bench, group) > _SOUND
        is_apt = is_apt and group.is_free and is_old and len(ending.settings) > 1
        if is_apt and (not fate.is_hidden or _is_quiet(ending)):
            groups.remove(group)
            group.ended_on, group.fate = fate.on, fate
            ending.come_to_nothing()
            do = fail if fate.kind is Kind.FAILURE else withdraw
            do(ending)
            return
    later = weekday(fate.on + days(_LATER))
    if fate.is_hidden and later < calibration.LAST_DAY - days(30):
        fate = replace(fate, on=later)
        bench.plan(later, partial(_end_one, bench, leavers, groups, fate))


def _is_quiet(ending: Ending) -> bool:
    """Whether the registers show nothing of its companies, and of whoever runs its settings."""
    every = tuple(dict.fromkeys((*ending.companies, *ending.group.every_owner)))
    return quiet(ending.bench, every, ending.fate.on)
