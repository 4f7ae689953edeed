"""Ours: owners matched, the graph drawn, groups told and effective ownership found, once."""

import gc
import json
import pickle
import sys
from itertools import pairwise
from pathlib import Path
from time import process_time

from oversight.effective import EffectiveOwnership
from oversight.market import Market
from oversight.policy import DEFAULT, find_policy
from oversight.shares_held import shares_held
from tests.bench.steps.memory import peak_mb

STEPS = ("match_s", "graph_s", "groups_s", "effective_s")


def main(path: str) -> None:
    """Print how long each took on one core, what was found, and how much memory was held."""
    snapshot = pickle.loads(Path(path).read_bytes())  # noqa: S301 - our own step wrote it
    gc.freeze()
    market = Market(snapshot=snapshot, policy=find_policy(DEFAULT))
    marks = [process_time()]
    matched = sum(one.company_number is not None for one in market.matches.values())
    marks.append(process_time())
    links, possible = market.graph.certain.number_of_edges(), len(market.graph.possible)
    marks.append(process_time())
    groups, operating = len(market.groups), len(market.operating_groups)
    marks.append(process_time())
    registers = market.control_registers
    owning = EffectiveOwnership.of(shares_held(registers.controls, registers.holders))
    known = sum(bool(owning.of_company(company)) for company in market.owned)
    marks.append(process_time())
    found = {
        **{
            name: after - before
            for name, (before, after) in zip(STEPS, pairwise(marks), strict=True)
        },
        "settings": len(market.settings),
        "owners": len(market.organisations),
        "matched": matched,
        "links": links,
        "possible": possible,
        "groups": groups,
        "operating": operating,
        "with_owners": known,
        "loops": len(owning.loops),
        "peak_mb": peak_mb(),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
