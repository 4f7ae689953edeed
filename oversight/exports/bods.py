"""Who owns and controls whom, as statements of the Beneficial Ownership Data Standard 0.4.

One JSON array, a statement a line: every entry that is held of a control register and in force on
the day. Natural persons are nodes without a name.
"""

import json
from pathlib import Path

from oversight.bods import Ownership, statements
from oversight.bods_parties import COMPANIES_HOUSE
from oversight.export import Export, Exported
from oversight.holders import OTHER, is_company

PUBLISHER = "Provider monitor of England's children's social care market"
INVENTED = "a rehearsal, in which everything is invented"


def ownership(exported: Exported) -> Ownership:
    """What the statements are made of."""
    market = exported.market
    registers = market.control_registers
    names = market.undertaking_names
    said = f", {INVENTED}" if exported.is_invented else ""
    return Ownership(
        day=registers.day,
        controls=registers.controls,
        statements=registers.statements,
        holders=registers.holders,
        names=names,
        companies=frozenset(
            node for node in market.graph.certain if is_company(node) and not node.startswith(OTHER)
        ),
        published_on=exported.published_on,
        publisher=f"{PUBLISHER}{said}",
        register=f"{COMPANIES_HOUSE}{said}",
    )


def write(exported: Exported, path: Path) -> int:
    """Write the statements to a path and give how many there are."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for statement in statements(ownership(exported)):
            file.write(",\n" if count else "[\n")
            file.write(json.dumps(statement, ensure_ascii=False))
            count += 1
        file.write("\n]\n" if count else "[]\n")
    return count


EXPORT = Export(
    name="bods",
    title="Who owns and controls whom: statements of BODS 0.4, without people's details",
    file="bods.json",
    write=write,
)
