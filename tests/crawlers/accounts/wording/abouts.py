"""What a document says of itself, from its tags or its print."""

from crawlers.accounts.fact import Fact
from crawlers.accounts.said import About
from crawlers.accounts.wording.about import about
from tests.crawlers.accounts.wording.printed_lines import printed
from tests.crawlers.accounts.wording.tagging import fact, tagged


def member(name: str, axis: str, value: str) -> Fact:
    """A fixed-item fact: its value is the member of its context."""
    return fact(name, dimensions=((axis, value),))


def of_tags(*facts: Fact, lines: tuple[str, ...] = ()) -> About:
    """About a document with these facts and this print."""
    return about(tagged(*facts), printed(*lines))


def of_print(*lines: str) -> About:
    """About a scanned document."""
    return about(None, printed(*lines))
