"""How many pages each filed document has: its file and its metadata say what the document has.

Accounts are laid out to be counted, once each and only when somebody asks.
"""

from collections.abc import Callable, Mapping

from crawlers.rehearsal.world.books import Accounts
from crawlers.rehearsal.world.filings import Filing
from crawlers.rehearsal.world.world import World

AccountsPages = Callable[[World, Accounts], int]
"""Counts the pages of filed accounts."""
Pages = Callable[[World, Filing], int]
"""Says how many pages a filing has."""


def stated(world: World, filing: Filing) -> int:  # noqa: ARG001 - what `Pages` takes
    """The pages that the world gives the filing; those of accounts it does not know."""
    return filing.pages


def counted(count: AccountsPages) -> Pages:
    """The pages of filings, those of accounts as they are laid out.

    Worlds are told apart by identity: comparing two would take longer than any document.
    """
    worlds: dict[int, tuple[World, Mapping[str, Accounts]]] = {}
    known: dict[tuple[int, str], int] = {}

    def pages(world: World, filing: Filing) -> int:
        if id(world) not in worlds:
            worlds[id(world)] = world, {one.key: one for one in world.accounts}
        one = worlds[id(world)][1].get(filing.key)
        if one is None:
            return stated(world, filing)
        if (id(world), one.key) not in known:
            known[id(world), one.key] = count(world, one)
        return known[id(world), one.key]

    return pages
