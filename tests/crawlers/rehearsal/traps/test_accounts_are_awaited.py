"""The register awaits just the accounts that come, on the day before they do."""

from datetime import timedelta
from random import Random

import pytest

from tests.crawlers.rehearsal.traps.companies import profile
from tests.crawlers.rehearsal.traps.served import SEEDS, served


@pytest.mark.parametrize("seed", SEEDS)
def test_the_next_accounts_are_those_that_come_next(seed: int) -> None:
    here = served(seed)
    every = here.world.accounts
    own = [one for one in every if one.reporting == one.company and not one.is_amended]
    drawn = Random(f"{seed}/awaited").sample(own, 400)  # noqa: S311 - not a secret

    for one in drawn:
        said = profile(here.on(one.filed_on - timedelta(days=1)), one.company)
        assert said is not None
        awaited = said["accounts"]["next_accounts"]
        assert (awaited["period_start_on"], awaited["period_end_on"], awaited["due_on"]) == (
            one.start.isoformat(),
            one.end.isoformat(),
            one.due_on.isoformat(),
        )
