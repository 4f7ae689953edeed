"""From a company's number to all that is on its file: what is asked for exists, and is read."""

from collections import defaultdict
from dataclasses import replace

import pytest

from crawlers.companies_house.pages import paged
from crawlers.companies_house.resources import RESOURCES
from crawlers.rehearsal.forms.companies_house.standing import is_on_the_register
from crawlers.sources import sources
from db.records import AccountsDocument, Company, FiledDocument, Filing, Officer, RegisterExtract
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked_together

SMALL_PAGES = paged(10)
"""So that registers of the small market have several pages, as long ones have in life."""
CRAWLED = {
    one.key: one if one.paging is None else replace(one, paging=SMALL_PAGES)
    for one in sources()
    if one.key in {*RESOURCES, "companies_house_documents", "filed_accounts"}
}
WATCHED = 60
"""Companies, those with most filings first."""


@pytest.mark.parametrize("seed", SEEDS)
def test_a_profile_leads_to_all_that_there_is_of_a_company(seed: int) -> None:
    here = served(seed)
    world, today = here.world, here.today
    filed: dict[str, set[str]] = defaultdict(set)
    for one in world.filings:
        if one.filed_on <= today:
            filed[one.company].add(one.key)
    listed = [one.key for one in world.companies if is_on_the_register(one, today)]
    watched = sorted(listed, key=lambda number: (-len(filed[number]), number))[:WATCHED]
    found = walked_together(CRAWLED, CRAWLED["companies_house_profile"], here, watched)
    records = [record for one in found for record in one.records]

    assert [one.subject for one in found if one.source == "companies_house_profile"] == watched
    assert {one.company_number for one in records if isinstance(one, Company)} == set(watched)
    history: dict[str, set[str]] = defaultdict(set)
    for one in records:
        if isinstance(one, Filing):
            history[one.company_number].add(one.transaction_id)
    assert history == {number: filed[number] for number in watched if filed[number]}
    assert max(map(len, history.values())) > 20
    # Nothing that is asked for is empty: its profile said that there is some.
    assert all(one.entries for one in records if isinstance(one, RegisterExtract))
    assert {one.company_number for one in records if isinstance(one, Officer)} == {
        one.company
        for one in world.appointments
        if one.filed_on <= today and one.company in watched
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_the_latest_two_accounts_lead_to_their_documents(seed: int) -> None:
    here = served(seed)
    world, today = here.world, here.today
    on_file = [one for one in world.accounts if one.filed_on <= today]
    watched = sorted({one.company for one in on_file if world.body[one.company].ended_on is None})
    watched = watched[:WATCHED]
    found = walked_together(CRAWLED, CRAWLED["companies_house_profile"], here, watched)
    told = {
        (one.company_number, one.document_id, one.is_tagged, one.significant_on)
        for each in found
        for one in each.records
        if isinstance(one, FiledDocument)
    }
    newest: dict[str, list[str]] = defaultdict(list)
    for one in sorted(on_file, key=lambda one: one.filed_on, reverse=True):
        newest[one.company].append(one.document_id)
    by_id = {one.document_id: one for one in on_file}

    assert {number for number, *_ in told} == set(watched)
    for number, document, is_tagged, significant_on in told:
        assert is_tagged is (by_id[document].medium.name == "TAGGED")
        assert significant_on == by_id[document].end
        assert document in newest[number][:3]  # three where two came on one day
    assert len(told) == sum(min(len(newest[number]), 2) for number in watched)
    # And that to the documents themselves, in the best form that is held.
    held = {
        one.document_id: (one.media_type, one.public_on, one.pages is None, one.entity_number)
        for each in found
        for one in each.records
        if isinstance(one, AccountsDocument)
    }
    assert held == {
        document: (
            "application/xhtml+xml" if is_tagged else "application/pdf",
            by_id[document].filed_on,
            is_tagged,
            by_id[document].reporting if is_tagged else None,
        )
        for _, document, is_tagged, _ in told
    }
