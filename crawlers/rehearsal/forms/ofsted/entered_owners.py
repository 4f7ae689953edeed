"""Who ultimately owns a setting as Ofsted could look it up: by what is entered on the registers.

A purchase of which nobody told the register counts for whoever stood there before, in the release
as in life; of what is held abroad the registers tell nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.control import Capacity, Stake
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World

_NO_PARENTS = frozenset({Form.COUNCIL, Form.HEALTH, Form.SOLE_TRADER})
_HALF = 0.5


@dataclass(frozen=True, kw_only=True)
class EnteredOwners:
    """The owners of one world, by its control registers alone."""

    world: World

    def name(self, setting: Setting, day: date, known_on: date) -> str | None:
        """The name of who is above a setting's owner on a day, by what is entered on a later one.

        None where nobody says who the owner is.
        """
        head = self.head(setting, day, known_on)
        return self.world.body[head].name_on(day) if head else None

    def head(self, setting: Setting, day: date, known_on: date) -> str | None:
        """The key of that body."""
        owner = setting.owner_on(day)
        return self._head(owner, day, known_on) if owner else None

    def _head(self, body: str, day: date, known_on: date) -> str:
        way = [body]
        while (parent := self._parent(way[-1], day, known_on)) is not None:
            if parent in way:
                return min(way[way.index(parent) :])
            way.append(parent)
        return way[-1]

    def _parent(self, body: str, day: date, known_on: date) -> str | None:
        """The newest majority holder that is entered."""
        stakes = sorted(self._entered(body, day, known_on), key=lambda one: (one.since, one.key))
        return next((one.holder for one in reversed(stakes) if one.votes > _HALF), None)

    def _entered(self, body: str, day: date, known_on: date) -> Iterator[Stake]:
        for one in self.world.stakes_in.get(body, ()):
            holder = self.world.body.get(one.holder)
            can_be = holder is not None and holder.form not in _NO_PARENTS
            is_told = one.filed_on is not None and one.filed_on <= known_on and one.since <= day
            told_end = one.end_filed_on is not None and one.end_filed_on <= known_on
            is_over = told_end and one.until is not None and one.until <= day
            if can_be and is_told and not is_over and one.capacity is Capacity.DIRECT:
                yield one
