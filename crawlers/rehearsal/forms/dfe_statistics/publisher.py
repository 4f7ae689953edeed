"""DfE's front desk: the release of each November, its data sets, and where each is found."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from html import escape
from uuid import NAMESPACE_URL, uuid5

from crawlers.rehearsal.forms.delimited import CSV, delimited
from crawlers.rehearsal.forms.dfe_statistics.children import CouncilYear, year_of
from crawlers.rehearsal.forms.dfe_statistics.data_sets import DATA_SETS, DataSet
from crawlers.rehearsal.forms.link_pages import Link, changed_on, item, not_found, page
from crawlers.rehearsal.forms.saved_as import saved_as
from crawlers.rehearsal.publishing import Answer, Asked, Setup, modified

PUBLICATION = "/find-statistics/children-looked-after-in-england-including-adoptions"
"""Where the newest release is; an older one is below it, by its year."""

YEARS = 5
"""Each release holds so many years, its own last."""

_RELEASE = re.compile(rf"{PUBLICATION}(?:/(?P<year>\d{{4}}))?")
_DATA_SET = re.compile(r"/data-catalogue/data-set/(?P<id>[0-9a-f-]{36})(?P<csv>/rehearsal/csv)?")


@dataclass(frozen=True)
class DfeStatistics:
    """The releases out by one day."""

    setup: Setup
    _known: dict[int, Sequence[CouncilYear]] = field(
        default_factory=dict[int, Sequence[CouncilYear]]
    )
    """What was counted once, by year."""

    @property
    def key(self) -> str:
        """How the site names it."""
        return "dfe_statistics"

    def answer(self, asked: Asked, /) -> Answer:
        """A release, a data set of one, or that there is none."""
        if found := _RELEASE.fullmatch(asked.path):
            year = int(found["year"] or max(self._releases, default=0))
            return self._dated(self._release(year)) if year in self._releases else not_found()
        found = _DATA_SET.fullmatch(asked.path)
        if not found or found["id"] not in self._data_sets:
            return not_found()
        release, data_set = self._data_sets[found["id"]]
        if found["csv"]:
            return self._file(release, data_set)
        return self._dated(self._page(release, data_set))

    def _dated(self, answer: Answer) -> Answer:
        """A page, which changes with each release: older ones say that they are."""
        return changed_on(published_on(max(self._releases)), answer)

    @cached_property
    def _releases(self) -> Sequence[int]:
        """The years of releases that are out: the first holds the first year of the world."""
        world, today = self.setup.world, self.setup.today
        years = range(world.first_day.year + 1, world.last_day.year + 1)
        return [year for year in years if published_on(year) <= today]

    @cached_property
    def _data_sets(self) -> Mapping[str, tuple[int, DataSet]]:
        return {data_set_id(year, one): (year, one) for year in self._releases for one in DATA_SETS}

    def _release(self, year: int) -> Answer:
        address = self.setup.addresses[self.key]
        sets = [
            Link(
                address=f"{address}/data-catalogue/data-set/{data_set_id(year, one)}",
                text=one.title,
                note=f"{one.file}.csv",
            )
            for one in DATA_SETS
        ]
        others = [
            Link(address=f"{address}{PUBLICATION}/{one}", text=f"Reporting year {one}")
            for one in sorted(self._releases, reverse=True)
            if one != year
        ]
        return page(
            "Children looked after in England including adoptions",
            [
                f"<p>Reporting year {year}</p>",
                f"<p>Published <time>{_long(published_on(year))}</time></p>",
                "<h2>Data sets</h2>",
                *("<ul>", *map(item, sets), "</ul>"),
                "<h2>Releases in this series</h2>",
                *("<ul>", *map(item, others), "</ul>"),
            ],
        )

    def _page(self, year: int, of: DataSet) -> Answer:
        address = self.setup.addresses[self.key]
        where = f"{address}/data-catalogue/data-set/{data_set_id(year, of)}/rehearsal/csv"
        latest = "Latest data" if year == max(self._releases) else "Not the latest data"
        return page(
            of.title,
            [
                f"<p>{latest}</p>",
                f"<p>Reporting year {year}</p>",
                f"<p>{escape(of.file)}.csv</p>",
                "<ul>",
                item(Link(address=where, text="Download this data set (CSV)")),
                "</ul>",
            ],
        )

    def _file(self, release: int, of: DataSet) -> Answer:
        years = {year: self._counted(year) for year in range(release - YEARS + 1, release + 1)}
        rows = of.rows(self.setup.world, years, release)
        return Answer(
            media_type=CSV,
            body=delimited(rows, line_end="\n"),
            headers={**saved_as(f"{of.file}.csv"), **modified(published_on(release))},
        )

    def _counted(self, year: int) -> Sequence[CouncilYear]:
        if year not in self._known:
            self._known[year] = year_of(self.setup.world, year)
        return self._known[year]


def published_on(year: int) -> date:
    """The day on which a release comes out: the third Thursday of November."""
    first = date(year, 11, 1)
    thursday = 3
    return date(year, 11, 15 + (thursday - first.weekday()) % 7)


def data_set_id(year: int, of: DataSet) -> str:
    """The publisher's id of a data set, which is another in each release."""
    return str(uuid5(NAMESPACE_URL, f"rehearsal:{year}/{of.file}"))


def _long(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
