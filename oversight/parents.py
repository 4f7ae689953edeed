"""Who is the ultimate parent of a company, by each definition side by side, and where they differ.

The definitions answer different questions: whom the law holds to account, whom researchers with
bought data name, how far the register shows, and whom directors name. What a published band cannot
decide is said to be undecided, never guessed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from db.records import Capacity
from oversight.bands import Band, added, shares, votes
from oversight.contradictions import is_beyond_the_whole
from oversight.control import Stake, stakes_by
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.graph import ControlGraph
from oversight.holders import OTHER, is_company, name_of
from oversight.links import Right, Told
from oversight.named_parents import NamedParents
from oversight.namesakes import plain

UNDECIDED = "not decided by the published band"


class Definition(StrEnum):
    """What is meant by an ultimate parent."""

    CONTROL = "parent undertaking (Companies Act 2006 s.1162)"
    LARGEST_25 = "largest direct holder of more than 25%, climbed (GUO-25)"
    LARGEST_50 = "largest direct holder of more than 50%, climbed (GUO-50)"
    REGISTER_TOP = "last undertaking that the register shows"
    ACCOUNTS = "ultimate parent undertaking that accounts name (FRS 102 33.5)"


LIMITS = {Definition.LARGEST_25: 0.25, Definition.LARGEST_50: 0.5}
"""A vendor's 25.01% and 50.01%: as near to more than a quarter and more than half as bands tell."""


@dataclass(frozen=True, kw_only=True)
class Top:
    """The ultimate parent of a company by one definition."""

    definition: Definition
    node: str
    """The highest undertaking; the company itself where none is above it."""
    is_decided: bool
    """False where somebody may be above `node` and a band leaves open who, or whether."""
    why: str
    """Why it ends there, `{}` for the undertaking."""
    evidence: tuple[Evidence, ...] = ()
    """The sentence that names it, of the parent that accounts name; else empty."""


