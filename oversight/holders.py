"""Who holds: which undertaking an entry of a control register means, and what it is called."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.company_numbers import reads_as_united_kingdom
from db.indexed_company import IndexedCompany
from db.records import Control
from oversight.namesakes import Named, Namesakes, plain
from oversight.organisations import names_a_council

UNDERTAKING = "undertaking:"
"""How the name of an undertaking without a company number begins; no number has a colon."""
OTHER = "other:"
"""How a holder that is no undertaking begins. It may hold a person's name and is never shown."""
CORPORATE = frozenset(
    {"corporate-entity-person-with-significant-control", "corporate-entity-beneficial-owner"}
)
"""Holders that are undertakings: bodies corporate and partnerships (s.1161). Persons, governments
and other legal persons are none."""


@dataclass(frozen=True, kw_only=True)
class Meant:
    """An undertaking that an entry means, or may mean."""

    node: str
    """Company number, or `undertaking:` and a name and place."""
    certain: bool
    why: str
    """Why it is meant, where the entry gives no number; else empty."""


def undertaking(entry: Named) -> str | None:
    """The undertaking that holds: its number, else a text that cannot be one; None for no such.

    Without a number an undertaking is known by its name and its country or register: within
    one register no two bear the same name. All that is written for the United Kingdom or its parts
    is one place, as its index of names is one. A council is no undertaking here, whatever number
    it gives.
    """
    name = plain(entry.holder_name or "")
    if entry.kind not in CORPORATE or names_a_council(name):
        return None
    if entry.holder_company_number is not None:
        return entry.holder_company_number
    return by_name(name, entry.country_registered, entry.place_registered) if name else None


def by_name(name: str, country: str | None, register: str | None = None) -> str:
    """The typed text of an undertaking without a number, from its name and where it is registered.

    >>> by_name("Rowan Topco Limited", "Jersey"), by_name("Rowan Fund LP", None)
    ('undertaking:rowan topco ltd/jersey', 'undertaking:rowan fund lp/place not published')
    """
    if reads_as_united_kingdom(country, register):
        return f"{UNDERTAKING}{plain(name)}/united kingdom"
    place = plain(country or register or "")
    return f"{UNDERTAKING}{plain(name)}/{place or 'place not published'}"


def is_company(node: str) -> bool:
    """True for a company number, false for the typed text of an undertaking without one."""
    return not node.startswith(UNDERTAKING)


def name_of(node: str) -> str:
    """The name in the typed text of an undertaking without a number, in plain letters."""
    return node.removeprefix(UNDERTAKING).rpartition("/")[0]


@dataclass(frozen=True)
class Holders:
    """Reads who holds, from all entries that are in force: a name is known by who else bears it."""

    namesakes: Namesakes

    @classmethod
    def of(cls, entries: Iterable[Control], registered: Iterable[IndexedCompany] = ()) -> "Holders":
        """Who holds by these entries; `registered` are companies that bear names in them."""
        return cls(
            Namesakes.of((one for one in entries if undertaking(one) is not None), registered)
        )

    def meant(self, entry: Named) -> Iterator[Meant]:
        """Who holds, for certain or perhaps; nobody where the holder is no undertaking.

        Where a name may be another's too, the body by its name is certain, its namesake possible.
        """
        node = undertaking(entry)
        if node is None:
            return
        namesake = self.namesakes.of_holder(entry)
        if namesake is None or not namesake.certain:
            yield Meant(node=node, certain=True, why="")
        if namesake is not None:
            yield Meant(node=namesake.number, certain=namesake.certain, why=namesake.words)

    def certain(self, entry: Control) -> Meant:
        """Who surely holds, so that two entries of one holder count once."""
        other = f"{OTHER}{plain(entry.holder_name or '') or entry.psc_id}"
        nobody = Meant(node=other, certain=True, why="")
        return next((one for one in self.meant(entry) if one.certain), nobody)


def entered_names(controls: Iterable[Control], holders: Holders | None = None) -> dict[str, str]:
    """What each undertaking that holds is called, verbatim: as its newest entry spells it.

    Of several entries of one day the first by citation; an entry without a day is the oldest.
    """
    entries = [one for one in controls if one.holder_name]
    holders = holders or Holders.of(entries)
    found: dict[str, str] = {}
    for entry in sorted(entries, key=lambda one: (-_begun(one).toordinal(), one.cite)):
        node = holders.certain(entry).node
        if entry.holder_name is not None and not node.startswith(OTHER):
            found.setdefault(node, entry.holder_name)
    return found


def _begun(entry: Control) -> date:
    return entry.valid_from or date.min
