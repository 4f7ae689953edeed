"""What Ofsted's yearly table of the largest owners shows of a merger of agencies, if anything.

Places of agencies are published nowhere else, and of the largest owners only.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal.forms.ofsted import publication_days
from crawlers.rehearsal.forms.ofsted.entered_owners import EnteredOwners
from crawlers.rehearsal.forms.ofsted.owners import fostering
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.world.happenings import Happening, Kind, Sign, SignKind
from crawlers.rehearsal.world.world import World

_YEARS = 3
"""How many tables after a merger show it: places fall for two years from the first."""


def places_by_owner(world: World) -> World:
    """The world with the tables in which each merger of agencies shows as signs of it."""
    return replace(world, happenings=tuple(_told(world, one) for one in world.happenings))


def _told(world: World, one: Happening) -> Happening:
    if one.kind is not Kind.MERGER_OF_AGENCIES:
        return one
    signs = sorted((*one.signs, *_signs(world, one)), key=lambda one: (one.public_on, one.subject))
    return replace(one, signs=tuple(signs))


def _signs(world: World, merger: Happening) -> Iterator[Sign]:
    owners, register = EnteredOwners(world=world), Register(world=world)
    first = merger.on.year + (merger.on > date(merger.on.year, 3, 31))
    for year in range(first, first + _YEARS):
        day, told_on = date(year, 3, 31), publication_days.owners(year)
        if told_on is None or told_on > world.last_day:
            continue
        table = fostering(register, day, lambda s, on, known=told_on: owners.name(s, on, known))
        listed = {one.owner for one in table.largest}
        agencies = (world.setting[urn] for urn in merger.settings)
        heads = {owners.head(one, day, told_on) for one in agencies if one.is_open(day)} - {None}
        for head in sorted(one for one in heads if one):
            if world.body[head].name_on(day) in listed:
                yield Sign(
                    kind=SignKind.PLACES_BY_OWNER,
                    subject=head,
                    happened_on=day,
                    public_on=told_on,
                )
