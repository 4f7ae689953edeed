"""From the form of downloads to a rehearsal's schools: what is read is what is so."""

import pytest

from crawlers.rehearsal.forms.gias.schools import proprietor_name, schools
from crawlers.sources.gias_schools import SOURCE
from db.records import School
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked


@pytest.mark.parametrize("seed", SEEDS)
def test_every_school_is_read_with_its_proprietor_and_its_end(seed: int) -> None:
    here = served(seed)
    (register,) = walked(SOURCE, here)
    found = {int(one.urn): one for one in register.records if isinstance(one, School)}
    true = {one.urn: one for one in schools(here.world, here.today)}
    beside = {one.linked_education_urn for one in here.world.settings} - {None}

    assert found.keys() == true.keys()
    assert beside & found.keys()
    for urn, school in true.items():
        one = found[urn]
        closed_on = school.closed_on
        proprietor = proprietor_name(here.world, school, here.today)
        assert (one.name, one.valid_from) == (school.name, school.opened_on)
        assert one.valid_to == (closed_on if closed_on and closed_on <= here.today else None)
        assert (one.status == "Closed") is (one.valid_to is not None)
        assert one.local_authority == school.council.name
        assert one.proprietor_name == (None if one.proprietor_is_withheld else proprietor)
        assert one.has_boarders is school.boards
    assert {one.public_on for one in found.values()} == {here.today}
    assert SOURCE.is_rehearsal(register.document)
