"""The site's own clock: always within the rehearsal's own today, and as fast as it is told.

Every moment that the site states (`Date`, the end of a budget's window) is by this clock, so a
client must take the difference of the two, as it should in life: its own clock may be wrong.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from email.utils import formatdate

OPENS = time(9)
"""When the site's day begins."""
DAY_S = 24 * 60 * 60


class SiteClock:
    """Time as the site tells it: real seconds, times how much faster it runs."""

    def __init__(self, today: date, ticks: Callable[[], float], *, faster: float = 1.0) -> None:
        """Begin at nine on a day; `ticks` are real seconds that never go back."""
        self.today = today
        self.faster = faster
        self._ticks = ticks
        self._began = ticks()

    def elapsed_s(self) -> float:
        """Seconds of this clock since it began; never goes back, whatever today is."""
        return (self._ticks() - self._began) * self.faster

    def epoch_s(self) -> float:
        """The moment in seconds of the epoch. At midnight the same day begins again."""
        midnight = datetime.combine(self.today, time(), tzinfo=UTC).timestamp()
        return midnight + (OPENS.hour * 60 * 60 + self.elapsed_s()) % DAY_S

    def moment(self) -> datetime:
        """The same as a moment of Greenwich."""
        return datetime.fromtimestamp(self.epoch_s(), UTC)

    def date_header(self) -> str:
        """The moment as a `Date` header has it."""
        return formatdate(self.epoch_s(), usegmt=True)

    def opening(self) -> str:
        """The first moment of today, as a header has it."""
        opening = datetime.combine(self.today, OPENS, tzinfo=UTC)
        return formatdate(opening.timestamp(), usegmt=True)
