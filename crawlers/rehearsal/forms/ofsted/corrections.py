"""What the first issue of a year's workbook had wrong, and what the publisher's page says of it.

In life that of 2025 left 16 places of 15,742 out of a total and dated one report wrongly; both
were put right three weeks later, under another address.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from crawlers.rehearsal.forms.ofsted import numbers_tab
from crawlers.rehearsal.forms.ofsted.publication_days import CORRECTIONS
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year
from crawlers.rehearsal.world.settings import Inspection

_OMITTED = 16 / 15_742
"""Share of homes' places that the first issue leaves out; at least one."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What the first issue of a year's workbook had wrong."""

    year: Year
    on: date
    places: int
    """Places left out of the total of homes' places."""
    visit: Inspection | None
    """A visit, as it is right; None where no visit can be dated wrongly."""
    wrongly: date | None
    """The day of publication that the first issue gave for it."""

    @property
    def note(self) -> str:
        """What the publisher's page says of it."""
        what, has = ("place", "has") if self.places == 1 else ("places", "have")
        added = f"{self.places} {what} previously omitted in Table 6b {has} been added."
        if self.visit is None or self.wrongly is None:
            return added
        right, wrong = (_long(day) for day in (self.visit.published_on, self.wrongly))
        event = f"URN {self.visit.urn}, event number {self.visit.event_number}"
        return f"{added} {event}: publication date corrected to {right} (was {wrong})."


def correction(register: Register, year: Year) -> Correction | None:
    """What the first issue of a year had wrong; None for a year whose first issue stands."""
    on = CORRECTIONS.get(year.to.year)
    if on is None:
        return None
    places = max(1, round(numbers_tab.places_of_homes(register, year.to) * _OMITTED))
    month = timedelta(days=31)
    visit = next(
        (one for one in register.visits(year) if one.published_on - one.inspected_on > month), None
    )
    return Correction(
        year=year,
        on=on,
        places=places,
        visit=visit,
        wrongly=None if visit is None else visit.published_on - month,
    )


def as_first_issued(register: Register, wrong: Correction | None) -> Register:
    """The books as the first issue gives them."""
    if wrong is None or wrong.visit is None or wrong.wrongly is None:
        return register
    key = (wrong.visit.event_number, wrong.visit.urn)
    return Register(world=register.world, misdated={key: wrong.wrongly})


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
