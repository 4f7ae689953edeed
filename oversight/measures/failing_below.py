"""Failing settings below a parent undertaking, and the two limbs of s.23A(1) that they may meet.

A subsidiary is a company at any depth below the parent; the parent's own settings are not its
subsidiaries'.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from db.records import Setting
from oversight.links import Direct
from oversight.market import Market
from oversight.measures.failing import PART_2_PROVISION, Outcome, Proxy, counts
from oversight.policy import Policy

Below = Mapping[str, tuple[Outcome, ...]]
"""The settings that count of each subsidiary that has any, by company number."""

Days = Sequence[tuple[date, bool]]
"""From when each setting counts at the earliest, and whether that is the very day."""


@dataclass(frozen=True, kw_only=True)
class Limbs:
    """The numbers of s.23A(1), as a policy has them."""

    settings_of_one: int
    """Settings of one subsidiary: limb (a)."""
    settings_of_each: int
    """Settings of each of several subsidiaries: limb (b)."""
    subsidiaries: int
    """Subsidiaries with so many each: limb (b)."""

    @classmethod
    def of(cls, policy: Policy) -> "Limbs":
        """The numbers of a policy."""
        return cls(
            settings_of_one=int(policy.number("failing_settings")),
            settings_of_each=int(policy.number("failing_settings_of_each_subsidiary")),
            subsidiaries=int(policy.number("failing_subsidiaries")),
        )

    def met(self, sizes: Sequence[int]) -> tuple[str, ...]:
        """The limbs that a parent meets whose subsidiaries have so many settings each."""
        met = {
            "(a)": any(size >= self.settings_of_one for size in sizes),
            "(b)": sum(size >= self.settings_of_each for size in sizes) >= self.subsidiaries,
        }
        return tuple(limb for limb, is_met in met.items() if is_met)

    def first_day(self, subsidiaries: Iterable[Days]) -> date | None:
        """The first day on which either limb is met, from the days of each one's settings.

        None where too few days are published, or where one that is not might make it earlier.
        """
        days = list(subsidiaries)
        surely = self._first([[day for day, is_known in mine if is_known] for mine in days])
        at_the_earliest = self._first([[day for day, _ in mine] for mine in days])
        return surely if surely == at_the_earliest else None

    def _first(self, subsidiaries: Iterable[Sequence[date]]) -> date | None:
        days = [sorted(mine) for mine in subsidiaries]
        alone = [
            mine[self.settings_of_one - 1] for mine in days if len(mine) >= self.settings_of_one
        ]
        each = self.settings_of_each
        firsts = sorted(mine[each - 1] for mine in days if len(mine) >= each)
        together = firsts[self.subsidiaries - 1 : self.subsidiaries]
        return min([*alone, *together], default=None)


def registered(market: Market) -> dict[str, tuple[Setting, ...]]:
    """The Part 2 settings for which each matched company is registered, by company number."""
    return {
        company: tuple(
            setting
            for organisation, _ in owners
            for setting in organisation.settings
            if setting.provision_type in PART_2_PROVISION
        )
        for company, owners in market.owned.items()
    }


def failing_settings(market: Market, proxy: Proxy) -> dict[str, tuple[Outcome, ...]]:
    """The settings that count of each matched company that has any, by company number."""
    found: dict[str, tuple[Outcome, ...]] = {}
    for company, settings in registered(market).items():
        outcomes = [market.outcomes[s.urn] for s in settings if s.urn in market.outcomes]
        if counted := tuple(outcome for outcome in outcomes if counts(outcome, proxy)):
            found[company] = counted
    return found


def days(market: Market, parent: str, company: str, outcomes: Iterable[Outcome]) -> Days:
    """The day from which each setting counts below a parent: judged so, and the chain stands.

    Where a day of either is not published, the others give the earliest that it can be.
    """
    chain = [part.since for link in market.graph.chain(parent, company) for part in link.parts]
    found: list[tuple[date, bool]] = []
    for one in outcomes:
        begun = [one.since, *chain]
        known = [day for day in begun if day is not None]
        found.append((max(known, default=date.min), len(known) == len(begun)))
    return tuple(found)


def judged_before(market: Market, parent: str, company: str, outcome: Outcome) -> Direct | None:
    """The entry since which a parent controls a company, where a setting was judged before that.

    None where the parent certainly controlled the company on the day of the visit, be it by
    entries that others have replaced since, and where either day is not published.
    """
    parts = [part for link in market.graph.chain(parent, company) for part in link.parts]
    last = max(parts, key=lambda part: part.since or date.min)
    day = outcome.since
    if day is None or last.since is None or last.since <= day:
        return None
    return None if market.graph_on(day).is_above(parent, company) else last
