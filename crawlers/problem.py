"""What may become of a document that is asked for, and does not get in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

STOPPED = "stopped"
"""What became of a crawl that ended before its end."""
SPENT = "spent"
"""What became of one that had sent as many requests as somebody allowed: no fault of any source."""
AGAIN = "run the same command again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One document that was not given, or not taken in."""

    source: str
    what: str
    """`not given`, `refused`, `stopped` or `spent`."""
    why: str
    """What is amiss, where, and what to do."""
    is_on_the_way: bool = False
    """True for what leads to documents, so that nobody knows how many of them are missing."""
    url: str = ""
    """The address that was meant; nothing where it is in `why` alone."""


class Failed(Protocol):
    """What Scrapy gives of a failure."""

    @property
    def value(self) -> object:
        """What was raised."""
        ...


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """The same, with those of a source that are told in the same words told as one.

    These are the addresses of a host that is down, or has shut us out: none of them was asked.
    """
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.source, problem.what, problem.why), []).append(problem)
    return [_as_one(same) for same in alike.values()]


def _as_one(same: list[Problem]) -> Problem:
    first, *others = same
    if not others:
        return first
    why = f"{first.why}; {len(same):,} addresses were not asked, for example {first.url}"
    again = "" if AGAIN in why else f"; {AGAIN}"
    return replace(first, why=why + again)
