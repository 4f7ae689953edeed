"""Ofsted's January issue since 2026: the register as at 30 September, between two Marches.

Only the name of one tab and some of its columns are known of the real one; the rest follows the
yearly workbook. Nothing in it counts its rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from crawlers.rehearsal.forms.ofsted import front_tabs, lists
from crawlers.rehearsal.forms.ofsted.columns import Row
from crawlers.rehearsal.forms.ofsted.register import Register
from db.spreadsheet import Sheet

FIRST_YEAR = 2025
"""The first September that was published."""


@dataclass(frozen=True, kw_only=True)
class September:
    """One 30 September, and when it is told of."""

    year: int

    @property
    def day(self) -> date:
        """The day of the register."""
        return date(self.year, 9, 30)

    @property
    def published_by(self) -> date:
        """The day by which an inspection's report must be out to be counted."""
        return date(self.year, 10, 31)

    @property
    def file_name(self) -> str:
        """The name under which the publisher puts out such a file."""
        regulated = "childrens_social_care_and_supported_accommodation_providers"
        return f"Inspection_and_regulation_of_{regulated}_{self.year}.ods"


def sheets(register: Register, september: September, published_on: date) -> Iterator[Sheet]:
    """Yield the workbook's tabs."""
    yield Sheet(name="Cover", rows=_cover(september, published_on))
    yield Sheet(
        name=f"Provider_level_at_{september.day:%d_%m_%y}", rows=_level(register, september)
    )


def _cover(september: September, published_on: date) -> Iterator[Row]:
    yield ["Cover sheet – Rehearsal"]
    yield ["Section", "Detail"]
    yield [
        "Policy area:",
        "Inspection and regulation of children's social care providers (rehearsal)",
    ]
    yield ["Published on:", datetime.combine(published_on, time())]
    yield ["Period covered:", f"As at 30 September {september.year}"]
    yield ["Status:", "Rehearsal: invented data, not statistics"]
    yield ["Publication frequency:", "Six-monthly "]
    yield from front_tabs.invented()


def _level(register: Register, september: September) -> Iterator[Row]:
    yield [f"Provider level as at 30 September {september.year}"]
    yield ["This worksheet contains one table, this table begins in cell A4."]
    yield ["Some cells in this table are empty: they do not apply to that provider type."]
    yield from lists.at_30_september(register, september.day, september.published_by)
