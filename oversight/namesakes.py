"""Holders entered without a company number whose name one numbered holder or one company bears.

One undertaking is often entered with its number once and without it another time. No two
companies on the register bear one name at once (Companies Act 2006 s.66), so a body of the United
Kingdom under the very name of one numbered holder, legal form and all, is that company. So is one
under the name that a single company of the index of all companies bore when the entry began.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from db.company_numbers import reads_as_united_kingdom
from db.indexed_company import IndexedCompany
from db.owner_text import LEGAL_SUFFIXES, owner_key
from db.records import Control

_FORM = re.compile(rf"\b({LEGAL_SUFFIXES})\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Namesake:
    """The one company that bears the name of a holder entered without a number."""

    number: str
    certain: bool
    """False where the two may differ: in legal form, or for a number that nobody can have."""
    among: str = "holder of that name"
    """Among whom it is the only one."""

    @property
    def words(self) -> str:
        """Why the holder is taken to be this company."""
        lacks = "without a number" if self.certain else "without a number that can be read"
        return f" (entered {lacks}; the only {self.among} is {self.number})"


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

    def of_holder(self, entry: Control) -> Namesake | None:
        """The only company of the name of a body of the United Kingdom without a number."""
        among_holders = self._among_holders(entry)
        if among_holders is not None and among_holders.certain:
            return among_holders
        return self._on_the_register(entry) or among_holders

    def _on_the_register(self, entry: Control) -> Namesake | None:
        """The only company of the index under the very name, legal form and all.

        Possible alone where it may have borne another name when the entry began.
        """
        name = entry.holder_name or ""
        is_uk = reads_as_united_kingdom(entry.country_registered, entry.place_registered)
        bearers = self.registered.get(plain(name), ()) if _FORM.search(name) else ()
        if entry.holder_company_number is not None or not is_uk or len(bearers) != 1:
            return None
        (company,) = bearers
        holders = self.names.get(owner_key(name), {})
        if any(
            plain(name) in names
            for number, names in holders.items()
            if number != company.company_number
        ):
            return None
        certain = _bore_it(company, entry.valid_from) and entry.registration_number_text is None
        return Namesake(
            number=company.company_number,
            certain=certain,
            among="company of that name on the register",
        )

    def _among_holders(self, entry: Control) -> Namesake | None:
        name = entry.holder_name or ""
        bearers = self.names.get(owner_key(name), {})
        is_uk = reads_as_united_kingdom(entry.country_registered, entry.place_registered)
        if entry.holder_company_number is not None or not is_uk or len(bearers) != 1:
            return None
        ((number, names),) = bearers.items()
        is_same = plain(name) in names
        if not is_same and _FORM.search(name) and all(map(_FORM.search, names)):
            return None
        has_form = _FORM.search(name) is not None
        certain = is_same and has_form and entry.registration_number_text is None
        return Namesake(number=number, certain=certain)


def _bore_it(company: IndexedCompany, day: date | None) -> bool:
    """True when a company surely bore its name on a day."""
    begun = [company.incorporated_on, *(former.until for former in company.former_names)]
    return day is not None and all(since is not None and since <= day for since in begun)


def plain(text: str) -> str:
    """Letters and digits alone, in small letters: `S.à r.l.` is `sa rl`, Limited is ltd."""
    folded = unicodedata.normalize("NFKD", text.replace("&", " and ").replace(".", ""))
    bare = "".join(letter for letter in folded if not unicodedata.combining(letter)).casefold()
    words = " ".join(re.sub(r"['\N{RIGHT SINGLE QUOTATION MARK}]", "", bare).split())
    words = " ".join(re.sub(r"[^a-z0-9]+", " ", words).split())
    return re.sub(r"\blimited\b", "ltd", words)
