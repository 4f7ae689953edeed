"""What came and went between two full registers, beside the publisher's openings and closures."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from db.records import Movement, Record, Setting
from db.snapshot import Snapshot, full_lists
from oversight.explanation import Explanation, Line

COUNTED = "the publisher states no such number: ours is a count of two of its registers"


@dataclass(frozen=True, kw_only=True)
class Change:
    """The settings that came, or went, between two registers, by what the publisher lists."""

    listed: frozenset[str]
    """In a held table of openings, or of closures."""
    unlisted: frozenset[str]
    """In none, although the table of every year in which they can have moved is held."""
    untold: frozenset[str]
    """They may have moved in a year whose table is not held."""


def register_changes(snapshot: Snapshot) -> Iterator[Line]:
    """Yield, for each two neighbouring full registers, what came and went, and how much is listed.

    Settings of a year without a table are counted apart from the others. Lists of inspected
    settings only help to tell when a setting came or went; a rebuilt register is no evidence,
    for it is made from the movements.
    """
    settings = snapshot.every(Setting)
    registers = full_lists(settings)
    movements = snapshot.current(Movement)
    for earlier, later in pairwise(sorted(registers)):
        within = [m for m in movements if earlier < m.year_to <= later]
        held = {movement.year_to for movement in within}
        missing = [year for year in _years(earlier, later) if year not in held]
        came, went = changes(registers[earlier], registers[later], settings, within)
        for what, change in (("new", came), ("gone", went)):
            lists = _tables((*registers[later][:1], *registers[earlier][:1], *within))
            yield from _lines(what, change, (earlier, later), missing, lists)


def changes(
    before: Collection[Setting],
    after: Collection[Setting],
    listed: Iterable[Setting],
    movements: Collection[Movement],
) -> tuple[Change, Change]:
    """What came and what went between two registers.

    `listed` are settings of any list that was published, `movements` those of the years between.
    """
    earlier, later = (next(iter(register)).as_at for register in (before, after))
    old, new = ({setting.urn: setting for setting in register} for register in (before, after))
    held = {movement.year_to for movement in movements}
    seen = _seen(listed, earlier, later)
    came = {
        urn: _years(max(earlier, _day_before_its_year(new[urn])), min(seen.get(urn, [later])))
        for urn in new.keys() - old.keys()
    }
    went = {urn: _years(max(seen.get(urn, [earlier])), later) for urn in old.keys() - new.keys()}
    return (
        _change(came, {m.urn for m in movements if m.joined}, held),
        _change(went, {m.urn for m in movements if m.left}, held),
    )


def _change(
    years: Mapping[str, list[date]], moved: Collection[str], held: Collection[date]
) -> Change:
    rest = years.keys() - moved
    untold = {urn for urn in rest if any(year not in held for year in years[urn])}
    return Change(
        listed=frozenset(years.keys() & moved),
        unlisted=frozenset(rest - untold),
        untold=frozenset(untold),
    )


def _seen(settings: Iterable[Setting], earlier: date, later: date) -> Mapping[str, list[date]]:
    """The days between two registers on which each setting stands in some list."""
    seen: dict[str, list[date]] = {}
    for setting in settings:
        if earlier < setting.as_at < later:
            seen.setdefault(setting.urn, []).append(setting.as_at)
    return seen


def _years(after: date, until: date) -> list[date]:
    """The years to 31 March that lie after one day and up to another, by their last days."""
    ends = (date(year, 3, 31) for year in range(after.year, until.year + 1))
    return [end for end in ends if after < end <= until]


def _day_before_its_year(setting: Setting) -> date:
    """The end of the year before the one in which a setting was registered."""
    day = setting.registered_on or date.min
    return date(day.year if (day.month, day.day) > (3, 31) else max(day.year - 1, 1), 3, 31)


def _tables(records: Iterable[Record]) -> list[str]:
    """The tables in which records stand, each once; of one without a name, its first row."""
    documents: dict[tuple[str, str], str] = {}
    for record in records:
        document, _, place = record.cite.partition("#")
        sheet = place.rpartition("&row=")[0]
        documents.setdefault((document, sheet), f"{document}#{sheet or place}")
    return list(documents.values())


def _lines(
    what: str, change: Change, span: tuple[date, date], missing: Collection[date], lists: list[str]
) -> Iterator[Line]:
    period = f"{span[0]} to {span[1]}"
    cite, *also = lists
    yield Line(
        measure=f"Register change counted from the lists: {what} settings",
        period=period,
        published=None,
        published_why=COUNTED,
        ours=len(change.listed | change.unlisted),
        listed=len(change.listed),
        explanation=Explanation.NOT_LISTED if change.unlisted else Explanation.AGREES,
        cite=cite,
        also=tuple(also),
    )
    if change.untold:
        years = ", ".join(f"{year.year - 1}-{year:%y}" for year in missing)
        yield Line(
            measure=f"Register change counted from the lists: {what} settings, perhaps of {years}",
            period=period,
            published=None,
            published_why=COUNTED,
            ours=len(change.untold),
            listed_why=str(Explanation.NO_MOVEMENTS),
            explanation=Explanation.NO_MOVEMENTS,
            cite=cite,
            also=tuple(also),
        )
