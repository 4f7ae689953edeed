"""Settings that leave the register because of what happens, in place of others that were to leave.

So the register of each 31 March stays as large as the published one, whatever happens.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from crawlers.rehearsal import words
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.reregistering import leaving
from crawlers.rehearsal.making.streams import a_day, days
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.settings import Ownership, OwnerText, Places, Setting

_OPEN_MORE = frozenset({Owned.SOLO, Owned.FAMILY, Owned.CORPORATE})
_WITHOUT_A_NAME = frozenset({words.HOME, words.SUPPORTED})
"""Types of which others open where one closes; of the rest there are too few to matter."""

_Year = tuple[str, int]
"""A type, and the year in which a twelvemonth to 31 March ends."""


@dataclass(frozen=True, kw_only=True)
class Leavers:
    """Who is to leave the register when, by the plan of the market alone."""

    bench: Workbench
    _spared: set[str] = field(default_factory=set[str])

    def close(self, setting: Setting, on: date, today: date) -> None:
        """Close a setting on a day, and let another stay for as long as it would have stayed.

        The other is of its type and was to leave in the same year, but not before `today`. Where
        there is none, somebody opens one.
        """
        now = self.bench.settings[setting.urn]
        if now.left_on is None or _year(now.left_on) != _year(on):
            other = self._other(now, on, today)
            if other is not None:
                self._spared.add(other.urn)
                stays = replace(other, left_on=now.left_on, left_by=now.left_by)
                self.bench.register(stays)
            elif now.provision_type in _WITHOUT_A_NAME:
                self.bench.register(self._opened(now, on))
        self.bench.register(leaving(now, on))

    def another(self, setting: Setting, on: date) -> str:
        """Who opens a setting on a day instead: somebody small, in the trade if anybody is."""
        there = [
            group.owners[0]
            for group in self.bench.groups
            if group.plan.kind in _OPEN_MORE
            and group.top.ended_on is None
            and self.bench.bodies[group.owners[0]].is_alive(on - days(100))
        ]
        kind = setting.provision_type
        same = [k for k in there if any(s.provision_type == kind for s in self.bench.run_by(k))]
        return self.bench.stream("opened instead", setting.urn).choice(same or there)

    def _opened(self, like: Setting, after: date) -> Setting:
        """One more setting in the area, which somebody else opens before the year is out."""
        random = self.bench.stream("one more", like.urn)
        on = a_day(random, after, date(_year(after), 3, 31))
        owner = self.another(like, on)
        return replace(
            like,
            urn=str(self.bench.next_number("URN", 9_100_001)),
            constituency=random.choice(self.bench.areas.named[like.council].constituencies),
            registered_on=on,
            owners=(Ownership(owner=owner, since=on),),
            owner_texts=(OwnerText(text=self.bench.bodies[owner].name, since=on),),
            sizes=(Places(places=like.places_on(after), since=on),),
            premises=tuple(replace(one, opened_on=max(one.opened_on, on)) for one in like.premises),
        )

    def _other(self, setting: Setting, on: date, today: date) -> Setting | None:
        for urn in self._planned.get((setting.provision_type, _year(on)), ()):
            one = self.bench.settings[urn]
            left_on = one.left_on
            is_so = left_on is not None and left_on > today and _year(left_on) == _year(on)
            if is_so and urn not in self._spared and self._can_stay(one):
                return one
        return None

    def _can_stay(self, setting: Setting) -> bool:
        """Whether whoever runs it goes on, and it is registered nowhere else."""
        group = self._group_of.get(setting.owners[0].owner or "")
        goes_on = group is None or group.top.ended_on is None
        return goes_on and setting.registered_again_as is None

    @cached_property
    def _planned(self) -> dict[_Year, list[str]]:
        found: defaultdict[_Year, list[str]] = defaultdict(list)
        for urn, one in self.bench.settings.items():
            if one.left_on is not None:
                found[one.provision_type, _year(one.left_on)].append(urn)
        return found

    @cached_property
    def _group_of(self) -> dict[str, Group]:
        return {key: group for group in self.bench.groups for key in group.owners}


def _year(day: date) -> int:
    return day.year + (day >= date(day.year, 4, 1))
