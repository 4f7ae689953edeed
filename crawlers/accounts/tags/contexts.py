"""What facts are of: periods, dimensions and units, told by their content and never by their id."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from crawlers.accounts.figure import Period
from crawlers.accounts.tags.content import text_of

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name

_MEMBERS = frozenset({"explicitMember", "typedMember"})
_TOLD = _MEMBERS | {"instant", "startDate", "endDate"}


class Context(NamedTuple):
    """What one fact, or many, are of; a document has a hundred of them."""

    dimensions: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    """None where it is for ever, or broken."""
    problem: str = ""


NO_SUCH = Context(problem="its context is not in the document")


class Contexts(dict[str, Context]):
    """The contexts of one document by id, each read when it is first asked for.

    One that is not there is `NO_SUCH`.
    """

    def __init__(self, elements: Sequence[_Element]) -> None:
        """Keep the elements, unopened; of two with one id both are kept."""
        super().__init__()
        self._elements = {element.get("id", ""): element for element in elements}
        if len(self._elements) < len(elements):
            self.update(_defined_twice(elements))

    def __missing__(self, name: str) -> Context:
        """Read the context of an id; `NO_SUCH` where there is none, or two that differ."""
        element = self._elements.get(name.strip())
        known = self[name] = NO_SUCH if element is None else _context(element)
        return known


class Units(dict[str, str]):
    """What each unit measures by id: `GBP`, `pure`, `GBP/shares`; empty where it says nothing.

    One whose id two elements have that do not say the same is none.
    """

    def __init__(self, elements: Iterable[_Element]) -> None:
        """Read the units of one document."""
        super().__init__()
        self._differing: set[str] = set()
        for element in elements:
            name, measured = element.get("id", ""), _unit(element)
            if self.setdefault(name, measured) != measured:
                self._differing.add(name)
        for name in self._differing:
            del self[name]

    def problem(self, name: str) -> str:
        """Why there is no unit of an id."""
        why = "defined twice, differently" if name in self._differing else "not in the document"
        return f"its unit {name[:40]!r} is {why}"


def _unit(element: _Element) -> str:
    above: list[str] = []
    below: list[str] = []
    for one in element.iter("{*}measure"):
        parent = one.getparent()
        is_below = parent is not None and parent.tag.endswith("unitDenominator")
        name = (one.text or "").strip().rpartition(":")[2]
        (below if is_below else above).append(name)
    whole = "*".join(above)
    return f"{whole}/{'*'.join(below)}" if below else whole


def _defined_twice(elements: Iterable[_Element]) -> dict[str, Context]:
    """The contexts whose id two elements have that do not say the same."""
    found: dict[str, set[Context]] = {}
    for element in elements:
        found.setdefault(element.get("id", ""), set()).add(_context(element))
    differing = Context(problem="its context is defined twice, differently")
    return {name: differing for name, those in found.items() if len(those) > 1}


def _context(element: _Element) -> Context:
    members: list[tuple[str, str]] = []
    days: dict[str, str] = {}
    for one in element.iter():
        kind = _kind(one.tag)
        if kind is None:
            continue
        if kind in _MEMBERS:
            members.append(_dimension(kind, one))
        else:
            days[kind] = (one.text or "").strip()
    dimensions = tuple(sorted(members))
    try:
        return Context(
            dimensions=dimensions,
            period=_period(days.get("instant"), days.get("startDate"), days.get("endDate")),
        )
    except ValueError:
        said = " to ".join(days.values())[:60]
        return Context(dimensions=dimensions, problem=f"its period is broken: {said!r}")


@lru_cache(maxsize=256)
def _kind(tag: object) -> str | None:
    """By its tag, which is no text for comments."""
    local = tag.rpartition("}")[2] if isinstance(tag, str) else ""
    return local if local in _TOLD else None


def _dimension(kind: str, element: _Element) -> tuple[str, str]:
    """Local names of axis and member; a typed member gives its text."""
    axis = (element.get("dimension") or "").strip().rpartition(":")[2]
    text = text_of(element)
    if kind == "explicitMember":
        return axis, text.strip().rpartition(":")[2]
    return axis, " ".join(text.split())


@lru_cache(maxsize=256)
def _period(
    instant: str | None = None, start: str | None = None, end: str | None = None
) -> Period | None:
    """The period that is said; None for one without an end. Raises ValueError where it is none.

    Kept for some hundreds of them: the documents of a day are of the same few years.
    """
    if instant is not None:
        return Period(end=_day(instant, is_end=True))
    if start is None and end is None:
        return None
    if start is None or end is None:
        raise ValueError("half a period")
    first, last = _day(start, is_end=False), _day(end, is_end=True)
    if first > last:
        raise ValueError("it ends before it starts")
    return Period(end=last, start=first)


def _day(text: str, *, is_end: bool) -> date:
    """A day; an end at midnight is the end of the day before it."""
    day = date.fromisoformat(text[:10])
    time = text[10:].lstrip("T")
    return day - timedelta(days=1) if is_end and time.startswith("00:00:00") else day
