"""What a company tells the register each year beside its accounts: that nothing changed, or what.

Until June 2016 that was an annual return, made up to the anniversary; since then it is a
confirmation statement, made up to the day before.
"""

from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.calibration.filing import FIRST_FILED
from crawlers.rehearsal.deadlines import (
    STATEMENTS_BEGAN,
    first_year_end,
    months_after,
    year_end_after,
)
from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.papers import Paper, filed
from crawlers.rehearsal.making.stating import FORMS_BEGAN, STATING, Stated, stated
from crawlers.rehearsal.making.streams import days, filing_day
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.control import Stake
from crawlers.rehearsal.world.filings import Filing

_RETURNS_NUMBERED = date(2009, 10, 1)
"""From then on an annual return is form AR01; before, it was one of the former Act's."""
_ON_FILE_SINCE = date(2009, 10, 1)
"""What a company that still was there in 2012 filed earlier is left out: nobody reads so far."""
_GONE_EARLY = date(2012, 1, 1)
_LLP = "limited-liability-partnership"


def yearly_papers(bench: Workbench, company: Body, last: date) -> Iterator[Filing]:
    """Yield a company's returns and statements, and accounts of before the world's.

    All of them are filed before the last day given.
    """
    if company.form in STATING:
        yield from _returns(bench, company, last)
        yield from _statements(bench, company, last)
    if company.form in FILE_ACCOUNTS and company.nature is not Nature.FUND:
        yield from _old_accounts(bench, company, last)


def _returns(bench: Workbench, company: Body, last: date) -> Iterator[Filing]:
    random = bench.stream("returns", company.key)
    last = min(last, STATEMENTS_BEGAN)
    for year in range(1, last.year - company.begun_on.year + 1):
        made_up_to = months_after(company.begun_on, 12 * year)
        filed_on = filing_day(
            random, made_up_to + days(random.randint(0, 26)), by=made_up_to + days(28)
        )
        if made_up_to >= STATEMENTS_BEGAN or filed_on >= last or not _is_kept(company, filed_on):
            continue
        is_numbered = made_up_to >= _RETURNS_NUMBERED
        paper = _annual_return(company) if is_numbered else _OLD_RETURN
        values = {"made_up_date": made_up_to.isoformat()}
        if not is_numbered:
            values = {
                "description": f"Return made up to {made_up_to:%d/%m/%y}; full list of members"
            }
        yield filed(
            bench,
            company.key,
            paper,
            filed_on,
            year,
            values=values,
            action_on=made_up_to if is_numbered else None,
        )


_OLD_RETURN = Paper(code="363a", category="annual-return", description="legacy", pages=5)


def _annual_return(company: Body) -> Paper:
    is_llp = company.form is Form.LLP
    what, members = (_LLP, "") if is_llp else ("company", "-full-list-shareholders")
    if company.form is Form.GUARANTEE:
        members = "-no-member-list"
    return Paper(
        code="LLAR01" if is_llp else "AR01",
        category="annual-return",
        description=f"annual-return-{what}-with-made-up-date{members}",
        pages=5,
    )


def _statements(bench: Workbench, company: Body, last: date) -> Iterator[Filing]:
    """Yield a confirmation statement a year, with updates where members changed in it."""
    stakes = bench.stakes_in(company.key)
    for one in stated(bench, company, last):
        since = months_after(one.made_up_to, -12)
        days_ = _changes(bench, stakes, company)
        is_news = any(since < day <= one.made_up_to for day in days_)
        is_news = is_news or _tells_of_control(bench, stakes, company, one)
        paper = Paper(
            code="LLCS01" if company.form is Form.LLP else "CS01",
            category="confirmation-statement",
            description=f"confirmation-statement-with-{'' if is_news else 'no-'}updates",
            pages=5 if is_news else 3,
        )
        values = {"made_up_date": one.made_up_to.isoformat()}
        yield filed(bench, company.key, paper, one.filed_on, one.made_up_to.year, values=values)


def _tells_of_control(
    bench: Workbench, stakes: list[Stake], company: Body, stated_: Stated
) -> bool:
    """Whether a statement says who controls, as all did of news before that had its forms."""
    told = [one.since for one in bench.statements if one.company == company.key]
    for one in stakes:
        if one.filed_on is not None and one.filed_on > company.begun_on:
            told += [one.filed_on, *one.changes_filed_on]
            told += [one.end_filed_on] if one.end_filed_on else []
    return stated_.filed_on < FORMS_BEGAN and stated_.filed_on in told


def _changes(bench: Workbench, stakes: list[Stake], company: Body) -> Iterator[date]:
    """Yield the days on which members changed, but for what the filer forgot altogether."""
    for one in stakes:
        if one.since > company.begun_on and one.key not in bench.unfiled:
            yield one.since
        if one.until is not None and one.key not in bench.end_unfiled:
            yield one.until


def _old_accounts(bench: Workbench, company: Body, last: date) -> Iterator[Filing]:
    """Yield accounts of before the first whose figures are made; the register has no picture."""
    random = bench.stream("old accounts", company.key)
    kind = "dormant" if company.nature is Nature.DORMANT else "total-exemption-small"
    year_ends = tuple(one for one in company.year_ends if one.since < FIRST_FILED)
    end = first_year_end(year_ends, company.begun_on)
    while end < min(FIRST_FILED, last):
        filed_on = filing_day(random, end + days(random.randint(150, 262)))
        if filed_on < last and _is_kept(company, filed_on):
            paper = Paper(
                code="AA",
                category="accounts",
                description=f"accounts-with-accounts-type-{kind}",
                pages=6,
            )
            values = {"made_up_date": end.isoformat()}
            key = company.key
            yield filed(bench, key, paper, filed_on, end, values=values, is_shown=False)
        end = year_end_after(year_ends, end)


def _is_kept(company: Body, filed_on: date) -> bool:
    return filed_on >= _ON_FILE_SINCE or (company.ended_on or date.max) < _GONE_EARLY
