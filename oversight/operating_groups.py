"""Operating groups: what stands together below a fund vehicle, where the statutory group goes on.

An investor's fund may be the parent of much that has nothing to do with each other. The law's group
is all of it; accounts and markets are about what is run together.
"""

from collections.abc import Mapping

from oversight.chain_ends import ChainEnd
from oversight.chain_words import ChainWords
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.graph import ControlGraph
from oversight.provider_groups import Kind, Owned, ProviderGroup, end_above, members_under

Funds = Mapping[str, Evidence]
"""Fund vehicles, each with the sign by which it is taken for one."""


def operating_groups(
    graph: ControlGraph,
    funds: Funds,
    owned: Owned,
    words: ChainWords,
    registers: ControlRegisters,
) -> tuple[ProviderGroup, ...]:
    """Operating groups with a registered organisation that are not whole statutory ones, by head.

    Every other statutory group is an operating group as it stands.
    """
    return tuple(
        ProviderGroup(
            head=head,
            head_name=words.names[head],
            kind=Kind.OPERATING,
            above=_above(head, graph, funds, words, registers),
            members=members_under(head, nodes, graph, owned, words),
        )
        for head, nodes in graph.operating_groups(funds).items()
        if owned.keys() & set(nodes) and graph.groups.get(head) != nodes
    )


def _above(
    head: str,
    graph: ControlGraph,
    funds: Funds,
    words: ChainWords,
    registers: ControlRegisters,
) -> ChainEnd:
    parent = graph.control_parents.get(head)
    if parent is None or parent not in funds:
        return end_above(graph, registers, head, words)
    link = graph.link(parent, head)
    sign = funds[parent]
    return ChainEnd(
        words=f"{words.sentence([link])}; {sign.claim}, and an operating group ends below it",
        evidence=(*words.evidence(link), sign),
    )
