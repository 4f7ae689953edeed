"""When everybody is born: long enough before the first thing that they do."""

from dataclasses import replace
from datetime import date

from crawlers.rehearsal import calibration
from crawlers.rehearsal.making.workbench import Workbench

_YOUNGEST, _OLDEST = 23, 60
"""Years of age at the first appointment or holding; the law asks for sixteen (s.157)."""
_AGED = 88
"""Nobody is older on the last day, where that can be: who began long ago was younger then."""


def births(bench: Workbench) -> None:
    """Let everybody be born, once it is known what they do first."""
    first = acting_since(bench)
    for key, person in bench.people.items():
        born = birth(bench, key, first.get(key, calibration.FIRST_DAY))
        bench.people[key] = replace(person, born=born)


def birth(bench: Workbench, person: str, begins: date) -> tuple[int, int]:
    """Year and month of the birth of somebody who first holds or heads anything on a day."""
    random = bench.stream("born", person)
    oldest = max(_YOUNGEST, min(_OLDEST, _AGED - (calibration.LAST_DAY.year - begins.year)))
    return (begins.year - random.randint(_YOUNGEST, oldest), random.randint(1, 12))


def acting_since(bench: Workbench) -> dict[str, date]:
    """The first day on which each person holds or heads anything, as far as it has come."""
    first: dict[str, date] = {}
    for one in bench.appointments.values():
        first[one.officer] = min(one.since, first.get(one.officer, one.since))
    for one in bench.stakes.values():
        first[one.holder] = min(one.since, first.get(one.holder, one.since))
    return first
