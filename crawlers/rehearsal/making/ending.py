"""One group's end: what it still runs, what it never comes to, and what is kept of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.groups_made import Fate, Group
from crawlers.rehearsal.making.leaving import Leavers
from crawlers.rehearsal.making.reregistering import run_by
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Happening
from crawlers.rehearsal.world.settings import Places, Setting


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The end of one group on a day."""

    bench: Workbench
    leavers: Leavers
    group: Group
    fate: Fate

    @cached_property
    def random(self) -> Random:
        """The chance of this end."""
        return self.bench.stream("ending", self.group.plan.key)

    @cached_property
    def settings(self) -> Sequence[Setting]:
        """The settings that it runs and has run for a while."""
        owners = self.group.every_owner
        return [one for key in owners for one in run_by(self.bench, key, self.fate.on)]

    @cached_property
    def companies(self) -> Sequence[str]:
        """Its companies on the register as the end begins, holding companies included."""
        every = self.bench.companies_of(self.group, self.fate.on)
        return [key for key in every if self.bench.bodies[key].number]

    def come_to_nothing(self) -> None:
        """What the group was to open or to found later comes to nothing; others open instead."""
        on = self.fate.on
        for owner in self.group.every_owner:
            for setting in list(self.bench.run_by(owner)):
                if setting.registered_on >= on - days(60):
                    another = self.leavers.another(setting, setting.registered_on)
                    self.bench.give(setting, another)
        for key in self.group.bodies:
            if self.bench.bodies[key].begun_on > on:
                self.bench.never_found(key)
                for among in (self.group.owners, self.group.beside):
                    if key in among:
                        among.remove(key)
        for key in self.companies:
            ends = self.bench.bodies[key].year_ends
            self.bench.change(key, year_ends=tuple(one for one in ends if one.since <= on))

    def keep(self) -> None:
        """Keep what happened; its signs are read from the records when all are made."""
        self.bench.happenings.append(
            Happening(
                key=f"{self.fate.kind.name.lower()}-{self.group.plan.key}",
                kind=self.fate.kind,
                on=self.fate.on,
                bodies=tuple(self.companies),
                settings=tuple(sorted(one.urn for one in self.settings)),
                from_head=self.group.head,
                to_head=None,
                signs=(),
                is_hidden=self.fate.is_hidden,
            )
        )

    def close(self, setting: Setting, on: date) -> None:
        """Close a setting, on the last day at the latest."""
        closed_on = min(weekday(on), calibration.LAST_DAY)
        self.leavers.close(setting, closed_on, self.fate.on)

    def cut(self, setting: Setting) -> None:
        """Cut a setting's places some months before, where there is something to cut."""
        cut_on = weekday(self.fate.on - days(150))
        now = self.bench.settings[setting.urn]
        before = tuple(one for one in now.sizes if one.since < cut_on)
        places = before[-1].places if before else None
        if places and places > 1:
            fewer = Places(places=places - 1, since=cut_on)
            self.bench.register(replace(now, sizes=(*before, fewer)))
