"""Control registers over time: who stood in one on any day, and who was above a company then."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from db.owner_text import owner_key
from db.records import Capacity, Control
from oversight.bands import shares, votes
from oversight.graph import ControlGraph
from oversight.holders import Holders, is_company
from oversight.namesakes import plain

INDIVIDUAL = "individual-"
"""How the kinds of holders that are people begin."""


@dataclass(frozen=True, kw_only=True)
class Around:
    """What is certainly or possibly above one company on one day: a graph of that alone."""

    company: str
    day: date
    graph: ControlGraph
    in_force: Mapping[str, tuple[Control, ...]]
    """The entries in force, of the company and of everything above it."""

    def head(self, node: str) -> str:
        """Who is at the top of a node's statutory group; the node itself where nobody is above."""
        return self.graph.heads.get(node, node)

    @property
    def parent(self) -> str | None:
        """The one parent that the company has for certain."""
        return self.graph.control_parents.get(self.company)

    def way_up(self, node: str) -> tuple[str, ...]:
        """A node and whoever is certainly above it, nearest first, each once."""
        way = [node]
        while (above := self.graph.control_parents.get(way[-1])) and above not in way:
            way.append(above)
        return tuple(way)

    def operating_head(self, node: str, funds: Container[str]) -> str:
        """The same of its operating group, which stops below a fund."""
        groups = self.graph.operating_groups(funds)
        return next((head for head, members in groups.items() if node in members), node)

    @property
    def leading(self) -> frozenset[str]:
        """Keys of the people who are entered on the company's register with a majority."""
        majority = (one for one in self.in_force[self.company] if has_majority(one))
        return frozenset(plain(one.holder_name or one.psc_id) for one in _people(majority))

    def people(self, node: str) -> dict[str, float]:
        """Keys of the people who are entered on a node's own register, each with the least held.

        By name alone; of several entries of one person the largest, in whatever capacity.
        """
        found: dict[str, float] = {}
        for one in _people(self.in_force.get(node, ())):
            if one.holder_name:
                key, band = plain(one.holder_name), votes(one) or shares(one)
                found[key] = max(found.get(key, 0.0), band.low if band else 0.0)
        return found


@dataclass(frozen=True, kw_only=True)
class Registers:
    """Every entry that is held, ended ones included, by company."""

    entries: Mapping[str, tuple[Control, ...]]
    _around: dict[tuple[str, date], Around] = field(
        default_factory=dict[tuple[str, date], Around], repr=False, compare=False
    )

    @classmethod
    def of(cls, controls: Iterable[Control]) -> "Registers":
        """The last statement of each entry; one that was over before it began never held."""
        last = {(one.company_number, one.psc_id, one.capacity): one for one in controls}
        found: dict[str, list[Control]] = {}
        for one in last.values():
            if one.valid_from is None or one.valid_to is None or one.valid_from < one.valid_to:
                found.setdefault(one.company_number, []).append(one)
        return cls(entries={number: tuple(found[number]) for number in sorted(found)})

    def on(self, company: str, day: date) -> tuple[Control, ...]:
        """The entries of a company's register in force on a day."""
        return tuple(one for one in self.entries.get(company, ()) if holds(one, day))

    def around(self, company: str, day: date) -> Around:
        """A company and everything above it, on a day."""
        key = (company, day)
        if key not in self._around:
            in_force = self._above(company, day)
            every = [one for register in in_force.values() for one in register]
            named = (other for one in every for other in self._namesakes(one, day))
            entries = {id(one): one for one in (*every, *named)}
            graph = ControlGraph.of(entries.values(), [company])
            self._around[key] = Around(company=company, day=day, graph=graph, in_force=in_force)
        return self._around[key]

    def below(self, company: str, day: date) -> tuple[str, ...]:
        """A company and what it certainly controls link by link, nearest first, on a day."""
        found, todo = {company: None}, [company]
        for one in todo:
            entries = (entry for entry in self._majorities.get(one, ()) if holds(entry, day))
            new = dict.fromkeys(e.company_number for e in entries if e.company_number not in found)
            found |= new
            todo += new
        return tuple(found)

    def _above(self, company: str, day: date) -> dict[str, tuple[Control, ...]]:
        found: dict[str, tuple[Control, ...]] = {}
        todo = [company]
        while todo:
            one = todo.pop()
            found[one] = self.on(one, day)
            holders = {m.node for entry in found[one] for m in self._holders.meant(entry)}
            todo += sorted(node for node in holders if is_company(node) and node not in found)
        return found

    def _namesakes(self, entry: Control, day: date) -> Iterable[Control]:
        """Numbered entries of the same name, by which a holder without a number is known."""
        if entry.holder_company_number is not None or not entry.holder_name:
            return ()
        same = self._numbered.get(owner_key(entry.holder_name), ())
        return (one for one in same if holds(one, day))

    @cached_property
    def _holders(self) -> Holders:
        return Holders.of(one for register in self.entries.values() for one in register)

    @cached_property
    def _numbered(self) -> dict[str, list[Control]]:
        found: dict[str, list[Control]] = {}
        for register in self.entries.values():
            for one in register:
                if one.holder_company_number is not None and one.holder_name:
                    found.setdefault(owner_key(one.holder_name), []).append(one)
        return found

    @cached_property
    def _majorities(self) -> dict[str, list[Control]]:
        """Entries that give a majority for certain, by holder: a hub has thousands of them."""
        found: dict[str, list[Control]] = {}
        for register in self.entries.values():
            for one in register:
                if one.capacity is Capacity.DIRECT and has_majority(one):
                    found.setdefault(self._holders.certain(one).node, []).append(one)
        return found


def holds(entry: Control, day: date) -> bool:
    """Whether an entry is in force on a day; one without a first day counts as always begun."""
    begun = entry.valid_from is None or entry.valid_from <= day
    return begun and (entry.valid_to is None or entry.valid_to > day)


def has_majority(entry: Control) -> bool:
    """Whether one entry gives a majority of the votes, or of the shares where no votes are said."""
    band = votes(entry) or shares(entry)
    return bool(entry.appoints_majority_of_board) or (band is not None and band.is_majority)


def _people(entries: Iterable[Control]) -> Iterator[Control]:
    return (one for one in entries if one.kind.startswith(INDIVIDUAL))
