"""A sign by address: the registered office moves to where the acquirer has its own.

Of an address the monitor keeps the postcode's district alone, so that this is a weak sign, and
none at all in a district where many unrelated companies have their offices, as those of agents who
form companies for others.
"""

from collections.abc import Iterator

from oversight.events.event import Signal, SignalKind, Weight
from oversight.events.passing import Passing
from oversight.events.seen import Seen

FORMS = frozenset({"AD01", "LLAD01"})
AGENTS = 40
"""More companies of the register held than so many in one postcode district say nothing: there
agents give out addresses."""


def offices(passing: Passing) -> Iterator[Signal]:
    """Yield each company whose office moved within the window to the district of its new parent."""
    seen = passing.seen
    there = {district(seen, one) for one in passing.way_up} - {None}
    for company in passing.companies:
        where = district(seen, company)
        if where not in there or where is None or seen.districts[where] > AGENTS:
            continue
        for one in seen.filings.get(company, ()):
            if one.form in FORMS and passing.is_near(one.filed_on):
                yield Signal(
                    kind=SignalKind.OFFICE,
                    weight=Weight.MEDIUM,
                    subject=company,
                    happened_on=one.action_date or one.filed_on,
                    public_on=one.filed_on,
                    claim=(
                        f"{seen.named(company)} moved its registered office, which is in {where}"
                        " as is that of a company now above it"
                    ),
                    cite=one.cite,
                )


def district(seen: Seen, node: str) -> str | None:
    """The district of a company's registered office by its newest profile; None where not known."""
    held = seen.profiles.get(node)
    return held[-1].registered_office_district if held else None
