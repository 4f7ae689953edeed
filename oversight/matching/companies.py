"""The companies that an owner may be: by number, by a name borne on the day, and by likeness."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.indexed_company import IndexedCompany
from oversight.matching.held import Names
from oversight.matching.likeness import forbidden, is_a_slip, likeness
from oversight.matching.names import Name, name_of
from oversight.matching.vocabulary import SECTOR_WORDS

SAME_LETTERS = 4
"""How many letters must agree at an end of two names' brands for them to be held together."""
MOST_IN_A_BLOCK = 200
"""What more names share than this tells nobody apart, and comparing all of them would take long."""
LIKE_ENOUGH = 0.72
"""From here on a name is shown to a reviewer. Chosen: the brand and half of the rest must agree."""
MOST_ALIKE = 5
"""How many an owner gets: a reviewer reads no more, and each is watched (issue: who is watched)."""

Found = dict[str, IndexedCompany]
"""Companies by number, in the order of their numbers."""


@dataclass(frozen=True, kw_only=True)
class Companies:
    """Everything that may be an owner, as on one day."""

    names: Names
    day: date

    @cached_property
    def by_number(self) -> Mapping[str, IndexedCompany]:
        """Each company once; where two publications have it, as the later in order states it."""
        return {
            company.company_number: company
            for companies in self.names.values()
            for company in sorted(companies, key=lambda one: one.cite)
        }

    def bearing(self, key: str) -> Found:
        """The companies that bear a name on the day and were founded by then."""
        return self._founded(self._borne.get(key, ()))

    def at_another_time(self, key: str) -> Found:
        """Those that bore it before the day, or took it since."""
        return self._founded(self._ever.get(key, ()))

    def loosely(self, loose: str) -> Found:
        """Those whose name of any time differs in a leading The, spaces or UK at most."""
        return self._founded(self._loose.get(loose, ()))

    def alike(self, name: Name) -> list[tuple[float, IndexedCompany]]:
        """The companies with the likest names, the likest first, `MOST_ALIKE` at most."""
        near = {
            number: company
            for block in _blocks(name)
            for number, company in self._block.get(block, {}).items()
        }
        scored: list[tuple[float, IndexedCompany]] = []
        for company in self._founded(near.values()).values():
            score = max(_score(name, name_of(text)) for text in _texts(company))
            if score >= LIKE_ENOUGH:
                scored.append((score, company))
        return sorted(scored, key=lambda one: (-one[0], one[1].company_number))[:MOST_ALIKE]

    def slips(self, name: Name) -> Found:
        """Those of them from whose name this may be a slip of the pen."""
        return self._founded(
            company
            for _, company in self.alike(name)
            if any(is_a_slip(name, name_of(text)) for text in _texts(company))
        )

    def _founded(self, companies: Iterable[IndexedCompany]) -> Found:
        there = (one for one in companies if (one.incorporated_on or self.day) <= self.day)
        return {one.company_number: one for one in sorted(there, key=lambda o: o.company_number)}

    @cached_property
    def _every(self) -> tuple[IndexedCompany, ...]:
        return tuple(dict.fromkeys(one for group in self.names.values() for one in group))

    @cached_property
    def _borne(self) -> Mapping[str, list[IndexedCompany]]:
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            found[name_of(name_on(company, self.day)).key].append(company)
        return found

    @cached_property
    def _ever(self) -> Mapping[str, list[IndexedCompany]]:
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            for key in {name_of(text).key for text in _texts(company)}:
                found[key].append(company)
        return found

    @cached_property
    def _loose(self) -> Mapping[str, list[IndexedCompany]]:
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            for loose in {name_of(text).loose for text in _texts(company)}:
                found[loose].append(company)
        return found

    @cached_property
    def _block(self) -> Mapping[str, Found]:
        """Companies whose names may be alike: whoever shares no block with a name is not."""
        found: dict[str, Found] = defaultdict(dict)
        for company in self._every:
            for block in {block for text in _texts(company) for block in _blocks(name_of(text))}:
                found[block][company.company_number] = company
        return {block: held for block, held in found.items() if len(held) <= MOST_IN_A_BLOCK}


def name_on(company: IndexedCompany, day: date) -> str:
    """The name that a company bore on a day, as far as its present and former names tell."""
    return next((one.name for one in company.former_names if one.until > day), company.name)


def _texts(company: IndexedCompany) -> tuple[str, ...]:
    return (company.name, *(one.name for one in company.former_names))


def _score(one: Name, other: Name) -> float:
    return 0.0 if forbidden(one, other) else likeness(one, other)


def _blocks(name: Name) -> set[str]:
    """What two names must share to be compared: a word that is not the sector's, or an end."""
    brands = [word for word in name.words if word not in SECTOR_WORDS]
    brand = "".join(brands) or name.loose
    return {*brands, f"{brand[:SAME_LETTERS]}…", f"…{brand[-SAME_LETTERS:]}"}
