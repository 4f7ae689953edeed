"""Settings whose registered person changes: one registration ends and another begins there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.streams import days
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.settings import Ownership, OwnerText, Places, Premises, Setting


def hive_up(bench: Workbench, target: Group, buyer: Group, on: date) -> None:
    """Take a bought group's settings into the buyer's main company."""
    alive = [key for key in buyer.owners if bench.bodies[key].is_alive(on)]
    if alive and buyer.top.ended_on is None:
        settings = [one for key in target.owners for one in run_by(bench, key, on)]
        kind, head = Kind.REREGISTRATION, buyer.top.head
        move(bench, settings, owner=alive[0], on=on, kind=kind, head=head)


def run_by(bench: Workbench, owner: str, on: date) -> list[Setting]:
    """The settings that an owner runs on a day, has run for a while and goes on with."""
    return [
        one
        for one in bench.run_by(owner)
        if one.registered_on < on - days(60)
        and (one.left_on is None or one.left_on > on + days(60))
    ]


def move(
    bench: Workbench,
    settings: Iterable[Setting],
    *,
    owner: str,
    on: date,
    kind: Kind,
    head: str,
    former_head: str | None = None,
) -> None:
    """Register settings again under another company, and keep what happened."""
    moved = [(old, _registered_again(bench, old, owner, on)) for old in settings]
    if not moved:
        return
    bodies = {old.owners[0].owner for old, _ in moved} - {None, owner}
    bench.happenings.append(
        Happening(
            key=f"{kind.name.lower()}-{bench.next_number('move', 1)}",
            kind=kind,
            on=on,
            bodies=(*sorted(one for one in bodies if one), owner),
            settings=tuple(urn for old, new in moved for urn in (old.urn, new.urn)),
            from_head=former_head or head,
            to_head=head,
            signs=tuple(sorted(_signs(moved, on), key=lambda one: (one.public_on, one.subject))),
        )
    )


def _registered_again(bench: Workbench, old: Setting, owner: str, on: date) -> Setting:
    """Close one registration and open another in the same place, of the same size."""
    urn = str(bench.next_number("URN", 9_100_001))
    name = bench.bodies[owner].name_on(on)
    new = replace(
        old,
        urn=urn,
        registered_on=on,
        owners=(Ownership(owner=owner, since=on),),
        owner_texts=(OwnerText(text=name, since=on),),
        sizes=(Places(places=old.places_on(on), since=on),),
        premises=tuple(_still(one, on) for one in old.premises),
    )
    bench.register(replace(leaving(old, on), registered_again_as=urn))
    bench.register(new)
    return new


def _still(premises: Premises, on: date) -> Premises:
    """A building that is there from the first day, or that opens after it as it was to."""
    opened_on = on if premises.opened_on < on else max(premises.opened_on, on + days(1))
    return replace(premises, opened_on=opened_on)


def leaving(setting: Setting, on: date, by: str = words.RESIGNED) -> Setting:
    """The setting that leaves the register on a day: what was to come later never does."""
    premises = tuple(one for one in setting.premises if one.opened_on < on)
    sizes = tuple(one for one in setting.sizes if one.since < on) or setting.sizes[:1]
    return replace(setting, left_on=on, left_by=by, premises=premises, sizes=sizes)


def _signs(moved: Iterable[tuple[Setting, Setting]], on: date) -> Iterator[Sign]:
    """Yield what the reports site shows of each, from the day itself."""
    for old, new in moved:
        kinds = ((SignKind.SETTINGS_CLOSED, old.urn), (SignKind.SETTINGS_OPENED, new.urn))
        for kind, urn in kinds:
            yield Sign(kind=kind, subject=urn, happened_on=on, public_on=on)
