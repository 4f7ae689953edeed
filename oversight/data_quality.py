"""What is odd in the control registers of a group's companies, counted and said in plain words.

None of it stops anything: whoever relies on a group is told what its registers get wrong.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import networkx as nx

from db.records import Control
from oversight.bands import Band
from oversight.contradictions import is_beyond_the_whole
from oversight.control import stakes_by
from oversight.control_registers import ControlRegisters
from oversight.finding import Evidence
from oversight.graph import ControlGraph
from oversight.holders import undertaking
from oversight.links import Right

MANY = 100
"""Global Witness (2018) singles out whoever is entered in more than this many registers."""
LONG = 12
"""Links from the head of a group: twice what a stack of an investor's holding companies has."""
NAMED = 3
"""Companies that a note names; more are counted."""
LARGEST = Band(0.75, low_open=False, high=1, high_open=False)
"""The highest band. The publisher's files call it "more than 75%" here and "75% or more" there
(api-enumerations, psc_descriptions.yml); the law's band has exactly 75% in it, and so has this."""


class Problem(StrEnum):
    """What is odd, in words that need no legend."""

    TWO_LARGEST = "two or more holders are each entered with 75% or more"
    BEYOND_THE_WHOLE = "the holders entered have more than the whole between them"
    ITSELF = "a company is entered as its own holder"
    CIRCLE = "companies are, or may be, above each other in a circle"
    LONG_CHAIN = f"the chain of control has more than {LONG} links"
    MANY_HELD = f"one holder is entered in the registers of more than {MANY} companies"
    NO_DAY = "an entry does not say since when it holds"
    NEVER_BEGAN = "an entry ended on the day it began, or before"
    NOT_UNDERSTOOD = "an entry states a kind of control that is not understood"


@dataclass(frozen=True, kw_only=True)
class Note:
    """One kind of oddity in one group."""

    problem: Problem
    count: int
    """In how many companies, or of never begun or undated entries how many entries."""
    words: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, kw_only=True)
class _Odd:
    problem: Problem
    company: str
    cite: str
    claim: str


@dataclass(frozen=True)
class DataQuality:
    """What is odd in control registers on one day."""

    graph: ControlGraph
    registers: ControlRegisters
    names: Mapping[str, str]

    def notes(self, companies: Iterable[str]) -> tuple[Note, ...]:
        """What is odd in the registers of these companies, by kind; nothing where nothing is."""
        found: dict[Problem, list[_Odd]] = {}
        for company in sorted(set(companies)):
            for odd in self._odd.get(company, ()):
                found.setdefault(odd.problem, []).append(odd)
        return tuple(_note(one, found[one], self.names) for one in Problem if one in found)

    @cached_property
    def _odd(self) -> dict[str, list[_Odd]]:
        """Everything odd, by the company that it concerns."""
        found: dict[str, list[_Odd]] = {}
        for odd in (*self._entries(), *self._wholes(), *self._circles(), *self._shapes()):
            found.setdefault(odd.company, []).append(odd)
        return found

    def _entries(self) -> Iterator[_Odd]:
        """What single entries get wrong, ended ones included."""
        for company, entries in self.registers.entered.items():
            for one in entries:
                for problem, words in _wrong(one):
                    claim = f"an entry of the control register of {self._name(company)} {words}"
                    yield _Odd(problem=problem, company=company, cite=one.cite, claim=claim)

    def _wholes(self) -> Iterator[_Odd]:
        """Registers whose holders have too much between them, by votes or by shares."""
        above = self.graph.certain
        for right in (Right.VOTES, Right.SHARES):
            register = self.registers
            for company, held in stakes_by(right, register.controls, register.holders).items():
                if not is_beyond_the_whole(held, above):
                    continue
                largest = [one for one in held if one.band == LARGEST]
                problem = Problem.TWO_LARGEST if largest[1:] else Problem.BEYOND_THE_WHOLE
                for one in held:
                    claim = f"a holder {one.words.format(self._name(company))}"
                    yield _Odd(problem=problem, company=company, cite=one.control.cite, claim=claim)

    def _circles(self) -> Iterator[_Odd]:
        """Undertakings that stand above each other."""
        for circle in nx.strongly_connected_components(self.graph.drawn):
            for company in sorted(circle) if len(circle) > 1 else ():
                inside = sorted(set(self.graph.drawn.pred[company]) & circle)
                link = self.graph.drawn.edges[inside[0], company]["link"]
                claim = f"{self._name(link.parent)} {link.over(self._name)}"
                yield _Odd(problem=Problem.CIRCLE, company=company, cite=link.cite, claim=claim)

    def _shapes(self) -> Iterator[_Odd]:
        """Holders of very many companies, and companies at the end of very long chains."""
        certain = self.graph.certain
        for holder in sorted(certain):
            held = sorted(certain.succ[holder])
            if len(held) > MANY:
                claim = f"{self._name(holder)} controls {len(held):,} companies directly"
                cite = certain.edges[holder, held[0]]["link"].cite
                yield _Odd(problem=Problem.MANY_HELD, company=holder, cite=cite, claim=claim)
        for company, depth in self._depths().items():
            if depth > LONG:
                parent = self.graph.control_parents[company]
                claim = f"{self._name(company)} stands {depth} links below the head of its group"
                cite = self.graph.link(parent, company).cite
                yield _Odd(problem=Problem.LONG_CHAIN, company=company, cite=cite, claim=claim)

    def _depths(self) -> dict[str, int]:
        """How many links each undertaking stands below the head of its group."""
        below: dict[str, list[str]] = {}
        for one, parent in self.graph.control_parents.items():
            below.setdefault(parent, []).append(one)
        found = dict.fromkeys(self.graph.groups, 0)
        todo = list(found)
        for node in todo:
            new = [one for one in below.get(node, ()) if one not in found]
            found |= dict.fromkeys(new, found[node] + 1)
            todo += new
        return found

    def _name(self, node: str) -> str:
        return self.names.get(node, node)


def _wrong(one: Control) -> Iterator[tuple[Problem, str]]:
    if undertaking(one) == one.company_number:
        yield Problem.ITSELF, "names the company itself"
    if one.valid_from is None:
        yield Problem.NO_DAY, "does not say since when it holds"
    elif one.valid_to is not None and one.valid_to <= one.valid_from:
        words = f"ended on {one.valid_to} and began on {one.valid_from}"
        yield Problem.NEVER_BEGAN, words
    if one.unread_natures:
        yield Problem.NOT_UNDERSTOOD, f"states {one.unread_natures!r}, which is not understood"


def _note(problem: Problem, odd: list[_Odd], names: Mapping[str, str]) -> Note:
    companies = list(dict.fromkeys(one.company for one in odd))
    named = ", ".join(names.get(one, one) for one in companies[:NAMED])
    more = f" and {len(companies) - NAMED:,} more" if companies[NAMED:] else ""
    evidence = dict.fromkeys(Evidence(claim=one.claim, cite=one.cite) for one in odd)
    is_of_entries = problem in {Problem.NO_DAY, Problem.NEVER_BEGAN, Problem.NOT_UNDERSTOOD}
    return Note(
        problem=problem,
        count=len(odd) if is_of_entries else len(companies),
        words=f"{problem} ({named}{more})",
        evidence=tuple(evidence),
    )
