"""A sign of a purchase with borrowed money: charges that the companies bought give round the day.

What a charge is over is not kept here, so that one over everything looks like any other.
"""

from collections.abc import Iterator

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing


def charges(passing: Passing) -> Iterator[Signal]:
    """Yield each charge given within the window by the companies that pass or by their parent.

    Medium where two of them or more gave one to the same lender: then it is over the whole group.
    """
    parent = (passing.parent,) if passing.parent else ()
    found = [
        (company, one)
        for company in (*passing.companies, *parent)
        for one in passing.seen.charges.get(company, ())
        if passing.is_near(one.valid_from)
    ]
    lenders = [one.persons_entitled for _, one in found]
    for company, one in found:
        together = one.persons_entitled is not None and lenders.count(one.persons_entitled) > 1
        others = ", as others of its group did to the same lender" if together else ""
        yield Signal(
            kind=SignalKind.CHARGE,
            weight=Weight.MEDIUM if together else Weight.WEAK,
            subject=company,
            happened_on=one.valid_from or passing.on,
            public_on=one.public_on,
            claim=f"{passing.seen.named(company)} gave a charge{others}",
            cite=one.cite,
        )
