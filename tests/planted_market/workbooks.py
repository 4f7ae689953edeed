"""The planted market as Ofsted publishes it: the workbooks of 31 March 2025 and 2026."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO

from crawlers.rehearsal.forms.ofsted import yearly_workbook
from crawlers.rehearsal.forms.ofsted.issues import Issue, every_yearly_issue
from crawlers.rehearsal.forms.ofsted.publication_days import july
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import march
from db.spreadsheet import Sheet, write_ods
from tests.planted_market.world import WORLD

YEARS = (2025, 2026)
FIRST_OF_2025, OF_2025, OF_2026 = (one for one in every_yearly_issue(WORLD) if one.year in YEARS)
"""That of 2025 came out twice: the second, which put some cells right, is the one that stands."""


def issues() -> tuple[Issue, Issue]:
    """Both workbooks as they stand today, the older first."""
    return (OF_2025, OF_2026)


def sheets(year: int) -> Iterator[Sheet]:
    """Yield the tabs of a year's workbook, in the publisher's order."""
    yield from yearly_workbook.sheets(Register(world=WORLD), march(year), published_on=july(year))


@cache
def body(year: int) -> bytes:
    """The bytes of a year's workbook."""
    file = BytesIO()
    write_ods(file, sheets(year))
    return file.getvalue()
