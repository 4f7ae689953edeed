"""The three data sets of a release, with the columns of that release."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crawlers.rehearsal.forms.dfe_statistics import marks, totals
from crawlers.rehearsal.forms.dfe_statistics.areas import AREA_COLUMNS, Area, areas
from crawlers.rehearsal.forms.dfe_statistics.children import CouncilYear, Counts, english
from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.world import World

Years = Mapping[int, Sequence[CouncilYear]]
"""Every council's children, by year."""

Row = Sequence[str]

_LOW_SINCE = 2026
"""The release from which a percentage that rounds to 0 is marked `low`: until that of 2025 it is
`k`, which the Government Statistical Service has since given up."""

_RENAMED_IN = 2025
"""The release from which the columns of new placements have other names."""


@dataclass(frozen=True, kw_only=True)
class DataSet:
    """One data set: its file, its title, and how a release writes it."""

    file: str
    title: str
    rows: Callable[[World, Years, int], Iterator[Row]]


def _march(world: World, years: Years, release: int) -> Iterator[Row]:
    yield (*_COLUMNS, "cla_group", "characteristic", "number", "percentage")
    yield from _rows(world, years, release, of=lambda one: one.on_31_march)


def _during(world: World, years: Years, release: int) -> Iterator[Row]:
    if release < _RENAMED_IN:
        yield (*_COLUMNS, "cla_group", "characteristic", "number", "percentage")
    else:
        yield (*_COLUMNS, "characteristic", "breakdown", "children_count", "children_percent")
    yield from _rows(world, years, release, of=lambda one: one.during_the_year)


_COLUMNS = ("time_period", "time_identifier", *AREA_COLUMNS)

_TOTAL = {totals.NEW: "Total new placements", totals.CHANGE: "Total placements changing"}


def _rows(
    world: World, years: Years, release: int, *, of: Callable[[CouncilYear], Counts]
) -> Iterator[Row]:
    low = "low" if release >= _LOW_SINCE else "k"
    for year in sorted(years, reverse=True):
        known = {one.council.key: of(one) for one in years[year]}
        shape = next(iter(known.values()))
        absent = no_return(world, year)
        for area in areas(english(world)):
            for group in sorted(shape):
                counts = _sum([known[one.key][group] for one in area.holds if one.key in known])
                written = _written(
                    area,
                    counts or shape[group],
                    total=_TOTAL.get(group, "Total"),
                    is_there=bool(counts),
                    is_absent=area.council is not None and area.council.key == absent,
                    low=low,
                )
                for row, cell in sorted(written.items()):
                    yield (
                        *(str(year), "Reporting year", *area.columns, group, row),
                        *(cell.number, cell.percentage),
                    )


def _written(
    area: Area,
    counts: Mapping[str, int],
    *,
    total: str,
    is_there: bool,
    is_absent: bool,
    low: str,
) -> Mapping[str, marks.Written]:
    if area.council is None:
        return marks.rounded(counts, total=total, low=low)
    if not is_there:
        return marks.missing(counts, total=total, mark=marks.NOT_APPLICABLE)
    if is_absent:
        return marks.missing(counts, total=total, mark=marks.NOT_AVAILABLE)
    return marks.withheld(counts, total=total, low=low)


def _sum(of: Sequence[Mapping[str, int]]) -> dict[str, int]:
    return {row: sum(one[row] for one in of) for row in of[0]} if of else {}


def no_return(world: World, year: int) -> str | None:
    """Key of the council that did not report in a year; in most years, None.

    England's and its region's totals hold an estimate of it, as the publisher's do.
    """
    draws = drawn(world.seed, "no return", str(year))
    able = [one.key for one in english(world) if one.looked_after]
    return draws.choice(able) if able and draws.random() < 1 / 3 else None


EXTERNAL = "1. Children who are the responsibility of other LAs placed within this LA boundary"
AWAY = "2. Children who are the responsibility of this LA placed outside the LA boundary"
NET = "Net gain of children by responsible LA"


def _net_gain(world: World, years: Years, release: int) -> Iterator[Row]:  # noqa: ARG001 - one shape for all
    yield (*_COLUMNS, "characteristic", "number")
    for year in sorted(years, reverse=True):
        known = {one.council.key: one for one in years[year]}
        absent = no_return(world, year)
        for area in areas(english(world)):
            for row, number in _gain(area, known, absent).items():
                yield (str(year), "Reporting year", *area.columns, row, number)


def _gain(area: Area, known: Mapping[str, CouncilYear], absent: str | None) -> Mapping[str, str]:
    of = [known[one.key].on_31_march for one in area.holds if one.key in known]
    external = sum(one[totals.HOST][totals.OTHERS_INSIDE] for one in of)
    away = sum(one[totals.LOCALITY][totals.OUTSIDE] for one in of)
    if area.council is None:
        numbers = (marks.tens(external), marks.tens(away), marks.tens(external - away))
    elif area.council.key not in known or not known[area.council.key].number:
        numbers = (marks.NOT_APPLICABLE,) * 3
    elif area.council.key == absent:
        numbers = (marks.NOT_AVAILABLE,) * 3
    elif min(external or marks.MOST_WITHHELD + 1, away or marks.MOST_WITHHELD + 1) <= (
        marks.MOST_WITHHELD
    ):
        numbers = (marks.CONFIDENTIAL,) * 3
    else:
        numbers = (str(external), str(away), str(external - away))
    return dict(zip((EXTERNAL, AWAY, NET), numbers, strict=True))


DATA_SETS = (
    DataSet(
        file="la_cla_on_31_march_by_characteristics",
        title="LA - Children looked after on 31 March by characteristics",
        rows=_march,
    ),
    DataSet(
        file="la_cla_during_year_new_placements",
        title="LA - New placements and placement changes during the year",
        rows=_during,
    ),
    DataSet(
        file="la_cla_on_31_march_la_of_placement_netgain",
        title="LA - Net gain of children by responsible local authority",
        rows=_net_gain,
    ),
)
"""What a release holds of interest here; the real one has some forty data sets."""
