"""Who stands at the top of a group on a day: the last company below investors' funds."""

from datetime import date

from crawlers.rehearsal.world.bodies import Nature
from crawlers.rehearsal.world.world import World


def head(world: World, company: str | None, day: date) -> str | None:
    """The topmost body with a majority of each below it, but for fund vehicles; None for None."""
    seen: set[str] = set()
    while company is not None and company not in seen:
        seen.add(company)
        above = (
            one.holder
            for one in world.stakes_in.get(company, ())
            if one.votes > 0.5 and one.holds(day) and one.holder in world.body  # noqa: PLR2004
        )
        parent = next(above, None)
        if parent is None or world.body[parent].nature is Nature.FUND or parent in seen:
            return company
        company = parent
    return company
