"""What each owner's settings take in and cost, month by month."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cache

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration import money
from crawlers.rehearsal.making.groups_made import Group
from crawlers.rehearsal.making.months import MONTHS, first_day, month_of, year_of
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.happenings import Kind
from crawlers.rehearsal.world.settings import Setting

_WEEKS_A_MONTH = 52.18 / 12
DECLINE_MONTHS = 30
"""How long before a failure trade begins to fall."""
_LOST = 0.42
"""How much of its income a group has lost when it fails."""
_MOST_PLACES = 60
"""Schools have hundreds of places that are no care: so many are counted at most."""
LEAST_MARGIN = -0.03
"""Nobody goes on for ten years below this; what fails, fails for what it loses."""
_STAFFED_AT_ONCE = 0.8
"""A new setting has at least so much of its staff, however empty it is: it loses at first."""
_MOST_CHARGED = 0.6
"""No parent asks for more than this part of the margin."""
_LEAST_OTHER, _MOST_RENT = 0.04, 0.25
"""Bounds of other costs and of rent, as shares of fees."""


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
    charge_rate: float = 0.0
    """What it pays a parent for management, as a share of turnover, while it has one."""


@dataclass(frozen=True, kw_only=True)
class _Terms:
    """On what terms a group trades: what a pound of fees costs it."""

    fee: float
    """Its fees against the market's."""
    margin: float
    charge_rate: float = 0.0
    failing_from: int = MONTHS
    """The month from which its trade falls; never, for most."""

    def lost(self, month: int) -> float:
        """Which share of its fees a failing group has lost by a month."""
        gone = (month - self.failing_from) / DECLINE_MONTHS
        return _LOST * min(1.0, max(0.0, gone))


def trading(bench: Workbench) -> dict[str, Trade]:
    """Each owner's trade, by its key. Councils have none: their homes are no company's."""
    found: dict[str, Trade] = {}
    again = {one.registered_again_as for one in bench.settings.values()} - {None}
    for group in bench.groups:
        if group.plan.kind.name in money.MARGIN:
            terms = _terms(bench, group)
            found |= {owner: _trade(bench, owner, terms, again) for owner in group.owners}
    trusts = (key for key, one in bench.bodies.items() if one.number and key not in found)
    for key in trusts:
        if any(bench.run_by(key)):
            found[key] = _trade(bench, key, _Terms(fee=1, margin=money.MARGIN["CHARITY"]), again)
    return found


def margin_of(bench: Workbench, group: Group) -> float:
    """EBITDA that a group is after, as a share of turnover, once it is as full as others."""
    kind = group.plan.kind.name
    spread = money.MARGIN_SPREADS.get(kind, money.MARGIN_SPREAD)
    drawn = bench.stream("margin", group.plan.key).gauss(money.MARGIN[kind], spread)
    return max(LEAST_MARGIN, drawn)


def _terms(bench: Workbench, group: Group) -> _Terms:
    random = bench.stream("terms", group.plan.key)
    fate = group.top.fate
    falls = fate is not None and fate.kind is Kind.FAILURE and not fate.is_hidden
    margin, asked = margin_of(bench, group), random.uniform(*money.MANAGEMENT_CHARGE)
    charge_rate = max(0.0, min(asked, _MOST_CHARGED * margin))
    return _Terms(
        fee=random.lognormvariate(0, 0.1),
        # What managing costs is earned by the settings: the margin is the whole group's.
        margin=margin + (money.MANAGING * charge_rate if group.stack else 0),
        charge_rate=charge_rate,
        failing_from=month_of(fate.on) - DECLINE_MONTHS if fate and falls else MONTHS,
    )


def _trade(bench: Workbench, owner: str, terms: _Terms, again: Container[str]) -> Trade:
    trade = Trade(charge_rate=terms.charge_rate)
    for setting in bench.run_by(owner):
        _add(trade, setting, terms, is_new=setting.urn not in again)
    return trade


def _add(trade: Trade, setting: Setting, terms: _Terms, *, is_new: bool) -> None:
    """Add a setting's months: fees, staff, rent, and whatever leaves the margin.

    Costs are those of the trade as it should be: what a failing group loses is lost from the
    margin. A new setting fills over months; one that is registered again goes on as it was.
    """
    kind = setting.provision_type if setting.provision_type in money.STAFF else ""
    fees_of, prices = _fees(kind), _prices()
    full = money.FULL.get(kind, money.OTHER_FULL) * terms.fee
    staffed = money.STAFF.get(kind, money.OTHER_STAFF)
    margin = terms.margin + (money.SUPPORTED_EXTRA if kind == words.SUPPORTED else 0)
    opened = month_of(setting.registered_on)
    uses_houses = kind not in {words.FOSTERING, words.SUPPORTED}
    for first, last, places in _spans(setting):
        a_year = money.RENT_A_PLACE_GBP.get(kind, 0) * places or money.RENT_A_HOME_GBP
        a_month = 0 if kind == words.FOSTERING else a_year / 12
        for month in range(first, last):
            fees = places * full * fees_of[month]
            staff = staffed * fees
            if is_new and month - opened < money.MONTHS_TO_FILL:
                filled = 0.35 + 0.65 * (month - opened) / money.MONTHS_TO_FILL
                fees, staff = filled * fees, max(filled, _STAFFED_AT_ONCE) * staff
            rent = min(a_month * prices[month], _MOST_RENT * fees)
            other = max(_LEAST_OTHER * fees, (1 - margin - staffed) * fees - rent)
            if month >= terms.failing_from:
                trade.turnover[month] += round(fees * (1 - terms.lost(month)))
            else:
                trade.turnover[month] += round(fees)
            trade.staff[month] += round(staff)
            trade.rent[month] += round(rent)
            trade.other[month] += round(other)
            trade.houses[month] += uses_houses


def _spans(setting: Setting) -> Iterator[tuple[int, int, int]]:
    """Yield each span of months in which it has as many places: first, the month after, places."""
    opened = max(0, month_of(setting.registered_on))
    closed = min(MONTHS, month_of(setting.left_on)) if setting.left_on else MONTHS
    days = [one.since for one in (*setting.sizes, *setting.fostering)]
    days += [one.opened_on for one in setting.premises]
    days += [one.closed_on for one in setting.premises if one.closed_on]
    changes = {month_of(day) + (day.day > 1) for day in days}
    firsts = sorted({opened, *(one for one in changes if opened < one < closed)})
    for first, last in zip(firsts, [*firsts[1:], closed], strict=True):
        yield first, last, _places(setting, first)


def _places(setting: Setting, month: int) -> int:
    day = first_day(month)
    if setting.fostering:
        return setting.fostering_places_on(day) or (setting.fostering[0].places or 0)
    return min(setting.places_on(day) or 0, _MOST_PLACES)


@cache
def _prices() -> list[float]:
    """Rents and wages of each month against those of 2020."""
    return [(1 + money.INFLATION) ** (year_of(month) - 2020) for month in range(MONTHS)]


@cache
def _fees(kind: str) -> list[float]:
    """The market's fee for a place and month in each month."""
    return [_fee(kind, year_of(month)) * _WEEKS_A_MONTH for month in range(MONTHS)]


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
