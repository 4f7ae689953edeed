"""What a profile says of accounts and confirmation statements: the last, and the next."""

from datetime import date, timedelta

from crawlers.rehearsal.deadlines import (
    accounts_due,
    first_year_end,
    next_statement,
    statement_due,
    year_end_after,
)
from crawlers.rehearsal.forms.companies_house.standing import filed
from crawlers.rehearsal.forms.companies_house.wording import JsonBody, day, given
from crawlers.rehearsal.world.bodies import Body, Form, YearEnd
from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.world import World

EXEMPT = "filing-exemption-subsidiary"
MOVED = "change-account-reference-date"
FILING = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP})
"""Forms that file accounts with this register: a charity's are with its own."""
STATING = FILING | {Form.OVERSEAS_ENTITY}
"""Forms that confirm each year what the register holds; overseas entities call it an update."""


def accounts(world: World, company: Body, today: date) -> JsonBody | None:
    """The accounts last filed and those to come; None for what files none."""
    if not files_accounts(company):
        return None
    year_ends = known_year_ends(world, company, today)
    last = last_accounts(world, company, today)
    said: JsonBody = {
        "accounting_reference_date": {
            "day": f"{year_ends[-1].day:02}",
            "month": f"{year_ends[-1].month:02}",
        },
        "last_accounts": _last(last),
    }
    if not company.is_alive(today):
        return said
    start, end, due = next_period(world, company, today)
    is_overdue = due < today
    return said | {
        "next_accounts": {
            "due_on": day(due),
            "overdue": is_overdue,
            "period_end_on": day(end),
            "period_start_on": day(start),
        },
        "next_due": day(due),
        "next_made_up_to": day(end),
        "overdue": is_overdue,
    }


def files_accounts(company: Body) -> bool:
    """Whether a company's accounts come to this register."""
    return company.form in FILING and bool(company.year_ends)


def next_period(world: World, company: Body, today: date) -> tuple[date, date, date]:
    """The next accounts: the first day, the last, and the day by which they are due."""
    year_ends = known_year_ends(world, company, today)
    last = last_accounts(world, company, today)
    first = _first_kept(world, company)
    if last is None and first is not None:
        start, end = first.start, first.end
    elif last is None:
        start, end = company.begun_on, first_year_end(year_ends, company.begun_on)
    else:
        start, end = last.end + timedelta(days=1), year_end_after(year_ends, last.end)
    due = accounts_due(
        end,
        begun_on=company.begun_on,
        is_first=last is None and start == company.begun_on,
        is_public=company.form is Form.PLC,
    )
    return start, end, due


def _first_kept(world: World, company: Body) -> Accounts | None:
    """The first accounts of a company that is older than they are.

    Those before them are older than the world, and were not late; None where there are none.
    """
    first = min(_own_accounts(world, company), key=lambda one: one.end, default=None)
    return first if first is not None and first.start > company.begun_on else None


def last_accounts(world: World, company: Body, today: date) -> Accounts | None:
    """The accounts to the latest day that are on file; None before the first.

    A parent's accounts beside the company's own do not count; in their place they do.
    """
    found = [one for one in _own_accounts(world, company) if one.filed_on <= today]
    return max(found, key=lambda one: (one.end, not one.is_amended), default=None)


def _own_accounts(world: World, company: Body) -> list[Accounts]:
    filed = world.accounts_of.get(company.key, ())
    return [one for one in filed if one.reporting == company.key or one.kind == EXEMPT]


def known_year_ends(world: World, company: Body, today: date) -> tuple[YearEnd, ...]:
    """The year ends that the register knows by a day: a new one from the notice of it on."""
    history = reversed(world.filings_of.get(company.key, ()))
    notices = [filing.filed_on for filing in history if filing.description.startswith(MOVED)]
    first, *moved = company.year_ends
    known = [first]
    for place, one in enumerate(moved):
        if (notices[place] if place < len(notices) else one.since) <= today:
            known.append(one)
    return tuple(known)


def confirmation_statement(world: World, company: Body, today: date) -> JsonBody | None:
    """The statement last made and the one to come; None for what makes none, or no more."""
    if company.form not in STATING or not company.is_alive(today):
        return None
    last = last_stated(world, company, today, "confirmation-statement")
    following = next_statement(company.begun_on, last)
    due = statement_due(following)
    return given(
        last_made_up_to=day(last),
        next_due=day(due),
        next_made_up_to=day(following),
        overdue=due < today,
    )


def last_stated(world: World, company: Body, today: date, category: str) -> date | None:
    """The latest day to which a statement, or an annual return before 2016, is made up."""
    days = [
        date.fromisoformat(filing.values["made_up_date"])
        for filing in filed(world, company, today)
        if filing.category == category and "made_up_date" in filing.values
    ]
    return max(days, default=None)


def _last(last: Accounts | None) -> JsonBody:
    if last is None:
        return {"type": "null"}
    return {
        "made_up_to": day(last.end),
        "period_end_on": day(last.end),
        "period_start_on": day(last.start),
        "type": last.kind,
    }
