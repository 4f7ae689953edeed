"""A new company's first year ends where the law has it, unless a notice on its file moved it."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from crawlers.rehearsal.deadlines import accounts_due
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.filings import Filing
from tests.crawlers.rehearsal.traps.companies import day, profile
from tests.crawlers.rehearsal.traps.served import SEEDS, Served, served

FOUNDED_IN_SIGHT = date(2014, 4, 1)
"""The books begin then; whoever is older had its first year before anything is told of it."""
FILING = {Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP}


def new(here: Served) -> Iterator[Body]:
    for body in here.world.companies:
        is_in_sight = FOUNDED_IN_SIGHT <= body.begun_on < here.today
        if is_in_sight and body.form in FILING and body.nature is not Nature.FUND:
            yield body


def lawful_end(body: Body) -> date:
    """Companies Act 2006 s.391(4): the last day of the month of the first anniversary."""
    year, month = body.begun_on.year + 1, body.begun_on.month
    return date(year, month, monthrange(year, month)[1])


def due(body: Body, end: date) -> date:
    is_public = body.form is Form.PLC
    return accounts_due(end, begun_on=body.begun_on, is_first=True, is_public=is_public)


def notices(here: Served, body: Body) -> list[Filing]:
    """Notices of another year end, oldest first."""
    found = (one for one in here.world.filings_of[body.key] if one.form in {"AA01", "LLAA01"})
    return sorted(found, key=lambda one: one.filed_on)


@pytest.mark.parametrize("seed", SEEDS)
def test_first_accounts_end_with_the_anniversarys_month_or_where_a_notice_in_time_says(
    seed: int,
) -> None:
    here, lawful, moved = served(seed), 0, 0
    for body in new(here):
        first = [
            one for one in here.world.accounts_of.get(body.key, ()) if one.reporting == body.key
        ]
        ends = {one.end for one in first if one.start == body.begun_on}
        for end in ends:
            told = [n.filed_on for n in notices(here, body) if n.values["new_date"] == str(end)]
            lawful += end == lawful_end(body)
            moved += end != lawful_end(body)
            in_time = [on for on in told if on <= due(body, lawful_end(body))]
            assert end == lawful_end(body) or in_time

    assert lawful > 20
    assert moved > 20


@pytest.mark.parametrize("seed", SEEDS)
def test_no_first_period_lasts_six_months_or_more_than_eighteen(seed: int) -> None:
    for one in served(seed).world.accounts:
        begun_on = served(seed).world.body[one.company].begun_on
        if one.start == begun_on and one.reporting == one.company:
            assert timedelta(181) < one.end - one.start < timedelta(18 * 31)


@pytest.mark.parametrize("seed", SEEDS)
def test_until_the_notice_the_profile_states_the_lawful_end(seed: int) -> None:
    here, compared = served(seed), 0
    for body in [one for one in new(here) if one.begun_on >= here.world.first_day][:120]:
        for notice in notices(here, body)[:1]:
            end = date.fromisoformat(notice.values["new_date"])
            if notice.filed_on > lawful_end(body) or notice.filed_on > here.today:
                continue
            before = profile(here.on(notice.filed_on - timedelta(1)), body.key)
            after = profile(here.on(notice.filed_on), body.key)
            assert before is not None
            assert after is not None
            stated = before["accounts"]["accounting_reference_date"]
            assert day(before["accounts"]["next_accounts"]["period_end_on"]) == lawful_end(body)
            assert int(stated["month"]) == body.begun_on.month
            assert day(after["accounts"]["next_accounts"]["period_end_on"]) == end
            compared += 1

    assert compared > 10
