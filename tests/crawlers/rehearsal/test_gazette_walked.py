"""From a company's number to its notices, over a rehearsal's Gazette: read is what is so."""

import pytest

from crawlers.sources.gazette_insolvency import SOURCE
from db.records import GazetteNotice, NoticeKind, RegisterExtract
from tests.crawlers.rehearsal.traps.served import SEEDS, served
from tests.crawlers.rehearsal.walked import walked


@pytest.mark.parametrize("seed", SEEDS)
def test_every_notice_of_a_watched_company_is_read_and_nothing_else(seed: int) -> None:
    here = served(seed)
    number = {one.key: one.number for one in here.world.bodies if one.number}
    troubled = sorted(number[one.company] for one in here.world.notices)
    quiet = sorted(set(number.values()) - set(troubled))[:20]
    found = walked(SOURCE, here, (*dict.fromkeys(troubled), *quiet))
    notices = {
        (one.company_number, one.notice_id, one.code, one.published_on)
        for page in found
        for one in page.records
        if isinstance(one, GazetteNotice)
    }

    assert notices == {
        (number[one.company], one.key, one.code, one.published_on)
        for one in here.world.notices
        if one.published_on <= here.today
    }
    assert notices
    assert all(
        one.kind and (one.procedure or one.kind is NoticeKind.STRIKE_OFF) and one.states_number
        for page in found
        for one in page.records
        if isinstance(one, GazetteNotice)
    )
    assert sorted(page.subject for page in found) == sorted({*troubled, *quiet})
    assert {
        one.company_number
        for page in found
        for one in page.records
        if isinstance(one, RegisterExtract) and one.entries == 0
    } >= set(quiet)
    assert all(SOURCE.is_rehearsal(page.document) for page in found)
