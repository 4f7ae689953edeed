"""Who owns whom in one snapshot: settings, their owners, the companies that these are, and groups.

Everything is computed once, and only when somebody asks for it.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from db.indexed_company import IndexedCompany
from db.records import (
    Company,
    Control,
    CouncilOwnedBody,
    PreviousName,
    ReportedProvider,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.above_registers import above_registers
from oversight.chain_words import ChainWords
from oversight.control_registers import ControlRegisters
from oversight.decided_matches import as_decided
from oversight.decided_parents import as_ruled, decided_parents
from oversight.decisions import NO_DECISIONS, Decisions
from oversight.excepted import apart
from oversight.graph import ControlGraph
from oversight.group_facts import GroupFacts
from oversight.holders import Holders, entered_names
from oversight.matching import Beside, Names, OwnerMatch, both, held_names, match_owners
from oversight.named_parents import NamedParents
from oversight.operating_groups import operating_groups
from oversight.organisations import Organisation, organisations
from oversight.provider_groups import ProviderGroup, provider_groups
from oversight.rebuilt import Rebuilt
from oversight.undertaking_names import called


@dataclass(frozen=True, kw_only=True)
class OwnedMarket:
    """The settings of one snapshot, and who stands above each of them."""

    snapshot: Snapshot
    rebuilt: Rebuilt | None = None
    """The register put together for the year asked about, where none was published for it."""
    index: Names = field(default_factory=dict[str, tuple[IndexedCompany, ...]])
    """The index of all companies, by the key of their name; empty where none is held."""
    decisions: Decisions = NO_DECISIONS
    """What people decided about owners, by the moment asked about."""
    registered: tuple[IndexedCompany, ...] = ()
    """Companies of that index under a name by which a holder is entered without a number."""
    filed: Snapshot | None = None
    """Everything that was public by the same moment, of later days too: accounts are about the day
    up to which they are made, and filed after it. None where `snapshot` is all there is."""

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        """The current register: the newest full one, or the rebuilt one of the year asked about."""
        return self.rebuilt.settings if self.rebuilt else self.snapshot.current(Setting)

    @cached_property
    def organisations(self) -> tuple[Organisation, ...]:
        """Registered organisations, by key. Settings without an owner belong to none."""
        bodies = self.snapshot.every(CouncilOwnedBody)
        reports = self.snapshot.at(self.day).every(ReportedProvider)
        return apart(organisations(self.settings, bodies, reports), self.decisions, self.day)

    @cached_property
    def register_as_at(self) -> date | None:
        """The day that the register in use describes; None when none is held.

        Everything asked of a market is answered for this day: who owned what then beside what
        was found since would be true of no day at all.
        """
        return self.settings[0].as_at if self.settings else None

    @cached_property
    def day(self) -> date:
        """The day that everything is answered for: the register's, where one is held."""
        return self.register_as_at or self.snapshot.as_of

    @cached_property
    def names(self) -> Names:
        """Companies by the key of a name: the index, and those whose profiles are held."""
        there = self.snapshot.at(self.day).current(Company)
        previous, codes = self.snapshot.every(PreviousName), self.snapshot.every(SicCode)
        return both(self.index, held_names(there, previous, codes))

    @cached_property
    def matches(self) -> dict[str, OwnerMatch]:
        """Which company each registered organisation is, or why none, by its key."""
        beside = Beside(snapshot=self.snapshot)
        matched = match_owners(self.organisations, self.names, self.day, beside=beside)
        return as_decided(matched, self.organisations, self.names, self.decisions, self.day)

    @cached_property
    def owned(self) -> dict[str, tuple[tuple[Organisation, OwnerMatch], ...]]:
        """The registered organisations that each matched company is, by company number."""
        found: dict[str, list[tuple[Organisation, OwnerMatch]]] = {}
        for organisation in self.organisations:
            match = self.matches[organisation.key]
            if match.company_number is not None:
                found.setdefault(match.company_number, []).append((organisation, match))
        return {number: tuple(found[number]) for number in sorted(found)}

    @cached_property
    def control_registers(self) -> ControlRegisters:
        """What control registers say, as in force on the register's day."""
        return ControlRegisters.of(self.snapshot, self.day, self.registered)

    @cached_property
    def graph(self) -> ControlGraph:
        """Who is above whom, on the register's day."""
        return self.graph_on(self.day)

    def graph_on(self, day: date) -> ControlGraph:
        """Who was above whom on another day up to the one asked about, by all that is known."""
        if day not in self._graphs:
            registers = self._registers_on(day)
            graph = ControlGraph.of(registers.controls, self.owned, registers.holders)
            decided = decided_parents(graph, self.decisions, day, self._rows)
            graph = replace(graph, told=decided) if decided else graph
            named = self._named_on(day, registers)
            told = as_ruled(above_registers(graph, registers, named), self.decisions, day)
            every = (*decided, *told)
            self._graphs[day] = replace(graph, told=every) if every != decided else graph
        return self._graphs[day]

    @cached_property
    def _rows(self) -> dict[str, str]:
        """Where each matched company's settings are told of, by its number."""
        return {number: matched[0][0].named.cite for number, matched in self.owned.items()}

    def _registers_on(self, day: date) -> ControlRegisters:
        if day == self.day:
            return self.control_registers
        return ControlRegisters.of(self.snapshot, day, self.registered)

    def _named_on(self, day: date, registers: ControlRegisters) -> NamedParents:
        if day == self.day:
            return self.named_parents
        return NamedParents.of(self.filed or self.snapshot, day, registers.holders)

    @cached_property
    def named_parents(self) -> NamedParents:
        """Whom the newest accounts by the register's day name above companies."""
        holders = self.control_registers.holders
        return NamedParents.of(self.filed or self.snapshot, self.day, holders)

    @cached_property
    def _graphs(self) -> dict[date, ControlGraph]:
        return {}

    @cached_property
    def undertaking_names(self) -> dict[str, str]:
        """What each undertaking of the graph is called: by its profile, else by who names it."""
        nodes = [*self.graph.certain, *self.graph_on(self.snapshot.as_of).certain]
        last = self.snapshot.current(Control)
        later = entered_names(last, Holders.of(last, self.registered))
        told = {one.parent: one.parent_name for one in self.graph_on(self.snapshot.as_of).told}
        told |= {one.parent: one.parent_name for one in self.graph.told} | self.named_parents.names
        return called(nodes, self.owned, told | later, self.control_registers, self.names)

    @cached_property
    def chain_words(self) -> ChainWords:
        """How a chain of the register's day is told, by what is known of the time since."""
        return ChainWords(names=self.undertaking_names, later=self.graph_on(self.snapshot.as_of))

    @cached_property
    def groups(self) -> tuple[ProviderGroup, ...]:
        """Provider groups, by head. Organisations without a company are in none."""
        return provider_groups(self.graph, self.owned, self.chain_words, self.control_registers)

    @cached_property
    def operating_groups(self) -> tuple[ProviderGroup, ...]:
        """Operating groups that are not whole statutory ones, by head."""
        facts, words = self.group_facts, self.chain_words
        return operating_groups(facts.graph, facts.funds, self.owned, words, facts.registers)

    @cached_property
    def group_facts(self) -> GroupFacts:
        """What is known of groups beside their members."""
        return GroupFacts(
            graph=self.graph,
            registers=self.control_registers,
            names=self.undertaking_names,
            owned=self.owned,
            named=self.named_parents,
            trades=self.snapshot.at(self.day).current(SicCode),
        )
