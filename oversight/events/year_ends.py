"""A sign in the calendar: the accounting reference date moves to the acquirer's."""

from collections.abc import Iterator
from datetime import timedelta

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing
from oversight.events.seen import Seen

FORMS = frozenset({"AA01", "LLAA01"})
AFTER = timedelta(days=180)
"""A change is told until the accounts are due, so that it comes later than other signs."""


def year_ends(passing: Passing) -> Iterator[Signal]:
    """Yield each company that moved its year's end to that of a company now above it."""
    seen = passing.seen
    theirs = {ends for one in passing.way_up if (ends := _year_ends(seen, one))}
    for company in passing.companies:
        for one in seen.filings.get(company, ()):
            near = -AFTER / 6 <= one.filed_on - passing.on <= AFTER
            if one.form in FORMS and near and one.new_date is not None:
                ends = f"{one.new_date:%m-%d}"
                same = ends in theirs
                yield Signal(
                    kind=SignalKind.YEAR_END,
                    weight=Weight.MEDIUM if same else Weight.WEAK,
                    subject=company,
                    happened_on=one.filed_on,
                    public_on=one.filed_on,
                    claim=(
                        f"{seen.named(company)} moved the end of its year to {ends}"
                        f"{', as a company now above it has it' if same else ''}"
                    ),
                    cite=one.cite,
                )


def _year_ends(seen: Seen, node: str) -> str | None:
    held = seen.profiles.get(node)
    return held[-1].year_ends if held else None
