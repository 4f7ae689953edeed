"""From the Commission's page to a rehearsal's care locations: what is read is what is so."""

from datetime import date

import pytest

from crawlers.rehearsal.forms.other_services import Kind, services
from crawlers.sources.cqc_directory import SOURCE
from db.records import CareLocation
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked

DAY = date(2026, 8, 1)
"""The newest directory on the rehearsal's first of September, which comes a day later."""


@pytest.mark.parametrize("seed", SEEDS)
def test_every_location_is_read_with_its_provider_and_its_council(seed: int) -> None:
    here = served(seed)
    (directory,) = walked(SOURCE, here)
    found = [one for one in directory.records if isinstance(one, CareLocation)]
    open_then = [one for one in services(here.world, Kind.ADULT_CARE) if one.is_open(DAY)]
    numbers = {one.body.name_on(DAY): one.body.number for one in open_then}

    assert found
    assert sorted(
        (one.provider_name, one.local_authority, one.registered_on) for one in found
    ) == sorted((one.body.name_on(DAY), one.council.name, one.opened_on) for one in open_then)
    assert all(one.company_number in {None, numbers[one.provider_name]} for one in found)
    assert sum(one.company_number is not None for one in found) > len(found) / 2
    assert {one.as_at for one in found} == {DAY}
    assert directory.subject == "locations on 2026-08-01"
    assert SOURCE.is_rehearsal(directory.document)