@dataclass(frozen=True)
class Parents:
    """The ultimate parents of companies on one day."""

    graph: ControlGraph
    registers: ControlRegisters
    named: NamedParents

    def tops(self, company: str) -> tuple[Top, ...]:
        """The ultimate parent of one company by each definition, in their order."""
        return (
            self._control(company),
            *(self._largest(company, definition) for definition in LIMITS),
            self._register_top(company),
            self._accounts(company),
        )

    def conflicts(self, company: str) -> tuple[Top, ...]:
        """The tops that are decided and are another undertaking than the one by control."""
        control, *others = self.tops(company)
        return tuple(one for one in others if one.is_decided and one.node != control.node)

    def _control(self, company: str) -> Top:
        head = self.graph.heads[company]
        return Top(
            definition=Definition.CONTROL,
            node=head,
            is_decided={*self.graph.drawn.pred[head]} <= {*self.graph.groups[head]},
            why="nobody has a certain majority of {}",
        )

    def _largest(self, company: str, definition: Definition) -> Top:
        way = [company]
        while True:
            above, decided, why = self._above(way[-1], LIMITS[definition])
            if above is None or above in way:
                why = why if above is None else "{} stands in a circle"
                return Top(definition=definition, node=way[-1], is_decided=decided, why=why)
            way.append(above)

    def _above(self, company: str, limit: float) -> tuple[str | None, bool, str]:
        """The undertaking with the largest stake beyond a limit, whether that is decided, and why.

        A person is above an undertaking and is none, so that it ends there.
        """
        held = self._direct(company)
        bands = {one.holder: _tightened(one, held) for one in held}
        if company in self._held_otherwise or is_beyond_the_whole(held, self.graph.certain):
            return None, False, f"{{}}: {UNDECIDED}"
        reaching = [one for one, band in bands.items() if band.high > limit]
        if not reaching:
            return None, True, f"no direct holder of more than {limit:.0%} of {{}} is published"
        first = next((one for one in reaching if _leads(one, bands, limit)), None)
        if first is None:
            return None, False, f"{{}}: {UNDECIDED}"
        if first.startswith(OTHER):
            return None, True, "the largest direct holder of {} is no undertaking"
        return first, True, ""

    def _direct(self, company: str) -> list[Stake]:
        """The direct stakes in a company, but for whoever holds through another that is entered."""
        held = [one for one in self._stakes.get(company, ()) if one.holder != company]
        holders = [one.holder for one in held]
        return [one for one in held if not self._is_through(one.holder, holders)]

    def _is_through(self, holder: str, others: Iterable[str]) -> bool:
        above = self.graph.is_above
        return any(above(holder, one) and not above(one, holder) for one in others)

    def _register_top(self, company: str) -> Top:
        drawn, way = self.graph.drawn, [company]
        while True:
            links = {one: drawn.edges[one, way[-1]]["link"] for one in sorted(drawn.pred[way[-1]])}
            entered = [one for one, link in links.items() if not isinstance(link, Told)]
            parent = self.graph.control_parents.get(way[-1])
            above = parent if parent in entered else None
            above = above or (entered[0] if len(entered) == 1 else None)
            if above is None or above in way:
                several = "{} has several holders of whom none has a certain majority"
                why = several if entered and above is None else "the register ends at {}"
                return Top(
                    definition=Definition.REGISTER_TOP, node=way[-1], is_decided=True, why=why
                )
            way.append(above)

    def _accounts(self, company: str) -> Top:
        """Whom the newest accounts name that speak of it: its own, else those of the next above."""
        way = self._way_up(company)
        who = next((one for one in way if one in self.named.meant), None)
        if who is None:
            why = "no accounts that are held name an ultimate parent of {}"
            return Top(definition=Definition.ACCOUNTS, node=company, is_decided=False, why=why)
        naming, meant = self.named.newest[who], self.named.meant[who]
        said = naming.ultimate
        assert said is not None, "what a name means is known of those who give one"
        return Top(
            definition=Definition.ACCOUNTS,
            node=next((one for one in way if _bears(one, said.name)), meant.node),
            is_decided=meant.certain,
            why=f"{naming.where} name {{}}",
            evidence=(Evidence(claim=said.sentence, cite=said.cite),),
        )

    def _way_up(self, company: str) -> list[str]:
        """A company and whoever is certainly above it, nearest first, each once."""
        way = [company]
        while (above := self.graph.control_parents.get(way[-1])) and above not in way:
            way.append(above)
        return way

    @cached_property
    def _stakes(self) -> Mapping[str, tuple[Stake, ...]]:
        """The shares that each company's direct holders have; votes where no shares are published.

        Researchers' data counts shares.
        """
        controls, holders = self.registers.controls, self.registers.holders
        by_votes = stakes_by(Right.VOTES, controls, holders)
        return by_votes | stakes_by(Right.SHARES, controls, holders)

    @cached_property
    def _held_otherwise(self) -> frozenset[str]:
        """Companies of which a trust or a firm holds a part: who holds that is not published."""
        return frozenset(
            one.company_number
            for one in self.registers.controls
            if one.capacity is not Capacity.DIRECT and (shares(one) or votes(one))
        )


def _bears(node: str, name: str | None) -> bool:
    """True for an undertaking without a number that bears a name, wherever it is registered."""
    return not is_company(node) and name_of(node) == plain(name or "")


def _tightened(stake: Stake, held: Iterable[Stake]) -> Band:
    others = added(one.least for one in held if one.holder != stake.holder)
    return stake.band.beside(others)


def _leads(holder: str, bands: Mapping[str, Band], limit: float) -> bool:
    """True when a holder surely has more than a limit, and more than each other."""
    least = bands[holder].least
    if least.share < limit or (least.share == limit and not least.is_open):
        return False
    return all(
        least.share > band.high or (least.share == band.high and (least.is_open or band.high_open))
        for other, band in bands.items()
        if other != holder
    )
