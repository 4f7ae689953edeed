"""What is known of one watched company when a crawl is planned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from crawlers.companies_house.resources import FILING_HISTORY, PROFILE

IN_TROUBLE = frozenset(
    {
        "administration",
        "insolvency-proceedings",
        "liquidation",
        "receivership",
        "voluntary-arrangement",
    }
)
"""Statuses of a company that is insolvent or is being wound up."""
STRIKING_OFF = "active-proposal-to-strike-off"
GONE = frozenset({"closed", "converted-closed", "dissolved", "removed"})
"""Statuses of a company whose troubles are over. It may be restored: its feed is still read."""
ENDINGS = frozenset(
    {
        "administration-discharged-on",
        "administration-ended-on",
        "concluded-winding-up-on",
        "dissolved-on",
        "moratorium-ended-on",
        "voluntary-arrangement-ended-on",
    }
)
"""Dates that close an insolvency case. A receiver's case states none: it counts as open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a plan is told of one company."""

    company_number: str
    fetched: Mapping[str, date] = field(default_factory=dict[str, date])
    """The day of the last good fetch of each of its resources, by the source's key."""
    absent: Mapping[str, date] = field(default_factory=dict[str, date])
    """The day on which the register last said of a resource that it has none, by the source's key;
    of the profile, that it does not know the number."""
    has: frozenset[str] = frozenset()
    """The sources to which its last profile's links lead; none where no profile is held."""
    due_days: tuple[date, ...] = ()
    """When its next accounts and its next confirmation statement are due, by its last profile."""
    is_troubled: bool = False
    named: frozenset[str] = frozenset()
    """Resources which a filing names that came after their last fetch: a crawl ended in between."""
    named_a_year: Mapping[str, int] = field(default_factory=dict[str, int])
    """On how many days of the past year a filing named each resource."""
    further_pages: Mapping[str, int] = field(default_factory=dict[str, int])
    """Pages of each register after its first, when it was last read whole."""
    documents: int = 0
    """Documents of it that are held, or at least what is known of them."""
    accounts_a_year: int = 0
    """How many accounts it filed in the past year, amended ones included."""

    def lacks(self, source: str) -> bool:
        """True where a resource was last found not to be there."""
        on, fetched_on = self.absent.get(source), self.fetched.get(source)
        return on is not None and (fetched_on is None or fetched_on < on)

    @property
    def feed(self) -> str:
        """The resource that tells of changes: its filing history, else the profile itself."""
        return FILING_HISTORY if FILING_HISTORY in self.has else PROFILE


def is_troubled(
    *,
    status: str | None,
    status_detail: str | None,
    accounts_are_overdue: bool,
    has_open_case: bool,
) -> bool:
    """True for a company that is looked at daily, since notices about it follow each other fast.

    One in liquidation, administration, receivership or an arrangement, one that somebody proposes
    to strike off, whose accounts are overdue, or with an open insolvency case. A solvent winding-up
    counts too: it ends a company as surely. One that is gone from the register never does.
    """
    if status in GONE:
        return False
    return (
        status in IN_TROUBLE or status_detail == STRIKING_OFF or accounts_are_overdue
    ) or has_open_case


def is_overdue(*, said: bool | None, due_on: date | None, read_on: date) -> bool:
    """True where a profile read on a day says that accounts are overdue, or shows them unfiled.

    A due day that had passed on the day of the profile is overdue, whatever its flag says: the
    publisher raises the flag some time after midnight.
    """
    return bool(said) or (due_on is not None and due_on < read_on)


def is_open(dates: Iterable[tuple[str, date]], today: date) -> bool:
    """True for an insolvency case, told by the kinds and days of its dates, that has not ended."""
    return not any(kind in ENDINGS and on <= today for kind, on in dates)


def further_pages(entries: int, a_page: int) -> int:
    """Pages that a register of so many entries has after its first."""
    return max(0, -(-entries // a_page) - 1)
