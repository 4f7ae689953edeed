"""MHCLG's front desk: the collection, a release of each December, and its workbook."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from io import BytesIO

from crawlers.rehearsal.forms.link_pages import Link, changed_on, links_page, not_found
from crawlers.rehearsal.forms.mhclg.lines import label
from crawlers.rehearsal.forms.mhclg.spending import returns
from crawlers.rehearsal.forms.mhclg.workbook import sheets
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified
from db.spreadsheet import write_ods

COLLECTION = "/government/collections/local-authority-revenue-expenditure-and-financing"
"""Where every release is listed."""

_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_RELEASE = re.compile(
    r"/government/statistics/local-authority-revenue-expenditure-and-financing-england"
    r"-(?P<year>\d{4})-to-\d{4}-individual-local-authority-data-outturn"
)


@dataclass(frozen=True)
class Mhclg:
    """The releases out by one day."""

    setup: Setup
    _made: dict[int, bytes] = field(default_factory=dict[int, bytes])
    """Workbooks made once, by year."""

    @property
    def key(self) -> str:
        """How the site names it."""
        return "mhclg"

    def answer(self, asked: Asked, /) -> Answer:
        """A page, the same as JSON below /api/content, a workbook, or that there is none."""
        path = asked.path.removeprefix("/api/content")
        is_json = path != asked.path
        if path == COLLECTION:
            newest = max(map(released_on, self._years), default=self.setup.world.first_day)
            found = _json(self._collection()) if is_json else self._collection_page()
            return changed_on(newest, found)
        if (asks := _RELEASE.fullmatch(path)) and path == release_path(int(asks["year"])):
            year = int(asks["year"])
            if year in self._years:
                found = _json(self._content(year)) if is_json else self._release_page(year)
                return changed_on(released_on(year), found)
        for year in self._years:
            if asked.path == media_path(year):
                headers = modified(released_on(year))
                return Answer(media_type=_ODS, body=self._workbook(year), headers=headers)
        return _json({"message": "Not found"}, status=404) if is_json else not_found()

    @cached_property
    def _years(self) -> Sequence[int]:
        """The financial years, by the year in which they begin, whose release is out."""
        world, today = self.setup.world, self.setup.today
        years = range(world.first_day.year, world.last_day.year)
        return [year for year in reversed(years) if released_on(year) <= today]

    @property
    def _address(self) -> str:
        return self.setup.addresses[self.key]

    def _collection_page(self) -> Answer:
        return links_page(
            "Local authority revenue expenditure and financing",
            (
                Link(address=f"{self._address}{release_path(year)}", text=_title(year))
                for year in self._years
            ),
        )

    def _release_page(self, year: int) -> Answer:
        link = Link(
            address=f"{self._address}{media_path(year)}",
            text=_attachment_title(year),
            note=f"ODS, {len(self._workbook(year)) // 1000} KB",
        )
        return links_page(_title(year), [link])

    def _collection(self) -> Mapping[str, object]:
        documents = [
            {
                "api_path": f"/api/content{release_path(year)}",
                "base_path": release_path(year),
                "title": _title(year),
                "public_updated_at": _moment(released_on(year)),
                "web_url": f"{self._address}{release_path(year)}",
            }
            for year in self._years
        ]
        return {
            "base_path": COLLECTION,
            "document_type": "document_collection",
            "locale": "en",
            "title": "Local authority revenue expenditure and financing",
            "links": {"documents": documents},
        }

    def _content(self, year: int) -> Mapping[str, object]:
        name = file_name(year)
        attachment = {
            "accessible": True,
            "attachment_type": "file",
            "content_type": _ODS,
            "file_size": len(self._workbook(year)),
            "filename": name,
            "id": name,
            "title": _attachment_title(year),
            "url": f"{self._address}{media_path(year)}",
        }
        return {
            "base_path": release_path(year),
            "document_type": "national_statistics",
            "first_published_at": _moment(released_on(year)),
            "public_updated_at": _moment(released_on(year)),
            "locale": "en",
            "title": _title(year),
            "details": {"attachments": [attachment]},
        }

    def _workbook(self, year: int) -> bytes:
        if year not in self._made:
            target = BytesIO()
            write_ods(target, sheets(returns(self.setup.world, year), year, released_on(year)))
            self._made[year] = target.getvalue()
        return self._made[year]


def _json(body: Mapping[str, object], *, status: int = 200) -> Answer:
    return Answer(status=status, body=json.dumps(body).encode())


def released_on(year: int) -> date:
    """The day of the release of a year: the first Thursday of the December after its end.

    So it was on 4 December 2025 for the year that began in April 2024.
    """
    first = date(year + 1, 12, 1)
    thursday = 3
    return date(year + 1, 12, 1 + (thursday - first.weekday()) % 7)


def release_path(year: int) -> str:
    """Where a release is."""
    return (
        "/government/statistics/local-authority-revenue-expenditure-and-financing-england"
        f"-{year}-to-{year + 1}-individual-local-authority-data-outturn"
    )


def file_name(year: int) -> str:
    """What the workbook of a year is called; the name says what it is, as its first sheet does."""
    return f"rehearsal_RO3_LA_Data_{label(year)}_data_by_LA.ods"


def media_path(year: int) -> str:
    """Where the workbook of a year is: an address that nobody could guess, as in life."""
    return f"/media/{sha256(file_name(year).encode()).hexdigest()[:24]}/{file_name(year)}"


def _title(year: int) -> str:
    return (
        "Local authority revenue expenditure and financing England:"
        f" {year} to {year + 1} individual local authority data - outturn"
    )


def _attachment_title(year: int) -> str:
    return f"Revenue outturn social care and public health services (RO3) {year} to {year + 1}"


def _moment(day: date) -> str:
    return f"{day}T09:30:00+00:00"
