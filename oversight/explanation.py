"""One published number beside ours, and all that may be said of a difference."""

from dataclasses import dataclass
from enum import StrEnum


class Explanation(StrEnum):
    """All that may be said of a difference. A new kind of difference needs a new word here."""

    AGREES = "agrees"
    NOT_STATED = "the publisher states no number"
    NO_REGISTER = "no register is held for this day"
    NO_INSPECTIONS = "no table of this year's inspections is held"
    GRADED_MONITORING = (
        "the publisher's table also counts grades given at monitoring visits; ours counts those"
        " of full inspections"
    )
    REBUILT = (
        "our register of this day is rebuilt from its neighbours: a few settings, and changes"
        " within the year, are in no published list"
    )
    RESTATED = (
        "the publisher has since restated the judgements of this day; the table of the day, which"
        " is what is held, gives other numbers"
    )
    NO_MOVEMENTS = "no table of openings and closures is held for the year in which these fall"
    NOT_LISTED = "the publisher's tables of openings and closures leave out some that came or went"
    NOT_MATCHED = "not matched"
    """Owners are matched to no company, or nothing is held of who is above theirs."""
    NOT_IN_REGISTER = "no register gives what the publisher counts here"
    OWN_METHOD = "the publisher gathers owners in a way that it does not state in full"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One published number beside ours, or a count of two published lists beside a third.

    `difference` is ours less theirs.
    """

    measure: str
    period: str
    published: float | None
    """The publisher's own number; None where it states none."""
    ours: float | None
    explanation: Explanation
    cite: str
    published_why: str = "the publisher states none"
    """Why there is no published number, where there is none."""
    listed: int | None = None
    """Of what came or went between two registers: how much other tables of the publisher list."""
    listed_why: str = "the number is no change between two registers"
    """Why there is no such number, where there is none."""
    also: tuple[str, ...] = ()
    """The other lists that are counted, where `cite` is but one of them."""
    details: tuple[str, ...] = ()
    """What else a reader must know of the two: how each is counted, and how much is not known."""

    @property
    def difference(self) -> float | None:
        """Ours less what is published, or else listed; None when either is missing."""
        theirs = self.published if self.published is not None else self.listed
        if self.ours is None or theirs is None:
            return None
        less = self.ours - theirs
        return round(less, 4) if isinstance(less, float) else less
