"""How the register of a market looks on a 31 March: counts, sizes, grades and who has how much."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration.published import PRIVATE_OWNERS_BY_HOMES
from crawlers.rehearsal.forms.ofsted import publication_days
from crawlers.rehearsal.forms.ofsted.entered_owners import EnteredOwners
from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from db.owner_text import owner_key

_BANDS = (1, 2, 5, 9, 19)
"""The most homes of each band of owners but the last, as in `PRIVATE_OWNERS_BY_HOMES`."""
_LISTED_LATER = timedelta(30)
"""Reports that came out within a month of the register's day are in it."""


def registered(world: World, day: date) -> dict[str, dict[str, float]]:
    """Everything that is counted on the register of a day."""
    there = [one for one in world.settings if one.is_open(day)]
    homes = [one for one in there if one.provision_type == words.HOME]
    supported = [one for one in there if one.provision_type == words.SUPPORTED]
    regions = Counter(world.council[one.council].on(day).ofsted_region for one in homes)
    return {
        "types": dict(Counter(one.provision_type for one in there)),
        "sectors": dict(Counter(f"{one.provision_type}: {one.sector}" for one in there)),
        "regions": dict(regions),
        "grades": dict(_grades(world, homes, day)),
        "places": dict(_places(homes, day)),
        "totals": {
            "places of children's homes": sum(one.places_on(day) or 0 for one in homes),
            "places of supported accommodation": sum(one.places_on(day) or 0 for one in supported),
            "premises of supported accommodation": sum(_premises(one, day) for one in supported),
            "children's homes that left in the year": len([*_left(world, day)]),
            "visits in the year": len([*_visits(world, day)]),
        },
        "owners": dict(_owners(homes, day)),
        "shares": _shares(world, homes, day),
    }


def _grades(world: World, homes: Iterable[Setting], day: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for home in homes:
        known = (
            one.overall
            for one in reversed(world.inspections_of.get(home.urn, ()))
            if one.overall and one.inspected_on <= day and one.published_on <= day + _LISTED_LATER
        )
        found[next(known, None) or "never inspected"] += 1
    return found


def _places(homes: Iterable[Setting], day: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for home in homes:
        places = home.places_on(day) or 0
        found[f"{places} place{'s' * (places != 1)}" if places < 7 else "7 places or more"] += 1  # noqa: PLR2004 - few homes are larger
    return found


def _premises(setting: Setting, day: date) -> int:
    return sum(one.opened_on <= day for one in setting.premises)


def _left(world: World, day: date) -> Iterator[Setting]:
    first = date(day.year - 1, 4, 1)
    for one in world.settings:
        if one.provision_type == words.HOME and one.left_on and first <= one.left_on <= day:
            yield one


def _visits(world: World, day: date) -> Iterator[int]:
    first = date(day.year - 1, 4, 1)
    return (one.event_number for one in world.inspections if first <= one.inspected_on <= day)


def _by_owner(homes: Iterable[Setting], day: date) -> Counter[str]:
    """Homes by owner, as who reads the texts alone would count them; blanks are nobody's."""
    texts = (one.owner_text_at(day) for one in homes)
    return Counter(owner_key(text) for text in texts if isinstance(text, str))


def _owners(homes: Iterable[Setting], day: date) -> Counter[str]:
    private = _by_owner((one for one in homes if one.sector == words.PRIVATE), day)
    names = tuple(PRIVATE_OWNERS_BY_HOMES)
    return Counter(names[sum(count > most for most in _BANDS)] for count in private.values())


def _in_the_release(world: World, day: date) -> Counter[str]:
    """Homes of every kind by their private or voluntary owner, as Ofsted's release counts them.

    That is whoever is entered at the top by the day on which the release is out, funds included.
    """
    entered, out_on = EnteredOwners(world=world), publication_days.owners(day.year)
    homes = (one for one in world.settings if one.is_open(day) and one.is_one_of(*words.HOMES))
    ranked = (one for one in homes if one.sector in {words.PRIVATE, words.VOLUNTARY})
    found = (entered.name(one, day, out_on or day) for one in ranked)
    return Counter(one for one in found if one is not None)


def _shares(world: World, homes: list[Setting], day: date) -> dict[str, float]:
    every = len(homes)
    owned = [count for _, count in _by_owner(homes, day).most_common()]
    largest = [count for _, count in _in_the_release(world, day).most_common()]
    of_all_kinds = sum(one.is_open(day) and one.is_one_of(*words.HOMES) for one in world.settings)
    reached, quarter = 0, 0
    while 4 * reached < every and quarter < len(owned):
        reached, quarter = reached + owned[quarter], quarter + 1
    return {
        "the ten largest owners": sum(owned[:10]) / every,
        "the twenty largest owners": sum(owned[:20]) / every,
        "the twenty largest groups": sum(largest[:20]) / of_all_kinds,
        "the two largest groups": sum(largest[:2]) / of_all_kinds,
        "owners that have a quarter together": quarter,
        "concentration of owners": sum((count / every) ** 2 for count in owned) * 10_000,
    }
