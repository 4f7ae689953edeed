"""Who is above an undertaking where control registers end: the ultimate parent that accounts name.

Registers end at every body that is on none here. A parent undertaking abroad is one all the same
(Companies Act 2006 s.1161, s.1162), and the accounts of whoever is below it name it: "ultimate" is
the parent that has none above it, so that it stands above every other parent of the company.

Such a link is certain. It is possible alone where the register of whom it would be above says
otherwise, where accounts of one day disagree, or where the name may mean another body.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from db.records import Control
from oversight.bands import HALF, added, shares, votes
from oversight.chain_ends import NOBODY
from oversight.control_registers import ControlRegisters
from oversight.graph import ControlGraph
from oversight.holders import Meant, is_company, name_of
from oversight.links import Link, Right, Told
from oversight.named_parents import NamedParents, Naming
from oversight.namesakes import plain

PARTNERSHIPS = ("LP", "SL", "NL")
"""How the numbers of limited partnerships begin, which are no registrable holders (s.790C)."""


@dataclass(frozen=True, kw_only=True)
class _Above:
    """What one company's accounts say of who is above the head of its group."""

    naming: Naming
    meant: Meant
    name: str
    cite: str


def above_registers(
    graph: ControlGraph, registers: ControlRegisters, named: NamedParents
) -> tuple[Told, ...]:
    """The links above heads of groups that the newest accounts below each give, by head.

    `graph` is of the registers and of what people decided, and of nothing else.
    """
    heads = dict[str, str]()
    found: list[Told] = []
    for link in _links(graph, registers, named):
        top = graph.heads.get(link.parent, link.parent)
        while link.certain and top in heads:
            top = heads[top]
        if top == link.subsidiary:
            continue
        if link.certain:
            heads[link.subsidiary] = top
        found.append(link)
    return tuple(found)


def _links(graph: ControlGraph, registers: ControlRegisters, named: NamedParents) -> Iterator[Told]:
    for head, members in graph.groups.items():
        if head in graph.control_parents:
            continue
        said = [one for member in members for one in _said(graph, head, member, named)]
        last = max((one.naming.made_up_to for one in said), default=None)
        newest = [one for one in said if one.naming.made_up_to == last]
        agree = len({one.meant.node for one in newest}) == 1
        for one in {one.meant.node: one for one in newest}.values():
            if _is_within(one, head, members):
                continue
            certain = agree and one.meant.certain and not _is_against(one, head, registers)
            yield _link(one, head, certain=certain)


def _said(graph: ControlGraph, head: str, member: str, named: NamedParents) -> Iterator[_Above]:
    """What a member's newest accounts say, if it was below the head by the day of them."""
    naming, meant = named.newest.get(member), named.meant.get(member)
    said = None if naming is None else naming.ultimate
    if naming is None or meant is None or said is None:
        return
    chain = graph.chain_in_group(head, member)
    if all(_had_begun(link, naming.made_up_to) for link in chain):
        yield _Above(naming=naming, meant=meant, name=said.name or "", cite=said.cite)


def _had_begun(link: Link, day: date) -> bool:
    """True of a link that stood on a day; a decision that names no first day holds on every day."""
    if link.since is None:
        return link.right is Right.DECIDED
    return link.since <= day


def _is_within(one: _Above, head: str, members: tuple[str, ...]) -> bool:
    """True where accounts name the head itself, under whatever place, or one of its group."""
    name = plain(one.name)
    is_head = not is_company(head) and name_of(head) == name
    return is_head or one.meant.node in members


def _is_against(one: _Above, head: str, registers: ControlRegisters) -> bool:
    """True where the control register of the head leaves no room for the parent that is named.

    A holder entered with a majority, or several, or one who may appoint the board, leaves none. A
    statement that nobody is registrable leaves room for bodies abroad and partnerships alone: no
    others are kept off the register (s.790C(6)).
    """
    states_nobody = any(
        each.statement.startswith(NOBODY) for each in registers.stated.get(head, ())
    )
    node = one.meant.node
    is_registrable = is_company(node) and not node.startswith(PARTNERSHIPS)
    own, others = list[Control](), list[Control]()
    for each in registers.in_force.get(head, ()):
        (own if registers.holders.certain(each).node == node else others).append(each)
    return (
        (states_nobody and is_registrable)
        or (bool(own) and not any(_may_be_most(each) for each in own))
        or _are_most(others)
    )


def _may_be_most(entry: Control) -> bool:
    bands = [votes(entry), shares(entry)]
    most = any(band is not None and band.high > HALF for band in bands)
    return most or bool(entry.appoints_majority_of_board)


def _are_most(entries: Iterable[Control]) -> bool:
    """True where holders have a majority between them, or one may appoint the board."""
    each = list(entries)
    held = [
        added(band.least for one in each if (band := read(one)) is not None)
        for read in (votes, shares)
    ]
    boards = any(one.appoints_majority_of_board for one in each)
    return boards or any(one.is_majority for one in held)


def _link(one: _Above, head: str, *, certain: bool) -> Told:
    return Told(
        parent=one.meant.node,
        parent_name=one.name,
        subsidiary=head,
        certain=certain,
        right=Right.ACCOUNTS,
        words=f"stands above {{}} as the ultimate parent undertaking that {one.naming.where} name"
        f"{one.meant.why}",
        cite=one.cite,
    )
