"""What is to be known of a group beside its members: its class, sponsors, doubts, and parents."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from db.records import SicCode
from oversight.control_registers import ControlRegisters
from oversight.data_quality import DataQuality, Note
from oversight.effective import EffectiveOwnership
from oversight.finding import Evidence
from oversight.fund_vehicles import fund_vehicles
from oversight.graph import ControlGraph
from oversight.jurisdictions import Place, places
from oversight.member_shares import MemberShares
from oversight.named_parents import NamedParents
from oversight.organisations import Organisation
from oversight.owner_classes import Classed, Facts, classify
from oversight.parents import Parents, Top
from oversight.provider_groups import Owned, ProviderGroup
from oversight.same_person import same_person
from oversight.shares_held import shares_held
from oversight.sponsors import Sponsor, listed_sponsors, sponsors


@dataclass(frozen=True, kw_only=True)
class GroupFacts:
    """What is known of groups on one day."""

    graph: ControlGraph
    registers: ControlRegisters
    names: Mapping[str, str]
    """What every undertaking of the graph is called, by number or typed text."""
    owned: Owned
    named: NamedParents
    """Whom accounts name as parents."""
    trades: Sequence[SicCode]
    """The trades that companies state, in force on the day."""

    @cached_property
    def funds(self) -> dict[str, Evidence]:
        """Fund vehicles that hold another undertaking, each with the sign of it."""
        entered = {
            one.parent: one.cite
            for one in reversed((*self.graph.holdings, *self.graph.told))
            if one.parent in self.names
        }
        return fund_vehicles(self.names, entered, self.trades, self.owned)

    def sponsors(self, group: ProviderGroup) -> tuple[Sponsor, ...]:
        """The investment houses behind a group, nearest first; those only possible last."""
        certain = self._way_up(group.head)
        possible = sorted({p for one in certain for p in self.graph.drawn.pred[one]} - {*certain})
        above = [*((one, True) for one in certain), *((one, False) for one in possible)]
        return sponsors(above, self.names, self.funds, self.registers.day, listed_sponsors())

    def classed(self, group: ProviderGroup) -> Classed:
        """What kind of owner a group has, by everything that is certainly above it too."""
        chain = tuple(dict.fromkeys((*group.companies, *self._way_up(group.head))))
        return classify(
            Facts(
                organisations=[
                    one.organisation for one in group.members if one.certain and one.organisation
                ],
                head=self.graph.heads[group.head],
                names={one: self.names[one] for one in chain},
                entries=[e for one in chain for e in self.registers.in_force.get(one, ())],
                statements=[s for one in chain for s in self.registers.stated.get(one, ())],
                sponsors=self.sponsors(group),
                places=[self.places[one] for one in chain],
            )
        )

    @cached_property
    def places(self) -> dict[str, Place]:
        """Where every undertaking of the graph is registered."""
        registers = self.registers
        found = places(self.graph.certain, registers.controls, registers.holders)
        return {one.node: one for one in found}

    def notes(self, group: ProviderGroup) -> tuple[Note, ...]:
        """What is odd in the registers of its companies, those that are possible included."""
        return self._quality.notes({one.company for one in group.members})

    def notes_of(self, company: str) -> tuple[Note, ...]:
        """What is odd in the register of one company."""
        return self._quality.notes([company])

    def conflicts(self, company: str) -> tuple[Top, ...]:
        """Definitions of a parent by which a company has another than by control."""
        return self._parents.conflicts(company)

    @cached_property
    def member_shares(self) -> MemberShares:
        """What part of each member belongs in the end to whom."""
        held = shares_held(self.registers.controls, self.registers.holders)
        return MemberShares(ownership=EffectiveOwnership.of(held), names=self.names)

    def others_of_the_same_person(self, group: ProviderGroup) -> dict[str, Evidence]:
        """Heads of other groups that a person of the same name as at its own controls."""
        return self._same_person.get(group.head, {})

    def _way_up(self, head: str) -> list[str]:
        """A head and whoever is certainly above it, nearest first, each once."""
        way = [head]
        while (above := self.graph.control_parents.get(way[-1])) and above not in way:
            way.append(above)
        return way

    @cached_property
    def _quality(self) -> DataQuality:
        return DataQuality(self.graph, self.registers, self.names)

    @cached_property
    def _parents(self) -> Parents:
        return Parents(self.graph, self.registers, self.named)

    @cached_property
    def _same_person(self) -> dict[str, dict[str, Evidence]]:
        heads = dict.fromkeys(self.graph.heads[one] for one in self.owned)
        return same_person(heads, self.registers.in_force)


def differing(
    statutory: ProviderGroup, operating: Iterable[ProviderGroup]
) -> tuple[ProviderGroup, ...]:
    """The operating groups into which a statutory one falls; none where it is one itself."""
    inside = set(statutory.companies)
    return tuple(one for one in operating if one.head in inside)


def alone(organisation: Organisation) -> Classed:
    """What kind of owner an organisation is that is matched to no company."""
    return classify(
        Facts(
            organisations=[organisation],
            head=None,
            names={},
            entries=[],
            statements=[],
            sponsors=[],
            places=[],
        )
    )
