"""Shapes of ownership that are planted on purpose, before anything happens to their groups."""

from datetime import date
from functools import partial

from crawlers.rehearsal import words
from crawlers.rehearsal.making.deals import Deal, Traces
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.leaving import Leavers
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.control import Capacity
from crawlers.rehearsal.world.happenings import Kind, Trap, TrapKind

_MERGER_ON, _DIGESTED_ON = date(2022, 3, 14), date(2024, 3, 31)
_CIRCLES, _VENTURES, _TRUSTS, _FIRMS = 4, 14, 40, 2
"""How many of each a national market has: 328 companies were in circles in 2018 (Global Witness),
few of them in care; joint ventures and trusts as the real registers show them."""


def planting(bench: Workbench) -> None:
    """Plant every shape, each in groups of its own."""
    random = bench.stream("planting")
    families = [g for g in bench.groups if g.plan.kind is Owned.FAMILY and len(g.plan.lives) > 1]
    alone = [g for g in bench.groups if g.plan.kind is Owned.SOLO and len(g.plan.lives) > 1]
    random.shuffle(families)
    random.shuffle(alone)
    for _ in range(bench.size.scaled(_CIRCLES, least=1)):
        _circle(bench, families.pop())
    for _ in range(bench.size.scaled(_TRUSTS, least=2)):
        _trust(bench, families.pop())
    holders = [g for g in bench.groups if g.plan.kind in {Owned.CORPORATE, Owned.CHARITY_GROUP}]
    for _ in range(bench.size.scaled(_VENTURES, least=1)):
        _venture(bench, alone.pop(), random.sample(holders, 2))
    for _ in range(bench.size.scaled(_FIRMS, least=1)):
        _firm(bench, alone.pop())
    _merger(bench)


def _circle(bench: Workbench, group: Group) -> None:
    """The holding company is held by a company that one of its own subsidiaries holds."""
    holding, owner = group.stack[-1], group.owners[0]
    since = bench.bodies[owner].begun_on
    link = bench.company(
        f"{group.brand} Ventures Limited", begun_on=since, area=group.area, nature=Nature.HOLDING
    )
    bench.end_stakes(holding, since)
    bench.hold(owner, link, since=since)
    bench.hold(link, holding, since=since, shares=0.6)
    bench.hold(group.people[0], holding, since=since, shares=0.4)
    group.beside.append(link)
    _note(bench, TrapKind.CIRCLE, (holding, owner, link), "one group, its head named by a rule")
    group.is_planted = True


def _trust(bench: Workbench, group: Group) -> None:
    """A family trust holds most; its trustee's own stake is entered too."""
    holding = group.stack[0]
    since = bench.bodies[holding].begun_on
    trustee = group.people[0]
    bench.end_stakes(holding, since)
    kept = bench.hold(trustee, holding, since=since, shares=0.7, capacity=Capacity.TRUST)
    bench.hold(trustee, holding, since=since, shares=0.3)
    _note(bench, TrapKind.TRUST, (holding, kept), "possible control by the trust; none is certain")


def _firm(bench: Workbench, group: Group) -> None:
    """A partnership's stake is entered beside its member's own."""
    owner = group.owners[0]
    since = bench.bodies[owner].begun_on
    firm = bench.company(
        f"{group.brand} Partners Limited", begun_on=since, area=group.area, nature=Nature.HOLDING
    )
    bench.hold(group.people[0], firm, since=since)
    bench.end_stakes(owner, since)
    bench.hold(firm, owner, since=since, shares=0.7, capacity=Capacity.FIRM)
    bench.hold(group.people[0], owner, since=since, shares=0.3)
    group.beside.append(firm)
    _note(bench, TrapKind.FIRM, (owner, firm), "possible control by the firm; none is certain")


def _venture(bench: Workbench, group: Group, holders: list[Group]) -> None:
    """Two groups hold one company by halves: it is in neither's statutory group."""
    owner = group.owners[0]
    parents = [one.stack[-1] for one in holders]
    since = max(bench.bodies[owner].begun_on, *(bench.bodies[one].begun_on for one in parents))
    bench.end_stakes(owner, since)
    for parent in parents:
        bench.hold(parent, owner, since=since, shares=0.5)
    said = "in no statutory group; possible for both"
    _note(bench, TrapKind.JOINT_VENTURE, (owner, *parents), said)
    group.is_planted = True


def _merger(bench: Workbench) -> None:
    """Plan that the second largest chain of agencies goes to the largest; then places fall."""
    chains = sorted(
        (g for g in bench.groups if g.plan.wants[words.FOSTERING] > 1 and g.plan.rank < 40),  # noqa: PLR2004
        key=lambda one: -one.plan.wants[words.FOSTERING],
    )[:2]
    if len(chains) == 2:  # noqa: PLR2004 - two to merge
        for one in chains:
            one.is_planted = True
        bench.plan(_MERGER_ON, partial(_merge, bench, *chains))


def _merge(bench: Workbench, buyer: Group, target: Group) -> None:
    deal = Deal(
        bench=bench,
        number=bench.next_number("deal", 1),
        on=_MERGER_ON,
        target=target,
        companies=bench.companies_of(target, _MERGER_ON),
        buyer=buyer.head if not buyer.stack else buyer.stack[-1],
        board=buyer.people,
        traces=Traces(directors=1, charge=1, office=1, year_end=1, name=0),
        kind=Kind.MERGER_OF_AGENCIES,
    )
    merged = deal.close(target.head, buyer.head)
    target.absorbed_by = buyer
    buyer.absorbed.append(target)
    _open_no_more(bench, buyer)
    said = "market share by agencies up, places down, where places by owner are published"
    _note(bench, TrapKind.FOSTERING_MERGER, (*merged.bodies, *merged.settings), said)


def _open_no_more(bench: Workbench, merged: Group) -> None:
    """Let others open what a merged group was to open while it digests: its places are to fall."""
    leavers = Leavers(bench=bench)
    for owner in merged.every_owner:
        for setting in list(bench.run_by(owner)):
            if _MERGER_ON < setting.registered_on <= _DIGESTED_ON:
                bench.give(setting, leavers.another(setting, setting.registered_on))


def _note(bench: Workbench, kind: TrapKind, touches: tuple[str, ...], conclusion: str) -> None:
    bench.traps.append(Trap(kind=kind, touches=touches, conclusion=conclusion))
