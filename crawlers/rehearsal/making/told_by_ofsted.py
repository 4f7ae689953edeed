"""When Ofsted first tells what is so of a setting: its reports site on the day, its lists later.

The reports site shows who joined and who left the register from that day on. Places and
suspensions, and what is written for an owner, stand in the lists alone.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration import FIRST_DAY, LAST_DAY
from crawlers.rehearsal.forms.ofsted import headings, lists, six_monthly
from crawlers.rehearsal.forms.ofsted.publication_days import january, july
from crawlers.rehearsal.forms.ofsted.six_monthly import September
from crawlers.rehearsal.forms.ofsted.year import Year, march
from crawlers.rehearsal.world.settings import Inspection, Setting

OWNERS_SINCE = 2018
"""The first year whose lists have a column for the owner."""


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One register of a day, and when it is out."""

    as_at: date
    out_on: date
    inspected: Year | None
    """The year whose visits decide who is listed; None where the whole register is."""

    def lists(self, setting: Setting, visits: Iterable[Inspection]) -> bool:
        """Whether a setting stands in it, which had these visits."""
        if not setting.is_open(self.as_at):
            return False
        year = self.inspected
        return year is None or any(
            one.inspected_on <= year.to
            and one.published_on <= year.published_by
            and (one.kind == words.FULL or year.covers(one.inspected_on))
            for one in visits
        )


def _issues() -> Iterator[Issue]:
    for at in range(FIRST_DAY.year + 1, LAST_DAY.year + 1):
        is_whole = at not in lists.INSPECTED_ONLY or at in headings.PLACES
        year = march(at)
        yield Issue(as_at=year.to, out_on=july(at), inspected=None if is_whole else year)
    for at in range(six_monthly.FIRST_YEAR, LAST_DAY.year):
        yield Issue(as_at=September(year=at).day, out_on=january(at + 1), inspected=None)


ISSUES = tuple(sorted((i for i in _issues() if i.out_on <= LAST_DAY), key=lambda i: i.out_on))
"""Every issue that is out by the last day, the first of them first."""


def first_told(
    setting: Setting, visits: Iterable[Inspection], says: Callable[[date], bool]
) -> date | None:
    """When the first list is out that has a setting and says something of it as at its day.

    None where none does by the last day: a suspension may be over before any list is made.
    """
    known = tuple(visits)
    return next(
        (one.out_on for one in ISSUES if says(one.as_at) and one.lists(setting, known)), None
    )
