"""What kind of owner a group has, by shown rules of which the most specific that fits decides.

Nobody's motives are judged: a family that holds its company through another is no investor, and a
charity without a registrable person is no corporation. Whoever holds a quarter or less is unseen.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from db.records import Control, ControlStatement, Sector
from oversight.bands import shares, votes
from oversight.chain_ends import LISTED, NOBODY
from oversight.finding import Evidence
from oversight.holders import undertaking
from oversight.jurisdictions import Place
from oversight.namesakes import plain
from oversight.organisations import Organisation, names_a_council
from oversight.sponsors import Sponsor

STACK = re.compile(r"\b(?:topco|midco|bidco|holdco|debtco|pikco|acquisitions?)\b")
"""What the companies of a leveraged purchase are called."""
STACKED = 2
"""So many of them in one chain are a stack."""
_CHARITY_NUMBERS = ("CE", "CS")
"""How the numbers of charitable incorporated organisations begin."""
_PUBLIC = {Sector.HEALTH_AUTHORITY, Sector.ACADEMY, Sector.PUBLIC_SECTOR}


class OwnerClass(StrEnum):
    """What kind of owner, most specific first."""

    COUNCIL = "council"
    COUNCIL_OWNED = "council-owned"
    PUBLIC = "other public body"
    CHARITY = "charity"
    LISTED = "listed"
    INVESTMENT = "investment"
    OVERSEAS = "overseas"
    FAMILY = "family holding"
    INDIVIDUAL = "individual"
    CORPORATE = "corporate"
    UNKNOWN = "unknown"


GOODAIR: Mapping[OwnerClass, str] = {
    OwnerClass.COUNCIL: "Local Authority",
    OwnerClass.COUNCIL_OWNED: "LA owned company",
    OwnerClass.PUBLIC: "Third sector",
    OwnerClass.CHARITY: "Third sector",
    OwnerClass.LISTED: "Corporate",
    OwnerClass.INVESTMENT: "Investment owned",
    OwnerClass.OVERSEAS: "Corporate",
    OwnerClass.FAMILY: "Corporate",
    OwnerClass.INDIVIDUAL: "Individual",
    OwnerClass.CORPORATE: "Corporate",
    OwnerClass.UNKNOWN: "Unlinked for-profit",
}
"""The nearest of the seven classes of Goodair and others (Care-Markets), who have no more."""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of who is above some registered organisations."""

    organisations: Sequence[Organisation]
    head: str | None
    """The top of the statutory group; None for organisations that are matched to no company."""
    names: Mapping[str, str]
    """What the undertakings of the chain are called, top and members, by number or typed text."""
    entries: Sequence[Control]
    """The entries in force of the control registers of the chain."""
    statements: Sequence[ControlStatement]
    """What those companies state instead."""
    sponsors: Sequence[Sponsor]
    places: Sequence[Place]
    """Where the undertakings of the chain are registered."""


@dataclass(frozen=True, kw_only=True)
class Classed:
    """What kind of owner, by which rule, on what evidence."""

    owner_class: OwnerClass
    rule: str
    evidence: tuple[Evidence, ...]
    offshore: tuple[Place, ...]
    """Undertakings of the chain that are registered offshore."""
    top_overseas: bool
    """True when the head is registered outside the United Kingdom."""

    @property
    def goodair(self) -> str:
        """The nearest of Goodair's seven classes."""
        return GOODAIR[self.owner_class]


def classify(facts: Facts) -> Classed:
    """What kind of owner it is: the first rule that fits."""
    kind, rule, evidence = next(_rules(facts))
    return Classed(
        owner_class=kind,
        rule=rule,
        evidence=tuple(evidence),
        offshore=tuple(one for one in facts.places if one.offshore),
        top_overseas=any(one.is_overseas for one in facts.places if one.node == facts.head),
    )


Ruled = tuple[OwnerClass, str, list[Evidence]]


def _rules(facts: Facts) -> Iterator[Ruled]:
    """Yield every class that fits, most specific first; the last always does."""
    yield from _of_the_public(facts)
    yield from _of_charities(facts)
    listed = [one for one in facts.statements if one.statement.startswith(LISTED)]
    if listed:
        claim = "it is exempt from keeping a control register, as its shares are traded"
        evidence = [
            Evidence(claim=f"{facts.names[one.company_number]}: {claim}", cite=one.cite)
            for one in listed
        ]
        yield OwnerClass.LISTED, "a company of the chain has its shares traded", evidence
    yield from _of_investors(facts)
    top = next((one for one in facts.places if one.node == facts.head and one.is_overseas), None)
    if top is not None:
        claim = f"{facts.names[top.node]} is registered in {top.name}"
        evidence = [Evidence(claim=claim, cite=top.cite)] if top.cite else []
        yield OwnerClass.OVERSEAS, "the head is registered outside the United Kingdom", evidence
    yield from _of_whoever_is_left(facts)


