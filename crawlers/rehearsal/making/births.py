"""When everybody is born: long enough before the first thing that they do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.workbench import Workbench

_YOUNGEST, _OLDEST = 23, 60
"""Years of age at the first appointment or holding; the law asks for sixteen (s.157)."""
_AGED = 88
"""Nobody is older on the last day on which they still do anything, where that can be."""


def births(bench: Workbench) -> None:
    """Let everybody be born, once it is known on whose board they sit first."""
    first: dict[str, date] = {}
    last: dict[str, date] = {}
    for key, since, until in _doings(bench):
        first[key] = min(since, first.get(key, since))
        last[key] = max(until or calibration.LAST_DAY, last.get(key, since))
    for key, person in bench.people.items():
        random = bench.stream("born", key)
        begins = first.get(key, calibration.FIRST_DAY)
        years_active = last.get(key, begins).year - begins.year
        oldest = max(_YOUNGEST, min(_OLDEST, _AGED - years_active))
        born = (begins.year - random.randint(_YOUNGEST, oldest), random.randint(1, 12))
        bench.people[key] = replace(person, born=born)


def _doings(bench: Workbench) -> Iterable[tuple[str, date, date | None]]:
    """Yield who does what from when until when."""
    for one in bench.appointments.values():
        if one.officer in bench.people:
            yield one.officer, one.since, one.until
    for one in bench.stakes.values():
        if one.holder in bench.people:
            yield one.holder, one.since, one.until
