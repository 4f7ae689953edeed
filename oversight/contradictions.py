"""Certain control that another entry of the same register contradicts, and that falls with it.

Two undertakings may both be entered with a majority where one holds through the other; where no
register places one above the other, neither is certain. Nor is any where all direct holders,
persons among them, come to more than the whole. What rested on them falls with them.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations

import networkx as nx

from oversight.bands import added
from oversight.control import Stake
from oversight.drawing import drawn
from oversight.links import Holding, Joint, Right

Registers = Mapping[str, Sequence[Stake]]
"""What every direct holder of a company has, by company number."""


def uncontradicted(
    holdings: Iterable[Holding], registers: Registers, joint: Iterable[Joint] = ()
) -> list[Holding]:
    """The certain ones of these holdings that no other contradicts, beside what is held jointly."""
    sure = [one for one in holdings if one.certain]
    beside = list(joint)
    while (kept := _kept(sure, drawn((*sure, *beside)), registers)) != sure:
        sure = kept
    return sure


def is_beyond_the_whole(register: Iterable[Stake], above: "nx.DiGraph[str]") -> bool:
    """True when the direct holders of a company have more than the whole between them, at least."""
    stakes = list(register)
    if not added(one.least for one in stakes).is_beyond_the_whole:
        return False
    largest = (max(one.least for one in held) for held in separate(stakes, above))
    return added(largest).is_beyond_the_whole


def separate(register: Iterable[Stake], above: "nx.DiGraph[str]") -> list[list[Stake]]:
    """Stakes that are surely apart: holders that stand above each other have one between them.

    What a parent is entered with holds what it has through a subsidiary that is entered too
    (Companies Act 2006 Sch 1A para 2: "directly or indirectly").
    """
    stakes = {one.holder: one for one in register}
    together: nx.Graph[str] = nx.Graph()
    together.add_nodes_from(stakes)
    for one, other in permutations(stakes, 2):
        if one in above and other in above and nx.has_path(above, one, other):
            together.add_edge(one, other)
    return [
        [stakes[holder] for holder in sorted(held)] for held in nx.connected_components(together)
    ]


def _kept(
    holdings: Sequence[Holding], above: "nx.DiGraph[str]", registers: Registers
) -> list[Holding]:
    rivals: dict[tuple[str, bool], set[str]] = {}
    for one in holdings:
        if one.right is not Right.BOARD:
            rivals.setdefault((one.subsidiary, False), set()).add(one.parent)
        if one.control.appoints_majority_of_board:
            rivals.setdefault((one.subsidiary, True), set()).add(one.parent)
    return [
        one
        for one in holdings
        if (
            one.right is Right.BOARD
            or not is_beyond_the_whole(registers.get(one.subsidiary, ()), above)
        )
        and all(
            nx.has_path(above, one.parent, other) or nx.has_path(above, other, one.parent)
            for other in rivals[one.subsidiary, one.right is Right.BOARD]
        )
    ]
