"""A group's money from its members' ledgers: what they do with each other is left out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from crawlers.rehearsal.making.buying import Bought
from crawlers.rehearsal.making.ledgers import FLOWS, POSITIONS, Ledger
from crawlers.rehearsal.making.lineage import Lineage, Span


@dataclass(frozen=True, kw_only=True)
class Together:
    """One head and everybody who was ever below it."""

    head: str
    lineage: Lineage
    ledgers: Mapping[str, Ledger]
    bought: Sequence[Bought]
    """Every purchase of the market."""

    @cached_property
    def members(self) -> Mapping[str, list[Span]]:
        """The head and its subsidiaries that keep books, with the months in which they were so."""
        every = self.lineage.members(self.head)
        return {key: spans for key, spans in every.items() if key in self.ledgers}

    def flows(self, span: Span) -> dict[str, int]:
        """What the group took in and paid over a span of months."""
        flows: dict[str, int] = {line: 0 for line in FLOWS}  # noqa: C420 - fromkeys types its keys
        within = 0
        for member, spans in self.members.items():
            ledger = self.ledgers[member]
            for part in _parts(spans, span):
                for line in FLOWS:
                    flows[line] += ledger.over(line, part)
                if member != self.head or self._is_a_circle:
                    within += ledger.over("dividends_paid", part)
        flows["turnover"] -= flows["charge"] + flows["group_rent"]
        flows |= {"charge": 0, "group_rent": 0, "dividends_received": 0}
        flows["dividends_paid"] -= within
        flows["amortisation"] = self._worn(span)
        return flows

    def held(self, month: int) -> dict[str, int]:
        """What the group had and owed at the end of a month.

        Its reserves are what its members have, less what was paid for them.
        """
        there = [self.ledgers[key] for key, spans in self.members.items() if _covers(spans, month)]
        held = {line: sum(one.at(line, month) for one in there) for line in POSITIONS}
        own = self.ledgers[self.head]
        held |= {line: own.at(line, month) for line in ("share_capital", "share_premium")}
        goodwill = sum(self._goodwill(one, month) for one in self._purchases)
        held |= {"investments": 0, "goodwill": goodwill}
        assets = sum(held[one] for one in ("goodwill", "tangible", "trade_debtors", "cash"))
        owed = sum(held[one] for one in ("trade_creditors", "taxes", "overdraft", "bank", "notes"))
        return held | {"retained": assets - owed - held["share_capital"] - held["share_premium"]}

    @cached_property
    def _is_a_circle(self) -> bool:
        """Whether the head is held by one of its own subsidiaries."""
        return any(who in self.members for _, _, who in self.lineage.parents.get(self.head, ()))

    @cached_property
    def _purchases(self) -> Sequence[Bought]:
        """Purchases that the group made: those of before its members joined are not its own."""
        return [
            one
            for one in self.bought
            if one.buyer in self.members and _covers(self.members[one.buyer], one.month)
        ]

    def _goodwill(self, one: Bought, month: int) -> int:
        """What is left of a purchase's goodwill; nothing once the company bought is gone."""
        there = _covers(self.members.get(one.bought, ()), month)
        return one.goodwill(month) if there and month < self.ledgers[one.bought].last else 0

    def _worn(self, span: Span) -> int:
        """What wore off over a span, of goodwill that was there and that came."""
        first, last = span
        before = sum(self._goodwill(one, first - 1) for one in self._purchases)
        came = sum(one.price - one.worth for one in self._purchases if first <= one.month < last)
        return before + came - sum(self._goodwill(one, last - 1) for one in self._purchases)


def _parts(spans: Sequence[Span], within: Span) -> Iterator[Span]:
    """Yield the part of each span that lies within another."""
    for first, last in spans:
        part = max(first, within[0]), min(last, within[1])
        if part[0] < part[1]:
            yield part


def _covers(spans: Sequence[Span], month: int) -> bool:
    return any(first <= month < last for first, last in spans)
