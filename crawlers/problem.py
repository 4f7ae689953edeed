"""What may become of a document that is asked for, and does not get in."""

from dataclasses import dataclass

STOPPED = "stopped"
"""What became of a crawl that ended before its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One document that was not given, or not taken in."""

    source: str
    what: str
    """`not given`, `refused` or `stopped`."""
    why: str
    """What is amiss, where, and what to do."""
    is_on_the_way: bool = False
    """True for what leads to documents, so that nobody knows how many of them are missing."""
