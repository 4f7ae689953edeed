"""One file per export: a table, or a file in a form of its own.

A file joins those that can be asked for by defining `EXPORT`.
"""

import sys
from typing import cast

from crawlers.catalogue import catalogue
from oversight.export import Export
from oversight.table import AnyTable, Table


def exports() -> tuple[Export | AnyTable, ...]:
    """Every export in this package, in the order of their names."""
    kinds: tuple[type[Export | AnyTable], ...] = (Export, cast("type[AnyTable]", Table))
    return catalogue(sys.modules[__name__], "EXPORT", kinds, "name")


def tables() -> tuple[AnyTable, ...]:
    """Those that are tables, and may be written in any format."""
    return tuple(one for one in exports() if isinstance(one, Table))
