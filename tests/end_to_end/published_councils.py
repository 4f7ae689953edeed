"""What the truth says was published of councils: the children they look after, what they spend."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from crawlers.rehearsal.forms.dfe_statistics import totals
from crawlers.rehearsal.forms.dfe_statistics.children import CouncilYear, english, year_of
from crawlers.rehearsal.forms.dfe_statistics.data_sets import no_return
from crawlers.rehearsal.forms.mhclg.lines import LINES, NOTHING, Line, Spent
from crawlers.rehearsal.forms.mhclg.spending import LOOKED_AFTER, Return, together
from crawlers.rehearsal.forms.mhclg.spending import returns as returned
from crawlers.rehearsal.world.settings import Council
from tests.end_to_end.beside import Asked, Row

YEARS = 5
"""What one release on children looked after covers."""
FEW = 5
"""From one to this many children are withheld, and whatever would give them away."""
ENGLAND = ("E92000001", "England")
NET_GAIN = (
    "1. Children who are the responsibility of other LAs placed within this LA boundary",
    "2. Children who are the responsibility of this LA placed outside the LA boundary",
    "Net gain of children by responsible LA",
)
TOTALS = {totals.NEW: "Total new placements", totals.CHANGE: "Total placements changing"}
WITH_CHILDREN = frozenset({"UA", "MD", "SC", "London"})
"""Detailed classes of authorities that look after children."""
CHILDREN = "csc"
"""How the codes of lines of children's social care begin."""
UNDIVIDED, NOT_IN_TIME, NO_ESTIMATE = "[note 1]", "[x]", "[n]"

Number = tuple[int | None, str | None]
"""A number, or the mark in its place."""


def looked_after(asked: Asked) -> Iterator[Row]:
    """Yield each number of the newest release: of the years to March before its November."""
    newest = max(
        year
        for year in range(asked.world.first_day.year, asked.today.year + 1)
        if _third_thursday(year) <= asked.today
    )
    for year in range(newest - YEARS + 1, newest + 1):
        of = year_of(asked.world, year)
        for row in _year(asked, year, of):
            yield {
                "public_on": _third_thursday(newest),
                "counted_on": date(year, 3, 31),
                **row,
            }


def _third_thursday(year: int) -> date:
    """The day in November on which a year's release comes out."""
    first = date(year, 11, 1)
    return date(year, 11, 15 + (3 - first.weekday()) % 7)


def _year(asked: Asked, year: int, of: Sequence[CouncilYear]) -> Iterator[Row]:
    known = {one.council.key: one for one in of}
    absent = no_return(asked.world, year)
    yield from _rows(*ENGLAND, None, _england(of))
    for council in english(asked.world):
        one = known.get(council.key)
        if council.key == absent and one is not None:
            written = _marked(of[0], "x")
        elif one is None:
            written = _marked(of[0], "z")
        else:
            written = _council(one)
        yield from _rows(council.ons_code, council.name, council, written)


Written = Mapping[tuple[str, str], tuple[Number, Number]]
"""Number and percentage by breakdown and row."""


def _rows(code: str, name: str, council: Council | None, written: Written) -> Iterator[Row]:
    for (breakdown, characteristic), ((children, mark), (percent, its_mark)) in written.items():
        yield {
            "area_code": code,
            "area_name": name,
            "dfe_code": council.dfe_code if council else None,
            "breakdown": breakdown,
            "characteristic": characteristic,
            "children": children,
            "children_mark": mark,
            "percent": percent,
            "percent_mark": its_mark,
        }


def _groups(one: CouncilYear) -> Mapping[str, Mapping[str, int]]:
    return {**one.on_31_march, **one.during_the_year}


def _total(group: str) -> str:
    return TOTALS.get(group, "Total")


def _england(of: Sequence[CouncilYear]) -> Written:
    """All of England to the nearest ten, its council that did not report estimated."""
    found: dict[tuple[str, str], tuple[Number, Number]] = {}
    for group, rows in _groups(of[0]).items():
        counts = {row: sum(_groups(one)[group][row] for one in of) for row in rows}
        whole = sum(counts.values())
        for row, count in {**counts, _total(group): whole}.items():
            found[group, row] = ((_tens(count), None), _percent(count, whole))
    gain = [sum(numbers) for numbers in zip(*map(_gain, of), strict=True)]
    for row, count in zip(NET_GAIN, gain, strict=True):
        found["Net gain of children", row] = ((_tens(count), None), (None, None))
    return found


