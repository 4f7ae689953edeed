"""Holders entered without a company number whose name one numbered holder or one company bears.

One undertaking is often entered with its number once and without it another time. No two
companies on the register bear one name at once (Companies Act 2006 s.66), so a body of the United
Kingdom under the very name of one numbered holder, legal form and all, is that company. So is one
under the name that a single company of the index of all companies bore when the entry began; a
limited partnership stands in that index too (s.1099). One that gives a number and no place is the
company of that number where the name is its own as well.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Protocol

from db.company_numbers import normalise, reads_as_united_kingdom
from db.indexed_company import IndexedCompany
from db.owner_text import LEGAL_SUFFIXES, owner_key
from db.records import Control

_FORM = re.compile(rf"\b({LEGAL_SUFFIXES}|L\.?P)\b", re.IGNORECASE)
_BODY_CORPORATE = "corporate-entity"
"""How the kind of a holder begins that is on a register of companies. Some of them, of those that
are limited by guarantee, need no legal form in their name (Companies Act 2006 s.60)."""


class Named(Protocol):
    """Whoever is named as a holder or a parent, in a control register or elsewhere."""

    @property
    def kind(self) -> str:
        """In the register's word: a body corporate, a person."""
        ...

    @property
    def holder_name(self) -> str | None:
        """As written."""
        ...

    @property
    def holder_company_number(self) -> str | None:
        """The number that it gives on the register of the United Kingdom."""
        ...

    @property
    def registration_number_text(self) -> str | None:
        """What it gives for a number where that cannot be one."""
        ...

    @property
    def country_registered(self) -> str | None:
        """As written."""
        ...

    @property
    def place_registered(self) -> str | None:
        """As written."""
        ...

    @property
    def valid_from(self) -> date | None:
        """A day on which it bore the name."""
        ...


@dataclass(frozen=True, kw_only=True)
class Namesake:
    """The one company that bears the name of a holder entered without a number."""

    number: str
    certain: bool
    """False where the two may differ: in legal form, or for a number that nobody can have."""
    among: str = "holder of that name"
    """Among whom it is the only one."""
    lacks_a_place: bool = False
    """True where its number is given, and no place of a register."""

    @property
    def words(self) -> str:
        """Why the holder is taken to be this company."""
        lacks = "a number" if self.certain else "a number that can be read"
        what = "a place, under this number" if self.lacks_a_place else lacks
        return f" (entered without {what}; the only {self.among} is {self.number})"


@dataclass(frozen=True, kw_only=True)
class Namesakes:
    """The names of companies: of numbered holders in every control register held, and others."""

    names: dict[str, dict[str, set[str]]] = field(default_factory=dict[str, dict[str, set[str]]])
    """By the key of a name the numbers of its bearers, each with the names it is entered under."""

    registered: dict[str, list[IndexedCompany]] = field(
        default_factory=dict[str, list[IndexedCompany]]
    )
    """Companies of the index of all companies, by their name in plain letters."""

    @classmethod
    def of(
        cls, controls: Iterable[Control], registered: Iterable[IndexedCompany] = ()
    ) -> "Namesakes":
        """The names of the holders of these entries that give a number, and of these companies."""
        found: dict[str, dict[str, set[str]]] = {}
        for one in controls:
            if one.holder_company_number is not None and one.holder_name:
                bearers = found.setdefault(owner_key(one.holder_name), {})
                bearers.setdefault(one.holder_company_number, set()).add(plain(one.holder_name))
        companies: dict[str, list[IndexedCompany]] = {}
        for company in registered:
            companies.setdefault(plain(company.name), []).append(company)
        return cls(names=found, registered=companies)

    def of_holder(self, entry: Named) -> Namesake | None:
        """The only company of the name of a body of the United Kingdom without a number."""
        among_holders = self._among_holders(entry)
        if among_holders is not None and among_holders.certain:
            return among_holders
        return self._on_the_register(entry) or among_holders

    def _on_the_register(self, entry: Named) -> Namesake | None:
        """The only company of the index under the very name, legal form and all.

        Possible alone where it may have borne another name when the entry began.
        """
        name = entry.holder_name or ""
        may_lack_a_form = entry.kind.startswith(_BODY_CORPORATE)
        is_whole = may_lack_a_form or _FORM.search(name) is not None
        bearers = self.registered.get(plain(name), ()) if is_whole else ()
        if len(bearers) != 1 or not _is_of_the_kingdom(entry, bearers[0].company_number):
            return None
        (company,) = bearers
        holders = self.names.get(owner_key(name), {})
        if any(
            plain(name) in names
            for number, names in holders.items()
            if number != company.company_number
        ):
            return None
        gives_it = _gives(entry, company.company_number)
        is_readable = gives_it or entry.registration_number_text is None
        return Namesake(
            number=company.company_number,
            certain=_bore_it(company, entry.valid_from) and is_readable,
            among="company of that name on the register",
            lacks_a_place=gives_it,
        )

    def _among_holders(self, entry: Named) -> Namesake | None:
        name = entry.holder_name or ""
        bearers = self.names.get(owner_key(name), {})
        if len(bearers) != 1 or not _is_of_the_kingdom(entry, next(iter(bearers))):
            return None
        ((number, names),) = bearers.items()
        is_same = plain(name) in names
        if not is_same and _FORM.search(name) and all(map(_FORM.search, names)):
            return None
        has_form = _FORM.search(name) is not None
        gives_it = _gives(entry, number)
        is_readable = gives_it or entry.registration_number_text is None
        certain = is_same and (has_form or gives_it) and is_readable
        return Namesake(number=number, certain=certain, lacks_a_place=gives_it)


def _is_of_the_kingdom(entry: Named, number: str) -> bool:
    """True where a holder without a company number says so, or says no place and this number."""
    is_uk = reads_as_united_kingdom(entry.country_registered, entry.place_registered)
    return entry.holder_company_number is None and (is_uk or _gives(entry, number))


def _gives(entry: Named, number: str) -> bool:
    """True where an entry gives a company's number, and no place of a register."""
    places = (entry.country_registered, entry.place_registered)
    return not any(places) and normalise(entry.registration_number_text) == number


def _bore_it(company: IndexedCompany, day: date | None) -> bool:
    """True when a company surely bore its name on a day."""
    begun = [company.incorporated_on, *(former.until for former in company.former_names)]
    return day is not None and all(since is not None and since <= day for since in begun)


@cache
def plain(text: str) -> str:
    """Letters and digits alone, in small letters: `S.à r.l.` is `sa rl`, Limited is ltd."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ").replace(".", ""))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter)).casefold()
    words = " ".join(re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", bare).split())
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())
    return re.sub(r"\blimited\b", "ltd", words)
