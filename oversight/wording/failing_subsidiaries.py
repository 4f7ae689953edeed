"""How a finding speaks of a parent undertaking and the failing settings below it."""

from collections.abc import Iterator, Sequence

from oversight.finding import Evidence
from oversight.market import Market
from oversight.measures.failing import Outcome, Proxy
from oversight.measures.failing_below import Below, judged_before
from oversight.wording.failing_settings import called
from oversight.wording.failing_settings import evidence as evidence_of_one


def headline(market: Market, parent: str, limbs: Sequence[str], proxy: Proxy, below: Below) -> str:
    """Which limbs are met on which proxy, by how much, and where control came late or has ended."""
    settings = sum(map(len, below.values()))
    of = "one subsidiary" if len(below) == 1 else f"{len(below)} subsidiaries"
    chains = [market.graph.chain(parent, company) for company in below]
    ended = sum(market.chain_words.has_ended(chain) for chain in chains)
    early = sum(
        judged_before(market, parent, company, one) is not None
        for company, outcomes in below.items()
        for one in outcomes
    )
    before = f", {early} judged before control began" if early else ""
    since = f"; control of {ended} of {len(below)} has ended since" if ended else ""
    return (
        f"meets s.23A(1){' and '.join(limbs)} on {called(proxy)}:"
        f" {settings} settings of {of} count{before}{since}"
    )


def evidence(market: Market, parent: str, below: Below) -> Iterator[Evidence]:
    """For each subsidiary its chain, link by link, who it is in the register, and its settings."""
    words = market.chain_words
    for company, outcomes in below.items():
        chain = market.graph.chain(parent, company)
        if len(chain) > 1:
            claim = f"the chain: {words.sentence(chain)}"
            yield Evidence(claim=claim, cite=chain[-1].cite)
        for link in chain:
            yield from words.evidence(link)
        for _, match in market.owned[company]:
            yield from match.evidence
        for outcome in outcomes:
            yield from evidence_of_one(outcome)
            yield from _judged_before(market, parent, company, outcome)


def _judged_before(
    market: Market, parent: str, company: str, outcome: Outcome
) -> Iterator[Evidence]:
    """That the parent came above the setting's company only after the visit that counts."""
    last = judged_before(market, parent, company, outcome)
    if last is not None:
        setting = f"{outcome.setting.provision_type} {outcome.setting.urn}"
        before = f"judged on {outcome.since}, before {market.chain_words.named(parent)} held it"
        claim = f"{setting}: {before}: control since {last.since}, by the entries in force"
        yield Evidence(claim=claim, cite=last.cite)
