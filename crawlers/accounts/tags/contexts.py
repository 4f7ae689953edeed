"""What facts are of: periods, dimensions and units, told by their content and never by their id."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lxml import etree

from crawlers.accounts.figure import Period
from crawlers.accounts.tags.content import text_of

_Element = etree._Element  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] its only name


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What one fact, or many, are of."""

    dimensions: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    """None where it is for ever, or broken."""
    problem: str = ""


NO_SUCH = Context(problem="its context is not in the document")


class Contexts:
    """The contexts of one document by id, each read when it is first asked for."""

    def __init__(self, elements: Iterable[_Element]) -> None:
        """Keep the elements; of two with one id both are kept."""
        self._elements: dict[str, list[_Element]] = {}
        self._read: dict[str, Context] = {}
        for element in elements:
            self._elements.setdefault(element.get("id", ""), []).append(element)

    def get(self, name: str) -> Context:
        """The context of an id; `NO_SUCH` where there is none, or two that differ."""
        known = self._read.get(name)
        if known is None:
            known = self._read[name] = self._first_read(name)
        return known

    def _first_read(self, name: str) -> Context:
        found = {_context(one) for one in self._elements.get(name.strip(), ())}
        if len(found) > 1:
            return Context(problem="its context is defined twice, differently")
        return found.pop() if found else NO_SUCH


def units(elements: Iterable[_Element]) -> dict[str, str]:
    """What each unit measures by id: `GBP`, `pure`, `GBP/shares`; empty where it says nothing."""
    return {element.get("id", ""): _unit(element) for element in elements}


def _unit(element: _Element) -> str:
    above: list[str] = []
    below: list[str] = []
    for one in element.iter("{*}measure"):
        parent = one.getparent()
        is_below = parent is not None and _local(parent) == "unitDenominator"
        name = (one.text or "").strip().rpartition(":")[2]
        (below if is_below else above).append(name)
    whole = "*".join(above)
    return f"{whole}/{'*'.join(below)}" if below else whole


def _context(element: _Element) -> Context:
    dimensions: list[tuple[str, str]] = []
    days: dict[str, str] = {}
    for one in element.iter("{*}*"):
        local = _local(one)
        if local in {"explicitMember", "typedMember"}:
            axis = (one.get("dimension") or "").strip().rpartition(":")[2]
            dimensions.append((axis, _member(one, local)))
        elif local in {"instant", "startDate", "endDate"}:
            days[local] = (one.text or "").strip()
    try:
        period = _period(days)
    except ValueError:
        return Context(
            dimensions=tuple(sorted(dimensions)),
            problem=f"its period is broken: {' to '.join(days.values())[:60]!r}",
        )
    return Context(dimensions=tuple(sorted(dimensions)), period=period)


def _member(element: _Element, local: str) -> str:
    text = " ".join(text_of(element).split())
    return text.rpartition(":")[2] if local == "explicitMember" else text


def _period(days: dict[str, str]) -> Period | None:
    """The period that is said; None for one without an end. Raises ValueError where it is none."""
    if "instant" in days:
        return Period(end=_day(days["instant"], is_end=True))
    if not days:
        return None
    if "startDate" not in days or "endDate" not in days:
        raise ValueError("half a period")
    start, end = _day(days["startDate"], is_end=False), _day(days["endDate"], is_end=True)
    if start > end:
        raise ValueError("it ends before it starts")
    return Period(end=end, start=start)


def _day(text: str, *, is_end: bool) -> date:
    """A day; an end at midnight is the end of the day before it."""
    day = date.fromisoformat(text[:10])
    time = text[10:].lstrip("T")
    return day - timedelta(days=1) if is_end and time.startswith("00:00:00") else day


def _local(element: _Element) -> str:
    return element.tag.rpartition("}")[2]
