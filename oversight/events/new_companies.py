"""A sign above: the company that takes over was itself founded shortly before."""

from collections.abc import Iterator
from datetime import timedelta

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing

YOUNG = timedelta(days=274)
"""Nine months, within which a company made for a purchase is incorporated (reference 5.6)."""


def new_companies(passing: Passing) -> Iterator[Signal]:
    """Yield each company now above that is no older than nine months on the day."""
    seen = passing.seen
    for one in passing.way_up:
        held, began = seen.profiles.get(one), seen.began(one)
        if held and began is not None and began <= passing.on <= began + YOUNG:
            yield Signal(
                kind=SignalKind.NEW_COMPANY,
                weight=Weight.MEDIUM,
                subject=one,
                happened_on=began,
                public_on=began,
                claim=(
                    f"{seen.named(one)}, now above it, was incorporated on {began.isoformat()},"
                    f" {(passing.on - began).days} days before"
                ),
                cite=held[-1].cite,
            )
