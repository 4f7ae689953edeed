"""The small market as Ofsted's annual workbook: two issues in the form of the real one of 2025.

The cases to be found in them are listed in `crawlers.rehearsal.planted`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import front_tabs, list_tabs, time_series_tabs
from crawlers.rehearsal.market import Market
from crawlers.rehearsal.small_market import small_market
from crawlers.rehearsal.year import Year
from db.spreadsheet import Sheet, Target, write_ods

TODAY = date(2026, 9, 1)
"""The rehearsal's own today, when both issues are out."""


@dataclass(frozen=True, kw_only=True)
class AnnualIssue:
    """One July issue: the register as at 31 March, and the year that ended then."""

    market: Market
    as_at: date
    published_on: date

    @property
    def file_name(self) -> str:
        """The name under which the publisher puts out such a file."""
        return f"Childrens_social_care_in_England_{self.as_at.year}_underlying_data.ods"

    def write(self, target: Target) -> None:
        """Write the workbook, an OpenDocument spreadsheet, to a path or an open file."""
        write_ods(target, self.sheets())

    def sheets(self) -> Iterator[Sheet]:
        """Yield the workbook's thirteen tabs, in the publisher's order."""
        year = Year(to=self.as_at)
        stamp = f"31_Mar_{self.as_at.year}"
        tabs = {
            "Cover": front_tabs.cover(year, self.published_on),
            "Contents": front_tabs.contents(year),
            "Guidance": front_tabs.guidance(year),
            "Notes": front_tabs.notes(year),
            "Meta-data": front_tabs.meta_data(year),
            f"Provider_level_at_{stamp}": list_tabs.provider_level(self.market, year),
            f"Provider_level_in_year_{year.label}": list_tabs.provider_level_in_year(
                self.market, year
            ),
            f"Providers+places_at_{stamp}": list_tabs.providers_and_places(self.market, year),
            f"SA_Premises_at_{stamp}": list_tabs.supported_premises(self.market, year),
            f"Leavers+Joiners_at_{stamp}": list_tabs.leavers_and_joiners(self.market, year),
            "Providers+places_Time_series": time_series_tabs.providers_and_places(
                self.market, year
            ),
            "Latest_OE_31_Mar_Time_Series": time_series_tabs.latest_judgements(self.market, year),
            "In_Year_Time_series": time_series_tabs.in_year_judgements(self.market, year),
        }
        yield from (Sheet(name=name, rows=rows) for name, rows in tabs.items())


def issues(seed: int = 1) -> tuple[AnnualIssue, ...]:
    """The two issues of one seed's market, the older first; the same seed, the same bytes."""
    market = small_market(seed)
    return (
        AnnualIssue(market=market, as_at=date(2025, 3, 31), published_on=date(2025, 7, 16)),
        AnnualIssue(market=market, as_at=date(2026, 3, 31), published_on=date(2026, 7, 15)),
    )
