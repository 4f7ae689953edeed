"""From the collection a crawl comes to what every council spent, or to the mark in its place."""

import pytest

from crawlers.rehearsal.forms.mhclg.lines import LINES
from crawlers.rehearsal.forms.mhclg.publisher import released_on
from crawlers.rehearsal.forms.mhclg.spending import LOOKED_AFTER, returns
from crawlers.sources.council_spending import SOURCE
from db.records import CouncilSpending
from tests.crawlers.rehearsal.test_ofsted_releases_walked import TODAY
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked

HEADINGS = {line.heading.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"): line for line in LINES}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_walk_from_the_collection_reads_the_newest_year_as_the_world_has_it(seed: int) -> None:
    market = served(seed, TODAY)
    (found,) = walked(SOURCE, market)
    truth = {one.authority.ons_code: one for one in returns(market.world, 2024)}

    assert SOURCE.is_rehearsal(found.document)
    assert found.subject == "spending to 2025-03-31"
    assert {one.public_on for one in found.records} == {released_on(2024)}
    told = [one for one in found.records if isinstance(one, CouncilSpending)]
    assert {one.ons_code for one in told} == {
        "E92000001",
        *(code for code, one in truth.items() if one.authority.class_ not in {"SD", "O"}),
    }
    for one in told:
        of, line = truth.get(one.ons_code), HEADINGS[one.line]
        if of is None:
            continue
        spent = of.spent[line.key]
        is_marked = of.is_missing or (of.is_undivided and line.adds_to == LOOKED_AFTER)
        assert (one.mark is not None) == is_marked
        assert one.running_expenses_gbp == (None if is_marked else spent.running * 1000)
        if not line.is_one_column:
            net = spent.columns[-1] * 1000
            assert one.net_current_expenditure_gbp == (None if is_marked else net)
