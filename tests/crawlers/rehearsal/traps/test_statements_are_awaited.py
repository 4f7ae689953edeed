"""The register awaits just the confirmation statement that comes, on the day before it does."""

from datetime import date, timedelta
from random import Random

import pytest

from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.served import SEEDS, served


@pytest.mark.parametrize("seed", SEEDS)
def test_the_next_statement_is_the_one_that_comes_next_and_it_comes_in_time(seed: int) -> None:
    here = served(seed)
    filings = here.world.filings
    confirmed = [one for one in filings if one.category == "confirmation-statement"]
    drawn = Random(f"{seed}/confirmed").sample(confirmed, 200)  # noqa: S311 - not a secret

    for one in drawn:
        said = profile(here.on(one.filed_on - timedelta(days=1)), one.company)
        assert said is not None
        awaited = said["confirmation_statement"]
        assert awaited["next_made_up_to"] == one.values["made_up_date"]
        assert one.filed_on <= date.fromisoformat(awaited["next_due"])
