"""What there is in each council's area: the places that draw children to it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal import words
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World


@dataclass(frozen=True, kw_only=True)
class Supply:
    """Places by key of the council in whose area they are."""

    places: Mapping[str, int]
    """In children's homes and supported accommodation, on the day."""
    independent: Mapping[str, int]
    """Those of them that no council runs."""
    closed: Mapping[str, int]
    """In what left the register in the year that ends on the day."""


def supply(world: World, day: date) -> Supply:
    """The places in each area on a 31 March."""
    places: Counter[str] = Counter()
    independent: Counter[str] = Counter()
    closed: Counter[str] = Counter()
    for setting in world.settings:
        if setting.provision_type not in {*words.HOMES, words.SUPPORTED}:
            continue
        if setting.left_on and day - timedelta(days=365) < setting.left_on <= day:
            closed.update(_by_council(setting, setting.left_on - timedelta(days=1)))
        if setting.is_open(day):
            there = _by_council(setting, day)
            places.update(there)
            if setting.sector != words.COUNCIL:
                independent.update(there)
    return Supply(places=places, independent=independent, closed=closed)


def _by_council(setting: Setting, day: date) -> Counter[str]:
    if not setting.premises:
        return Counter({setting.council: setting.places_on(day) or 0})
    found: Counter[str] = Counter()
    for one in setting.premises:
        if one.opened_on <= day and (one.closed_on is None or one.closed_on > day):
            found[one.council] += one.places
    return found
