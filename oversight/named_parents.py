"""Whom filed accounts name above a company: its ultimate and its immediate parent undertaking.

Directors state both (Companies Act 2006 s.474 and Sch 4 to S.I. 2008/410 para 9; FRS 102 33.5),
by name and place. A person who controls a company is no undertaking and is never named.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.company_numbers import of_a_holder
from db.records import AccountsStatement, FiledAccounts, FiledDocument, Matter
from db.snapshot import Snapshot
from oversight.holders import Holders, Meant, is_company
from oversight.namesakes import plain
from oversight.organisations import names_a_council

YEARS = 2
"""Accounts made up to a day further back than this are not asked who is above: a private company
files within nine months of its year's end (s.442), so that newer ones are out by then."""
SPEAKS = frozenset({Matter.ULTIMATE_PARENT, Matter.IMMEDIATE_PARENT, Matter.CONTROLLING_PARTY})
"""What accounts say of who is above; those of the smallest companies may say nothing."""
_NUMBER = re.compile(
    r"\b(?:company|registered|registration) (?:number|no)\b[.: ]*(\w+)", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class NamedBody:
    """A body as accounts name it, in the form of an entry of a control register."""

    holder_name: str
    country_registered: str | None
    holder_company_number: str | None
    valid_from: date
    """The day up to which the accounts are made: it bore the name by then."""
    kind: str = "corporate-entity-person-with-significant-control"
    registration_number_text: None = None
    place_registered: None = None


@dataclass(frozen=True, kw_only=True)
class Naming:
    """What the newest accounts of one company that speak of it say of who is above it."""

    company: str
    name: str
    """The company's name, as the accounts have it."""
    made_up_to: date
    said: tuple[AccountsStatement, ...]

    @cached_property
    def ultimate(self) -> AccountsStatement | None:
        """The sentence that names the ultimate parent undertaking; None where none does.

        None too where several names are given. A parent that is called immediate alone is not the
        ultimate one, nor is a controlling party, which may be whoever manages a fund.
        """
        named = [one for one in self.said if _is_ultimate(one)]
        names = {plain(one.name or "") for one in named}
        return named[0] if len(names) == 1 else None

    @property
    def where(self) -> str:
        """Which accounts they are, in words."""
        return f"the accounts of {self.name} made up to {self.made_up_to.isoformat()}"


def _is_ultimate(one: AccountsStatement) -> bool:
    is_named = one.matter is Matter.ULTIMATE_PARENT and one.name is not None
    return is_named and not names_a_council(plain(one.name or ""))


@dataclass(frozen=True)
class NamedParents:
    """Who is above companies by their newest accounts, and which undertakings these names mean."""

    newest: Mapping[str, Naming]
    """By company number."""
    holders: Holders
    """Who holds, by the control registers of the day: a name means whom it means there."""

    @classmethod
    def of(cls, snapshot: Snapshot, day: date, holders: Holders) -> "NamedParents":
        """What accounts made up to the two years before a day say, of those that are public."""
        return cls(
            newest={one.company: one for one in _oldest_first(snapshot, day)}, holders=holders
        )

    @cached_property
    def meant(self) -> dict[str, Meant]:
        """The undertaking that a company's accounts name as the ultimate parent, by its number.

        Without a place a name is possible alone: bodies of several registers may bear it.
        """
        return {
            company: self._meant(said, naming.made_up_to)
            for company, naming in self.newest.items()
            if (said := naming.ultimate) is not None
        }

    def _meant(self, said: AccountsStatement, day: date) -> Meant:
        body = _body(said, day)
        found = list(self.holders.meant(body))
        first = next((one for one in found if one.certain), found[0])
        is_placed = body.country_registered is not None or is_company(first.node)
        return Meant(node=first.node, certain=first.certain and is_placed, why=first.why)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each undertaking that is named is called, verbatim, by the newest accounts."""
        newest = sorted(self.newest.values(), key=lambda one: (one.made_up_to, one.company))
        named = ((one.company, one.ultimate) for one in newest)
        return {
            self.meant[company].node: said.name
            for company, said in named
            if said is not None and said.name is not None
        }


def names_said(snapshot: Snapshot) -> frozenset[str]:
    """Every name by which accounts call an ultimate parent."""
    return frozenset(
        one.name
        for one in snapshot.every(AccountsStatement)
        if one.name is not None and one.matter is Matter.ULTIMATE_PARENT
    )


def _body(said: AccountsStatement, day: date) -> NamedBody:
    country = said.jurisdiction
    numbers = _NUMBER.findall(said.sentence)
    number = of_a_holder(numbers[0], country, None) if len(numbers) == 1 else None
    return NamedBody(
        holder_name=said.name or "",
        country_registered=country,
        holder_company_number=number,
        valid_from=day,
    )


def _oldest_first(snapshot: Snapshot, day: date) -> Iterator[Naming]:
    """What each set of accounts says, by the day up to which it is made, then as published."""
    filed = {one.document_id: one.company_number for one in snapshot.current(FiledDocument)}
    said: dict[tuple[str, int], list[AccountsStatement]] = {}
    for one in snapshot.current(AccountsStatement):
        if one.matter in SPEAKS:
            said.setdefault((one.document_id, one.member), []).append(one)
    for made_up_to, about in _in_window(snapshot.current(FiledAccounts), day):
        company = about.entity_number or about.filed_for or filed.get(about.document_id)
        sentences = said.get((about.document_id, about.member))
        if company is not None and sentences:
            yield Naming(
                company=company,
                name=about.entity_name or company,
                made_up_to=made_up_to,
                said=tuple(sorted(sentences, key=lambda one: one.number)),
            )


def _in_window(sets: Iterable[FiledAccounts], day: date) -> list[tuple[date, FiledAccounts]]:
    last = [(one.made_up_to, one) for one in sets if one.made_up_to is not None]
    fresh = [(end, one) for end, one in last if end <= day < _years_after(end)]
    return sorted(fresh, key=lambda pair: (pair[0], pair[1].public_on, pair[1].cite))


def _years_after(day: date) -> date:
    last = 28 if (day.month, day.day) == (2, 29) else day.day
    return day.replace(year=day.year + YEARS, day=last)
