"""One file per way of writing a table. A file joins those to choose from by defining `FORMAT`."""

import sys

from crawlers.catalogue import catalogue
from oversight.format import Format


def formats() -> dict[str, Format]:
    """Every format of this package, by its name."""
    found = catalogue(sys.modules[__name__], "FORMAT", (Format,), "name")
    return {one.name: one for one in found}
