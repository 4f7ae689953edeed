"""Where a company stands on the register on a day: its type, its status, its file."""

from datetime import date

from crawlers.rehearsal.world.bodies import Body, Form, Nature
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.troubles import InsolvencyCase
from crawlers.rehearsal.world.world import World

STATUSES = {
    "administration-order": "administration",
    "administrative-receiver": "receivership",
    "compulsory-liquidation": "liquidation",
    "corporate-voluntary-arrangement": "voluntary-arrangement",
    "creditors-voluntary-liquidation": "liquidation",
    "in-administration": "administration",
    "members-voluntary-liquidation": "liquidation",
    "receiver-manager": "receivership",
}
"""The company's status while a case of the kind is open; `insolvency-proceedings` for others."""
ENDS = frozenset(
    {
        "administration-discharged-on",
        "administration-ended-on",
        "concluded-winding-up-on",
        "dissolved-on",
        "moratorium-ended-on",
        "voluntary-arrangement-ended-on",
    }
)
"""Steps with which a case is over: with the last of them, where a company goes to its end."""
STRIKE_OFF_PROPOSED = (
    "gazette-notice-compulsory",
    "gazette-notice-compulsary",
    "gazette-notice-voluntary",
)
"""The publisher writes the first in both spellings."""
STRIKE_OFF_STOPPED = (
    "dissolution-voluntary-strike-off-discontinued",
    "dissolution-withdrawal-application-strike-off",
    "gazette-filings-brought-up-to-date",
)
"""A suspension is no stop: the proposal stands."""
NEVER_DISSOLVED = frozenset({Form.CIO, Form.OVERSEAS_ENTITY})
"""Bodies that other registers or countries hold: registered here, then removed."""
GUARANTEE_TYPE = "private-limited-guarant-nsc"


def is_on_the_register(company: Body | None, today: date) -> bool:
    """Whether the register has it by a day, dissolved ones included."""
    return company is not None and company.number is not None and company.begun_on <= today


def company_type(world: World, company: Body) -> str:
    """The publisher's word for its legal form; a community company is of either kind."""
    if company.form is Form.COMMUNITY:
        has_shares = any(stake.shares > 0 for stake in world.stakes_in.get(company.key, ()))
        return "ltd" if has_shares else GUARANTEE_TYPE
    return company.form.value


def subtype(company: Body) -> str | None:
    """The publisher's word for a special kind within a legal form."""
    if company.form is Form.COMMUNITY:
        return "community-interest-company"
    if company.form is Form.LIMITED_PARTNERSHIP and company.nature is Nature.FUND:
        return "private-fund-limited-partnership"
    return None


def status(world: World, company: Body, today: date) -> str:
    """The publisher's word for where it stands."""
    registered = company.form in NEVER_DISSOLVED
    if not company.is_alive(today):
        return "removed" if registered else "dissolved"
    if registered:
        return "registered"
    cases = open_cases(world, company, today)
    return STATUSES.get(cases[-1].kind, "insolvency-proceedings") if cases else "active"


def status_detail(world: World, company: Body, today: date) -> str | None:
    """`active-proposal-to-strike-off` from the notice in the Gazette until that is stopped."""
    if status(world, company, today) != "active":
        return None
    for filing in filed(world, company, today):
        if filing.description.startswith(STRIKE_OFF_STOPPED):
            return None
        if filing.description.startswith(STRIKE_OFF_PROPOSED):
            return "active-proposal-to-strike-off"
    return None


def filed(world: World, company: Body, today: date) -> tuple[Filing, ...]:
    """What is on a company's file by a day, newest first."""
    return tuple(f for f in world.filings_of.get(company.key, ()) if f.filed_on <= today)


def cases(world: World, company: Body, today: date) -> tuple[InsolvencyCase, ...]:
    """The insolvency cases that the register shows on a day, by number."""
    return tuple(c for c in world.insolvencies_of.get(company.key, ()) if c.public_on <= today)


def open_cases(world: World, company: Body, today: date) -> tuple[InsolvencyCase, ...]:
    """Those of them that are not over."""
    return tuple(case for case in cases(world, company, today) if not _is_over(case, today))


def _is_over(case: InsolvencyCase, today: date) -> bool:
    ends = [step.on for step in case.steps if step.kind in ENDS]
    return bool(ends) and max(ends) <= today
