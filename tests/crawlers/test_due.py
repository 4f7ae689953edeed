"""What is due: each company is looked at weekly, asked again when named, and audited in turn."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.companies_house.resources import (
    CHARGES,
    CONTROLS,
    FILING_HISTORY,
    OFFICERS,
    PROFILE,
)
from crawlers.due.audit import audit_day
from crawlers.due.known import Known
from crawlers.due.planning import Ask, Why, WhyNot, due, plan
from tests.crawlers.known_companies import TODAY, asked, known

NUMBERS = st.from_regex(r"[0-9]{8}", fullmatch=True)
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def test_of_a_company_never_asked_only_the_profile_is_planned() -> None:
    made = plan([Known(company_number="09000001")], TODAY)

    assert made.asks == (Ask(source=PROFILE, company_number="09000001", why=Why.NEVER_ASKED),)
    assert made.expected_follow_ups == 5
    assert made.full_crawl == 6


def test_what_a_new_company_leads_to_is_the_mean_of_the_companies_held() -> None:
    held = known(has=frozenset({FILING_HISTORY, OFFICERS, CONTROLS}), further_pages={OFFICERS: 1})
    made = plan([held, Known(company_number="09000002")], TODAY)

    assert made.expected_follow_ups == 4


def test_what_a_profile_links_to_and_nobody_has_fetched_is_due() -> None:
    one = known(has=frozenset({FILING_HISTORY, CHARGES}))

    assert asked(plan([one], TODAY)) == {CHARGES: Why.NEVER_ASKED}


def test_nothing_is_due_of_a_quiet_company_that_was_looked_at_six_days_ago() -> None:
    made = plan([known(feed_on=TODAY - timedelta(days=6))], TODAY)

    assert made.asks == ()
    assert made.skipped == {WhyNot.LOOKED_AT: 1, WhyNot.NOT_NAMED: 3}
    assert made.expected_requests == 0


def test_seven_days_after_the_last_look_the_filing_history_is_due_and_nothing_else() -> None:
    made = plan([known(feed_on=TODAY - timedelta(days=7))], TODAY)

    assert asked(made) == {FILING_HISTORY: Why.WEEKLY}
    assert made.skipped == {WhyNot.NOT_NAMED: 3}


def test_a_troubled_company_is_looked_at_daily() -> None:
    yesterday = known(feed_on=TODAY - timedelta(days=1), is_troubled=True)
    today = known(feed_on=TODAY, is_troubled=True)

    assert asked(plan([yesterday], TODAY)) == {FILING_HISTORY: Why.TROUBLED}
    assert asked(plan([today], TODAY)) == {}


def test_of_a_company_without_filing_history_the_profile_is_looked_at_weekly() -> None:
    one = known(
        has=frozenset({OFFICERS}),
        fetched={PROFILE: TODAY - timedelta(days=7), OFFICERS: TODAY - timedelta(days=7)},
    )

    assert asked(plan([one], TODAY)) == {PROFILE: Why.WEEKLY}


@pytest.mark.parametrize(
    ("due_on", "fetched_on", "today", "why"),
    [
        ("2026-03-31", "2026-03-20", "2026-03-31", None),
        ("2026-03-31", "2026-03-20", "2026-04-01", Why.DUE_DAY),
        ("2026-03-31", "2026-03-31", "2026-04-01", Why.DUE_DAY),
        ("2026-03-31", "2026-04-01", "2026-04-01", None),
        ("2026-03-31", "2026-04-01", "2026-04-02", None),
    ],
)
def test_a_profile_is_asked_once_after_a_due_day_for_only_then_does_it_say_overdue(
    due_on: str, fetched_on: str, today: str, why: Why | None
) -> None:
    fetched = {PROFILE: date.fromisoformat(fetched_on)}
    one = known(fetched=fetched, due_days=(date.fromisoformat(due_on),))

    assert due(one, PROFILE, date.fromisoformat(today)) is why


def test_what_a_filing_names_in_the_crawl_under_way_is_asked_though_it_was_asked_today() -> None:
    one = known(fetched={OFFICERS: TODAY})

    assert due(one, OFFICERS, TODAY) is None
    assert due(one, OFFICERS, TODAY, frozenset({OFFICERS})) is Why.NAMED


def test_what_a_filing_of_a_broken_crawl_named_is_still_due() -> None:
    one = known(feed_on=TODAY, named=frozenset({OFFICERS}))

    assert asked(plan([one], TODAY)) == {OFFICERS: Why.NAMED}


def test_an_audit_asks_for_everything_that_was_not_fetched_since_its_day() -> None:
    today = date(2026, 11, 23)
    slot = audit_day("09000001", today)
    before, since = slot - timedelta(days=1), slot
    one = known(fetched={PROFILE: since, FILING_HISTORY: before, OFFICERS: before, CONTROLS: since})

    assert asked(plan([one], slot)) == {FILING_HISTORY: Why.AUDIT, OFFICERS: Why.AUDIT}


@given(NUMBERS, DAYS)
def test_in_any_twenty_months_every_company_has_one_day_of_audit(number: str, today: date) -> None:
    end = date(today.year + (today.month + 19) // 12, (today.month + 19) % 12 + 1, 1)
    begin = today.replace(day=1)
    days = (begin + timedelta(days=n) for n in range((end - begin).days))
    slots = {day for day in days if audit_day(number, day) == day}

    assert len(slots) == 1


def test_a_twentieth_of_all_companies_is_audited_in_a_month_a_few_each_day() -> None:
    slots = Counter(audit_day(f"{n:08}", date(2026, 11, 30)) for n in range(6_000))
    by_day = [slots[date(2026, 11, day)] for day in range(1, 29)]

    assert 250 < sum(by_day) < 350
    assert max(by_day) < 30
    assert audit_day("00000000", date(2026, 11, 30)) == date(2025, 8, 23)


@given(NUMBERS, DAYS, st.lists(st.integers(1, 20), min_size=20, max_size=40))
def test_over_months_of_crawls_each_audit_is_made_once_and_no_look_is_missed(
    number: str, start: date, gaps: list[int]
) -> None:
    one = known(number=number, day=start)
    today, audited = start, Counter[date]()
    for gap in gaps:
        today += timedelta(days=gap)
        made = plan([one], today)
        if any(ask.why is Why.AUDIT for ask in made.asks):
            audited[audit_day(number, today)] += 1
        late = (today - one.fetched[FILING_HISTORY]).days
        fetched = {**one.fetched, **{ask.source: today for ask in made.asks}}
        one = replace(one, fetched=fetched)
        assert late < 7 or one.fetched[FILING_HISTORY] == today

    due_since = {audit_day(number, start + timedelta(n)) for n in range((today - start).days + 1)}
    assert audited == dict.fromkeys(due_since - {audit_day(number, start)}, 1)


def test_the_plan_is_the_same_in_whatever_order_companies_come() -> None:
    late = TODAY - timedelta(days=9)
    companies = [
        known(number="09000001", feed_on=late),
        known(number="09000002", feed_on=late, is_troubled=True),
        known(number="09000003", named=frozenset({PROFILE, OFFICERS})),
    ]
    made = plan(companies, TODAY)

    assert plan(reversed(companies), TODAY) == made
    assert [(ask.company_number, ask.source, ask.why) for ask in made.asks] == [
        ("09000002", FILING_HISTORY, Why.TROUBLED),
        ("09000003", PROFILE, Why.NAMED),
        ("09000003", OFFICERS, Why.NAMED),
        ("09000001", FILING_HISTORY, Why.WEEKLY),
    ]


def test_what_filings_are_expected_to_name_follows_from_those_of_the_past_year() -> None:
    weekly = known(feed_on=TODAY - timedelta(days=7), named_a_year={OFFICERS: 4, CHARGES: 1})
    daily = known(
        feed_on=TODAY - timedelta(days=1), is_troubled=True, named_a_year={OFFICERS: 4, CHARGES: 1}
    )

    assert plan([weekly], TODAY).expected_follow_ups == pytest.approx(0.0928, abs=1e-4)
    assert plan([daily], TODAY).expected_follow_ups == pytest.approx(0.0136, abs=1e-4)


def test_further_pages_are_expected_of_what_is_read_whole_and_not_of_a_look() -> None:
    pages = {FILING_HISTORY: 3, OFFICERS: 2}
    look = known(feed_on=TODAY - timedelta(days=7), further_pages=pages)
    named = known(named=frozenset({OFFICERS}), further_pages=pages)

    assert plan([look], TODAY).expected_follow_ups == 0
    assert plan([named], TODAY).expected_follow_ups == 2
    assert plan([named], TODAY).full_crawl == 9


def test_only_what_is_chosen_is_asked_expected_skipped_or_counted() -> None:
    week_ago = TODAY - timedelta(days=7)
    one = known(
        feed_on=week_ago, named_a_year={OFFICERS: 5, CONTROLS: 5}, further_pages={PROFILE: 0}
    )
    made = plan([one, Known(company_number="09000002")], TODAY, {FILING_HISTORY, CONTROLS})

    assert asked(made) == {FILING_HISTORY: Why.WEEKLY}
    assert made.skipped == {WhyNot.NOT_NAMED: 1}
    assert made.expected_follow_ups == pytest.approx(0.0914, abs=1e-4)
    assert made.full_crawl == 2
    assert made.expected_documents is None


def test_a_new_companys_documents_are_as_many_as_those_of_the_companies_held() -> None:
    held = [known("09000001", documents=3), known("09000002", documents=1)]
    made = plan([*held, Known(company_number="09000003")], TODAY)

    assert made.expected_documents == 1.5


def test_new_documents_are_expected_as_often_as_accounts_were_filed_in_the_year_before() -> None:
    one = known(feed_on=TODAY - timedelta(days=7), documents=2, accounts_a_year=1)

    assert plan([one], TODAY).expected_documents == pytest.approx(0.0190, abs=1e-4)


def test_a_history_that_is_read_whole_leads_to_the_documents_that_were_never_asked_for() -> None:
    one = known(has=frozenset({FILING_HISTORY}), fetched={PROFILE: TODAY})

    assert plan([one], TODAY).expected_documents == 2


def test_a_number_that_the_register_does_not_know_is_asked_again_in_its_audit_alone() -> None:
    day = audit_day("09000001", TODAY)
    lately = Known(company_number="09000001", absent={PROFILE: day})
    long_ago = Known(company_number="09000001", absent={PROFILE: day - timedelta(days=1)})
    made = plan([lately], TODAY)

    assert made.asks == ()
    assert made.skipped == {WhyNot.NOT_THERE: 1}
    assert (made.new_companies, made.expected_follow_ups) == (0, 0)
    assert asked(plan([long_ago], TODAY)) == {PROFILE: Why.AUDIT}


def test_a_linked_register_that_was_not_there_is_asked_when_named_and_a_feed_weekly() -> None:
    one = known(
        has=frozenset({FILING_HISTORY, CHARGES}),
        fetched={PROFILE: TODAY},
        absent={CHARGES: TODAY, FILING_HISTORY: TODAY - timedelta(days=7)},
    )

    assert asked(plan([one], TODAY)) == {FILING_HISTORY: Why.WEEKLY}
    assert due(one, CHARGES, TODAY, frozenset({CHARGES})) is Why.NAMED


def test_what_is_there_after_all_is_as_any_other() -> None:
    one = known(day=TODAY, absent={OFFICERS: TODAY - timedelta(days=30), PROFILE: TODAY})

    assert asked(plan([one], TODAY)) == {}
    assert plan([one], TODAY).skipped == {WhyNot.LOOKED_AT: 1, WhyNot.NOT_NAMED: 3}
