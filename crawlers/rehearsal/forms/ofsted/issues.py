"""Every file that Ofsted puts out in a world, with the day of each, and what it corrected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path

from crawlers.rehearsal.forms.ofsted import csv_tables, six_monthly, yearly_workbook
from crawlers.rehearsal.forms.ofsted.corrections import Correction, as_first_issued, correction
from crawlers.rehearsal.forms.ofsted.counted_years import FIRST
from crawlers.rehearsal.forms.ofsted.csv_tables import CsvTable
from crawlers.rehearsal.forms.ofsted.publication_days import january, july
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.six_monthly import September
from crawlers.rehearsal.forms.ofsted.year import Year, march
from crawlers.rehearsal.publishing import Reissue
from crawlers.rehearsal.world.world import World
from db.spreadsheet import write_ods

ODS, CSV = "application/vnd.oasis.opendocument.spreadsheet", "text/csv"
Write = Callable[[Path], None]
"""Writes a file to a path."""


@dataclass(frozen=True, kw_only=True)
class Issue:
    """One file as it came out on one day; a corrected one is another."""

    year: int
    """Of the register; of a year's visits or movements, in which the year ends."""
    name: str
    title: str
    media_type: str
    issued_on: date
    superseded_on: date | None
    """The day on which a corrected one took its place; None where none did."""
    write: Write
    reissue: Reissue | None = None
    """Upon whose asking it was put out again; None for what the world itself put out."""

    def media_id(self, seed: int) -> str:
        """What the publisher's store calls it: 24 hex digits, of which the first tell the day."""
        morning = (self.issued_on - date(1970, 1, 1)).days * 86_400 + 30_000
        again = "" if self.reissue is None else "/again"
        told = sha256(f"{seed}/{self.name}/{self.issued_on}{again}".encode()).hexdigest()
        return f"{morning:08x}{told[:16]}"

    def path(self, seed: int) -> str:
        """Where it lies in the publisher's store."""
        return f"/media/{self.media_id(seed)}/{self.name}"

    def is_current(self, today: date) -> bool:
        """Whether it is out, and no corrected one is."""
        is_superseded = self.superseded_on is not None and self.superseded_on <= today
        return self.issued_on <= today and not is_superseded


def every_yearly_issue(world: World) -> Iterator[Issue]:
    """Yield the files of each July whose register the world has, the oldest first."""
    register = Register(world=world)
    for to in range(FIRST, world.last_day.year + 1):
        year = march(to)
        if year.to >= world.first_day and july(to) <= world.last_day:
            workbook = to > csv_tables.LAST_YEAR
            yield from (_workbooks if workbook else _csv_files)(register, year)


def every_january_issue(world: World) -> Iterator[Issue]:
    """Yield the file of each January since 2026, the oldest first."""
    register = Register(world=world)
    for year in range(six_monthly.FIRST_YEAR, world.last_day.year + 1):
        september, out = September(year=year), january(year + 1)
        if september.day >= world.first_day and out <= world.last_day:
            yield Issue(
                year=year,
                name=september.file_name,
                title=(
                    "Inspection and regulation of children's social care and supported"
                    f" accommodation providers {year}"
                ),
                media_type=ODS,
                issued_on=out,
                superseded_on=None,
                write=partial(_write_six_monthly, register, september, out),
            )


def _csv_files(register: Register, year: Year) -> Iterator[Issue]:
    for (name, title), table in _csv_tables(register, year):
        yield Issue(
            year=year.to.year,
            name=f"{name}.csv",
            title=title,
            media_type=CSV,
            issued_on=july(year.to.year),
            superseded_on=None,
            write=partial(_write_csv, table, register, year),
        )


def _csv_tables(register: Register, year: Year) -> Iterator[tuple[tuple[str, str], CsvTable]]:
    """The year's lists with their names and titles; a list of nothing does not come out."""
    yield _named(f"Provider level data as at {year.day}", year), csv_tables.LEVEL
    if year.to.year in csv_tables.FULL_REGISTER_BESIDE:
        yield _named(f"Providers and places as at {year.day}", year), csv_tables.PLACES
    if register.visits(year):
        yield _named(f"Provider level data in year {year.label}", year), csv_tables.IN_YEAR
    if register.moved(year):
        yield _named(f"Joiners and leavers {year.label}", year), csv_tables.MOVEMENTS


def _named(title: str, year: Year) -> tuple[str, str]:
    """A file's name and its title: until 2018 titles began with the release's."""
    release = f"Children's social care data in England {year.first_day.year} to {year.to.year}"
    is_long = year.to.year <= _LONG_TITLES_UNTIL
    return title.replace(" ", "_"), f"{release}: {title}" if is_long else title


_LONG_TITLES_UNTIL = 2018


def _workbooks(register: Register, year: Year) -> Iterator[Issue]:
    amiss = correction(register, year)
    first = Issue(
        year=year.to.year,
        name=f"Childrens_social_care_in_England_{year.to.year}_underlying_data.ods",
        title=f"Children's social care in England {year.to.year}: underlying data",
        media_type=ODS,
        issued_on=july(year.to.year),
        superseded_on=None if amiss is None else amiss.on,
        write=partial(_write_workbook, as_first_issued(register, amiss), year, amiss),
    )
    yield first
    if amiss is not None:
        right = partial(_write_workbook, register, year, None)
        yield replace(first, issued_on=amiss.on, superseded_on=None, write=right)


def _write_csv(table: CsvTable, register: Register, year: Year, path: Path) -> None:
    path.write_bytes(csv_tables.body(table, register, year))


def _write_workbook(register: Register, year: Year, amiss: Correction | None, path: Path) -> None:
    omitted = 0 if amiss is None else amiss.places
    published_on = july(year.to.year)
    write_ods(
        path, yearly_workbook.sheets(register, year, published_on=published_on, omitted=omitted)
    )


def _write_six_monthly(register: Register, september: September, out: date, path: Path) -> None:
    write_ods(path, six_monthly.sheets(register, september, out))
