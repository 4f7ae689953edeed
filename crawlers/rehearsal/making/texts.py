"""What Ofsted writes for each owner, issue by issue: spellings drift, and numbers stick."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from enum import Enum, auto
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import NOISE
from crawlers.rehearsal.making.groups import Kind as Owned
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.settings import OwnerText, Setting

_SEEN_ON = date(2025, 3, 31)
"""Whoever a slip is planted on is on the register of that day."""
_ANEW = 0.12
"""How often the publisher spells an owner anew in a year, for all of its settings."""
_NUMBERED_UNTIL = date(2021, 3, 31)
"""Numbers in owners' texts became rare after that."""


class _Slip(Enum):
    """What is always wrong with the texts of one owner."""

    TYPO = auto()
    NUMBER = auto()
    BLANK = auto()


def texts(bench: Workbench) -> None:
    """Give every setting the texts that its owner has in the issues from the first to the last."""
    slips = _planted(bench)
    for urn, setting in bench.settings.items():
        owner = setting.owners[0].owner
        if owner is None or len(setting.owner_texts) > 1:
            continue
        found = tuple(_over_the_years(bench, setting, bench.bodies[owner], slips.get(owner)))
        bench.settings[urn] = replace(setting, owner_texts=found)


def _planted(bench: Workbench) -> dict[str, _Slip]:
    """The owners whose texts never are right, so that every market has each slip."""
    planted = {bench.groups[0].owners[-1]: _Slip.TYPO}
    slips = iter((_Slip.BLANK, _Slip.NUMBER, _Slip.TYPO))
    for group in reversed(bench.groups):
        owner = group.owners[0]
        if group.plan.kind is Owned.SOLO and any(s.is_open(_SEEN_ON) for s in bench.run_by(owner)):
            slip = next(slips, None)
            if slip is None:
                break
            planted[owner] = slip
    return planted


def _over_the_years(
    bench: Workbench, setting: Setting, owner: Body, slip: _Slip | None
) -> Iterator[OwnerText]:
    """Yield a text for the first issue and one for each later issue in which it changes.

    Ofsted learns of a new name some time after it is taken. Most settings of one owner share its
    spelling of the year; a few have their own.
    """
    random = bench.stream("text", setting.urn)
    if random.random() < NOISE.blank or slip is _Slip.BLANK:
        yield OwnerText(text=None, since=setting.registered_on)
        return
    last: str | None = None
    for year in range(calibration.FIRST_DAY.year, calibration.LAST_DAY.year + 1):
        issue = date(year, 3, 31)
        if issue < setting.registered_on:
            continue
        if not setting.is_open(issue) and last is not None:
            return
        shared = bench.stream("spelling", owner.key, _spelled_since(bench, owner, year))
        own = random.random() < NOISE.drift_in_a_year
        text = _written(random if own else shared, owner, issue, slip)
        if text != last:
            yield OwnerText(text=text, since=setting.registered_on if last is None else issue)
            last = text
    if last is None:
        name = owner.name_on(setting.registered_on)
        yield OwnerText(text=_suffixed(random, name), since=setting.registered_on)


def _spelled_since(bench: Workbench, owner: Body, year: int) -> int:
    """The year since which the publisher has spelled an owner as it does in another."""
    years = range(year, calibration.FIRST_DAY.year, -1)
    anew = (one for one in years if bench.stream("spelled", owner.key, one).random() < _ANEW)
    return next(anew, calibration.FIRST_DAY.year)


def heard_by(issue: date) -> date:
    """The day whose names the texts of a 31 March give: Ofsted learns of a new one later."""
    return date(issue.year - 1, 10, 1)


def _written(random: Random, owner: Body, issue: date, slip: _Slip | None) -> str:
    name = owner.name_on(heard_by(issue))
    glued = NOISE.number_glued if issue <= _NUMBERED_UNTIL else NOISE.number_glued_later
    chance = random.random()
    if owner.number and (chance < glued or slip is _Slip.NUMBER):
        return _numbered(random, name, owner)
    if slip is _Slip.TYPO or random.random() < NOISE.typo:
        return _mistyped(random, name)
    name = _suffixed(random, name)
    if random.random() < NOISE.capitals:
        name = name.upper()
    return f"{name} " if random.random() < NOISE.trailing_space else name


def _suffixed(random: Random, name: str) -> str:
    """The legal suffix as Ofsted has it, which is not always as the register has it."""
    for suffix in (" Limited", " Ltd", " LIMITED"):
        if name.endswith(suffix):
            stem = name.removesuffix(suffix)
            chance = random.random()
            if chance < NOISE.no_suffix:
                return stem
            return f"{stem} {'Ltd' if random.random() < NOISE.ltd else 'Limited'}"
    return name


def _numbered(random: Random, name: str, owner: Body) -> str:
    number = owner.key
    forms = [f"{name} {number}", f"{name} - company number {number}", f"{name} ({number})"]
    if owner.charity_number:
        forms.append(f"{name} {number}, {owner.charity_number}")
    return random.choice(forms)


def _mistyped(random: Random, name: str) -> str:
    """The name with two letters in each other's place, or one left out."""
    at = random.randrange(1, max(2, len(name) - 9))
    if random.random() < 0.5:  # noqa: PLR2004 - either
        return name[:at] + name[at + 1 :]
    return name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
