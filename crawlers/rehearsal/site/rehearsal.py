"""A rehearsal put together: a world, its publishers on a day, and their hosts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from shutil import rmtree

from crawlers.rehearsal.publishing import Publisher, Reissue, Setup
from crawlers.rehearsal.site.desk import Desk, Surroundings
from crawlers.rehearsal.site.faults import Fault, FaultError, Kind
from crawlers.rehearsal.site.served import Served
from crawlers.rehearsal.world.world import World


class DayError(Exception):
    """A day that the rehearsal cannot move to."""


@dataclass(frozen=True, kw_only=True)
class OnADay:
    """The publishers of one day, and the folder where they keep what they write."""

    publishers: Mapping[str, Publisher]
    folder: Path


class Rehearsal:
    """A world's publishers, each behind its desk, on a day that can be moved forward."""

    def __init__(
        self,
        *,
        world: World,
        served: Sequence[Served],
        addresses: Mapping[str, str],
        around: Surroundings,
        folder: Path,
    ) -> None:
        """Open every desk on the clock's today."""
        self.world = world
        self.addresses = addresses
        self.around = around
        self._served = served
        self.folder = folder
        self._refuse_a_day_outside(around.clock.today)
        refuse_impossible(around.faults.faults(), served)
        self._reissues = self._asked_for(around.faults.faults(), ())
        self._now = self._on(around.clock.today)
        self.desks = {
            one.key: Desk(
                one.key,
                one.manners,
                self._now.publishers[one.key],
                around,
                self._copies_of(one.key),
            )
            for one in served
        }

    @property
    def doors(self) -> Mapping[str, str]:
        """Where a visitor begins at each publisher that is not reached by others' links alone."""
        company = next((one.number for one in self.world.companies), None) or ""
        return {
            one.key: self.addresses[one.key] + one.door.replace("{company}", company)
            for one in self._served
            if one.door is not None
        }

    @property
    def today(self) -> date:
        """The rehearsal's own today."""
        return self.around.clock.today

    def move(self, today: date) -> None:
        """Make today another day: later than it was, and no later than the world's last.

        Publishers are made again and what they wrote is gone. Whoever asks meanwhile is answered
        as of the day before.
        """
        if today < self.today:
            raise DayError(f"today is {self.today} and moves forward only, not to {today}")
        self._refuse_a_day_outside(today)
        if today == self.today:
            return
        before, self._now = self._now, self._on(today)
        self.around.clock.today = today
        for key, desk in self.desks.items():
            desk.move(self._now.publishers[key], self._copies_of(key))
        rmtree(before.folder)

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """Put these faults in place of those in force.

        A file is put out again on the day on which that is asked for first, and stays so while it
        is asked for; then it is again as it was.
        """
        refuse_impossible(faults, self._served)
        before, self._reissues = self._reissues, self._asked_for(faults, self._reissues)
        if self._reissues != before:
            self._put_out_again()
        self.around.faults.set(faults)

    def close(self) -> None:
        """Close every desk."""
        for desk in self.desks.values():
            desk.close()

    def _on(self, today: date) -> OnADay:
        folder = self.folder / today.isoformat()
        (folder / "written").mkdir(parents=True)
        setup = self._setup(today, folder)
        return OnADay(
            publishers={one.key: _made(one, setup) for one in self._served}, folder=folder
        )

    def _setup(self, today: date, folder: Path) -> Setup:
        return Setup(
            world=self.world,
            today=today,
            addresses=self.addresses,
            folder=folder / "written",
            reissues=self._reissues,
        )

    def _asked_for(self, faults: Iterable[Fault], before: Sequence[Reissue]) -> tuple[Reissue, ...]:
        """What faults ask to be put out again: today, or on its day where it was before."""
        asked = (
            Reissue(publisher=one.publisher, path=one.path, on=self.today)
            for one in faults
            if one.kind is Kind.REISSUED
        )
        since = {(one.publisher, one.path): one for one in before}
        found = {since.get((one.publisher, one.path), one): None for one in asked}
        return tuple(sorted(found, key=lambda one: one.on))

    def _put_out_again(self) -> None:
        """Make anew whoever serves or lists what is put out again, and go on with them."""
        setup = self._setup(self.today, self._now.folder)
        keys = {key for one in self._served for key in one.reissuers}
        for one in self._served:
            if one.key in keys:
                self.desks[one.key].move(_made(one, setup), self._copies_of(one.key))

    def _copies_of(self, key: str) -> Path:
        return self._now.folder / "copies" / key

    def _refuse_a_day_outside(self, today: date) -> None:
        refuse_a_day_outside(today, (self.world.first_day, self.world.last_day))


def refuse_a_day_outside(today: date, days: tuple[date, date]) -> None:
    """Raise DayError for a day that is not between the first and the last, both included."""
    first, last = days
    if not first <= today <= last:
        raise DayError(f"{today} is not a day of this rehearsal: it goes from {first} to {last}")


def refuse_impossible(faults: Iterable[Fault], served: Sequence[Served]) -> None:
    """Raise FaultError for a fault that cannot happen: there is no such publisher or file."""
    for fault in faults:
        meant = [one for one in served if fault.is_for(one.key)]
        if not meant:
            keys = ", ".join(one.key for one in served)
            raise FaultError(f"no publisher is called {fault.publisher!r}; there are {keys}")
        if fault.kind is Kind.REISSUED and not all(one.reissuers for one in meant):
            keys = ", ".join(one.key for one in served if one.reissuers) or "nobody here"
            raise FaultError(
                f"{fault.publisher!r} names who serves no file that is re-issued; who does is"
                f" {keys}"
            )


def _made(one: Served, setup: Setup) -> Publisher:
    publisher = one.make(setup)
    assert publisher.key == one.key, f"{one.key} is served a publisher {publisher.key}"
    return publisher
