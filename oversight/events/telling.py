"""When the register was told of an entry or of an officer: by the filing about it, if there is one.

Entries bear the day of the fact and officers that of our fetch; the filing of the same day says
when anybody could first have read of it.
"""

from collections.abc import Callable
from datetime import date

from db.records import Control, Filing, Officer
from oversight.events.seen import Seen


def entry_told(seen: Seen, entry: Control, day: date, *, is_end: bool = False) -> date:
    """When it was told that an entry began on a day, or ended; no earlier than the day itself."""
    subcategory = "termination" if is_end else "notifications"

    def tells(filing: Filing) -> bool:
        return filing.action_date == day and filing.subcategory == subcategory

    return max(day, _told(seen, entry.company_number, tells, entry.public_on))


def officer_told(seen: Seen, officer: Officer, day: date) -> date:
    """When it was told that an officer came on a day, or went; first directors are told at once."""
    if day == seen.began(officer.company_number):
        return day

    def tells(filing: Filing) -> bool:
        return filing.category == "officers" and filing.action_date == day

    return _told(seen, officer.company_number, tells, officer.public_on)


def _told(seen: Seen, company: str, tells: Callable[[Filing], bool], otherwise: date) -> date:
    filings = seen.filings.get(company, ())
    return min((one.filed_on for one in filings if tells(one)), default=otherwise)
