"""How a finding speaks of a parent undertaking and the failing settings below it."""

from collections.abc import Iterator, Sequence

from oversight.finding import Evidence
from oversight.market import Market
from oversight.measures.failing import Proxy
from oversight.measures.failing_below import Below
from oversight.provider_groups import entry, in_words
from oversight.wording.failing_settings import called
from oversight.wording.failing_settings import evidence as evidence_of_one


def headline(limbs: Sequence[str], proxy: Proxy, below: Below) -> str:
    """Which limbs are met on which proxy, and by how much."""
    settings = sum(map(len, below.values()))
    of = "one subsidiary" if len(below) == 1 else f"{len(below)} subsidiaries"
    return (
        f"meets s.23A(1){' and '.join(limbs)} on {called(proxy)}: {settings} settings of {of} count"
    )


def evidence(market: Market, parent: str, below: Below) -> Iterator[Evidence]:
    """For each subsidiary its chain, link by link, who it is in the register, and its settings."""
    names = market.undertaking_names
    for company, outcomes in below.items():
        chain = market.graph.chain(parent, company)
        if len(chain) > 1:
            claim = f"the chain: {in_words(chain, names)}"
            yield Evidence(claim=claim, cite=chain[-1].control.cite)
        yield from (entry(link, names) for link in chain)
        for _, match in market.owned[company]:
            yield from match.evidence
        for outcome in outcomes:
            yield from evidence_of_one(outcome)
