"""The crosswalk: which company each setting's owner is, and whose group, spell by spell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from db.records import Setting
from db.snapshot import full_lists
from oversight.finding import Confidence
from oversight.holders import is_company
from oversight.market import Market
from oversight.matching import OwnerMatch
from oversight.matching.methods import Method, OwnerKind
from oversight.owner_spells import Spell, spells
from oversight.provider_groups import ProviderGroup

SURE = frozenset({Method.NUMBER, Method.DECIDED, Method.COUNCIL})
"""Ways that rest on what is written or decided, and not on a name."""


@dataclass(frozen=True, kw_only=True)
class Crossing:
    """One setting under one owner's text, with what that owner is and whose it is."""

    spell: Spell
    day: date | None
    """The register by which the owner was matched; None where none of the spell's days has one."""
    match: OwnerMatch | None
    """None where the owner is blank, or there is no such register."""
    statutory: ProviderGroup | None
    """The group that surely has the setting by law; None where the owner is no company's."""
    operating: ProviderGroup | None
    """The same, stopping below a fund: the statutory one where there is none above it."""
    is_above_known: bool | None
    """True where the control register of the owner's company is held; None where it is no company's
    that is known."""

    @property
    def setting(self) -> Setting:
        """The newest line of the spell."""
        return self.spell.last

    @property
    def confidence(self) -> Confidence | None:
        """High by number, decision or a council's name, low where names differ; None unmatched."""
        if self.match is None or self.match.kind is OwnerKind.NONE_FOUND:
            return None
        if self.match.name_differs:
            return Confidence.LOW
        return Confidence.HIGH if self.match.method in SURE else Confidence.MEDIUM


def crosswalk(market: Market) -> Iterator[Crossing]:
    """Yield every spell of every setting held, by URN and day.

    Owners are matched and grouped as on the newest register of each spell: of one that still
    holds, that is the register in use.
    """
    listed = market.snapshot.every(Setting)
    days = _Days(market=market)
    for spell in spells((*listed, *(market.rebuilt.settings if market.rebuilt else ()))):
        yield days.crossing(spell)


@dataclass(frozen=True, kw_only=True)
class _Days:
    """The market as on each register's day, made once."""

    market: Market

    def crossing(self, spell: Spell) -> Crossing:
        """One spell with its owner's company and group."""
        day = spell.day if spell.day in self._days else None
        found = self._owners(day) if day else None
        match = found.matches.get(spell.last.urn) if found else None
        return Crossing(
            spell=spell,
            day=day,
            match=match,
            statutory=found.statutory.get(spell.last.urn) if found else None,
            operating=found.operating.get(spell.last.urn) if found else None,
            is_above_known=(
                match.company_number in found.held
                if found and match and match.company_number
                else None
            ),
        )

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset((*full_lists(self.market.snapshot.every(Setting)), self.market.day))

    def _owners(self, day: date) -> "_Owners":
        if day not in self._made:
            then = self.market
            if day != then.day:
                then = replace(then, snapshot=then.snapshot.at(day), rebuilt=None)
            self._made[day] = _Owners(market=then)
        return self._made[day]

    @cached_property
    def _made(self) -> dict[date, "_Owners"]:
        return {}


@dataclass(frozen=True, kw_only=True)
class _Owners:
    """Owners of one register, by the settings that they have."""

    market: Market

    @cached_property
    def matches(self) -> dict[str, OwnerMatch]:
        """What each setting's owner is, by URN."""
        market = self.market
        return {
            s.urn: market.matches[one.key] for one in market.organisations for s in one.settings
        }

    @cached_property
    def statutory(self) -> dict[str, ProviderGroup]:
        """The statutory group that surely has each setting, by URN."""
        return {s.urn: group for group in self.market.groups for s in group.settings}

    @cached_property
    def operating(self) -> dict[str, ProviderGroup]:
        """The operating group of each, the statutory one where it is the same."""
        below = {s.urn: group for group in self.market.operating_groups for s in group.settings}
        return self.statutory | below

    @cached_property
    def held(self) -> frozenset[str]:
        """Companies whose control register is held."""
        return self.market.control_registers.held


def head_number(group: ProviderGroup | None) -> str | None:
    """The company number of a group's head; None where there is no group, or it has no number."""
    return group.head if group and is_company(group.head) else None
