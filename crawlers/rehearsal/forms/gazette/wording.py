"""What a notice says: the publisher's types of notice, and the text of one.

The publisher's own list of types is for those who sign in; its public samples name 2450 and the
category (The Gazette, developer documentation, notice taxonomy), and the others are as public lists
of insolvency notices give them. The sentences are ours; what they state is what the Insolvency
(England and Wales) Rules 2016, r.1.11, make such a notice state.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from crawlers.rehearsal.world.bodies import Address, Body
from crawlers.rehearsal.world.troubles import REMOVED, REMOVED_TITLE, Notice
from crawlers.rehearsal.world.world import World

TYPES = {
    2410: "Appointment of Administrators",
    2411: "Administration Orders",
    2412: "Meetings of Creditors",
    2413: "Notice of Intended Dividend",
    2421: "Appointment of Administrative Receivers",
    2423: "Appointment of Receivers",
    2431: "Resolution for Winding-up",
    2432: "Appointment of Liquidators",
    2433: "Notices to Creditors",
    2441: "Resolution for Winding-up",
    2442: "Meetings of Creditors",
    2443: "Appointment of Liquidators",
    2446: "Notices to Creditors",
    2450: "Petitions to Wind Up (Companies)",
    2452: "Winding-Up Orders",
    2454: "Appointment of Liquidators",
    2461: "Dismissal of Winding-Up Petition",
    REMOVED: REMOVED_TITLE,
}
"""What the publisher calls each type of notice about a company."""

INSOLVENCIES = range(2400, 2500)
"""Types about insolvency: those of others are in the feed of all notices alone."""
CATEGORY = "Corporate Insolvency"
"""What the publisher calls the first two digits, 24, of all of those."""
_OF_COMPANIES = "Companies"

_ADMINISTRATION = range(2410, 2430)
_VOLUNTARY = range(2430, 2450)
_LIQUIDATORS = frozenset({2432, 2443, 2454})


@dataclass(frozen=True, kw_only=True)
class Stated:
    """What one notice states, from which its page and its line in the feed are written."""

    notice: Notice
    company: Body
    name: str
    """The company's name on the day of publication."""
    office: Address
    practitioner: str | None
    """Who was appointed; None where nobody is yet, as by a petition."""
    appointed_on: date | None

    is_final: bool
    """Whether, of a notice to strike off, it is the last: the company is gone."""

    @property
    def category(self) -> str:
        """What the publisher calls the types among which this one is."""
        return CATEGORY if self.notice.code in INSOLVENCIES else _OF_COMPANIES

    @property
    def type(self) -> str:
        """What the publisher calls this type of notice."""
        return TYPES.get(self.notice.code, self.category)


def stated(world: World, notice: Notice) -> Stated:
    """What a notice states: only what was so, and public, on its day."""
    company = world.body[notice.company]
    case = next(
        (
            one
            for one in reversed(world.insolvencies_of.get(notice.company, ()))
            if one.steps and one.steps[0].on <= notice.published_on
        ),
        None,
    )
    return Stated(
        notice=notice,
        company=company,
        name=company.name_on(notice.published_on),
        office=company.office_on(notice.published_on),
        practitioner=case.practitioner if case else None,
        appointed_on=case.steps[0].on if case else None,
        is_final=not company.is_alive(notice.published_on),
    )


def paragraphs(of: Stated) -> Iterator[str]:
    """Yield the notice's paragraphs as HTML, the company marked as the publisher marks it."""
    yield f"In the matter of {_marked('name', of.name.upper())}"
    number = of.company.number or ""
    yield f"(Company Number {_marked('companyNumber', number)})"
    yield f"Registered office: {escape(_one_line(of.office))}"
    yield escape(_what_happens(of))
    if of.practitioner and of.notice.code not in {_PETITION, REMOVED}:
        yield f"Office holder: {escape(of.practitioner)}"


_PETITION = 2450


def summary(of: Stated) -> str:
    """The beginning of the text, as a line of the feed carries it."""
    number = of.company.number or ""
    text = f"{of.name.upper()} (Company Number {number}) {_what_happens(of)}"
    return f"<div><p>{escape(text)}</p></div>"


def _what_happens(of: Stated) -> str:
    code = of.notice.code
    if code == REMOVED:
        return _removal(of)
    when = f" on {_long(of.appointed_on)}" if of.appointed_on else ""
    if code == _PETITION:
        return "A petition to wind up the company named above was presented by a creditor."
    if code in _ADMINISTRATION:
        return f"Administrators of the company named above were appointed{when}."
    if code in _LIQUIDATORS:
        return f"A liquidator of the company named above was appointed{when}."
    if code in _VOLUNTARY:
        return "The members of the company named above resolved that it be wound up voluntarily."
    return f"{of.type}, made by the court in respect of the company named above."


def _removal(of: Stated) -> str:
    if of.is_final:
        return "The company named above has been struck off the register and is dissolved."
    return (
        "Unless cause is shown to the contrary, the company named above will be struck off the "
        "register and dissolved."
    )


def _marked(what: str, value: str) -> str:
    return f'<span about="this:company-1" property="gazorg:{what}">{escape(value)}</span>'


def _one_line(address: Address) -> str:
    parts = (f"{address.premises} {address.street}", address.town, address.postcode)
    return ", ".join(part for part in parts if part)


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
