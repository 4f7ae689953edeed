"""What groups do inside themselves, which changes nothing of who is above."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.reregistering import move, run_by
from crawlers.rehearsal.making.streams import a_day, days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind

_WITH_OWNERS = frozenset({Owned.FAMILY, Owned.CORPORATE, Owned.INVESTMENT, Owned.CHARITY_GROUP})
_PLANNED_FOR_EACH = 1.3
_RENAMES = 3.0
"""Renames, for each restructure: a fifteenth of owners' texts changed in substance in three years
(209 of 3,064 between the registers of 2022 and 2025), most of them because the owner did."""


_Do = Callable[[Workbench, Group, date], None]


def restructures(bench: Workbench) -> None:
    """Plan restructures of every kind, and renames."""
    random = bench.stream("restructures")
    solo = [g for g in bench.groups if g.plan.kind is Owned.SOLO and len(g.plan.lives) > 1]
    large = [g for g in bench.groups if g.plan.kind in _WITH_OWNERS and g.stack]
    wanted = round(bench.size.restructures * _PLANNED_FOR_EACH)
    for number in range(wanted):
        if number % 3 == 0:
            group, do = random.choice(solo), _put_a_holding_company_on_top
        else:
            group, do = random.choice(large), _put_a_company_between
        if number % 3 == 2 and len(group.owners) > 1:  # noqa: PLR2004 - every third
            do = _merge_two_owners
        _plan(bench, random, group, do)
    sizes = [len(one.plan.lives) for one in bench.groups]
    for group in random.choices(bench.groups, sizes, k=round(wanted * _RENAMES)):
        _plan(bench, random, group, _rename)


def _plan(bench: Workbench, random: Random, group: Group, do: _Do) -> None:
    first = max(
        calibration.FIRST_DAY + days(90), min(one.opened_on for one in group.plan.lives) + days(400)
    )
    on = a_day(random, first, max(first, calibration.LAST_DAY - days(90)))
    bench.plan(on, partial(_if_there, bench, group, on, do))


def _if_there(bench: Workbench, group: Group, on: date, do: _Do) -> None:
    if group.is_free:
        do(bench, group, on)


def _put_a_holding_company_on_top(bench: Workbench, group: Group, on: date) -> None:
    """The founders exchange their shares for those of a new company."""
    owner = group.owners[0]
    if bench.bodies[owner].number is None or group.stack:
        return
    brand = " ".join(bench.bodies[owner].name.split()[:1])
    holding = _new_holding(bench, group, f"{brand} Holdings Limited", on)
    parts = bench.held_in(owner, on)
    since = bench.bodies[holding].begun_on
    for one in parts:
        bench.hold(one.holder, holding, since=since, shares=one.shares, capacity=one.capacity)
    group.stack.append(holding)
    _keep(bench, group, (owner, holding), on, [*_held(bench, holding, owner, on)])


def _put_a_company_between(bench: Workbench, group: Group, on: date) -> None:
    """A new company comes between the lowest holding company and those that run settings."""
    moved = [one for one in group.owners if bench.bodies[one].number and _was_there(bench, one, on)]
    if not group.stack or not moved:
        return
    above = group.stack[-1]
    brand = bench.bodies[above].name.split()[0]
    holding = _new_holding(bench, group, f"{brand} Intermediate Holdings Limited", on)
    bench.hold(above, holding, since=bench.bodies[holding].begun_on)
    signs = [sign for owner in moved for sign in _held(bench, holding, owner, on)]
    group.stack.append(holding)
    _keep(bench, group, (*moved, holding), on, signs)


def _merge_two_owners(bench: Workbench, group: Group, on: date) -> None:
    """The settings of one company go to another of the same group, and register again."""
    first, *others = group.owners
    for other in others:
        settings = run_by(bench, other, on)
        if settings and _was_there(bench, first, on):
            head = group.head
            move(bench, settings, owner=first, on=on, kind=Kind.REREGISTRATION, head=head)
            return


def _rename(bench: Workbench, group: Group, on: date) -> None:
    """A company takes another name, by resolution."""
    owner = bench.stream("renamed", group.plan.key, on).choice(group.owners)
    body = bench.bodies[owner]
    if body.number is None or body.begun_on > on - days(200) or body.names[-1].since > on:
        return
    name = f"{next(bench.brands)} {' '.join(body.name.split()[1:])}"
    if not bench.rename(owner, name, on):
        return
    sign = Sign(kind=SignKind.NAME_CHANGED, subject=owner, happened_on=on, public_on=on)
    _keep(bench, group, (owner,), on, [sign], kind=Kind.RENAME)


def _new_holding(bench: Workbench, group: Group, name: str, on: date) -> str:
    random = bench.stream("holding", group.plan.key, on)
    begun_on = weekday(on - days(random.randint(10, 80)))
    office = bench.bodies[group.owners[0]].office_on(on)
    ends = bench.bodies[group.owners[0]].year_ends[-1]
    holding = bench.company(
        bench.unlike_others(name, "(UK)"),
        begun_on=begun_on,
        area=group.area,
        nature=Nature.HOLDING,
        office=office,
        year_end=(ends.month, ends.day),
    )
    bench.appoint(holding, group.people[:3], begun_on)
    return holding


def _was_there(bench: Workbench, company: str, on: date) -> bool:
    """Whether a company was there already on the eve of a day, and still is."""
    return bench.bodies[company].is_alive(on) and bench.bodies[company].begun_on < on


def _held(bench: Workbench, holder: str, company: str, on: date) -> Iterator[Sign]:
    """Let one company hold another instead of whoever held it, and yield the sign."""
    after = days(bench.stream("restructured", company, on).randint(3, 28))
    filed_on = weekday(on + after, by=on + days(28))
    bench.end_filed |= dict.fromkeys(bench.end_stakes(company, on), filed_on)
    bench.filed[bench.hold(holder, company, since=on)] = filed_on
    yield Sign(kind=SignKind.CONTROL_ENTRY, subject=company, happened_on=on, public_on=filed_on)


def _keep(
    bench: Workbench,
    group: Group,
    bodies: tuple[str, ...],
    on: date,
    signs: list[Sign],
    *,
    kind: Kind = Kind.RESTRUCTURE,
) -> None:
    bench.happenings.append(
        Happening(
            key=f"{kind.name.lower()}-{bench.next_number('restructure', 1)}",
            kind=kind,
            on=on,
            bodies=bodies,
            settings=(),
            from_head=group.head,
            to_head=group.head,
            signs=tuple(sorted(signs, key=lambda one: (one.public_on, one.subject))),
        )
    )
