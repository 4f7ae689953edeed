"""The companies that one owner may be: by number, by a name of the day, and by likeness."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from db.indexed_company import IndexedCompany
from oversight.matching.held import Names
from oversight.matching.likeness import forbidden, likeness
from oversight.matching.name_index import Found, NameIndex, blocks, names_of
from oversight.matching.names import Name, name_of

LIKE_ENOUGH = 0.72
"""From here on a name is shown to a reviewer. Chosen: the brand and half of the rest must agree."""
MOST_ALIKE = 5
"""How many an owner gets: a reviewer reads no more, and each is watched (issue: who is watched)."""


@dataclass(frozen=True, kw_only=True)
class Companies:
    """Everything that may be an owner, as on one day."""

    index: NameIndex

    @classmethod
    def of(cls, names: Names, day: date) -> "Companies":
        """All of these companies."""
        return cls(index=NameIndex(names=names, day=day))

    @property
    def day(self) -> date:
        """The day that everything is asked for."""
        return self.index.day

    def numbered(self, number: str) -> IndexedCompany | None:
        """The company of a number; None where no publication at hand has it."""
        return self.index.by_number.get(number)

    def bearing(self, key: str) -> Found:
        """The companies that bear a name on the day and were founded by then."""
        return self._founded(self.index.borne.get(key, ()))

    def at_another_time(self, key: str) -> Found:
        """Those that bore it before the day, or took it since."""
        return self._founded(self.index.ever.get(key, ()))

    def loosely(self, loose: str) -> Found:
        """Those whose name of the day differs in a leading The, spaces or UK at most."""
        return self._founded(self.index.loose.get(loose, ()))

    def alike(self, name: Name) -> list[IndexedCompany]:
        """The companies with the likest names, the likest first, `MOST_ALIKE` at most."""
        near = (self.index.block.get(block, {}).values() for block in sorted(blocks(name)))
        found = self._founded(company for held in near for company in held).values()
        scored = [(max(_scores(name, company)), company) for company in found]
        likest = sorted(
            (one for one in scored if one[0] >= LIKE_ENOUGH),
            key=lambda one: (-one[0], one[1].company_number),
        )
        return [company for _, company in likest[:MOST_ALIKE]]

    def _founded(self, companies: Iterable[IndexedCompany]) -> Found:
        """Those that were there on the day."""
        there = (one for one in companies if (one.incorporated_on or self.day) <= self.day)
        return {one.company_number: one for one in sorted(there, key=lambda o: o.company_number)}


def _scores(name: Name, company: IndexedCompany) -> Iterable[float]:
    """How alike each name of a company is; 0 where something forbids it."""
    others = (name_of(text) for text in names_of(company))
    return [0.0 if forbidden(name, other) else likeness(name, other) for other in others]
