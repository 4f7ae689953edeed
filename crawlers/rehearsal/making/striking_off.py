"""How a company is struck off the register: proposed in the Gazette, then stopped or done.

The registrar proposes it where accounts are long overdue (Companies Act 2006 s.1000), and the
company itself where it is no longer needed (s.1003). Notices are printed on any working day: that
is assumed, as no source at hand tells of one day of the week.
"""

from dataclasses import dataclass
from datetime import date
from random import Random

from crawlers.rehearsal.making.streams import days, weekday

LONG_OVERDUE = 88
"""Days that accounts are late when the registrar has proposed to strike the company off."""
_NOTICED_AFTER = (74, 84)
"""Days after the deadline at which it does."""
_SHORTEST = 93
"""Days from the first notice to the last: three months, and two since October 2015."""
_A_WEEK = 6
"""Days by which a working day can be later than the day for which it stands."""
_TWO_MONTHS = days(60)
"""How long a proposal stands before a company can be struck off: s.1000(3), since October 2015."""
_NEGLECTED = 456
"""Before the notice of a company that is struck off: nothing that was due later ever came."""


@dataclass(frozen=True, kw_only=True)
class StrikeOff:
    """One proposal to strike a company off."""

    company: str
    is_voluntary: bool
    applied_on: date | None
    """The day of the company's own application; None where the registrar proposes it."""
    noticed_on: date
    """The day of the first notice in the Gazette."""
    ended_on: date | None = None
    """The day of the final notice, on which the company is dissolved; None where it never is."""
    suspended_on: date | None = None
    """The day on which somebody's objection put it off; None where nobody objects."""
    stopped_on: date | None = None
    """The day on which the proposal was withdrawn, as what was overdue had come."""

    @property
    def silent_from(self) -> date:
        """From when on a company that is to go files nothing of its own accord."""
        if self.applied_on is not None:
            return self.applied_on
        return self.noticed_on if self.ended_on is None else self.noticed_on - days(_NEGLECTED)


def ends_by_strike_off(
    random: Random, company: str, ended_on: date, *, is_voluntary: bool
) -> StrikeOff:
    """How it came that a company is struck off on a day."""
    noticed_on = weekday(ended_on - days(_SHORTEST + random.randint(_A_WEEK, 25)))
    applied_on = weekday(noticed_on - days(random.randint(15, 21))) if is_voluntary else None
    return StrikeOff(
        company=company,
        is_voluntary=is_voluntary,
        applied_on=applied_on,
        noticed_on=noticed_on,
        ended_on=ended_on,
    )


def proposed_for_overdue(
    random: Random, company: str, due_on: date, until: date, stopped_on: date | None
) -> StrikeOff:
    """What the registrar does about accounts that are long overdue, until they come.

    `until` is the day on which they come, or which ends the company otherwise. Where that is more
    than two months off, only a creditor's objection can have kept the company on the register.
    """
    after = days(random.randint(*_NOTICED_AFTER))
    noticed_on = weekday(due_on + after, by=due_on + days(LONG_OVERDUE - 1))
    suspended_on = weekday(noticed_on + days(random.randint(12, 50)), by=noticed_on + _TWO_MONTHS)
    return StrikeOff(
        company=company,
        is_voluntary=False,
        applied_on=None,
        noticed_on=noticed_on,
        suspended_on=suspended_on if until - noticed_on > _TWO_MONTHS else None,
        stopped_on=stopped_on,
    )
