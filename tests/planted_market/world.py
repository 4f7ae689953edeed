"""The planted market whole: the cases that are planted, and ordinary settings round them."""

from datetime import date

from crawlers.rehearsal.world.world import World
from tests.planted_market.councils import COUNCILS, WREXHAM
from tests.planted_market.ordinary import ordinary
from tests.planted_market.planted import planted

_PLACED = (*planted(), *ordinary())

WORLD = World(
    # One with which Ofsted's pen slips where the planted cases say, and nowhere else: it decides
    # which cancellation is typed as text, and which home becomes a `Children's Home`.
    seed=8,
    size="small",
    # The day before the year of the first issue, whose tables count one register before its own.
    first_day=date(2024, 3, 31),
    last_day=date(2026, 9, 1),
    councils=(*COUNCILS, WREXHAM),
    bodies=tuple({one.owner.key: one.owner for one in _PLACED if one.owner}.values()),
    people=(),
    stakes=(),
    statements=(),
    exemptions=(),
    appointments=(),
    settings=tuple(one.setting for one in _PLACED),
    inspections=tuple(visit for one in _PLACED for visit in one.visits),
    books=(),
    accounts=(),
    charges=(),
    insolvencies=(),
    notices=(),
    filings=(),
    happenings=(),
    traps=(),
)