def _council(one: CouncilYear) -> Written:
    """One council's children, exact but for what would tell of a child."""
    found: dict[tuple[str, str], tuple[Number, Number]] = {}
    for group, counts in _groups(one).items():
        whole = sum(counts.values())
        every = {**counts, _total(group): whole}
        hidden = _withheld(every if whole <= FEW else counts)
        for row, count in every.items():
            if not whole:
                is_total = row == _total(group)
                found[group, row] = ((0, None) if is_total else (None, "z"), (None, "z"))
            elif row in hidden:
                found[group, row] = ((None, "c"), (None, "c"))
            else:
                found[group, row] = ((count, None), _percent(count, whole))
    gain = _gain(one)
    is_withheld = any(0 < number <= FEW for number in gain[:2])
    for row, number in zip(NET_GAIN, gain, strict=True):
        if not one.number:
            written: Number = (None, "z")
        else:
            written = (None, "c") if is_withheld else (number, None)
        found["Net gain of children", row] = (written, (None, None))
    return found


def _marked(shape: CouncilYear, mark: str) -> Written:
    """A mark all over: for a council that did not report, and for one that was not there."""
    rows = {
        (group, row): ((None, mark), (None, mark))
        for group, counts in _groups(shape).items()
        for row in (*counts, _total(group))
    }
    gains = {("Net gain of children", row): ((None, mark), (None, None)) for row in NET_GAIN}
    return {**rows, **gains}


def _gain(one: CouncilYear) -> tuple[int, int, int]:
    others = one.on_31_march[totals.HOST][totals.OTHERS_INSIDE]
    away = one.on_31_march[totals.LOCALITY][totals.OUTSIDE]
    return others, away, others - away


def _withheld(counts: Mapping[str, int]) -> set[str]:
    hidden = {row for row, count in counts.items() if 0 < count <= FEW}
    others = sorted((count, row) for row, count in counts.items() if count > FEW)
    return hidden | {others[0][1]} if len(hidden) == 1 and others else hidden


def _percent(count: int, whole: int) -> Number:
    if not whole:
        return None, "z"
    percent = int(100 * count / whole + 0.5)
    return (None, "k") if count and not percent else (percent, None)


def _tens(count: int) -> int:
    return (abs(count) + 5) // 10 * (10 if count >= 0 else -10)


def spending(asked: Asked) -> Iterator[Row]:
    """Yield what each authority with children, and England, spent on each line of care."""
    year = max(
        year
        for year in range(asked.world.first_day.year, asked.today.year)
        if _first_thursday(year + 1) <= asked.today
    )
    of = returned(asked.world, year)
    lines = [one for one in LINES if one.key.startswith(CHILDREN)]
    for one in of:
        if one.authority.detailed_class in WITH_CHILDREN:
            who = (one.authority.ons_code, one.authority.name, one.authority.detailed_class)
            for line in lines:
                yield _spent(year, who, line, *_told(one, line))
    everybody = together(of)
    is_whole = not any(one.is_missing for one in of)
    for line in lines:
        mark = NO_ESTIMATE if line.is_one_column and not is_whole else None
        yield _spent(year, ("E92000001", "ENGLAND", "Eng"), line, everybody[line.key], mark)


def _first_thursday(year: int) -> date:
    """The day in December on which the spending of the year to March comes out."""
    first = date(year, 12, 1)
    return date(year, 12, 1 + (3 - first.weekday()) % 7)


def _told(one: Return, line: Line) -> tuple[Spent, str | None]:
    if one.is_missing:
        return NOTHING, NOT_IN_TIME
    if one.is_undivided and line.adds_to == LOOKED_AFTER:
        return NOTHING, UNDIVIDED
    return one.spent.get(line.key, NOTHING), None


def _spent(year: int, who: tuple[str, str, str], line: Line, spent: Spent, mark: str | None) -> Row:
    names = (
        "employees_gbp",
        "running_expenses_gbp",
        "total_expenditure_gbp",
        "sales_fees_and_charges_gbp",
        "other_income_gbp",
        "total_income_gbp",
        "net_current_expenditure_gbp",
    )
    thousands = dict(zip(names, spent.columns, strict=True))
    if line.is_one_column:
        thousands = {name: count for name, count in thousands.items() if name == names[1]}
    amounts = {} if mark else {name: 1000 * count for name, count in thousands.items()}
    return {
        "public_on": _first_thursday(year + 1),
        "year_to": date(year + 1, 3, 31),
        "ons_code": who[0],
        "authority": who[1],
        "authority_class": who[2],
        "line": line.heading.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
        "mark": mark,
        **{name: amounts.get(name) for name in names},
    }
