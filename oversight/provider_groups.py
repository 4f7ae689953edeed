"""Provider groups: registered organisations gathered under the undertaking that is above them all.

The statutory group is what one head certainly controls (Companies Act 2006 s.1162). The operating
group stops below a fund vehicle (`oversight.operating_groups`), whose house is its sponsor.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from db.records import Setting
from oversight.chain_ends import ChainEnd, chain_end
from oversight.chain_words import ChainWords
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.graph import ControlGraph
from oversight.holders import is_company
from oversight.links import Link
from oversight.matching import OwnerMatch
from oversight.organisations import Organisation

Owned = Mapping[str, tuple[tuple[Organisation, OwnerMatch], ...]]
"""The registered organisations that each company is, with their matches, by company number."""


class Kind(StrEnum):
    """Which of the groups that share the word a group is."""

    STATUTORY = "statutory"
    OPERATING = "operating"


@dataclass(frozen=True, kw_only=True)
class Member:
    """One company or registered organisation of a group, and how it belongs to it."""

    subject: str
    """How a finding names it: `company:`, `undertaking:` or `owner:`."""
    name: str
    company: str
    """The company that it is: its number, or the typed text of an undertaking without one."""
    certain: bool
    """False for an organisation that only may be the group's, and surely is in one of its own."""
    chain: str
    """The chain from the head down to it, in one sentence."""
    evidence: tuple[Evidence, ...]
    organisation: Organisation | None
    """None for a company that the register of settings does not name."""

    @property
    def settings(self) -> tuple[Setting, ...]:
        """Its settings, by URN; a company that the register does not name has none."""
        return self.organisation.settings if self.organisation else ()


@dataclass(frozen=True, kw_only=True)
class ProviderGroup:
    """One head and all that it certainly controls, with at least one registered organisation."""

    head: str
    """Company number, or the typed text of an undertaking without one."""
    head_name: str
    kind: Kind
    above: ChainEnd
    """Why nothing certain is known above the head."""
    members: tuple[Member, ...]
    """The head first, then level by level; those that are only possible come last."""

    @property
    def id(self) -> str:
        """How a finding names it."""
        return f"{'group' if self.kind is Kind.STATUTORY else self.kind}:{self.head}"

    @property
    def companies(self) -> tuple[str, ...]:
        """Its undertakings, by level, each once; those that are only possible left out."""
        return tuple(dict.fromkeys(one.company for one in self.members if one.certain))

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The settings that are surely the group's."""
        return tuple(s for one in self.members if one.certain for s in one.settings)

    @property
    def possible_settings(self) -> tuple[Setting, ...]:
        """Settings that may be the group's besides."""
        return tuple(s for one in self.members if not one.certain for s in one.settings)


def subject_of(node: str) -> str:
    """How a finding names an undertaking."""
    return f"company:{node}" if is_company(node) else node


def provider_groups(
    graph: ControlGraph,
    owned: Owned,
    words: ChainWords,
    registers: ControlRegisters,
) -> tuple[ProviderGroup, ...]:
    """Every group with a registered organisation in it, by head; `owned` is by company number."""
    return tuple(
        group_under(head, graph, owned, words, registers)
        for head, nodes in graph.groups.items()
        if owned.keys() & set(nodes)
    )


def group_under(
    head: str,
    graph: ControlGraph,
    owned: Owned,
    words: ChainWords,
    registers: ControlRegisters,
) -> ProviderGroup:
    """The group of one head, with the organisations that it certainly or possibly has, if any."""
    return ProviderGroup(
        head=head,
        head_name=words.names[head],
        kind=Kind.STATUTORY,
        above=end_above(graph, registers, head, words),
        members=members_under(head, graph.groups[head], graph, owned, words),
    )


def members_under(
    head: str, nodes: Iterable[str], graph: ControlGraph, owned: Owned, words: ChainWords
) -> tuple[Member, ...]:
    """These undertakings below a head, level by level, then organisations that may be below it."""
    maker = _Members(words=words, owned=owned)
    chains = {node: graph.chain_in_group(head, node) for node in nodes}
    members = [
        member
        for node in sorted(chains, key=lambda node: (len(chains[node]), node))
        for member in maker.members(node, chains[node], certain=True)
    ]
    maybe = [
        member
        for node, chain in graph.possible_members(head).items()
        if node in owned
        for member in maker.members(node, chain, certain=False)
    ]
    return (*members, *maybe)


def end_above(
    graph: ControlGraph, registers: ControlRegisters, head: str, words: ChainWords
) -> ChainEnd:
    """Why nothing certain is known above the head of a statutory group."""
    parent = graph.control_parent(head)
    if parent is None and (links := graph.above(head)):
        said = tuple(dict.fromkeys(one for link in links for one in words.evidence(link)))
        claims = "; ".join(words.sentence([link]) for link in links)
        return ChainEnd(words=f"{claims}: none of them is above the others", evidence=said)
    if parent is None:
        possible = [one for one in graph.possible if one.subsidiary == head]
        return chain_end(registers, head, possible, words)
    circle = (*graph.chain(head, parent), graph.link(parent, head))
    return ChainEnd(
        words=f"the undertakings are above each other in a circle: {words.sentence(circle)}",
        evidence=tuple(said for one in circle for said in words.evidence(one)),
    )


@dataclass(frozen=True, kw_only=True)
class _Members:
    """Makes members: what each company is called, and which organisations it is."""

    words: ChainWords
    owned: Owned

    def members(self, node: str, chain: tuple[Link, ...], *, certain: bool) -> Iterator[Member]:
        """The organisations that a company is, or the company alone where it is none."""
        links = tuple(said for one in chain for said in self.words.evidence(one))
        name = self.words.named(node)
        said = self.words.sentence(chain) if chain else f"{name} is the head"
        matched = self.owned.get(node, ())
        if not matched:
            yield Member(
                subject=subject_of(node),
                name=self.words.names[node],
                company=node,
                certain=certain,
                chain=f"{said}.",
                evidence=links,
                organisation=None,
            )
        for organisation, match in matched:
            yield Member(
                subject=organisation.subject,
                name=organisation.name,
                company=node,
                certain=certain,
                chain=f"{said}; the register of settings calls it {organisation.name}.",
                evidence=(*links, *match.evidence),
                organisation=organisation,
            )
