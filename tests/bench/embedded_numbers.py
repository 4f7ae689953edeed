"""What the few company numbers in the real texts of owners say of how names are folded.

Two texts with one number are one company; two of one folded name with two numbers are not.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from db.owner_text import company_number, owner_key
from oversight.matching.likeness import forbidden
from oversight.matching.names import name_of
from tests.bench.measuring import ROOT

REAL = ROOT.parent / "shared" / "data" / "ofsted"
"""Beside the checkout, where published files are kept that the project may not hold."""
_OWNER = "organisation which owns the provider"


def tell(say: Callable[[str], None]) -> None:
    """Say how the texts of each number agree, and whether any name has two numbers."""
    if not REAL.is_dir():
        say("  the real registers are not at hand: no embedded numbers")
        return
    texts = sorted(set(_texts()))
    by_number: dict[str, set[str]] = defaultdict(set)
    numbers: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        if (number := company_number(text)) is not None:
            by_number[number].add(owner_key(text))
            numbers[owner_key(text)].add(number)
    plain = {owner_key(text) for text in texts if company_number(text) is None}
    pairs = [pair for keys in by_number.values() for pair in combinations(sorted(keys), 2)]
    torn = sum(forbidden(name_of(one), name_of(other)) is not None for one, other in pairs)
    say(
        f"  real registers as CSV: {len(texts):,} texts, {len(by_number)} company numbers in them;"
        f" {len(numbers.keys() & plain)} of {len(numbers)} numbered names stand without one as well"
    )
    say(
        f"  {sum(len(found) > 1 for found in numbers.values())} names have two numbers;"
        f" {len(pairs)} pairs of names share a number, of which our rules forbid {torn}"
    )


def _texts() -> Iterator[str]:
    """Every owner's text of the registers that are kept as CSV, whatever stands above the table."""
    for path in sorted(REAL.glob("provider_at_march_*.csv")):
        body = path.read_bytes()
        rows = csv.reader(_decoded(body).splitlines())
        column = None
        for row in rows:
            heads = [" ".join(cell.lower().split()) for cell in row]
            if column is None and _OWNER in heads:
                column = heads.index(_OWNER)
            elif column is not None and len(row) > column and row[column].strip():
                yield row[column].strip()


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252")
