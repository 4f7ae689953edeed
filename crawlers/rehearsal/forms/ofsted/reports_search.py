"""The reports site's search: what is asked of it, and what it finds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from crawlers.rehearsal.forms.ofsted.reports_listing import Listed
from crawlers.rehearsal.publishing import Asked

MOST_ROWS = 100
"""What the site gives at most, since February 2025, whatever is asked."""
_ROWS = 10
_OPEN, _CLOSED = "1", "2"
_ANY, SOCIAL_CARE = "0", "3"
_REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "South East": "E12000008",
    "South West": "E12000009",
}


@dataclass(frozen=True, kw_only=True)
class Found:
    """One page of results."""

    total: int
    start: int
    rows: int
    listed: Sequence[Listed]
    query: Mapping[str, tuple[str, ...]]

    @property
    def page(self) -> int:
        """Which page it is, from 1; the last for whoever asks past the end."""
        return min(self.start // self.rows + 1, self.pages)

    @property
    def pages(self) -> int:
        """How many there are, at least one."""
        return max(1, -(-self.total // self.rows))

    def at(self, start: int) -> str:
        """The same search from another result on."""
        kept = [
            (name, value)
            for name, values in self.query.items()
            if name not in {"start", "rows"}
            for value in values
        ]
        return f"/search?{urlencode([*kept, ('start', start), ('rows', self.rows)])}"


def search(listed: Sequence[Listed], asked: Asked) -> Found:
    """The page of results that is asked for, of the settings that pass every filter."""
    wanted = _wanted(asked)
    hits = [one for one in listed if all(passes(one) for passes in wanted)]
    _sort(hits, asked)
    start = max(0, _number(asked.one("start"), 0))
    rows = min(MOST_ROWS, max(1, _number(asked.one("rows"), _ROWS)))
    return Found(
        total=len(hits),
        start=start,
        rows=rows,
        listed=hits[start : start + rows],
        query=asked.query,
    )


def _wanted(asked: Asked) -> list[Callable[[Listed], bool]]:
    """One test for each filter that is set."""
    types, level_2 = _values(asked, "level_1_types"), _values(asked, "level_2_types")
    status, councils = _values(asked, "status"), _values(asked, "local_authority")
    regions, text = _values(asked, "region"), (asked.one("q") or "").strip().casefold()
    first, last = (
        _day(asked.one("latest_report_date_start")),
        _day(asked.one("latest_report_date_end")),
    )
    wanted: list[Callable[[Listed], bool]] = []
    if types and not types & {_ANY, SOCIAL_CARE}:
        wanted.append(lambda _: False)
    if level_2 - {_ANY}:
        wanted.append(lambda one: str(one.kind.level_2) in level_2)
    if status:
        wanted.append(lambda one: (_OPEN if one.is_open else _CLOSED) in status)
    if councils:
        wanted.append(lambda one: one.council.dfe_code in councils)
    if regions:
        wanted.append(lambda one: _REGIONS.get(one.council.region) in regions)
    if text:
        wanted.append(lambda one: text in f"{one.title} {one.setting.urn}".casefold())
    if first is not None:
        wanted.append(lambda one: one.latest is not None and one.latest >= first)
    if last is not None:
        wanted.append(lambda one: one.latest is not None and one.latest <= last)
    return wanted


def _values(asked: Asked, name: str) -> set[str]:
    """The values of a filter, whether written `name`, `name[]` or `name[0]`."""
    return {
        value
        for given, values in asked.query.items()
        if given == name or given.startswith(f"{name}[")
        for value in values
        if value
    }


def _sort(hits: list[Listed], asked: Asked) -> None:
    how = asked.one("sort")
    if how == "date":
        hits.sort(key=lambda one: one.latest or date.min, reverse=asked.one("order") != "asc")
    elif how == "az":
        hits.sort(key=lambda one: one.title.casefold(), reverse=asked.one("order") == "desc")


def _number(written: str | None, otherwise: int) -> int:
    return int(written) if written is not None and written.isdecimal() else otherwise


def _day(written: str | None) -> date | None:
    """A day as the form writes it, DD-MM-YYYY; None where it is blank or no day."""
    try:
        return datetime.strptime(written or "", "%d-%m-%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
