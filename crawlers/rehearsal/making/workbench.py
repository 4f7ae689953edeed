"""Where a world is made: everything so far, and what is still to happen."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import heappop, heappush

from crawlers.rehearsal.calibration import LAST_DAY
from crawlers.rehearsal.making.groups_made import Group, Purchase
from crawlers.rehearsal.making.holding import Holding
from crawlers.rehearsal.making.striking_off import StrikeOff
from crawlers.rehearsal.world.books import Accounts, Books
from crawlers.rehearsal.world.control import Exemption, Statement
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.happenings import Happening, Trap
from crawlers.rehearsal.world.settings import Inspection
from crawlers.rehearsal.world.troubles import Charge, InsolvencyCase, Notice


@dataclass(frozen=True, kw_only=True, order=True)
class Due:
    """Something that is to happen on a day, if it still can by then."""

    on: date
    number: int
    """Of two on one day, the lower comes first."""
    do: Callable[[], None] = field(compare=False)


@dataclass(kw_only=True)
class Workbench(Holding):
    """Everything that has been made so far. Parts add to it in turn, and change what is there."""

    statements: list[Statement] = field(default_factory=list[Statement])
    exemptions: list[Exemption] = field(default_factory=list[Exemption])
    inspections: list[Inspection] = field(default_factory=list[Inspection])
    books: list[Books] = field(default_factory=list[Books])
    accounts: list[Accounts] = field(default_factory=list[Accounts])
    charges: list[Charge] = field(default_factory=list[Charge])
    insolvencies: list[InsolvencyCase] = field(default_factory=list[InsolvencyCase])
    strike_offs: list[StrikeOff] = field(default_factory=list[StrikeOff])
    notices: list[Notice] = field(default_factory=list[Notice])
    filings: list[Filing] = field(default_factory=list[Filing])
    happenings: list[Happening] = field(default_factory=list[Happening])
    traps: list[Trap] = field(default_factory=list[Trap])
    groups: list[Group] = field(default_factory=list[Group])
    agenda: list[Due] = field(default_factory=list[Due])
    """What is to happen: it happens in the order of days, when all of it is planned."""
    purchases: list[Purchase] = field(default_factory=list[Purchase])

    def plan(self, on: date, do: Callable[[], None]) -> None:
        """Put something on the agenda."""
        heappush(self.agenda, Due(on=on, number=self.next_number("due", 1), do=do))

    def live_through(self) -> None:
        """Let everything on the agenda happen, what that adds to it included."""
        while self.agenda:
            due = heappop(self.agenda)
            if due.on <= LAST_DAY:
                due.do()

    def companies_of(self, group: Group, on: date) -> tuple[str, ...]:
        """Every body of a group that is there on a day, from the top down, its purchases last."""
        return tuple(dict.fromkeys(key for key in self._of(group) if self.bodies[key].is_alive(on)))

    def _of(self, group: Group) -> Iterator[str]:
        yield from group.bodies
        for one in group.absorbed:
            yield from self._of(one)
