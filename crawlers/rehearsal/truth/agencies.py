"""How many fostering places agencies really have, of which Ofsted prints sums by owner alone."""

from collections.abc import Iterator, Mapping
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted import publication_days
from crawlers.rehearsal.truth.groups import TrueGroups
from crawlers.rehearsal.world.world import World


def agency_places(world: World) -> Iterator[Mapping[str, object]]:
    """Yield the places of each agency that was open on each 31 March, with its owner."""
    groups = TrueGroups(world=world)
    agencies = [one for one in world.settings if one.is_one_of(words.FOSTERING)]
    for year in range(world.first_day.year + 1, world.last_day.year + 1):
        day, told_on = date(year, 3, 31), publication_days.owners(year)
        is_told = told_on is not None and told_on <= world.last_day
        found = [(one.owner_on(day) or "", one) for one in agencies if one.is_open(day)]
        for owner, one in sorted(found, key=lambda each: (each[0], each[1].urn)):
            yield {
                "as_at": day,
                "owner": owner or None,
                "statutory_head": groups.statutory_head(owner, day) if owner else None,
                "urn": one.urn,
                "places": one.fostering_places_on(day),
                "public_on": told_on if is_told else None,
            }