def _of_the_public(facts: Facts) -> Iterator[Ruled]:
    bodies = [one.council_owned for one in facts.organisations if one.council_owned]
    if bodies:
        evidence = [Evidence(claim=one.basis, cite=one.cite) for one in bodies]
        yield OwnerClass.COUNCIL_OWNED, "councils own it outright, by the reviewed table", evidence
    if any(one.is_council for one in facts.organisations):
        yield OwnerClass.COUNCIL, "it is a council by its name or by Ofsted's sector", []
    by_name = [one for one in facts.entries if _is_of_a_council(one)]
    if by_name:
        evidence = [
            Evidence(claim=f"{one.holder_name} is entered as a holder", cite=one.cite)
            for one in by_name
        ]
        yield OwnerClass.COUNCIL_OWNED, "a council is entered with a majority of it", evidence
    sectors = {setting.sector for one in facts.organisations for setting in one.settings}
    if sectors and sectors <= _PUBLIC:
        said = ", ".join(sorted(sectors))
        yield OwnerClass.PUBLIC, f"Ofsted's sector of all its settings is {said}", []


def _is_of_a_council(entry: Control) -> bool:
    majority = any(band is not None and band.is_majority for band in (votes(entry), shares(entry)))
    is_council = names_a_council(plain(entry.holder_name or ""))
    return is_council and (majority or bool(entry.appoints_majority_of_board))


def _of_charities(facts: Facts) -> Iterator[Ruled]:
    settings = [setting for one in facts.organisations for setting in one.settings]
    numbered = [one for one in settings if one.owner_charity_number is not None]
    if numbered:
        first = numbered[0]
        claim = f"Ofsted gives its owner the charity number {first.owner_charity_number}"
        yield (
            OwnerClass.CHARITY,
            "it has a charity number",
            [Evidence(claim=claim, cite=first.cite)],
        )
    if any(node.startswith(_CHARITY_NUMBERS) for node in facts.names):
        yield OwnerClass.CHARITY, "a company of it is a charitable incorporated organisation", []
    if settings and all(one.sector is Sector.VOLUNTARY for one in settings):
        claim = "Ofsted's sector of the setting is Voluntary"
        evidence = [Evidence(claim=claim, cite=settings[0].cite)]
        yield OwnerClass.CHARITY, "Ofsted's sector of all its settings is Voluntary", evidence


def _of_investors(facts: Facts) -> Iterator[Ruled]:
    certain = [one for one in facts.sponsors if one.certain]
    if certain:
        evidence = [said for one in certain for said in one.evidence]
        named = ", ".join(one.name for one in certain)
        yield (
            OwnerClass.INVESTMENT,
            f"an investment house or its fund is above it: {named}",
            evidence,
        )
    stack = [name for _, name in sorted(facts.names.items()) if STACK.search(plain(name))]
    if len(stack) >= STACKED:
        evidence = [
            Evidence(claim=f"a holder of the chain is called {one.holder_name}", cite=one.cite)
            for one in facts.entries
            if one.holder_name and STACK.search(plain(one.holder_name))
        ]
        rule = f"its chain holds a stack of companies named for a purchase: {', '.join(stack)}"
        yield OwnerClass.INVESTMENT, rule, evidence


def _of_whoever_is_left(facts: Facts) -> Iterator[Ruled]:
    at_head = [one for one in facts.entries if one.company_number == facts.head]
    people = [one for one in at_head if one.kind.startswith(("individual", "super-secure"))]
    others = [one for one in at_head if undertaking(one) not in {None, facts.head}]
    evidence = [
        Evidence(claim="a person is entered at the head of the chain", cite=one.cite)
        for one in people
    ]
    if people and not others and len(facts.names) > 1:
        yield OwnerClass.FAMILY, "persons alone hold the company at the head of others", evidence
    if people and not others:
        yield OwnerClass.INDIVIDUAL, "persons alone hold the company itself", evidence
    if others:
        said = [Evidence(claim="a company is entered at the head", cite=one.cite) for one in others]
        yield OwnerClass.CORPORATE, "companies hold it, none with a certain majority", said
    nobody = [one for one in facts.statements if one.statement.startswith(NOBODY)]
    if nobody:
        said = [Evidence(claim="there is no registrable person", cite=one.cite) for one in nobody]
        yield OwnerClass.CORPORATE, "the head states that nobody has more than a quarter", said
    if len(facts.names) > 1:
        yield OwnerClass.CORPORATE, "a company holds it of whom no holder is published", []
    yield OwnerClass.UNKNOWN, "no control register names who is above it", []
