"""An invented workbook of the size of Ofsted's of 2025: the planted market many times over.

Each repetition has registrations, visits and owners of its own, so that nothing is read twice, and
the publisher's own totals count all of them.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from crawlers.rehearsal.forms.ofsted import yearly_workbook
from crawlers.rehearsal.forms.ofsted.publication_days import july
from crawlers.rehearsal.forms.ofsted.register import Register
from crawlers.rehearsal.forms.ofsted.year import march
from crawlers.rehearsal.world.settings import Inspection, OwnerText, Setting
from crawlers.rehearsal.world.world import World
from db.spreadsheet import write_ods
from tests.planted_market.workbooks import OF_2025
from tests.planted_market.world import WORLD

REPETITIONS = 21
"""Times 264 settings and 235 visits of the year, where the workbook of 2025 has 5,600 and 4,921."""
PREMISES_EACH = 3
"""Times three of each of 40 providers, repeated, where it has 8,119 premises."""
FURTHER_LEAVERS = 90
"""More repetitions of the eleven that left in the year: 1,515 movements, where it has 1,529."""
_PLACE = {one.urn: place for place, one in enumerate(WORLD.settings)}


def write(folder: Path) -> Path:
    """Write the workbook into a folder and give its path."""
    path, year = folder / OF_2025.name, march(2025)
    register = Register(world=_many())
    write_ods(path, yearly_workbook.sheets(register, year, published_on=july(2025)))
    return path


def _many() -> World:
    """The planted market, each of its settings many times."""
    return replace(WORLD, settings=tuple(_settings()), inspections=tuple(_visits()))


def _settings() -> Iterator[Setting]:
    for repetition in range(REPETITIONS):
        yield from (_another(one, repetition) for one in WORLD.settings)
    for repetition in range(REPETITIONS, REPETITIONS + FURTHER_LEAVERS):
        yield from (_another(one, repetition) for one in WORLD.settings if _left(one))


def _visits() -> Iterator[Inspection]:
    for repetition in range(REPETITIONS):
        for one in WORLD.inspections:
            number = one.event_number + repetition * 100_000_000
            yield replace(one, urn=_urn(one.urn, repetition), event_number=number)


def _left(setting: Setting) -> bool:
    return march(2025).covers(setting.left_on)


def _another(setting: Setting, repetition: int) -> Setting:
    """A setting under another number and another owner's name; what stands for a blank stays."""
    return replace(
        setting,
        urn=_urn(setting.urn, repetition),
        owner_texts=tuple(_owned(one, repetition) for one in setting.owner_texts),
        premises=setting.premises * PREMISES_EACH,
    )


def _owned(written: OwnerText, repetition: int) -> OwnerText:
    is_name = isinstance(written.text, str) and repetition > 0
    return replace(written, text=f"{written.text} {repetition + 1}") if is_name else written


def _urn(urn: str, repetition: int) -> str:
    """A number that no other repetition has; the first keeps its own."""
    return str(9_200_000 + repetition * 1_000 + _PLACE[urn]) if repetition else urn
