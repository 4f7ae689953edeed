"""Where a chain of control ends, and why: what the register says, or does not, of who is above.

Nothing known above is never the same as nobody above. Of a person only that there is one is said.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.records import Control, ControlStatement, Register, RegisterExtract
from db.snapshot import Snapshot
from oversight.control import Holding, undertaking
from oversight.finding import Evidence
from oversight.graph import is_company

NOBODY = "no-individual-or-entity-with-signficant-control"
"""The statement that there is no registrable person; a partnership's has a word more."""
LISTED = ("psc-exempt-as-", "disclosure-transparency-rules-")
"""How an exemption begins: holders of traded shares are announced on the market instead."""
KINDS = {
    "individual": "a person, who is no undertaking",
    "super-secure": "somebody whose details are protected",
    "legal-person": "a government or other legal person, which is no undertaking here",
    "corporate-entity": "a body that is no undertaking here or that the entry does not identify",
}
"""Holders with whom a chain ends, by how their kind begins."""


@dataclass(frozen=True, kw_only=True)
class ChainEnd:
    """Why nothing certain is known above an undertaking, in words, with what says so."""

    words: str
    evidence: tuple[Evidence, ...]
    """Empty where the point is that nothing is held."""


@dataclass(frozen=True, kw_only=True)
class ControlRegisters:
    """What is held of control registers, of one day, and what was read by another."""

    controls: tuple[Control, ...]
    """Entries in force on the day."""
    statements: tuple[ControlStatement, ...]
    """Statements and exemptions in force on the day."""
    held: frozenset[str]
    """Companies of whose control register anything is held, ended entries included."""
    read_by: date
    """The day until which registers were read."""

    @classmethod
    def of(cls, snapshot: Snapshot, day: date) -> "ControlRegisters":
        """What a snapshot holds of them, as in force on `day`."""
        then = snapshot.at(day)
        read = (
            one.company_number
            for one in snapshot.every(RegisterExtract)
            if one.register_name is Register.CONTROLS
        )
        entered = (one.company_number for one in snapshot.every(Control))
        return cls(
            controls=then.current(Control),
            statements=then.current(ControlStatement),
            held=frozenset((*read, *entered)),
            read_by=snapshot.as_of,
        )

    def end(self, node: str, possible: Sequence[Holding], names: Mapping[str, str]) -> ChainEnd:
        """Why the chain ends at `node`, which has no certain parent."""
        name = names[node]
        if not is_company(node):
            return ChainEnd(
                words=f"{name} is on no control register that is read here", evidence=()
            )
        said = [
            *(_stated(one, name) for one in self._statements_of.get(node, ())),
            *(_may_control(one, name, names) for one in possible),
            *_no_parent(self._controls_of.get(node, ()), possible, name),
        ]
        if said:
            claims = dict.fromkeys(one.claim for one in said)
            return ChainEnd(words="; ".join(claims), evidence=tuple(said))
        if node not in self.held:
            return ChainEnd(
                words=f"the control register of {node} is not held"
                f" (none was read by {self.read_by.isoformat()})",
                evidence=(),
            )
        return ChainEnd(words=f"the control register of {node} names nobody", evidence=())

    @cached_property
    def _statements_of(self) -> dict[str, list[ControlStatement]]:
        found: dict[str, list[ControlStatement]] = {}
        for one in sorted(self.statements, key=lambda one: (one.statement, one.cite)):
            found.setdefault(one.company_number, []).append(one)
        return found

    @cached_property
    def _controls_of(self) -> dict[str, list[Control]]:
        found: dict[str, list[Control]] = {}
        for one in sorted(self.controls, key=lambda one: (one.cite, one.capacity)):
            found.setdefault(one.company_number, []).append(one)
        return found


def _stated(one: ControlStatement, name: str) -> Evidence:
    if one.statement.startswith(NOBODY):
        claim = f"{name} states that there is no registrable person"
    elif one.statement.startswith(LISTED):
        claim = f"{name} is exempt from keeping a control register, as its shares are traded"
    else:
        claim = f"{name} states {one.statement!r}"
    return Evidence(claim=claim, cite=one.cite)


def _may_control(one: Holding, name: str, names: Mapping[str, str]) -> Evidence:
    claim = f"{names[one.parent]} {one.over(name)}: its control is possible, not certain"
    return Evidence(claim=claim, cite=one.control.cite)


def _no_parent(
    entries: Iterable[Control], possible: Sequence[Holding], name: str
) -> list[Evidence]:
    """One claim for each kind of holder that ends the chain."""
    shown = {one.control.cite for one in possible}
    return [
        Evidence(claim=f"the control register of {name} names {_kind(one)}", cite=one.cite)
        for one in entries
        if one.cite not in shown
    ]


def _kind(entry: Control) -> str:
    if undertaking(entry) == entry.company_number:
        return "the company itself"
    if undertaking(entry) is not None:
        return "an undertaking without a majority"
    return next(words for start, words in KINDS.items() if entry.kind.startswith(start))
