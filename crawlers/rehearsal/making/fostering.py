"""How many approved places each agency has: published for its owner only, and once a year."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration, words
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Places, Setting

_CHAIN = 3
"""Owners of more agencies than this are chains, whose agencies are larger."""


def fostering(bench: Workbench) -> None:
    """Give every agency its places, year by year; after a merger they fall faster."""
    merged = dict(_merged(bench))
    chains = {
        key for g in bench.groups if g.plan.wants[words.FOSTERING] > _CHAIN for key in g.owners
    }
    agencies = [one for one in bench.settings.values() if one.is_one_of(words.FOSTERING)]
    before = {one.registered_again_as: one.urn for one in agencies}
    for setting in sorted(agencies, key=lambda one: (one.registered_on, one.urn)):
        size = "chain" if setting.owners[0].owner in chains else "alone"
        former = bench.settings.get(before.get(setting.urn, ""))
        places = tuple(_over_the_years(bench, setting, former, size, merged.get(setting.urn)))
        bench.settings[setting.urn] = replace(setting, fostering=places)


def _merged(bench: Workbench) -> Iterator[tuple[str, date]]:
    """Yield every agency of a merged group, the buyer's own too, with the day of the merger."""
    for one in bench.happenings:
        if one.kind is Kind.MERGER_OF_AGENCIES:
            group = next(each for each in bench.groups if each.head == one.to_head)
            for owner in group.every_owner:
                yield from ((s.urn, one.on) for s in bench.run_by(owner) if s.is_open(one.on))


def _over_the_years(
    bench: Workbench,
    setting: Setting,
    former: Setting | None,
    size: str,
    merged_on: date | None,
) -> Iterator[Places]:
    """Yield an agency's places; one that is registered again goes on with what it had."""
    random = bench.stream("fostering", setting.urn)
    places = calibration.AGENCY_PLACES[size] * random.lognormvariate(-0.2, 0.6)
    if former is not None:
        places = former.fostering[-1].places or places
    first = max(setting.registered_on, calibration.FIRST_DAY)
    yield Places(places=max(2, round(places)), since=first)
    for year in range(first.year + 1, calibration.LAST_DAY.year + 1):
        day = date(year, 3, 31)
        change = calibration.AGENCY_PLACES_A_YEAR
        if merged_on is not None and merged_on.year < year <= merged_on.year + 2:
            change = calibration.PLACES_AFTER_A_MERGER
        places *= 1 + change + random.gauss(0, 0.02)
        if setting.is_open(day) and day > first:
            yield Places(places=max(2, round(places)), since=day)
