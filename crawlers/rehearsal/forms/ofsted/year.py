"""The year that one issue covers, in the ways in which the publisher writes it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Year:
    """The twelve months to one 31 March."""

    to: date

    @property
    def first_day(self) -> date:
        """1 April of the year before."""
        return date(self.to.year - 1, 4, 1)

    @property
    def published_by(self) -> date:
        """The day by which an inspection's report must be out for the issue to count it."""
        return date(self.to.year, 4, 30)

    @property
    def previous(self) -> "Year":
        """The twelve months before."""
        return march(self.to.year - 1)

    @property
    def label(self) -> str:
        """The year as in `2025-26`."""
        return f"{self.first_day.year}-{self.to:%y}"

    @property
    def day(self) -> str:
        """Its last day, as in `31 March 2026`."""
        return f"31 March {self.to.year}"

    @property
    def stamp(self) -> str:
        """Its last day, as tabs are named: `31_Mar_2026`."""
        return f"31_Mar_{self.to.year}"

    def covers(self, day: date | None) -> bool:
        """Whether a day falls in the year; None never does."""
        return day is not None and self.first_day <= day <= self.to


def march(year: int) -> Year:
    """The twelve months to 31 March of a year."""
    return Year(to=date(year, 3, 31))
