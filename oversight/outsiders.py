"""Companies that are held and stand in no group with a registered organisation.

They are known from the index of all companies, from a profile, or from a control register: their
own, or one in which they are a holder.
"""

from dataclasses import dataclass, replace
from datetime import date

from db.company_index import CompanyIndex
from db.company_numbers import normalise
from db.indexed_company import IndexedCompany
from db.owner_text import owner_key
from db.records import Company
from oversight.finding import Evidence
from oversight.group_facts import GroupFacts
from oversight.market import Market
from oversight.matching import held_names
from oversight.provider_groups import ProviderGroup, group_under

Listed = dict[str, IndexedCompany]
"""Companies of the index, by number."""


@dataclass(frozen=True, kw_only=True)
class Outsider:
    """An undertaking that is held, and the group that it is in."""

    node: str
    """Company number, or the typed text of an undertaking without one."""
    name: str
    called: tuple[Evidence, ...]
    """What says how it is called; empty where only control registers name it."""
    group: ProviderGroup
    facts: GroupFacts
    """What is known of that group beside its members."""
    day: date
    """The day that the group is of: the register's, where one is held."""


def listed_under(text: str, index: CompanyIndex | None) -> Listed:
    """The companies of the index that a text gives the number or the name of."""
    if index is None:
        return {}
    number = _number(text)
    if number is not None:
        return dict(index.numbered([number]))
    return {one.company_number: one for named in index.named([text]).values() for one in named}


def undertakings(market: Market, text: str, listed: Listed) -> tuple[str, ...]:
    """Every undertaking held that a text may mean: by number, or by name, to the letter if any.

    `listed` are the companies of the index under that number or name.
    """
    named = listed | _profiles(market)
    held = {*named, *market.control_registers.held, *market.graph.certain}
    number = _number(text)
    if number is not None or text.casefold() in held:
        return tuple(held & {number, text.casefold()})
    called = market.undertaking_names | {node: one.name for node, one in named.items()}
    bearers = {node: called[node] for node in sorted(held & called.keys())}
    exactly = tuple(n for n, name in bearers.items() if name.casefold() == text.casefold())
    key = owner_key(text)
    return exactly or tuple(node for node, name in bearers.items() if owner_key(name) == key)


def outsider(market: Market, node: str, index: CompanyIndex | None) -> Outsider:
    """Who an undertaking outside every group of the market is, and who is above and below it."""
    graph = replace(market.graph, companies=market.graph.companies | {node})
    listed = {} if index is None else dict(index.numbered(sorted(graph.certain)))
    companies = listed | _profiles(market)
    names = {one: one for one in graph.certain} | market.undertaking_names
    names |= {number: one.name for number, one in companies.items()}
    words = replace(market.chain_words, names=names)
    head = next(head for head, members in graph.groups.items() if node in members)
    return Outsider(
        node=node,
        name=names[node],
        called=tuple(_called(companies[one]) for one in [node] if one in companies),
        group=group_under(head, graph, market.owned, words, market.control_registers),
        facts=replace(market.group_facts, graph=graph, names=names),
        day=market.day,
    )


def _number(text: str) -> str | None:
    return normalise(text.strip().removeprefix("company:"))


def _profiles(market: Market) -> Listed:
    """The companies whose profiles are held, by number, as their last profile has them."""
    last = {one.company_number: one for one in market.snapshot.every(Company)}
    return {
        one.company_number: one for named in held_names(last.values()).values() for one in named
    }


def _called(company: IndexedCompany) -> Evidence:
    claim = f"company {company.company_number} is called {company.name} ({company.status})"
    return Evidence(claim=claim, cite=company.cite)
