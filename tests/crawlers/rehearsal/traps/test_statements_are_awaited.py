"""The register awaits just the confirmation statement that comes, on the day before it does.

A few are late: then it calls them overdue until they come.
"""

from datetime import date, timedelta
from random import Random

import pytest

from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.documents import file
from tests.crawlers.rehearsal.traps.served import SEEDS, served


@pytest.mark.parametrize("seed", SEEDS)
def test_the_next_statement_is_the_one_that_comes_next(seed: int) -> None:
    here = served(seed)
    filings = here.world.filings
    confirmed = [one for one in filings if one.category == "confirmation-statement"]
    drawn = Random(f"{seed}/confirmed").sample(confirmed, 200)  # noqa: S311 - not a secret

    for one in drawn:
        said = profile(here.on(one.filed_on - timedelta(days=1)), one.company)
        assert said is not None
        awaited = said["confirmation_statement"]
        assert awaited["next_made_up_to"] == one.values["made_up_date"]
        due_on = date.fromisoformat(awaited["next_due"])
        assert awaited["overdue"] is (due_on < one.filed_on - timedelta(days=1))


def test_a_few_statements_are_overdue_until_they_come() -> None:
    late = every = 0
    for seed in SEEDS:
        here = served(seed)
        for one in here.world.filings:
            if one.category != "confirmation-statement" or one.filed_on > here.today:
                continue
            every += 1
            due_on = date.fromisoformat(one.values["made_up_date"]) + timedelta(14)
            if one.filed_on > due_on + timedelta(1):
                late += 1
                said = profile(here.on(due_on + timedelta(1)), one.company)
                assert said is not None
                assert said["confirmation_statement"]["overdue"] is True
                after = profile(here.on(one.filed_on), one.company)
                assert after is not None
                assert after["confirmation_statement"]["overdue"] is False

    assert 0.01 < late / every < 0.06


def test_a_statement_long_overdue_brings_a_proposal_that_ends_when_it_comes() -> None:
    found = 0
    for seed in SEEDS:
        here = served(seed)
        for one in here.world.filings:
            if one.category != "confirmation-statement" or one.filed_on > here.today:
                continue
            due_on = date.fromisoformat(one.values["made_up_date"]) + timedelta(14)
            if one.filed_on - due_on > timedelta(95):
                between = [
                    entry["type"]
                    for entry in file(here, one.company)
                    if str(due_on) < entry["date"] <= str(one.filed_on + timedelta(7))
                ]
                assert "GAZ1" in between
                found += "DISS40" in between

    assert found > 0
