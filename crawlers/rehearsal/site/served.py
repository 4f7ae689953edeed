"""What a site serves: each publisher's key, how it is made, and how its host behaves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from crawlers.rehearsal.publishing import Publisher, Setup
from crawlers.rehearsal.site.manners import Manners
from crawlers.rehearsal.world.world import World


@dataclass(frozen=True, kw_only=True)
class Served:
    """One publisher to serve."""

    key: str
    """The publisher's own key. It is needed before the publisher is made: each is told all
    addresses."""
    make: Callable[[Setup], Publisher]
    manners: Manners
    door: str | None = None
    """The path where a visitor begins, `{company}` in it standing for the number of one that is
    there; None where only links of others lead in."""
    reissuers: tuple[str, ...] = ()
    """The keys of the publishers that are made anew where a file of this one is put out again: its
    own, and whose pages tell of it. Empty where nothing of it can be."""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All that a rehearsal is made of."""

    make_world: Callable[[int, str], World]
    """From a seed and a size."""
    publishers: tuple[Served, ...]
    """In the order of their ports: a new one goes to the end, so that the others keep theirs."""
    today: date | None = None
    """Its today unless told another; None for the last day that its worlds know."""
    days: tuple[date, date] | None = None
    """The first and the last day of each of its worlds; None where one must be made to know."""
