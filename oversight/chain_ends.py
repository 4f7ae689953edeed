"""Where a chain of control ends, and why: what the register says, or does not, of who is above.

Nothing known above is never the same as nobody above. Of a person only that there is one is said.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.records import Control, ControlStatement
from oversight.chain_words import ChainWords, in_brackets
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.holders import is_company, undertaking
from oversight.links import Direct
from oversight.nobody_in_force import holder, nobody_in_force

NOBODY = "no-individual-or-entity-with-signficant-control"
"""The statement that there is no registrable person; a partnership's has a word more."""
LISTED = ("psc-exempt-as-", "disclosure-transparency-rules-")
"""How an exemption begins: holders of traded shares are announced on the market instead."""
OUTSIDE = {
    "individual": ", who is no undertaking",
    "legal": ", which is no undertaking here",
}
"""Why a chain ends with a holder that is there to be seen, by the first word of its kind."""


@dataclass(frozen=True, kw_only=True)
class ChainEnd:
    """Why nothing certain is known above an undertaking, in words, with what says so."""

    words: str
    evidence: tuple[Evidence, ...]
    """Empty where the point is that nothing is held."""


def chain_end(
    registers: ControlRegisters,
    node: str,
    possible: Sequence[Direct],
    words: ChainWords,
) -> ChainEnd:
    """Why the chain ends at `node`, which has no certain parent, and who came above it since."""
    end = _on_the_day(registers, node, possible, words)
    after = tuple(words.after(registers.day, node))
    claims = (end.words, *(one.claim for one in after))
    return ChainEnd(words="; ".join(claims), evidence=(*end.evidence, *after))


def _on_the_day(
    registers: ControlRegisters, node: str, possible: Sequence[Direct], words: ChainWords
) -> ChainEnd:
    name = words.names[node]
    if not is_company(node):
        return ChainEnd(words=f"{name} is on no control register that is read here", evidence=())
    said = [
        *(_stated(one, name) for one in registers.stated.get(node, ())),
        *(_may_control(one, words) for one in possible),
        *_no_parent(registers.in_force.get(node, ()), possible, name),
    ]
    if said:
        claims = dict.fromkeys(one.claim for one in said)
        return ChainEnd(words="; ".join(claims), evidence=tuple(said))
    if node not in registers.held:
        return ChainEnd(
            words=f"the control register of {node} is not held"
            f" (none was read by {registers.read_by.isoformat()})",
            evidence=(),
        )
    said_of_it, evidence = nobody_in_force(registers, node)
    return ChainEnd(words=said_of_it, evidence=evidence)


def _stated(one: ControlStatement, name: str) -> Evidence:
    if one.statement.startswith(NOBODY):
        claim = f"{name} states that there is no registrable person"
    elif one.statement.startswith(LISTED):
        claim = f"{name} is exempt from keeping a control register, as its shares are traded"
    else:
        claim = f"{name} states {one.statement!r}"
    return Evidence(claim=f"{claim}{in_brackets(one.valid_to)}", cite=one.cite)


def _may_control(one: Direct, words: ChainWords) -> Evidence:
    name = words.names[one.parent]
    doing = f"{name} {one.over(words.names.__getitem__)}{in_brackets(one.until)}"
    return Evidence(claim=f"{doing}: its control is possible, not certain", cite=one.cite)


def _no_parent(entries: Iterable[Control], possible: Sequence[Direct], name: str) -> list[Evidence]:
    """One claim for each kind of holder that ends the chain."""
    shown = {one.cite for one in possible}
    return [
        Evidence(
            claim=f"the control register of {name} names {_kind(one)}{in_brackets(one.valid_to)}",
            cite=one.cite,
        )
        for one in entries
        if one.cite not in shown
    ]


def _kind(entry: Control) -> str:
    if undertaking(entry) == entry.company_number:
        return "the company itself"
    if undertaking(entry) is not None:
        return "an undertaking without a majority"
    return f"{holder(entry)}{OUTSIDE.get(entry.kind.partition('-')[0], '')}"
