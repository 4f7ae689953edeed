"""Groups that leave the market though they could stay, which no balance sheet shows."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from crawlers.rehearsal.making.ending import Ending
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.strike_offs import strike_off
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form
from crawlers.rehearsal.world.happenings import Sign

_LEAVES = 0.85
"""Share of its settings that a group closes: most of them."""
_UNTIL_STRUCK_OFF = (330, 520)
"""Days after which its empty companies are gone, at their own request."""
_IDLE = 220
"""Days without trade before that: three months before the application (s.1004)."""


def withdraw(ending: Ending) -> None:
    """Most settings close within a few months; first a few, and places are cut, unless hidden."""
    on, random = ending.fate.on, ending.random
    settings = list(ending.settings)
    random.shuffle(settings)
    signs: list[Sign | None] = []
    if not ending.fate.is_hidden:
        early = settings[: max(1, len(settings) // 4)]
        for setting in early:
            closed_on = on - days(random.randint(60, 200))
            if setting.registered_on < closed_on - days(90):
                signs.append(ending.close(setting, closed_on))
        settings = settings[len(early) :]
        signs += [ending.cut(setting) for setting in settings[:3]]
    for setting in settings[: max(1, round(len(settings) * _LEAVES))]:
        signs.append(ending.close(setting, on + days(random.randint(0, 120))))
    gone_on = weekday(on + days(random.randint(*_UNTIL_STRUCK_OFF)))
    ending.bench.plan(gone_on, partial(_strike_off_empty, ending, gone_on))
    ending.keep([one for one in signs if one is not None])


def _strike_off_empty(ending: Ending, on: date) -> None:
    """Let its companies go, the lowest first, if none runs anything and nobody else is concerned.

    Where some stay, so do all: what the others were worth would be lost to them.
    """
    bench = ending.bench
    going = [key for key in reversed(ending.companies) if bench.bodies[key].is_alive(on)]
    if all(_is_empty(bench, key, on) and _is_apart(bench, key, going, on) for key in going):
        for key in going:
            strike_off(bench, key, on, is_voluntary=True)


def _is_empty(bench: Workbench, company: str, on: date) -> bool:
    """Whether a company has run nothing for months."""
    closed = [one.left_on for one in bench.run_by(company)]
    is_idle = all(left_on is not None and left_on < on - days(_IDLE) for left_on in closed)
    return bench.bodies[company].form is Form.LIMITED and is_idle


def _is_apart(bench: Workbench, company: str, going: Sequence[str], on: date) -> bool:
    """Whether people or each other are all that a company is held by, and each other all it has."""
    holders = (one.holder for one in bench.held_in(company, on))
    bodies = [one for one in holders if one in bench.bodies]
    return {*bodies, *bench.held_by(company, on)} <= {*going}
