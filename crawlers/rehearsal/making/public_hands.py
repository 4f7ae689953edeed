"""Which owners are really named councils, or their trusts: of these nothing bad is invented."""

from crawlers.rehearsal.making.holding import Holding
from crawlers.rehearsal.world.bodies import Form


def is_in_councils_hands(bench: Holding, owner: str | None) -> bool:
    """Whether an owner is a council, or a body that a council holds."""
    if owner is None:
        return False
    if bench.bodies[owner].form is Form.COUNCIL:
        return True
    holders = (bench.bodies.get(holder) for holder in bench.holders_of(owner))
    return any(one is not None and one.form is Form.COUNCIL for one in holders)
