"""Where the years of a new company end: as the law has it, until a notice says otherwise."""

from datetime import date
from random import Random

from crawlers.rehearsal.deadlines import first_year_end, lawful_year_end
from crawlers.rehearsal.making.months import FIRST
from crawlers.rehearsal.making.streams import days, weekday, weighted
from crawlers.rehearsal.world.bodies import Form, Nature, YearEnd

YEAR_ENDS = {(3, 31): 40, (8, 31): 18, (12, 31): 20, (9, 30): 12, (6, 30): 10}
"""Month and day on which the years of whole groups end, and how often."""
_TOLD_BEFORE = 25
"""Days before the sooner of both ends by which the notice of another has come."""
_FILE_HERE = frozenset({Form.LIMITED, Form.GUARANTEE, Form.COMMUNITY, Form.PLC, Form.LLP})


def first_year_ends(
    random: Random, form: Form, nature: Nature, begun_on: date, wanted: tuple[int, int] | None
) -> tuple[YearEnd, ...]:
    """The year ends of a new company: its lawful one, and from a notice on the one it wants.

    Of companies that are older than the books a notice would be out of sight: they have what they
    want from the first day, or chance decides.
    """
    lawful = lawful_year_end(begun_on)
    if begun_on < FIRST or form not in _FILE_HERE or nature is Nature.FUND:
        month, day = wanted or weighted(random, YEAR_ENDS)
        return (YearEnd(month=month, day=day, since=begun_on),)
    if wanted is None or wanted[0] == lawful.month:
        return (lawful,)
    month, day = wanted
    ends = YearEnd(month=month, day=day, since=begun_on)
    sooner = min(first_year_end((one,), begun_on) for one in (lawful, ends))
    told_on = begun_on + days(random.randint(10, (sooner - begun_on).days - _TOLD_BEFORE))
    return (lawful, YearEnd(month=month, day=day, since=weekday(told_on)))
