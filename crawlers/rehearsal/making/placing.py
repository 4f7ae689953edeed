"""Which group gets which registration: earlier ones to whoever still wants most."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawlers.rehearsal.making.groups import PRIVATE, Lives, Plan
from crawlers.rehearsal.making.lives import Life
from crawlers.rehearsal.making.streams import stream

COUNCIL, HEALTH = "Local Authority", "Health Authority"


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Who gets what: groups their registrations, and councils and health bodies theirs."""

    groups: tuple[Plan, ...]
    councils: tuple[Life, ...]
    health: tuple[Life, ...]


def place(seed: int, planned: Sequence[Plan], every: Lives) -> Placed:
    """Give every registration to somebody; a group that is left with none is dropped."""
    for kind, lives in every.items():
        pools = _pools(planned, kind)
        random = stream(seed, "placing", kind)
        for life in lives:
            if life.sector in {COUNCIL, HEALTH}:
                continue
            pool = pools[life.sector] or pools[PRIVATE]
            at = random.randrange(len(pool))
            pool[at].lives.append(life)
            pool[at] = pool[-1]
            pool.pop()
    return Placed(
        groups=tuple(plan for plan in planned if plan.lives),
        councils=_of_sector(every, COUNCIL),
        health=_of_sector(every, HEALTH),
    )


def _pools(planned: Iterable[Plan], kind: str) -> dict[str, list[Plan]]:
    """Each sector's groups, as often as each wants a registration of the type."""
    found: dict[str, list[Plan]] = defaultdict(list)
    for plan in planned:
        found[plan.sector] += [plan] * plan.wants[kind]
    return found


def _of_sector(every: Lives, sector: str) -> tuple[Life, ...]:
    return tuple(one for lives in every.values() for one in lives if one.sector == sector)
