"""From the page of downloads to a rehearsal's charities: what is read is what is so."""

from datetime import timedelta

import pytest

from crawlers.rehearsal.world.bodies import Body, Form
from crawlers.sources.charity_commission import SOURCE
from db.records import Charity, CharityReturn
from tests.crawlers.rehearsal.traps.served import SEEDS, Served, served
from tests.crawlers.rehearsal.walked import Walked, walked

LONGEST_TO_REGISTER = timedelta(days=200)
LONGEST_TO_RETURN = timedelta(days=21)
SUBSTANTIAL = 500_000


def bodies(here: Served) -> dict[str, Body]:
    return {
        one.charity_number: one
        for one in here.world.bodies
        if one.charity_number and one.form not in {Form.COUNCIL, Form.HEALTH}
    }


def tables(here: Served) -> dict[str, Walked]:
    return {one.subject: one for one in walked(SOURCE, here)}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_charity_is_read_with_its_company_and_its_end(seed: int) -> None:
    here = served(seed)
    known = bodies(here)
    table = tables(here)["charities"]
    found = {one.charity_number: one for one in table.records if isinstance(one, Charity)}

    assert len(found) == len(table.records)
    assert found.keys() <= known.keys()
    assert found.keys() >= {
        number for number, one in known.items() if one.begun_on + LONGEST_TO_REGISTER <= here.today
    }
    for number, one in found.items():
        body = known[number]
        ended_on = body.ended_on if body.ended_on and body.ended_on <= here.today else None
        assert one.name.casefold() == body.name.casefold()
        assert one.company_number == (None if body.form is Form.CIO else body.number)
        assert one.valid_to == ended_on
        assert (one.registration_status == "Removed") is (ended_on is not None)
    assert SOURCE.is_rehearsal(table.document)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_large_return_that_is_in_has_the_sums_of_the_books(seed: int) -> None:
    here = served(seed)
    table = tables(here)["returns of charities"]
    found = {
        (one.charity_number, one.period_to): one
        for one in table.records
        if isinstance(one, CharityReturn)
    }
    filed = {
        (number, one.end)
        for number, body in bodies(here).items()
        for one in here.world.accounts_of.get(body.key, ())
        if one.filed_on + LONGEST_TO_RETURN <= here.today
    }
    sums = {
        (number, one.end): (
            one.income.turnover + one.income.dividends_received,
            one.income.turnover + one.income.dividends_received - one.income.profit,
        )
        for number, body in bodies(here).items()
        for one in here.world.books_of.get(body.key, ())
    }
    large = {key for key in filed & sums.keys() if max(sums[key]) >= SUBSTANTIAL}

    assert large
    assert large <= found.keys()
    assert {key: sums[key] for key in found.keys() & sums.keys()} == {
        key: (found[key].income_gbp, found[key].expenditure_gbp)
        for key in found.keys() & sums.keys()
    }
    assert all(one.public_on <= here.today for one in found.values())
    assert SOURCE.is_rehearsal(table.document)
