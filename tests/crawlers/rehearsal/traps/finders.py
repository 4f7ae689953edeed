"""Every kind of trap with what finds it; and of costly kinds, how many are looked for."""

from collections.abc import Mapping

from crawlers.rehearsal.world.happenings import TrapKind
from tests.crawlers.rehearsal.traps import control, deals, filings, names, settings, statements
from tests.crawlers.rehearsal.traps.finding import Finder

FAMILIES = (names, control, deals, settings, filings, statements)
FINDERS: Mapping[TrapKind, Finder] = {
    kind: finder for family in FAMILIES for kind, finder in family.FINDERS.items()
}
AT_MOST: Mapping[TrapKind, int] = {
    TrapKind.FILLETED: 4,
    TrapKind.BOILERPLATE_UNCERTAINTY: 4,
    TrapKind.SCANNED_GROUP: 3,
    TrapKind.FOREIGN_PARENTS_ACCOUNTS: 2,
    TrapKind.LONG_FIRST_PERIOD: 40,
    TrapKind.LATE_ACCOUNTS: 60,
}
"""Of these kinds so many are looked for in a world, drawn for it: a document takes its time to be
written, and a scan to be read. Of all others every one is."""
