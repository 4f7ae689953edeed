"""Which part of a list is asked for: from where, how many, of which kinds, in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from crawlers.rehearsal.publishing import Asked

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One page of a list."""

    start: int = 0
    size: int = 25
    only: frozenset[str] = frozenset()
    """The kinds of entry that are wanted; empty for all."""
    order_by: str | None = None

    def of(self, entries: Sequence[T]) -> Sequence[T]:
        """The entries of this page."""
        return entries[self.start : self.start + self.size]


def asked_part(asked: Asked, *, usual: int, most: int = 100, only: str | None = None) -> Part:
    """The part that a query asks for: `usual` entries unless it says, never more than `most`.

    `only` names the member of the query that lists the kinds wanted.
    """
    kinds = asked.one(only) if only is not None else None
    return Part(
        start=whole(asked.one("start_index"), 0),
        size=min(whole(asked.one("items_per_page"), usual) or usual, most),
        only=frozenset(kinds.split(",")) if kinds else frozenset(),
        order_by=asked.one("order_by"),
    )


def whole(written: str | None, otherwise: int) -> int:
    """A whole number from 0; `otherwise` where none is written."""
    return (
        int(written)
        if written is not None and written.isascii() and written.isdigit()
        else otherwise
    )
