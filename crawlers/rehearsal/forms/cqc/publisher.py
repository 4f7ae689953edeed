"""The Care Quality Commission's front desk: the page of data, and the files it links."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from html import escape
from io import BytesIO

from crawlers.rehearsal.forms.cqc.headings import ACTIVE_LOCATIONS, DIRECTORY
from crawlers.rehearsal.forms.cqc.locations import (
    active_location_row,
    directory_row,
    locations,
)
from crawlers.rehearsal.forms.delimited import CSV, delimited
from crawlers.rehearsal.forms.link_pages import Link, changed_on, links_page, not_found, page
from crawlers.rehearsal.forms.saved_as import saved_as
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified
from db.spreadsheet import Sheet, write_ods

PAGE = "/about-us/transparency/using-cqc-data"
"""Where both files are linked."""

_FILE = re.compile(
    r"/system/files/(?P<month>\d{4}-\d{2})/(?P<day>\d{2}_[A-Z][a-z]+_\d{4})"
    r"_(?P<what>CQC_directory\.csv|HSCA_Active_Locations\.ods)"
)
_LOCATION = re.compile(r"/location/(?P<id>1-\d+)")
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_WEDNESDAY = 2
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class CareQualityCommission:
    """The Commission's register as published by one day."""

    setup: Setup

    @property
    def key(self) -> str:
        """How the site names it."""
        return "cqc"

    def answer(self, asked: Asked, /) -> Answer:
        """The page, a location, a file of a day on which one was put out, or that there is none."""
        if asked.path == PAGE:
            return self._page()
        if found := _LOCATION.fullmatch(asked.path):
            return self._location(found["id"])
        found = _FILE.fullmatch(asked.path)
        day = _day(found["day"]) if found else None
        if not found or day is None or f"{day:%Y-%m}" != found["month"]:
            return not_found()
        if found["what"].endswith(".csv") and _is_weekly(day) and day <= self.setup.today:
            headers = {**saved_as(asked.path), **modified(day)}
            return Answer(media_type=CSV, body=self._directory(day), headers=headers)
        if found["what"].endswith(".ods") and day.day == 1 and day <= self._month:
            headers = {**saved_as(asked.path), **modified(day + _A_DAY)}
            return Answer(media_type=_ODS, body=self._active_locations(day), headers=headers)
        return not_found()

    def _page(self) -> Answer:
        address = self.setup.addresses[self.key]
        put_out = self._month + timedelta(days=1)
        found = links_page(
            "Using CQC data",
            [
                Link(
                    address=f"{address}{_path(self._week)}_CQC_directory.csv",
                    text="CQC care directory - csv",
                ),
                Link(
                    address=f"{address}{_path(self._month)}_HSCA_Active_Locations.ods",
                    text=f"Care directory with filters ({put_out:%d %B %Y})",
                    note="(ods)",
                ),
            ],
        )
        return changed_on(max(self._week, put_out), found)

    def _location(self, location_id: str) -> Answer:
        today = self.setup.today
        for one in locations(self.setup.world, today):
            if one.location_id == location_id:
                body = one.service.body
                found = page(one.service.name, [f"<p>Run by: {escape(body.name_on(today))}</p>"])
                renamed = (named.since for named in body.names[1:] if named.since <= today)
                return changed_on(max((one.service.opened_on, *renamed)), found)
        return not_found()

    @cached_property
    def _week(self) -> date:
        """The newest Wednesday."""
        today = self.setup.today
        return today - timedelta(days=(today.weekday() - _WEDNESDAY) % 7)

    @cached_property
    def _month(self) -> date:
        """The first of the month whose file is out: it comes on the second."""
        return (self.setup.today - timedelta(days=1)).replace(day=1)

    def _directory(self, day: date) -> bytes:
        address = self.setup.addresses[self.key]
        rows = (directory_row(one, address, day) for one in locations(self.setup.world, day))
        blank = [None] * len(DIRECTORY)
        return delimited(
            [
                ["CQC Locations data (rehearsal: every location is invented)", *blank[1:]],
                blank,
                [f"This data was produced on {day:%d %B %Y}", *blank[1:]],
                blank,
                DIRECTORY,
                *rows,
            ]
        )

    def _active_locations(self, day: date) -> bytes:
        rows = (active_location_row(one, day) for one in locations(self.setup.world, day))
        target = BytesIO()
        read_me = [
            ["Active locations of providers registered under the Health and Social Care Act"],
            [f"Source: CQC database as at {day:%d %B %Y}"],
            ["Rehearsal: every location and provider is invented"],
        ]
        write_ods(
            target,
            [
                Sheet(name="README", rows=read_me),
                Sheet(name="HSCA_Active_Locations", rows=[ACTIVE_LOCATIONS, *rows]),
            ],
        )
        return target.getvalue()


def _path(day: date) -> str:
    return f"/system/files/{day:%Y-%m}/{day:%d_%B_%Y}"


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%d_%B_%Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None


def _is_weekly(day: date) -> bool:
    return day.weekday() == _WEDNESDAY
