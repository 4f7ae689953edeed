"""The tables that the project itself keeps, as this release ships them."""

from collections.abc import Mapping

from crawlers.sources import local_authorities, ofsted_ownership

Tables = Mapping[str, tuple[tuple[str, bytes], ...]]
"""File names and bytes of each source of our own, by the source's key."""


def own_tables(*, of_real_market: bool) -> Tables:
    """The tables that a market is looked at with; some tell of the real market and no other."""
    of_any = (local_authorities,)
    of_real = (ofsted_ownership,) if of_real_market else ()
    return {one.SOURCE.key: one.packaged() for one in (*of_any, *of_real)}
