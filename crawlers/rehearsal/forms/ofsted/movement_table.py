"""Openings and closures of a year, in that year's form."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal import words
from crawlers.rehearsal.forms.ofsted import columns, spelling
from crawlers.rehearsal.forms.ofsted.columns import Line, Row, Table, midnight
from crawlers.rehearsal.forms.ofsted.year import Year
from crawlers.rehearsal.world.settings import Setting
from db.spreadsheet import Cell

_START = "URN|Provision type|Ofsted Region|Government Office Region|Local authority"
_WHERE = f"{_START}|Parliamentary constituency|Sector"
_SHORT = "Short-break-only children's home"
_WAYS = (
    "First effective date (that the provider became active)"
    "|First effective date (that the provider became resigned)"
    "|First effective date (that the provider closed)"
    "|First effective date (that the provider became cancelled)"
)
_ENDS = (
    "Registration status (as at {start})|Registration status (as at {end})"
    "|Inspectorate (as at {start})|Inspectorate (as at {end})"
)
_UNTIL_2018 = f"{_WHERE}|Places|{_WAYS}|Flag for appealed|Joiner status|Leaver status|{_ENDS}|Name"
_UNFILLED = ("@startdate", "@enddate")
"""What a template put for the two days in 2017, 2018 and 2024, and nobody filled in."""

HEADINGS: Mapping[int, str] = {
    2017: _UNTIL_2018,
    2018: _UNTIL_2018,
    2019: (
        f"{_WHERE}|Places|Registration date|Date closed|Joiner status|Leaver status"
        "|Registration status at {end}|Name|Notes"
    ),
    2020: (
        f"{_WHERE}|Places|Registration date|Cancelled or resigned date|Joiner status"
        "|Leaver status|Registration status at {end}|Name"
    ),
    2021: (
        f"{_WHERE}|Places|{_SHORT}|Registration date|Resigned/closed date|Joiner status"
        "|Leaver status|Registration status|Name"
    ),
    2022: (
        f"{_WHERE}|Places|{_SHORT}|Registration date|Cancelled or resigned date|Joiner status"
        "|Leaver status|Registration status (as at {end})|Name"
    ),
    2023: f"{_WHERE}|Places|{_SHORT}|{_WAYS}|Joiner status|Leaver status|{_ENDS}|Name|Reason",
    2024: (
        f"{_WHERE}|Premises|Places|{_SHORT}|{_WAYS}|Joiner status|Leaver status|{_ENDS}|Name|Reason"
    ),
    2025: (
        f"{_WHERE}|Places|Supported accommodation premises|{_SHORT}|\n{_WAYS}|Joiner status"
        f"|Leaver status|{_ENDS}|Setting name|Reason"
    ),
}
"""Each year's headings. That of 2024 is not held, but that it left its template unfilled."""


@dataclass(frozen=True, kw_only=True)
class Moved:
    """One row: a setting that joined the register in the year, left it, or both."""

    setting: Setting
    year: Year
    seed: int

    @property
    def joined(self) -> bool:
        """Whether it joined in the year."""
        return self.year.covers(self.setting.registered_on)

    @property
    def left_on(self) -> date | None:
        """The day on which it left, where that is in the year."""
        left_on = self.setting.left_on
        return left_on if self.year.covers(left_on) else None


def headings(year: Year) -> list[str]:
    """The headings of a year's table, with its two days."""
    form = HEADINGS[min(year.to.year, max(HEADINGS))]
    is_unfilled = year.to.year in {2017, 2018, 2024}
    start, end = _UNFILLED if is_unfilled else (f"1 April {year.first_day.year}", year.day)
    return form.format(start=start, end=end).split("|")


def rows(table: Table, year: Year) -> Iterator[Row]:
    """Yield the year's joiners, then those that only left in it, below no heading."""
    made = [_column(heading, table) for heading in headings(year)]
    for setting in table.register.moved(year):
        moved = Moved(setting=setting, year=year, seed=table.register.world.seed)
        yield [cell(moved) for cell in made]


def _column(heading: str, table: Table) -> Callable[[Moved], Cell]:
    bare = heading.strip()
    if bare.startswith(("Registration status", "Inspectorate")):
        return _at_one_end(bare)
    if bare in COLUMNS:
        return COLUMNS[bare]
    of_setting = columns.column(bare)
    return lambda moved: of_setting(table, Line(setting=moved.setting))


def _at_one_end(heading: str) -> Callable[[Moved], Cell]:
    if heading.startswith("Inspectorate"):
        return lambda _: None
    if "@startdate" in heading or "1 April" in heading:
        return lambda moved: None if moved.joined else _status(moved, moved.year.previous.to)
    return lambda moved: _status(moved, moved.year.to)


def _status(moved: Moved, day: date) -> str:
    return spelling.status(moved.setting, day)


def _became_active(moved: Moved) -> Cell:
    """The day of registration; in 2023 some are text, which a spreadsheet took for no date."""
    opened = moved.setting.registered_on
    if moved.year.to == _TEXT_ON:
        drawn = spelling.drawn_for(moved.seed, "day as text", moved.setting.urn)
        return f"{opened:%d/%m/%Y}" if drawn < _TEXT_OF_2023 else midnight(opened)
    return midnight(opened)


def _became(how: str) -> Callable[[Moved], Cell]:
    """The day on which it resigned or was cancelled; since 2025 one cancellation in six is text."""

    def made(moved: Moved) -> Cell:
        left_on = moved.left_on
        if left_on is None or (moved.setting.left_by or words.RESIGNED) != how:
            return None
        if how == words.CANCELLED and moved.year.to >= _TEXT_OF_CANCELLED_SINCE:
            drawn = spelling.drawn_for(moved.seed, "day as text", moved.setting.urn)
            return f"{left_on:%d/%m/%Y}" if drawn < _TEXT_OF_2025 else midnight(left_on)
        return midnight(left_on)

    return made


def _left(moved: Moved) -> Cell:
    return midnight(moved.left_on)


def _reason(moved: Moved) -> str:
    if moved.joined and moved.left_on:
        return "Joiner and Leaver in current reporting period"
    if moved.joined:
        return "In current dataset as active, not in previous year"
    return "In previous year, not in current dataset (closed date in Year)"


_TEXT_ON, _TEXT_OF_2023 = date(2023, 3, 31), 0.5
_TEXT_OF_CANCELLED_SINCE, _TEXT_OF_2025 = date(2025, 3, 31), 1 / 6
COLUMNS: Mapping[str, Callable[[Moved], Cell]] = {
    "First effective date (that the provider became active)": _became_active,
    "First effective date (that the provider became resigned)": _became(words.RESIGNED),
    "First effective date (that the provider closed)": _left,
    "First effective date (that the provider became cancelled)": _became(words.CANCELLED),
    "Cancelled or resigned date": _left,
    "Resigned/closed date": _left,
    "Date closed": _left,
    "Flag for appealed": lambda _: "???",
    "Joiner status": lambda moved: "Joiner" if moved.joined else None,
    "Leaver status": lambda moved: "Leaver" if moved.left_on else None,
    "Setting name": lambda moved: moved.setting.name or words.REDACTED,
    "Notes": lambda _: None,
    "Reason": _reason,
}
"""What stands under the headings that only this table has."""
