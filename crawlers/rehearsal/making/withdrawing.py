"""Groups that leave the market though they could stay, which no balance sheet shows."""

from crawlers.rehearsal.making.ending import Ending
from crawlers.rehearsal.making.streams import days
from crawlers.rehearsal.world.happenings import Sign

_LEAVES = 0.85
"""Share of its settings that a group closes: most of them."""


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
    ending.keep([one for one in signs if one is not None])
