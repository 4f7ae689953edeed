"""How many children a council looks after in a rehearsal: of its order of size, and not its number.

Councils are really named, so that what is said of them must not pass for what is known of them. A
council is made smaller than life by a third at least, or larger by two fifths at least; years move
that a little. Large ones stay large on the whole. A figure that follows from it with chance of its
own, such as spending on one line, may still come near by accident.
"""

from crawlers.rehearsal.forms.drawn import drawn
from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

_SMALLER, _LARGER = (0.45, 0.67), (1.4, 1.9)
_SMALLER_AMONG_ALL = 0.6
"""So many are made smaller that England as a whole stays about as large as it is."""

_TINY = 10
"""Fewer children than this are withheld in life, and stay so."""


def looked_after(world: World, council: Council) -> float:
    """Children whom a council looks after in 2025, in the rehearsal."""
    draws = drawn(world.seed, "invented size", council.key)
    is_smaller = draws.random() < _SMALLER_AMONG_ALL or council.looked_after < _TINY
    span = _SMALLER if is_smaller else _LARGER
    return council.looked_after * draws.uniform(*span)
