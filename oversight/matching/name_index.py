"""Companies by every name that they bear or bore, and by what names that are alike share."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.indexed_company import IndexedCompany
from oversight.matching.held import Names
from oversight.matching.names import Name, name_of
from oversight.matching.vocabulary import SECTOR_WORDS

SAME_LETTERS = 4
"""How many letters must agree at an end of two names' brands for them to be held together."""
MOST_IN_A_BLOCK = 200
"""What more names share than this tells nobody apart, and comparing all of them would take long."""

Found = dict[str, IndexedCompany]
"""Companies by number, in the order of their numbers."""
Borne = Mapping[str, list[IndexedCompany]]
"""Companies by a form of a name."""


@dataclass(frozen=True, kw_only=True)
class NameIndex:
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

    @cached_property
    def _every(self) -> tuple[IndexedCompany, ...]:
        return tuple(dict.fromkeys(one for group in self.names.values() for one in group))

    @cached_property
    def borne(self) -> Borne:
        """By the key of the name borne on the day."""
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            found[name_of(name_on(company, self.day)).key].append(company)
        return found

    @cached_property
    def ever(self) -> Borne:
        """By the key of any name, borne at any time."""
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            for key in {name_of(text).key for text in names_of(company)}:
                found[key].append(company)
        return found

    @cached_property
    def loose(self) -> Borne:
        """By the name borne on the day without a leading The, a closing UK and spaces."""
        found: dict[str, list[IndexedCompany]] = defaultdict(list)
        for company in self._every:
            found[name_of(name_on(company, self.day)).loose].append(company)
        return found

    @cached_property
    def block(self) -> Mapping[str, Found]:
        """Companies whose names may be alike: whoever shares no block with a name is not."""
        found: dict[str, Found] = defaultdict(dict)
        for company in self._every:
            for block in {block for text in names_of(company) for block in blocks(name_of(text))}:
                found[block][company.company_number] = company
        return {block: held for block, held in found.items() if len(held) <= MOST_IN_A_BLOCK}


def name_on(company: IndexedCompany, day: date) -> str:
    """The name that a company bore on a day, as far as its present and former names tell."""
    return next((one.name for one in company.former_names if one.until > day), company.name)


def names_of(company: IndexedCompany) -> tuple[str, ...]:
    """Every name that a company bears or bore, the present one first."""
    return (company.name, *(one.name for one in company.former_names))


def blocks(name: Name) -> set[str]:
    """What two names must share to be compared: a word that is not the sector's, or an end."""
    brands = [word for word in name.words if word not in SECTOR_WORDS]
    brand = "".join(brands) or name.loose
    return {*brands, f"{brand[:SAME_LETTERS]}…", f"…{brand[-SAME_LETTERS:]}"}
