"""What every rule, page and export asks: the market on one day, under one policy.

Everything is computed once, and only when somebody asks for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from db.indexed_company import IndexedCompany
from db.records import (
    Company,
    Control,
    CouncilOwnedBody,
    Inspection,
    LocalAuthority,
    LocalAuthoritySpelling,
    Premises,
    PreviousName,
    ProvisionType,
    ReportedProvider,
    Setting,
    SicCode,
)
from db.snapshot import Snapshot
from oversight.chain_words import ChainWords
from oversight.control_registers import ControlRegisters
from oversight.councils import Councils
from oversight.decided_matches import as_decided
from oversight.decisions import NO_DECISIONS, Decisions
from oversight.excepted import apart
from oversight.graph import ControlGraph
from oversight.group_facts import GroupFacts
from oversight.holders import Holders, entered_names
from oversight.matching import Beside, Names, OwnerMatch, both, held_names, match_owners
from oversight.measures import failing
from oversight.measures.areas import area_markets
from oversight.measures.concentration import AreaMarket, Service
from oversight.measures.supply import WALES, LeftOut, Unit, supply
from oversight.operating_groups import operating_groups
from oversight.organisations import Organisation, organisations
from oversight.policy import Policy
from oversight.provider_groups import ProviderGroup, provider_groups
from oversight.rebuilt import Rebuilt
from oversight.undertaking_names import called

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Market:
    """The settings, owners and outcomes of one snapshot, judged by nobody yet."""

    snapshot: Snapshot
    policy: Policy
    rebuilt: Rebuilt | None = None
    """The register put together for the year asked about, where none was published for it."""
    index: Names = field(default_factory=dict[str, tuple[IndexedCompany, ...]])
    """The index of all companies, by the key of their name; empty where none is held."""
    decisions: Decisions = NO_DECISIONS
    """What people decided about owners, by the moment asked about."""
    registered: tuple[IndexedCompany, ...] = ()
    """Companies of that index under a name by which a holder is entered without a number."""

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
            controls = self.snapshot.at(day).current(Control)
            holders = Holders.of(controls, self.registered)
            self._graphs[day] = ControlGraph.of(controls, self.owned, holders)
        return self._graphs[day]

    @cached_property
    def _graphs(self) -> dict[date, ControlGraph]:
        return {}

    @cached_property
    def undertaking_names(self) -> dict[str, str]:
        """What each undertaking of the graph is called: by its profile, else by who names it."""
        nodes = [*self.graph.certain, *self.graph_on(self.snapshot.as_of).certain]
        last = self.snapshot.current(Control)
        later = entered_names(last, Holders.of(last, self.registered))
        return called(nodes, self.owned, later, self.control_registers, self.names)

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
            trades=self.snapshot.at(self.day).current(SicCode),
        )

    @cached_property
    def visits(self) -> dict[str, tuple[Inspection, ...]]:
        """Inspections of each setting up to the register's day, by URN, earliest first."""
        last = self.day
        found = (i for i in self.snapshot.current(Inspection) if i.inspected_on <= last)
        return _by(found, lambda i: i.urn, lambda i: i.inspected_on)

    @cached_property
    def premises(self) -> dict[str, tuple[Premises, ...]]:
        """Supported-accommodation premises of each registration on the register's day, by URN."""
        listed = (p for p in self.snapshot.current(Premises) if p.as_at == self.day)
        return _by(listed, lambda p: p.urn, lambda p: p.cite)

    @cached_property
    def outcomes(self) -> dict[str, failing.Outcome]:
        """Why each setting counts as failing on some proxy, by URN; the rest are left out."""
        found = (failing.outcome(s, self.visits.get(s.urn, ())) for s in self.settings)
        return {outcome.setting.urn: outcome for outcome in found if outcome is not None}

    @cached_property
    def councils(self) -> Councils:
        """Councils by any publisher's spelling."""
        return Councils(
            self.snapshot.every(LocalAuthority), self.snapshot.every(LocalAuthoritySpelling)
        )

    @cached_property
    def areas(self) -> tuple[AreaMarket, ...]:
        """Every service in every council area, region and England, on both bases."""
        units = (unit for unit in self._supply if isinstance(unit, Unit))
        councils = (c for c in self.councils.in_force(self.day) if c.region != WALES)
        return tuple(area_markets(units, self.unknown, councils))

    @cached_property
    def unknown(self) -> dict[Service, str]:
        """Services of which nobody knows where anything stands on the register's day, and why."""
        if self.premises or not self._supported_accommodation:
            return {}
        why = (
            f"no premises are listed for {self.day}: where the"
            f" {len(self._supported_accommodation):,} registrations of that day have their places"
            " is not published"
        )
        return {Service.SUPPORTED_ACCOMMODATION: why}

    @cached_property
    def left_out(self) -> tuple[LeftOut, ...]:
        """What is registered and supplies no market, each with its reason."""
        return tuple(one for one in self._supply if isinstance(one, LeftOut))

    @cached_property
    def _supply(self) -> tuple[Unit | LeftOut, ...]:
        return tuple(supply(self.settings, self.premises, self.organisations, self.councils))

    @cached_property
    def supported_accommodation_coverage(self) -> tuple[int, int]:
        """Supported-accommodation registrations that have an outcome, and all of them."""
        registered = self._supported_accommodation
        judged = sum(
            any(visit.supported_accommodation_outcome for visit in self.visits.get(s.urn, ()))
            for s in registered
        )
        return judged, len(registered)

    @cached_property
    def _supported_accommodation(self) -> list[Setting]:
        accommodation = ProvisionType.SUPPORTED_ACCOMMODATION
        return [s for s in self.settings if s.provision_type is accommodation]


def _by(
    records: Iterable[T], key: Callable[[T], str], order: Callable[[T], object]
) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for record in records:
        found.setdefault(key(record), []).append(record)
    return {k: tuple(sorted(group, key=order)) for k, group in found.items()}  # type: ignore[arg-type] days and texts compare
