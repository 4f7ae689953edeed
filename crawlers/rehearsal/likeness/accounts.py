"""What companies of a market filed by a day, how, and what their books say that they earn."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import median

from crawlers.rehearsal.calibration.published import ACCOUNTS_ON_SOFTWARE
from crawlers.rehearsal.likeness.groups import head
from crawlers.rehearsal.world.books import Accounts, Books, Medium, Scope
from crawlers.rehearsal.world.world import World

_LARGER = frozenset({"full", "group", "medium", "audit-exemption-subsidiary"})
_YEAR = timedelta(365)
_FIFTH = 0.2


def reported(world: World, day: date) -> dict[str, dict[str, float]]:
    """What was filed, and what was earned, in the year to a day; some of years before."""
    near = [one for one in world.accounts if abs(one.filed_on - day) <= _YEAR]
    tagged = [one for one in near if one.medium is Medium.TAGGED]
    software = {
        f"by software in {year}": _share([one.medium is Medium.TAGGED for one in filed])
        for year in ACCOUNTS_ON_SOFTWARE
        if (filed := [one for one in world.accounts if one.filed_on.year == year])
    }
    return {
        "filings": software
        | {
            "micro-entities'": _share([one.kind == "micro-entity" for one in tagged]),
            "of companies larger than small": _share([one.kind in _LARGER for one in tagged]),
            "with a profit and loss account": _share([one.withheld is None for one in tagged]),
            "with equity of the wrong sign": _share([one.equity_sign_wrong for one in tagged]),
        },
        "money": _money(world, day),
    }


def _money(world: World, day: date) -> dict[str, float]:
    owners = {one.owner_on(day) for one in world.settings if one.is_open(day)}
    filed = [one for one in world.accounts if one.company in owners and _is_newest(one, day)]
    told = {(one.company, one.end) for one in filed if one.withheld is None}
    own = [one for one in world.books if one.scope is Scope.COMPANY]
    shown = [_margin(one) for one in own if (one.company, one.end) in told and _turnover(one)]
    largest = _largest(world, owners, day)
    turnover = sum(map(_turnover, largest))
    return {
        "turnover of the twenty largest groups": turnover,
        "margin of the twenty largest groups": sum(map(_ebitda, largest)) / turnover,
        "median margin of companies that publish theirs": median(shown),
        "companies among them above a fifth": _share([one > _FIFTH for one in shown]),
        "owners' companies that do not publish theirs": 1 - len(told) / len(filed),
    }


def _largest(world: World, owners: set[str | None], day: date) -> Sequence[Books]:
    """The newest group books of the twenty heads with most turnover; a lone owner's are its own."""
    heads = {head(world, one, day) for one in owners}
    newest: dict[str, Books] = {}
    for one in world.books:
        if one.company in heads and day - _YEAR < one.end <= day:
            before = newest.get(one.company)
            if before is None or one.scope is Scope.GROUP:
                newest[one.company] = one
    return sorted(newest.values(), key=_turnover, reverse=True)[:20]


def _is_newest(one: Accounts, day: date) -> bool:
    return one.reporting == one.company and day - _YEAR < one.filed_on <= day


def _turnover(one: Books) -> int:
    return one.income.turnover


def _ebitda(one: Books) -> int:
    return one.income.operating_profit + one.income.depreciation + one.income.amortisation


def _margin(one: Books) -> float:
    return _ebitda(one) / one.income.turnover


def _share(tells: Sequence[bool]) -> float:
    return sum(tells) / len(tells) if tells else 0.0
