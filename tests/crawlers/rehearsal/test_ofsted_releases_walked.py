"""From GOV.UK's collection page a crawl comes to every table that Ofsted has out on a day."""

from datetime import date

import pytest

from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.sources.ofsted_annual import SOURCE
from db.records import Inspection, Population, Setting
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked

TODAY = date(2026, 9, 1)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_from_the_collection_reads_every_register_as_the_world_has_it(seed: int) -> None:
    market = served(seed, TODAY)
    subjects = {one.subject: one.records for one in walked(SOURCE, market)}

    register = Register(world=market.world)
    full = {
        one.as_at: {row.urn for row in records if isinstance(row, Setting)}
        for records in subjects.values()
        for one in records[:1]
        if isinstance(one, Setting) and one.population is Population.FULL
    }
    assert full == {day: {one.urn for one in register.open_on(day)} for day in full}
    assert date(2026, 3, 31) in full
    january = subjects["six-monthly list at 2025-09-30"]
    latest = register.latest(date(2025, 9, 30), date(2025, 10, 31))
    assert {
        (one.urn, one.event_number, one.inspected_on, one.public_on)
        for one in january
        if isinstance(one, Inspection)
    } == {
        (one.urn, str(one.event_number), one.inspected_on, one.published_on)
        for one in latest.values()
        if one.urn in {row.urn for row in register.open_on(date(2025, 9, 30))}
    }
    assert {one.urn for one in january if isinstance(one, Setting)} == {
        one.urn for one in register.open_on(date(2025, 9, 30))
    }
    assert {one.public_on for one in january if isinstance(one, Setting)} == {date(2026, 1, 23)}


def test_a_corrected_issue_bears_the_day_of_its_correction() -> None:
    days = {one.subject: one.document.published_on for one in walked(SOURCE, served(1, TODAY))}

    assert days["register at 2025-03-31"] == date(2025, 8, 5)
    assert days["register at 2026-03-31"] == date(2026, 7, 15)
