"""Every trap is in the bytes that publishers serve, where the truth says that it lies."""

from random import Random

import pytest

from crawlers.rehearsal.world.happenings import Trap, TrapKind
from tests.crawlers.rehearsal.traps.documents import can_read
from tests.crawlers.rehearsal.traps.finders import AT_MOST, FAMILIES, FINDERS
from tests.crawlers.rehearsal.traps.served import SEEDS, served


def traps(kind: TrapKind, seed: int) -> list[Trap]:
    """The traps of a kind that are looked for in a world."""
    found = [one for one in served(seed).world.traps if one.kind is kind]
    most = AT_MOST.get(kind, len(found))
    drawn = Random(f"{seed}/{kind}")  # noqa: S311 - not a secret
    return found if len(found) <= most else drawn.sample(found, most)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("kind", TrapKind, ids=lambda kind: kind.name)
def test_every_trap_is_found_by_the_last_day_and_one_of_its_kind_today(
    kind: TrapKind, seed: int
) -> None:
    find, today = FINDERS[kind], served(seed)
    last = today.on(today.world.last_day)
    every = traps(kind, seed)
    seen = [one for one in every if find(today, one)]
    later = [one for one in every if one not in seen]

    assert [one for one in later if not _is_found(find(last, one))] == []
    assert seen != []


def _is_found(answer: bool | None) -> bool:
    """Whether one is: what stands in pictures only cannot be where nothing reads them."""
    return bool(answer) or (answer is None and not can_read())


def test_every_kind_has_one_finder() -> None:
    finders = [kind for family in FAMILIES for kind in family.FINDERS]

    assert sorted(finders) == sorted(TrapKind)
