"""What is said of one field of the command line's JSON."""

from collections.abc import Mapping
from typing import NamedTuple


class Field(NamedTuple):
    """One field: its type in plain words, and what it means, with its unit."""

    type: str
    meaning: str


Fields = Mapping[str, Field]
DATA = Field(
    "text or null",
    "Where the data came from: `live`, `files` or `rehearsal`; null where nothing is held.",
)
