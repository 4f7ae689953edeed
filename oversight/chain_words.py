"""How chains of control are told: who is above whom by which entry, until when, and who came after.

A chain is that of the register's day. What is known to have ended since is said wherever the
chain is told, so that nobody takes it for standing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from oversight.finding import Evidence
from oversight.graph import ControlGraph
from oversight.holders import is_company
from oversight.links import Link


@dataclass(frozen=True, kw_only=True)
class ChainWords:
    """What undertakings are called, and what is known to have come after the register's day."""

    names: Mapping[str, str]
    later: ControlGraph
    """Who is above whom on the last day that is known, which may be long after the register's."""

    def named(self, node: str) -> str:
        """An undertaking by its name, and its number where it has one."""
        name = self.names[node]
        return f"{name} ({node})" if is_company(node) and name != node else name

    def sentence(self, chain: Sequence[Link]) -> str:
        """A chain of control as one clause, from the top down."""
        each = (f"{one.over(self.named)}{in_brackets(one.until)}" for one in chain)
        return f"{self.named(chain[0].parent)} " + ", which ".join(each)

    def evidence(self, link: Link) -> tuple[Evidence, ...]:
        """What control registers say of one link, and who came after where it has ended.

        Of a link through several together, then each entry that it rests on.
        """
        each = (said for one in (link, *link.parts) for said in self._told(one))
        return tuple(dict.fromkeys(each))

    def after(self, day: date, company: str) -> Iterator[Evidence]:
        """Which undertaking, if any, certainly controls a company by an entry begun after a day."""
        now = self._later_link(company)
        if now is not None and (now.since or day) > day:
            yield self._after(day, now)

    def has_ended(self, chain: Sequence[Link]) -> bool:
        """True when a link of a chain has ended since, and nothing else joins its ends."""
        ended = any(link.until is not None for link in chain)
        return ended and not self.later.is_above(chain[0].parent, chain[-1].subsidiary)

    def _told(self, link: Link) -> Iterator[Evidence]:
        yield self._said(link)
        now = self._later_link(link.subsidiary)
        if link.until is not None and now is not None and not set(now.parts) <= set(link.parts):
            yield self._after(link.until, now)

    def _later_link(self, company: str) -> Link | None:
        parent = self.later.control_parent(company) if company in self.later.certain else None
        return None if parent is None else self.later.link(parent, company)

    def _after(self, day: date, link: Link) -> Evidence:
        said = self._said(link)
        return Evidence(claim=f"after {day.isoformat()}: {said.claim}", cite=said.cite)

    def _said(self, link: Link) -> Evidence:
        since = f" since {link.since.isoformat()}" if link.since else ""
        doing = f"{self.named(link.parent)} {link.over(self.named)}"
        return Evidence(claim=f"{doing}{since}{_until(link.until)}", cite=link.cite)


def in_brackets(ended: date | None) -> str:
    """Until when something held that has ended since; empty where nothing says that it has."""
    return f" ({_until(ended).strip()})" if ended else ""


def _until(ended: date | None) -> str:
    return f" until {ended.isoformat()}" if ended else ""
