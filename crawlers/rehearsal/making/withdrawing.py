"""Groups that leave the market though they could stay, which no balance sheet shows."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.beforehand import BEFORE
from crawlers.rehearsal.making.ending import Ending
from crawlers.rehearsal.making.insolvencies import MEMBERS, begin
from crawlers.rehearsal.making.streams import days, weekday
from crawlers.rehearsal.making.strike_offs import strike_off
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Form, YearEnd
from crawlers.rehearsal.world.settings import Setting

_LEAVES = 0.85
"""Share of its settings that a group closes: most of them."""
_UNTIL_STRUCK_OFF = (330, 520)
"""Days after which its empty companies are gone, at their own request."""
_IDLE = 220
"""Days without trade before that: three months before the application (s.1004)."""
_WOUND_UP = 0.5
"""How often its members rather wind them up: assumed, for lack of a count."""
_UNTIL_WOUND_UP, _CLOSED, _LASTS = (150, 280), 20, (400, 520)
"""Days until they do so, days since the last setting closed, and days until the companies end."""
_YEAR_END, _PAID_OFF = 0.35, 0.7
"""How often a group that winds down moves its year end, and pays its lenders off."""


def withdraw(ending: Ending) -> None:
    """Most settings close within a few months; first it winds down in sight, unless hidden."""
    on, random = ending.fate.on, ending.random
    settings = list(ending.settings)
    random.shuffle(settings)
    if not ending.fate.is_hidden:
        early = settings[: max(1, len(settings) // 4)]
        _close_early(ending, early)
        settings = settings[len(early) :]
        for setting in settings[:3]:
            ending.cut(setting)
        _wind_down(ending)
    for setting in settings[: max(1, round(len(settings) * _LEAVES))]:
        ending.close(setting, on + days(random.randint(0, 120)))
    gone_on = weekday(on + days(random.randint(*_UNTIL_STRUCK_OFF)))
    ending.bench.plan(gone_on, partial(_strike_off_empty, ending, gone_on))
    chance = ending.bench.stream("members' liquidation", ending.group.plan.key)
    wound_up_on = weekday(on + days(chance.randint(*_UNTIL_WOUND_UP)))
    if chance.random() < _WOUND_UP:
        ending.bench.plan(wound_up_on, partial(_wind_up_empty, ending, chance, wound_up_on))
    ending.keep()


def _wind_up_empty(ending: Ending, random: Random, on: date) -> None:
    """Let its members wind its companies up, if none runs anything and nobody else is concerned."""
    bench = ending.bench
    going = [key for key in reversed(ending.companies) if bench.bodies[key].is_alive(on)]
    if all(
        _is_empty(bench, key, on, _CLOSED) and _is_apart(bench, key, going, on) for key in going
    ):
        lasts = random.randint(*_LASTS)
        for key in going:
            begin(bench, key, MEMBERS, on, random=random, lasts=(lasts, lasts))


def _strike_off_empty(ending: Ending, on: date) -> None:
    """Let its companies go, the lowest first, if none runs anything and nobody else is concerned.

    Where some stay, so do all: what the others were worth would be lost to them.
    """
    bench = ending.bench
    wound_up = {one.company for one in bench.insolvencies}
    going = [key for key in reversed(ending.companies) if bench.bodies[key].is_alive(on)]
    if wound_up & {*going}:
        return
    if all(_is_empty(bench, key, on, _IDLE) and _is_apart(bench, key, going, on) for key in going):
        for key in going:
            strike_off(bench, key, on, is_voluntary=True)


def _is_empty(bench: Workbench, company: str, on: date, idle: int) -> bool:
    """Whether a company has run nothing for some days."""
    closed = [one.left_on for one in bench.run_by(company)]
    is_idle = all(left_on is not None and left_on < on - days(idle) for left_on in closed)
    return bench.bodies[company].form is Form.LIMITED and is_idle


def _is_apart(bench: Workbench, company: str, going: Sequence[str], on: date) -> bool:
    """Whether people or each other are all that a company is held by, and each other all it has."""
    holders = (one.holder for one in bench.held_in(company, on))
    bodies = [one for one in holders if one in bench.bodies]
    return {*bodies, *bench.held_by(company, on)} <= {*going}


def _close_early(ending: Ending, settings: list[Setting]) -> None:
    """Close some settings before, the first in time for a register that is out by the day."""
    on, random = ending.fate.on, ending.random
    for number, setting in enumerate(settings):
        closed_on = on - days(random.randint(60, 200))
        registered = _last_registered(on)
        in_time = weekday(registered - days(random.randint(5, 100)), by=registered)
        if number == 0 and on - in_time < BEFORE:
            closed_on = min(closed_on, in_time)
        if setting.registered_on < closed_on - days(90):
            ending.close(setting, closed_on)


def _last_registered(on: date) -> date:
    """The day of the newest yearly register that is out before a day."""
    out = date(on.year, 7, calibration.ISSUED_IN_JULY)
    return date(on.year if out < on else on.year - 1, 3, 31)


def _wind_down(ending: Ending) -> None:
    """Let whoever has run a company hand it over, and often more, in the months before."""
    bench, on, random = ending.bench, ending.fate.on, ending.random
    company = next(key for key in ending.group.every_owner if key in ending.companies)
    left = weekday(on - days(random.randint(50, 240)))
    board = bench.board_through(company, left, on)
    if len(board) > 1:
        bench.resign(company, left, board[1:])
    elif board:
        bench.appoint(company, [bench.person()], left)
        bench.resign(company, left, board)
    if random.random() < _YEAR_END:
        moved_on = weekday(on - days(random.randint(40, 200)))
        ends = bench.bodies[company].year_ends[-1]
        bench.move_year_end(company, YearEnd(month=_LATER[ends.month], day=30, since=on), moved_on)
    if random.random() < _PAID_OFF:
        _pay_off(ending, weekday(on - days(random.randint(60, 180))))


_LATER = {month: 9 if month < 7 else 6 for month in range(1, 13)}  # noqa: PLR2004 - July
"""To which month's end a year end is moved; both months have thirty days."""


def _pay_off(ending: Ending, paid_on: date) -> None:
    """Pay the lenders whose charges are over everything."""
    charges = ending.bench.charges
    for at, one in enumerate(charges):
        is_owed = one.satisfied_on is None and one.delivered_on < paid_on - days(100)
        if one.company in ending.companies and is_owed:
            filed_on = weekday(paid_on + days(ending.random.randint(3, 30)))
            charges[at] = replace(one, satisfied_on=paid_on, satisfaction_filed_on=filed_on)
