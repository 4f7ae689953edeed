"""Who is above a company on a day, as those ask who decide what it files."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from crawlers.rehearsal.making.businesses import FILE_ACCOUNTS
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form, Nature


@dataclass(frozen=True, kw_only=True)
class Above:
    """Majority holders that are bodies, by day."""

    bench: Workbench

    def head(self, company: str, day: date) -> str | None:
        """The topmost body above a company on a day that files here; None where none is."""
        found: str | None = None
        seen = {company}
        above = self._parents.get(company, ())
        while above:
            parent = next((who for since, until, who in above if since <= day < until), None)
            if parent is None or parent in seen:
                return found
            seen.add(parent)
            if self.bench.bodies[parent].form in FILE_ACCOUNTS:
                found = parent
            above = self._parents.get(parent, ())
        return found

    @cached_property
    def abroad(self) -> dict[str, str]:
        """Companies whose direct parent is a holding company abroad, with it."""
        return {
            company: who
            for company, above in self._parents.items()
            for _, _, who in above
            if self.bench.bodies[who].form is Form.FOREIGN
            and self.bench.bodies[who].nature is Nature.HOLDING
        }

    @cached_property
    def _parents(self) -> dict[str, list[tuple[date, date, str]]]:
        found: dict[str, list[tuple[date, date, str]]] = {}
        for one in self.bench.stakes.values():
            if one.votes > 0.5 and one.holder in self.bench.bodies:  # noqa: PLR2004 - s.1162
                link = (one.since, one.until or date.max, one.holder)
                found.setdefault(one.company, []).append(link)
        return found
