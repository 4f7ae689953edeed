"""Which council publishes its payments, and which areas are near it."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from crawlers.rehearsal.world.settings import Council
from crawlers.rehearsal.world.world import World

_BORDERS = Path(__file__).parents[3] / "reference" / "local_authority_borders.csv"


def payer(world: World) -> Council | None:
    """The council that looks after the most children; None where there is none in England."""
    english = [one for one in world.councils if one.dfe_code is not None]
    return max(english, key=lambda one: (one.looked_after, one.key), default=None)


def near(world: World, council: Council, day: date) -> Sequence[Council]:
    """The councils that border on one on a day, by key."""
    codes = {
        code
        for row in csv.DictReader(_BORDERS.read_text(encoding="utf-8").splitlines())
        for code in _across(row, council.ons_code)
        if row["valid_from"] <= str(day) and (not row["valid_to"] or row["valid_to"] > str(day))
    }
    return sorted((one for one in world.councils if one.ons_code in codes), key=lambda one: one.key)


def _across(row: dict[str, str], code: str) -> Sequence[str]:
    if row["ons_code"] == code:
        return [row["neighbour_code"]]
    return [row["ons_code"]] if row["neighbour_code"] == code else []
