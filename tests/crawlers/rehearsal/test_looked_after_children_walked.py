"""From the newest release a crawl comes to every number of looked-after children, or its mark."""

import pytest

from crawlers.rehearsal.forms.dfe_statistics.children import year_of
from crawlers.rehearsal.forms.dfe_statistics.publisher import published_on
from crawlers.sources.looked_after_children import SOURCE
from db.records import LookedAfterCount
from tests.crawlers.rehearsal.test_ofsted_releases_walked import TODAY
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_from_the_release_reads_each_council_as_the_world_has_it(seed: int) -> None:
    market = served(seed, TODAY)
    told = {
        found.subject: [one for one in found.records if isinstance(one, LookedAfterCount)]
        for found in walked(SOURCE, market)
    }
    truth = {
        (year, of.council.ons_code, group, row): count
        for year in range(2021, 2026)
        for of in year_of(market.world, year)
        for groups in (of.on_31_march, of.during_the_year)
        for group, rows in groups.items()
        for row, count in rows.items()
    }

    assert sorted(told) == [
        "children on 31 March to 2025",
        "net gain of children to 2025",
        "placements in the year to 2025",
    ]
    every = [one for records in told.values() for one in records]
    assert {one.public_on for one in every} == {published_on(2025)}
    numbers = {
        (one.counted_on.year, one.area_code, one.breakdown, one.characteristic): one.children
        for one in every
        if one.children is not None and one.dfe_code is not None
    }
    compared = {key: number for key, number in numbers.items() if key in truth}
    assert compared
    assert compared == {key: truth[key] for key in compared}
    assert {one.children_mark for one in every if one.children is None} <= {"c", "x", "z"}
    assert {one.children is None for one in every if one.children_mark} == {True}
