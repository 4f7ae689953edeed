"""How owners' texts are written on a day, and how they differ from years before and from names."""

import re
from collections.abc import Iterator
from datetime import date

from crawlers.rehearsal.world.settings import Setting
from crawlers.rehearsal.world.world import World
from db.owner_text import owner_key

_LTD = re.compile(r"\bltd\.?$", re.IGNORECASE)
_LIMITED = re.compile(r"\blimited$", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d{6,8}(?!\d)")
_YEARS = 3
"""As from the register of 2022 to that of 2025."""


def written(world: World, day: date) -> dict[str, dict[str, float]]:
    """How often each kind of writing occurs among the owners' texts of a day's register."""
    there = [one for one in world.settings if one.is_open(day)]
    every = [one.owner_text_at(day) for one in there]
    texts = [one for one in every if isinstance(one, str)]
    tells = {
        "in Ltd": [one for one in texts if _LTD.search(one.strip())],
        "in Limited": [one for one in texts if _LIMITED.search(one.strip())],
        "in capitals throughout": [one for one in texts if one.isupper()],
        "with a space after it": [one for one in texts if one != one.rstrip()],
        "with a company or charity number": [one for one in texts if _NUMBER.search(one)],
    }
    equal = [*_equal(world, there, day)]
    pairs = [*_pairs(world, day)]
    changed = [(one, other) for one, other in pairs if one != other]
    in_substance = [(one, other) for one, other in changed if _bare(one) != _bare(other)]
    return {
        "texts": {what: len(found) / len(texts) for what, found in tells.items()}
        | {
            "left blank": (len(every) - len(texts)) / len(every),
            "changed in three years": len(changed) / len(pairs),
            "changed in three years in more than suffix and punctuation": len(in_substance)
            / len(pairs),
            "equal to the company's name but for case": sum(equal) / len(equal),
        }
    }


def _pairs(world: World, day: date) -> Iterator[tuple[str, str]]:
    """Yield the texts of each setting that is on both registers, the earlier first."""
    before = day.replace(year=day.year - _YEARS)
    for one in world.settings:
        if one.is_open(before) and one.is_open(day):
            was, now = one.owner_text_at(before), one.owner_text_at(day)
            if isinstance(was, str) and isinstance(now, str):
                yield was, now


def _equal(world: World, there: list[Setting], day: date) -> Iterator[bool]:
    """Yield, of each different text for a company, whether it is the company's name."""
    pairs = {(one.owner_text_at(day), one.owner_on(day)) for one in there}
    for text, owner in sorted(pairs, key=str):
        if isinstance(text, str) and owner and world.body[owner].number:
            yield text.strip().casefold() == world.body[owner].name_on(day).casefold()


def _bare(text: str) -> str:
    return owner_key(text).removeprefix("the ")
