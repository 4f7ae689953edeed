"""Whoever owns settings on a day: provider groups, and registered organisations that stand alone.

Each setting has one owner or none: the head of the group that surely has it, else the organisation
under its own text, a council's among them. It is how publishers rank owners; a group that only may
have a setting has no part of it here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from db.records import Setting
from oversight.market import Market
from oversight.organisations import Organisation
from oversight.provider_groups import Kind, ProviderGroup


@dataclass(frozen=True, kw_only=True)
class Owner:
    """One owner, with all that it has of any service."""

    key: str
    """The group's id, or the organisation's subject."""
    name: str
    settings: tuple[Setting, ...]
    is_known: bool
    """False where an owner above it may have been missed: it is matched to no company and nothing
    says that it is no company, or the control register of its company is not held."""


@dataclass(frozen=True, kw_only=True)
class MarketOwners:
    """The owners of one market's settings, by one kind of group."""

    market: Market
    kind: Kind = Kind.STATUTORY

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """Every owner once, by its key. Settings whose owner is blank have none."""
        grouped = (self._head(group) for group in self.market.groups)
        if self.kind is Kind.OPERATING:
            grouped = (*map(self._head, self.market.operating_groups), *self._left(grouped))
        found = [owner for owner in (*grouped, *self._alone()) if owner.settings]
        return tuple(sorted(found, key=lambda owner: owner.key))

    @cached_property
    def by_urn(self) -> dict[str, Owner]:
        """The owner of each setting that has one, by URN."""
        return {setting.urn: owner for owner in self.owners for setting in owner.settings}

    def below(self, nodes: Iterable[str]) -> tuple[Setting, ...]:
        """What runs under these undertakings: their own settings, and all that is surely below."""
        graph, owned = self.market.graph, self.market.owned
        found = dict.fromkeys(one for node in nodes for one in (node, *graph.subsidiaries(node)))
        return tuple(s for one in found for named, _ in owned.get(one, ()) for s in named.settings)

    def _head(self, group: ProviderGroup) -> Owner:
        held = self.market.control_registers.held
        return Owner(
            key=group.id,
            name=group.head_name,
            settings=group.settings,
            is_known=all(one.company in held for one in group.members if one.settings),
        )

    def _left(self, owners: Iterable[Owner]) -> Iterator[Owner]:
        """Owners with what is in no operating group of its own."""
        taken = {s.urn for group in self.market.operating_groups for s in group.settings}
        for owner in owners:
            left = tuple(s for s in owner.settings if s.urn not in taken)
            yield replace(owner, settings=left)

    def _alone(self) -> Iterator[Owner]:
        for organisation in self.market.organisations:
            match = self.market.matches[organisation.key]
            if match.company_number is None:
                yield _on_its_own(organisation, is_known=not match.needs_review)


def _on_its_own(organisation: Organisation, *, is_known: bool) -> Owner:
    return Owner(
        key=organisation.subject,
        name=organisation.name,
        settings=organisation.settings,
        is_known=is_known,
    )
