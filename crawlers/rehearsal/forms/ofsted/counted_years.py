"""Which years the publisher's own tables tell of, and how closely."""

from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import Year, march

FIRST = 2017
"""The first register of a rehearsal."""
_YEARLY_SINCE = 2024


def years_to(register: Register, year: Year) -> list[Year]:
    """The years of which the world has a register, up to one, the newest first."""
    every = [march(to) for to in range(year.to.year, FIRST - 1, -1)]
    return [each for each in every if each.to >= register.world.first_day]


def is_yearly(year: Year) -> bool:
    """Whether an issue's tables have each March alone; until 2023 they have autumns between."""
    return year.to.year >= _YEARLY_SINCE
