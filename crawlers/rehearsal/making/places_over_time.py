"""Settings that grow or shrink a little, as some do every year and mean nothing by it."""

from dataclasses import replace
from datetime import date
from functools import partial
from random import Random

from crawlers.rehearsal import words
from crawlers.rehearsal.calibration import ordinary_life as rates
from crawlers.rehearsal.making.public_hands import is_in_councils_hands
from crawlers.rehearsal.making.streams import a_day, days, weighted
from crawlers.rehearsal.making.workbench import Workbench
from crawlers.rehearsal.world.settings import Places, Setting


def places(bench: Workbench, first: date, last: date) -> None:
    """Plan the changes of a year: of what is open on its first day and states its places.

    Nothing is told of councils' own settings, nor of their trusts': they are really named.
    """
    for setting in bench.settings.values():
        now = setting.sizes[-1].places
        if now is None or not setting.is_open(first):
            continue
        random = bench.stream("places", setting.urn, first.year)
        more = _change(random, setting, now)
        if more and not is_in_councils_hands(bench, setting.owners[0].owner):
            on = a_day(random, first, last)
            bench.plan(on, partial(_change_places, bench, setting.urn, more, on))


def _change(random: Random, setting: Setting, now: int) -> int:
    """By how many places it changes in a year; mostly 0. One place at least is left."""
    is_home = setting.provision_type == words.HOME
    lose, gain = (
        (rates.HOMES_LOSE, rates.HOMES_GAIN) if is_home else (rates.OTHERS_LOSE, rates.OTHERS_GAIN)
    )
    chance = random.random()
    step = weighted(random, rates.HOMES_STEPS if is_home else rates.OTHERS_STEPS)
    if chance < lose:
        return -min(step, now - 1)
    return step if chance < lose + gain else 0


def _change_places(bench: Workbench, urn: str, more: int, on: date) -> None:
    setting = bench.settings[urn]
    last = setting.sizes[-1]
    is_there = setting.is_open(on) and setting.is_open(on + days(1))
    if is_there and last.places is not None and last.since < on and last.places + more > 0:
        changed = Places(places=last.places + more, since=on)
        bench.register(replace(setting, sizes=(*setting.sizes, changed)))
