"""What a format is: one way of writing a table to a file, the same bytes for the same table."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import getdoc, getmodule
from pathlib import Path

from oversight.table import Filled


@dataclass(frozen=True, kw_only=True)
class Format:
    """One way of writing a table."""

    name: str
    """What it is asked for by, and how files end that are written so."""
    media_type: str
    guards: bool
    """True where an apostrophe stands before a text that spreadsheets would take for a formula."""
    write: Callable[[Filled, Path], None]

    @property
    def about(self) -> str:
        """What the file that defines it says of it."""
        return getdoc(getmodule(self.write)) or ""
