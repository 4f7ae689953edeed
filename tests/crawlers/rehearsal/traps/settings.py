"""Finds settings that closed and opened again, and homes that fail together, in Ofsted's lists."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from tests.crawlers.rehearsal.traps import registers
from tests.crawlers.rehearsal.traps.companies import stem
from tests.crawlers.rehearsal.traps.finding import Finder
from tests.crawlers.rehearsal.traps.registers import Listed, Row
from tests.crawlers.rehearsal.traps.served import Served

SINCE = "registration date"
GRADE = "overall experiences and progress of children and young people"
SAME = ("provision type", "local authority", "parliamentary constituency", "sector")


def registered_again(served: Served, trap: Trap) -> bool:
    """One leaves and another of its kind joins, in the same place and on the same day.

    Until the list of joiners and leavers is out, two registers tell: one has the first only, and
    the next the second only, registered since.
    """
    old, new = trap.touches
    return any(
        _is_same(left, joined) and set(_days(left)) & set(_days(joined))
        for left in _moved(served, old, "leaver")
        for joined in _moved(served, new, "joiner")
    ) or _took_its_place(_registered(served, old), _registered(served, new))


def _took_its_place(before: Mapping[str, Row], after: Mapping[str, Row]) -> bool:
    return not before.keys() & after.keys() and any(
        _is_same(old, new) and str(old[SINCE]) < str(new[SINCE])
        for old in before.values()
        for new in after.values()
    )


def _is_same(one: Row, other: Row) -> bool:
    """Whether two rows are of one kind and in one place, however they are capitalised."""
    both = [[str(row.get(name)).casefold() for name in SAME] for row in (one, other)]
    return both[0] == both[1]


def _registered(served: Served, urn: str) -> dict[str, Row]:
    """A setting's rows in workbooks' registers, by file."""
    every = registers.rows(served).get(urn, ())
    return {one.file: one.cells for one in every if isinstance(one.cells.get(SINCE), date)}


def _moved(served: Served, urn: str, how: str) -> Iterator[Row]:
    for one in registers.rows(served).get(urn, ()):
        if str(one.cells.get(f"{how} status", "")).casefold() == how:
            yield one.cells


def _days(cells: Row) -> Iterator[date]:
    """Every day in a row, whether a spreadsheet knew it for one or not."""
    for cell in cells.values():
        if isinstance(cell, datetime):
            yield cell.date()
        elif isinstance(cell, date):
            yield cell
        elif isinstance(cell, str) and cell.count("/") == 2:
            day, month, year = (int(one) for one in cell.split("/"))
            yield date(year, month, day)


def failing_together(served: Served, trap: Trap) -> bool:
    """On one register the latest grade of each is the worst, and two owners run them."""
    worst = [[one for one in _on_registers(served, urn) if _is_worst(one)] for urn in trap.touches]
    files = [{one.file for one in every} for every in worst]
    owners = {stem(one.owner) for every in worst for one in every if one.owner}
    return bool(set.intersection(*files)) and len(owners) > 1


def _on_registers(served: Served, urn: str) -> Iterator[Listed]:
    every = registers.rows(served).get(urn, ())
    return (one for one in every if one.tab.startswith("Provider_level_at"))


def _is_worst(listed: Listed) -> bool:
    return listed.cells.get(GRADE) == "Inadequate"


FINDERS: Mapping[TrapKind, Finder] = {
    TrapKind.FAILING_GROUP: failing_together,
    TrapKind.REREGISTERED: registered_again,
}
