"""The catalogue of the rehearsal: how its world is made, and every publisher that is served."""

from datetime import date

from crawlers.rehearsal.site.served import Catalogue
from crawlers.rehearsal.world.world import World


def _nobody(seed: int, size: str) -> World:
    """A world in which there is nobody, until one is generated."""
    return World(
        seed=seed,
        size=size,
        first_day=date(2016, 1, 1),
        last_day=date(2026, 9, 30),
        councils=(),
        bodies=(),
        people=(),
        stakes=(),
        statements=(),
        exemptions=(),
        appointments=(),
        settings=(),
        inspections=(),
        books=(),
        accounts=(),
        charges=(),
        insolvencies=(),
        notices=(),
        filings=(),
        happenings=(),
        traps=(),
    )


CATALOGUE = Catalogue(make_world=_nobody, publishers=())
