"""One file per export. A file joins those that can be asked for by defining `EXPORT`."""

import sys

from crawlers.catalogue import catalogue
from oversight.export import Export


def exports() -> tuple[Export, ...]:
    """Every export in this package, in the order of their names."""
    return catalogue(sys.modules[__name__], "EXPORT", (Export,), "name")
