"""What Ofsted writes for each owner, issue by issue: spellings drift, and numbers stick."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from random import Random

from crawlers.rehearsal import calibration
from crawlers.rehearsal.calibration import NOISE
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.bodies import Body
from crawlers.rehearsal.world.settings import OwnerText, Setting

_NUMBERED_UNTIL = date(2021, 3, 31)
"""Numbers in owners' texts became rare after that."""


def texts(bench: Workbench) -> None:
    """Give every setting the texts that its owner has in the issues from the first to the last."""
    never_right = bench.groups[0].owners[-1]
    for urn, setting in bench.settings.items():
        owner = setting.owners[0].owner
        if owner is None or len(setting.owner_texts) > 1:
            continue
        is_wrong = owner == never_right
        found = tuple(_over_the_years(bench, setting, bench.bodies[owner], is_wrong=is_wrong))
        bench.settings[urn] = replace(setting, owner_texts=found)


def _over_the_years(
    bench: Workbench, setting: Setting, owner: Body, *, is_wrong: bool
) -> Iterator[OwnerText]:
    """Yield a text for the first issue and one for each later issue in which it changes.

    Ofsted learns of a new name some time after it is taken. Most settings of one owner share its
    spelling of the year; a few have their own.
    """
    random = bench.stream("text", setting.urn)
    if random.random() < NOISE.blank:
        yield OwnerText(text=None, since=setting.registered_on)
        return
    last: str | None = None
    for year in range(calibration.FIRST_DAY.year, calibration.LAST_DAY.year + 1):
        issue = date(year, 3, 31)
        if issue < setting.registered_on:
            continue
        if not setting.is_open(issue) and last is not None:
            return
        shared = bench.stream("spelling", owner.key, year // 3)
        own = random.random() < NOISE.drift_in_a_year
        text = _written(random if own else shared, owner, issue, is_wrong=is_wrong)
        if text != last:
            yield OwnerText(text=text, since=setting.registered_on if last is None else issue)
            last = text
    if last is None:
        name = owner.name_on(setting.registered_on)
        yield OwnerText(text=_suffixed(random, name), since=setting.registered_on)


def _written(random: Random, owner: Body, issue: date, *, is_wrong: bool) -> str:
    name = owner.name_on(date(issue.year - 1, 10, 1))
    glued = NOISE.number_glued if issue <= _NUMBERED_UNTIL else NOISE.number_glued_later
    chance = random.random()
    if owner.number and chance < glued:
        return _numbered(random, name, owner)
    if is_wrong or random.random() < NOISE.typo:
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
            return f"{stem} {'Ltd' if chance < NOISE.ltd else 'Limited'}"
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
