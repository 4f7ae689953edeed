"""Which company is below which in each month, as groups are consolidated."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawlers.rehearsal.making.months import MONTHS, month_of
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.control import Capacity

Span = tuple[int, int]
"""A first month and the month after the last."""
_Held = tuple[int, int, str]
"""A span, and the holder or the held."""


def _spans() -> defaultdict[str, list[_Held]]:
    return defaultdict(list[_Held])


@dataclass(frozen=True, kw_only=True)
class Lineage:
    """Each company's parent by month: the body with a majority of its votes (s.1162)."""

    parents: defaultdict[str, list[_Held]] = field(default_factory=_spans)
    """Each company's parents, oldest first."""
    children: defaultdict[str, list[_Held]] = field(default_factory=_spans)
    """Each body's subsidiaries."""

    @classmethod
    def of(cls, bench: Workbench) -> "Lineage":
        """The lineage of a market: what is held as a trust's or a firm's is nobody's for sure."""
        found = cls()
        for one in sorted(bench.stakes.values(), key=lambda one: one.since):
            sure = one.votes > 0.5 and one.capacity is Capacity.DIRECT  # noqa: PLR2004 - s.1162
            if sure and one.holder in bench.bodies:
                first, last = month_of(one.since), month_of(one.until) if one.until else MONTHS
                if first < last:
                    found.parents[one.company].append((first, last, one.holder))
                    found.children[one.holder].append((first, last, one.company))
        return found

    def parent(self, company: str, month: int) -> str | None:
        """Which body has a majority of a company in a month; None where none has."""
        holders = self.parents.get(company, ())
        return next((who for first, last, who in holders if first <= month < last), None)

    def below(self, head: str, month: int) -> Iterator[str]:
        """Yield the head and every company below it in a month."""
        yield from (key for key, spans in self.members(head).items() if _covers(spans, month))

    def members(self, head: str) -> dict[str, list[Span]]:
        """The head and every company that was ever below it, each with the months in which."""
        found: dict[str, list[Span]] = {}
        self._reach(head, (-(10**6), MONTHS), found, (head,))
        return found

    def _reach(
        self, company: str, span: Span, found: dict[str, list[Span]], path: tuple[str, ...]
    ) -> None:
        """Add a company and everything below it; a circle is followed once."""
        found.setdefault(company, []).append(span)
        for first, last, child in self.children.get(company, ()):
            within = max(first, span[0]), min(last, span[1])
            if within[0] < within[1] and child not in path:
                self._reach(child, within, found, (*path, child))

    def children_first(self, companies: Iterable[str]) -> Iterator[str]:
        """Yield companies, each after every one that it ever held; in a circle one is too early."""
        wanted, seen = dict.fromkeys(companies), set[str]()
        for company in wanted:
            yield from (one for one in self._below_first(company, seen) if one in wanted)

    def _below_first(self, company: str, seen: set[str]) -> Iterator[str]:
        if company not in seen:
            seen.add(company)
            for _, _, child in self.children.get(company, ()):
                yield from self._below_first(child, seen)
            yield company


def _covers(spans: Iterable[Span], month: int) -> bool:
    return any(first <= month < last for first, last in spans)
