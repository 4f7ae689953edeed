"""One file per publication. A file joins the catalogue by defining `SOURCE`."""

import sys

from crawlers.catalogue import catalogue
from crawlers.source import BulkSource, KeptSource, Source


def sources() -> tuple[Source, ...]:
    """Every source of documents in this package, in the order of their keys."""
    return tuple(source for source in _all() if isinstance(source, Source))


def bulk_sources() -> tuple[BulkSource, ...]:
    """Every source of products too large for memory, in the order of their keys."""
    return tuple(source for source in _all() if isinstance(source, BulkSource))


def kept_sources() -> tuple[KeptSource, ...]:
    """Every source of products that are only kept, in the order of their keys."""
    return tuple(source for source in _all() if isinstance(source, KeptSource))


def _all() -> tuple[Source | BulkSource | KeptSource, ...]:
    return catalogue(sys.modules[__name__], "SOURCE", (Source, BulkSource, KeptSource), "key")
