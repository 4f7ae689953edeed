"""One file per publication. A file joins the catalogue by defining `SOURCE`."""

import sys

from crawlers.catalogue import catalogue
from crawlers.source import Source


def sources() -> tuple[Source, ...]:
    """Every source in this package, in the order of their keys."""
    return catalogue(sys.modules[__name__], "SOURCE", Source, "key")
