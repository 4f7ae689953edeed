"""Who was above whom on every day, by what was really held: the groups that a monitor should find.

A body is in the statutory group of whoever has more than half of its votes, alone or through
bodies of the same group (Companies Act 2006 s.1162 and Sch 7). Stakes held as a trust or a firm
are nobody's; people, councils and halves make no parent. The operating group is the same, cut off
below a fund vehicle.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from crawlers.rehearsal.world.bodies import Form, Nature
from crawlers.rehearsal.world.control import Capacity, Stake
from crawlers.rehearsal.world.world import World

_NO_PARENTS = frozenset({Form.COUNCIL, Form.HEALTH, Form.SOLE_TRADER})
_HALF = 0.5
END = date(9999, 12, 31)
"""The end of what goes on."""


@dataclass(frozen=True, kw_only=True, order=True)
class Membership:
    """One body's place in one head's group, from a day up to another, which is not included."""

    body: str
    since: date
    until: date
    statutory_head: str
    operating_head: str


@dataclass(frozen=True, kw_only=True)
class TrueGroups:
    """The groups of one world, on any day."""

    world: World

    def statutory_head(self, body: str, day: date) -> str:
        """Who is at the top of a body's group; itself where nobody is above.

        Of bodies that hold each other in a circle the first in order is.
        """
        return self._climb(body, day, through_funds=True)

    def operating_head(self, body: str, day: date) -> str:
        """The topmost body that is no fund vehicle."""
        return self._climb(body, day, through_funds=False)

    def members(self, day: date) -> dict[str, tuple[str, ...]]:
        """Every body that exists on a day, by its statutory head."""
        found: dict[str, list[str]] = defaultdict(list)
        for body in self.world.bodies:
            if body.is_alive(day):
                found[self.statutory_head(body.key, day)].append(body.key)
        return {head: tuple(sorted(members)) for head, members in sorted(found.items())}

    def memberships(self) -> Iterator[Membership]:
        """Yield each body's places, oldest first; a change anywhere above begins a new one."""
        for body in sorted(self.world.bodies, key=lambda one: one.key):
            until = body.ended_on or END
            days = sorted(d for d in self._changes_above(body.key) if body.begun_on < d < until)
            spells: list[Membership] = []
            for since, to in zip([body.begun_on, *days], [*days, until], strict=True):
                heads = (self.statutory_head(body.key, since), self.operating_head(body.key, since))
                last = spells[-1] if spells else None
                if last and (last.statutory_head, last.operating_head) == heads:
                    since = spells.pop().since  # noqa: PLW2901 - the spell goes on
                spells.append(
                    Membership(
                        body=body.key,
                        since=since,
                        until=to,
                        statutory_head=heads[0],
                        operating_head=heads[1],
                    )
                )
            yield from spells

    def parent(self, body: str, day: date) -> str | None:
        """Who has more than half of a body's votes on a day, alone or with its own subsidiaries."""
        held: dict[str, float] = defaultdict(float)
        for stake in self._stakes.get(body, ()):
            if stake.holds(day):
                held[stake.holder] += stake.votes
        alone = next((one for one, votes in held.items() if votes > _HALF), None)
        if alone is not None or len(held) < 2:  # noqa: PLR2004 - nobody to join
            return alone
        together: dict[str, float] = defaultdict(float)
        for holder, votes in held.items():
            if holder != body:
                together[self._climb(holder, day, through_funds=True, below=body)] += votes
        return next((one for one, votes in together.items() if votes > _HALF), None)

    def _climb(self, body: str, day: date, *, through_funds: bool, below: str | None = None) -> str:
        way = [body]
        while (parent := self._above(way[-1], day, below)) is not None:
            if self.world.body[parent].nature is Nature.FUND and not through_funds:
                break
            if parent in way:
                return min(way[way.index(parent) :])
            way.append(parent)
        return way[-1]

    def _above(self, body: str, day: date, below: str | None) -> str | None:
        if body == below:
            return None
        if below is None:
            return self.parent(body, day)
        stakes = (one for one in self._stakes.get(body, ()) if one.holds(day))
        return next((one.holder for one in stakes if one.votes > _HALF), None)

    def _changes_above(self, body: str) -> set[date]:
        """Every day on which a stake in it, or in anybody ever above it, begins or ends."""
        found: set[date] = set()
        seen, todo = {body}, [body]
        while todo:
            for stake in self._stakes.get(todo.pop(), ()):
                found |= {stake.since} | ({stake.until} if stake.until else set())
                if stake.holder not in seen:
                    seen.add(stake.holder)
                    todo.append(stake.holder)
        return found

    @cached_property
    def _stakes(self) -> dict[str, tuple[Stake, ...]]:
        """The stakes that can make a parent, by the body that is held."""
        return {
            company: kept
            for company, stakes in self.world.stakes_in.items()
            if (kept := tuple(one for one in stakes if self._counts(one)))
        }

    def _counts(self, stake: Stake) -> bool:
        holder = self.world.body.get(stake.holder)
        is_body = holder is not None and holder.form not in _NO_PARENTS
        return is_body and stake.capacity is Capacity.DIRECT
