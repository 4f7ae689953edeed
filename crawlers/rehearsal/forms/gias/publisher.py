"""The schools register's front desks: the page of downloads, and the host of its files."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.forms.delimited import CSV, Field, delimited
from crawlers.rehearsal.forms.gias.headings import ESTABLISHMENTS
from crawlers.rehearsal.forms.gias.schools import School, proprietor_name, schools
from crawlers.rehearsal.forms.link_pages import not_found, page
from crawlers.rehearsal.forms.saved_as import saved_as
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified
from crawlers.rehearsal.world.world import World

PAGE = "/Downloads"
"""Where files are asked for."""

_REGIONS = {
    "North East": ("A", "North East"),
    "North West": ("B", "North West"),
    "Yorkshire and The Humber": ("D", "Yorkshire and the Humber"),
    "East Midlands": ("E", "East Midlands"),
    "West Midlands": ("F", "West Midlands"),
    "East of England": ("G", "East of England"),
    "London": ("H", "London"),
    "South East": ("J", "South East"),
    "South West": ("K", "South West"),
}
"""The publisher's code and spelling of each region."""


@dataclass(frozen=True)
class SchoolsRegister:
    """The register's own site, whose page of downloads is a form: it links no file.

    Whoever sends the form is given a zip after a while. The day of each file stands in the form,
    and by its day a file is found on the host of files.
    """

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "gias"

    def answer(self, asked: Asked, /) -> Answer:
        """The page, or that there is none."""
        if asked.path != PAGE:
            return not_found()
        on = f"{self.setup.today:%d/%m/%Y}"
        fields = (
            _hidden("Downloads[0].Tag", "all.edubase.data"),
            _hidden("Downloads[0].FileGeneratedDate", f"{on} 00:00:00"),
            '<input type="checkbox" id="establishment-fields-csv-checkbox" value="true">',
            '<label for="establishment-fields-csv-checkbox">Establishment fields CSV</label>',
            f"<span>{on}</span>",
        )
        form = ('<form action="/Downloads/Collate" method="post">', *fields, "</form>")
        return page("Download school and college data", form)


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{value}">'


@dataclass(frozen=True)
class SchoolsFiles:
    """The host of files: that of the day; yesterday's is no longer there."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "gias_files"

    def answer(self, asked: Asked, /) -> Answer:
        """The file of the day, or that there is none."""
        if asked.path == self._path:
            headers = {**saved_as(self._path), **modified(self.setup.today)}
            return Answer(media_type=CSV, body=self._file(), headers=headers)
        return not_found()

    @property
    def _path(self) -> str:
        return f"/edubase/downloads/public/edubasealldata{self.setup.today:%Y%m%d}.csv"

    def _file(self) -> bytes:
        world, today = self.setup.world, self.setup.today
        rows = (_row(world, school, today) for school in schools(world, today))
        return delimited(
            [ESTABLISHMENTS, *rows],
            quote_all=True,
            # The publisher's system is older than UTF-8.
            encoding="cp1252",
        )


def _row(world: World, school: School, day: date) -> Sequence[Field]:
    said = {**_what(school, day), **_where(school)}
    said["SchoolWebsite"] = "rehearsal.invalid"
    said["PropsName"] = proprietor_name(world, school, day)
    return [said.get(heading) for heading in ESTABLISHMENTS]


def _what(school: School, day: date) -> Mapping[str, Field]:
    closed = school.closed_on is not None and school.closed_on <= day
    return {
        "URN": school.urn,
        "EstablishmentNumber": 6000 + school.urn % 900,
        "EstablishmentName": school.name,
        "TypeOfEstablishment (code)": school.type[0],
        "TypeOfEstablishment (name)": school.type[1],
        "EstablishmentTypeGroup (code)": school.group[0],
        "EstablishmentTypeGroup (name)": school.group[1],
        "EstablishmentStatus (code)": 2 if closed else 1,
        "EstablishmentStatus (name)": "Closed" if closed else "Open",
        "OpenDate": _dashed(school.opened_on),
        "CloseDate": _dashed(school.closed_on) if closed else None,
        "PhaseOfEducation (code)": 0,
        "PhaseOfEducation (name)": "Not applicable",
        "StatutoryLowAge": 8,
        "StatutoryHighAge": 19,
        "Boarders (code)": 3 if school.boards else 1,
        "Boarders (name)": "Boarding school" if school.boards else "No boarders",
        "Gender (code)": 3,
        "Gender (name)": "Mixed",
        "SchoolCapacity": school.pupils + 10,
        "NumberOfPupils": school.pupils,
        "LastChangedDate": _dashed(school.closed_on if closed else school.opened_on),
        "BoardingEstablishment (name)": (
            "Has boarders" if school.boards else "Does not have boarders"
        ),
    }


def _where(school: School) -> dict[str, Field]:
    council = school.council
    region = _REGIONS.get(council.region, ("Z", "Wales (pseudo)"))
    return {
        "LA (code)": council.dfe_code,
        "LA (name)": council.name,
        "Street": school.street,
        "Town": school.town,
        "Postcode": school.postcode,
        "GOR (code)": region[0],
        "GOR (name)": region[1],
        "GSSLACode (name)": council.ons_code,
        "Country (name)": "United Kingdom",
    }


def _dashed(day: date | None) -> str | None:
    return f"{day:%d-%m-%Y}" if day else None
