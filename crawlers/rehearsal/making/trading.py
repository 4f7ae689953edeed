"""What each owner's settings take in and cost, month by month."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.months import MONTHS, first_day, month_of, year_of
from crawlers.rehearsal.making.workbench import Group, Workbench
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Setting

_WEEKS_A_MONTH = 52.18 / 12
_DECLINE_MONTHS = 30
"""How long before a failure trade begins to fall."""
_LOST = 0.42
"""How much of its income a group has lost when it fails."""
_MOST_PLACES = 60
"""Schools have hundreds of places that are no care: so many are counted at most."""


def _nothing() -> list[int]:
    return [0] * MONTHS


@dataclass(kw_only=True)
class Trade:
    """One owner's trade, in whole pounds a month."""

    turnover: list[int] = field(default_factory=_nothing)
    staff: list[int] = field(default_factory=_nothing)
    rent: list[int] = field(default_factory=_nothing)
    other: list[int] = field(default_factory=_nothing)
    houses: list[int] = field(default_factory=_nothing)
    """Houses that it uses."""


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """On what terms a group trades: what a pound of fees costs it."""

    fee: float
    """Its fees against the market's."""
    margin: float
    """EBITDA that it is after, as a share of turnover, once it is as full as others."""
    failing_from: int | None
    """The month from which its trade falls; None for most."""
    failing_to: int | None


def trading(bench: Workbench) -> dict[str, Trade]:
    """Each owner's trade, by its key. Council owners have none: their homes are no company's."""
    companies = (one for one in bench.groups if one.plan.kind.name in money.MARGIN)
    terms = {key: _terms(bench, group) for group in companies for key in group.owners}
    found: dict[str, Trade] = defaultdict(Trade)
    for setting in bench.settings.values():
        owner = setting.owners[0].owner
        if owner in terms:
            _add(found[owner], setting, terms[owner])
    return found


def _terms(bench: Workbench, group: Group) -> _Terms:
    random = bench.stream("terms", group.plan.key)
    fate = group.fate
    falls = fate is not None and fate.kind is Kind.FAILURE
    shows = falls and not (fate is not None and fate.is_hidden)
    until = month_of(fate.on) if fate is not None and shows else None
    return _Terms(
        fee=random.lognormvariate(0, 0.1),
        margin=random.gauss(money.MARGIN[group.plan.kind.name], money.MARGIN_SPREAD),
        failing_from=until - _DECLINE_MONTHS if until is not None else None,
        failing_to=until,
    )


def _add(trade: Trade, setting: Setting, terms: _Terms) -> None:
    kind = setting.provision_type if setting.provision_type in money.STAFF else ""
    first = max(0, month_of(setting.registered_on))
    last = month_of(setting.left_on) if setting.left_on else MONTHS
    fill = 0 if setting.registered_on.year < 2014 else first  # noqa: PLR2004 - full long since
    for month in range(first, min(last, MONTHS)):
        places = _places(setting, month)
        full = money.FULL.get(kind, money.OTHER_FULL) * _filled(month - fill, fill)
        lost = _lost(month, terms)
        fees = places * full * _fee(kind, year_of(month)) * terms.fee * _WEEKS_A_MONTH
        # Costs are those of the trade as it should be: what is lost is lost from the margin.
        trade.turnover[month] += round(fees * (1 - lost))
        _add_costs(trade, month, kind, fees=fees, places=places, terms=terms)


def _add_costs(
    trade: Trade, month: int, kind: str, *, fees: float, places: int, terms: _Terms
) -> None:
    """What the setting costs in a month: staff, rent, and whatever leaves the margin."""
    margin = terms.margin + (money.SUPPORTED_EXTRA if kind == words.SUPPORTED else 0)
    prices = (1 + money.INFLATION) ** (year_of(month) - 2020)
    a_year = money.RENT_A_PLACE_GBP.get(kind, 0) * places or money.RENT_A_HOME_GBP
    rent = 0 if kind == words.FOSTERING else min(a_year * prices / 12, 0.25 * fees)
    staff = money.STAFF.get(kind, money.OTHER_STAFF) * fees
    other = max(0.04 * fees, (1 - margin) * fees - staff - rent)
    trade.staff[month] += round(staff)
    trade.rent[month] += round(rent)
    trade.other[month] += round(other)
    trade.houses[month] += 0 if kind in {words.FOSTERING, words.SUPPORTED} else 1


def _places(setting: Setting, month: int) -> int:
    day = first_day(month)
    if setting.fostering:
        return setting.fostering_places_on(day) or (setting.fostering[0].places or 0)
    return min(setting.places_on(day) or 0, _MOST_PLACES)


def _filled(months: int, fill: int) -> float:
    """How far a setting is on its way to being full."""
    return 1.0 if not fill else min(1.0, 0.35 + 0.65 * months / money.MONTHS_TO_FILL)


def _lost(month: int, terms: _Terms) -> float:
    """Which share of its fees a failing group has lost by a month."""
    if terms.failing_from is None or terms.failing_to is None or month < terms.failing_from:
        return 0.0
    gone = (month - terms.failing_from) / (terms.failing_to - terms.failing_from)
    return _LOST * min(1.0, gone)


@cache
def _fee(kind: str, year: int) -> float:
    """The market's fee for a place and week in a year, between the years that are published."""
    known = money.WEEKLY_FEE_GBP.get(kind)
    if known is None:
        return money.OTHER_WEEKLY_FEE_GBP * (1 + money.INFLATION) ** (year - 2020)
    years = sorted(known)
    before = max((one for one in years if one <= year), default=years[0])
    after = min((one for one in years if one >= year), default=years[-1])
    if before == after:
        return known[before]
    part = (year - before) / (after - before)
    return known[before] + part * (known[after] - known[before])
