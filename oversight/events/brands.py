"""A sign in the name: a company takes another, which begins as its new parent's does."""

from collections.abc import Iterator

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing
from oversight.namesakes import plain


def brands(passing: Passing) -> Iterator[Signal]:
    """Yield each company that gave up its name within the window for one of the new brand."""
    seen = passing.seen
    theirs = {_brand(seen.names[one]) for one in passing.way_up if one in seen.names}
    for company in passing.companies:
        now = _brand(seen.names.get(company, ""))
        for one in seen.previous_names.get(company, ()):
            if passing.is_near(one.valid_to) and now in theirs and _brand(one.name) != now:
                yield Signal(
                    kind=SignalKind.NAME,
                    weight=Weight.WEAK,
                    subject=company,
                    happened_on=one.valid_to or passing.on,
                    public_on=one.public_on,
                    claim=f"{seen.named(company)} was called {one.name} until then",
                    cite=one.cite,
                )


def _brand(name: str) -> str:
    return plain(name).partition(" ")[0]
