"""One invented company, of which everything was fetched on one day, and what a plan asks of it."""

from datetime import UTC, date, datetime
from typing import Any

from crawlers.companies_house.resources import CONTROLS, FILING_HISTORY, OFFICERS, PROFILE
from crawlers.due.known import Known
from crawlers.due.planning import Plan, Why

TODAY = date(2026, 11, 23)


def noon(day: int) -> datetime:
    """Midday of a day of November 2026, UTC."""
    return datetime(2026, 11, day, 12, tzinfo=UTC)


def known(
    number: str = "09000001", day: date = TODAY, feed_on: date | None = None, **said: Any
) -> Known:
    """A company with filings, officers and controls."""
    has: frozenset[str] = said.pop("has", frozenset({FILING_HISTORY, OFFICERS, CONTROLS}))
    usual = {PROFILE: day, FILING_HISTORY: feed_on or day, OFFICERS: day, CONTROLS: day}
    fetched = said.pop("fetched", {s: usual[s] for s in (PROFILE, *has) if s in usual})
    return Known(company_number=number, fetched=fetched, has=has, **said)


def asked(plan: Plan) -> dict[str, Why]:
    """What a plan of one company asks, by source."""
    return {ask.source: ask.why for ask in plan.asks}
