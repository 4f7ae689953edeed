"""The lists of one year's issue: settings with their latest inspection, visits, places, premises.

Each begins with its headings; what stands above them is the file's or the tab's matter.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from crawlers.rehearsal.forms.ofsted import headings, movement_table, spelling
from crawlers.rehearsal.forms.ofsted.columns import (
    COLUMNS,
    Line,
    Row,
    Table,
    is_open,
    row_maker,
)
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year
from crawlers.rehearsal.world.settings import Setting
from db.spreadsheet import Cell

INSPECTED_ONLY = frozenset({2017, 2018, 2019, 2020, 2023, 2024})
"""Years whose provider level leaves out what was never inspected."""
_SHORT_BREAK_ONLY_SINCE = 2021
_NO_SHORT_BREAKS: Mapping[int, Cell] = {2024: " "}
"""What the list at 31 March has for homes that offer more than short breaks, where no blank."""
_NO_SHORT_BREAKS_IN_YEAR: Mapping[int, Cell] = {2022: 0}
"""The same in the list of visits: what a formula leaves for a blank."""


def table(register: Register, year: Year) -> Table:
    """What holds for every list of a year, unless a list says otherwise."""
    return Table(register=register, as_at=year.to, short_breaks=_short_breaks(year))


def _short_breaks(year: Year) -> str:
    """What is written for a home that offers short breaks only."""
    is_in_between = _SHORT_BREAK_ONLY_SINCE <= year.to.year < headings.NEWEST
    return "Short-break-only children's home" if is_in_between else "Short breaks only"


def provider_level(register: Register, year: Year) -> Iterator[Row]:
    """Yield the settings as at the year's last day, with the latest full inspection of each."""
    named = headings.of(headings.LEVEL, year.to.year)
    yield named
    made = row_maker(
        named,
        Table(
            register=register,
            as_at=year.to,
            short_breaks=_short_breaks(year),
            no_short_breaks=_NO_SHORT_BREAKS.get(year.to.year),
            blank_owner_of_supported=0,
        ),
    )
    latest = register.latest(year.to, year.published_by)
    before = register.before_latest(year.to, year.published_by)
    for setting in _listed(register, year):
        visit = latest.get(setting.urn)
        if visit is not None or year.to.year not in INSPECTED_ONLY:
            yield made(Line(setting=setting, visit=visit, before=before.get(setting.urn)))


def _listed(register: Register, year: Year) -> tuple[Setting, ...]:
    """By number; in the newest form by owner, last name first."""
    settings = register.open_on(year.to)
    if year.to.year < headings.NEWEST:
        return settings
    by_owner = sorted(
        settings, key=lambda each: str(each.owner_text_at(year.to) or ""), reverse=True
    )
    return tuple(by_owner)


def provider_level_in_year(register: Register, year: Year) -> Iterator[Row]:
    """Yield every visit of the year, with the setting as it stands at the year's end."""
    named = headings.of(headings.IN_YEAR, year.to.year)
    yield named
    made = row_maker(
        named,
        Table(
            register=register,
            as_at=year.to,
            short_breaks=_short_breaks(year),
            no_short_breaks=_NO_SHORT_BREAKS_IN_YEAR.get(year.to.year),
            owner_as_date=year.to.year >= headings.NEWEST,
            capital_kinds=year.to.year >= headings.NEWEST,
        ),
    )
    for visit in register.visits(year):
        yield made(Line(setting=register.world.setting[visit.urn], visit=visit))


def providers_and_places(register: Register, year: Year) -> Iterator[Row]:
    """Yield the whole register with places and owners, by registration number."""
    named = headings.of(headings.PLACES, year.to.year)
    yield named
    made = row_maker(
        named,
        Table(
            register=register,
            as_at=year.to,
            short_breaks=_short_breaks(year),
            linked_as_text=year.to.year >= headings.NEWEST,
        ),
    )
    yield from (made(Line(setting=setting)) for setting in register.open_on(year.to))


def supported_premises(register: Register, year: Year) -> Iterator[Row]:
    """Yield every premises of the supported accommodation on the register."""
    yield headings.PREMISES.split("|")
    about = table(register, year)
    for setting in register.open_on(year.to):
        for premises in setting.premises:
            if is_open(premises, year.to):
                line, council = Line(setting=setting), register.world.council[premises.council]
                yield [
                    *(COLUMNS[each](about, line) for each in _OF_THE_PROVIDER),
                    f"Category {premises.category}",
                    premises.places,
                    council.ofsted_region.replace(",", ""),
                    council.region,
                    premises.constituency,
                    spelling.council_name(council, year.to),
                    setting.sector,
                    setting.owner_text_at(year.to) or "NULL",
                ]


def leavers_and_joiners(register: Register, year: Year) -> Iterator[Row]:
    """Yield the settings that joined the register in the year, then those that left it."""
    yield movement_table.headings(year)
    yield from movement_table.rows(table(register, year), year)


def at_30_september(register: Register, day: date, published_by: date) -> Iterator[Row]:
    """Yield the register as at a 30 September, with the latest full inspection of each setting."""
    named = headings.SIX_MONTHLY.split("|")
    yield named
    made = row_maker(named, Table(register=register, as_at=day, short_breaks="Short breaks only"))
    latest = register.latest(day, published_by)
    for setting in register.open_on(day):
        yield made(Line(setting=setting, visit=latest.get(setting.urn)))


_OF_THE_PROVIDER = (
    "web link",
    "urn",
    "provider name",
    "provision type",
    "registration date",
    "registration status",
)
"""The first columns of the premises tab, which tell of the provider."""
