"""How long each setting stood under one owner's text, by every list that is held.

Lists are of single days, so a spell begins on the first day on which a list has the text and ends
on the first on which one has another, or on which a full register no longer has the setting: what
happened in between nobody published. A list of inspected settings says nothing of those it lacks.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from db.records import Population, Setting

COUNTED = frozenset({Population.FULL, Population.REBUILT})
"""Lists that a setting would be in."""


@dataclass(frozen=True, kw_only=True)
class Spell:
    """One setting under one owner's text, but for case and space."""

    settings: tuple[Setting, ...]
    """Its line in each list of the spell, by day; never empty."""
    valid_to: date | None
    """The first day on which it surely no longer holds; None while nothing says so."""

    @property
    def valid_from(self) -> date:
        """The first day on which it surely holds."""
        return self.settings[0].as_at

    @property
    def last(self) -> Setting:
        """The newest line: how the owner was written last."""
        return self.settings[-1]

    @property
    def day(self) -> date | None:
        """The newest day of the spell of which there is a register; None where there is none."""
        days = [one.as_at for one in self.settings if one.population in COUNTED]
        return max(days, default=None)


def spells(settings: Iterable[Setting]) -> tuple[Spell, ...]:
    """Every spell, by URN and day; of two lines about one setting and day, the later given stands.

    A line of a register stands before one of any other list. Of a list that names no owner at all,
    as before 2018, nothing is told but that its settings were registered.
    """
    every = tuple(settings)
    counted = {one.as_at for one in every if one.population in COUNTED}
    naming = {_list(one) for one in every if one.owner_name is not None}
    lines: dict[str, dict[date, Setting]] = {}
    for one in (one for one in every if _list(one) in naming):
        days = lines.setdefault(one.urn, {})
        before = days.get(one.as_at)
        if before is None or one.population in COUNTED or before.population not in COUNTED:
            days[one.as_at] = one
    return tuple(
        spell
        for urn in sorted(lines)
        for spell in _of_one([lines[urn][day] for day in sorted(lines[urn])], sorted(counted))
    )


def _of_one(lines: Sequence[Setting], counted: Sequence[date]) -> Iterator[Spell]:
    """The spells of one setting, from its lines by day."""
    begun = [lines[0]]
    for line in lines[1:]:
        last = begun[-1]
        absent = _gone(last.as_at, line.as_at, counted)
        if absent is not None or _folded(line) != _folded(last):
            yield Spell(settings=tuple(begun), valid_to=absent or line.as_at)
            begun = []
        begun.append(line)
    yield Spell(settings=tuple(begun), valid_to=_gone(begun[-1].as_at, date.max, counted))


def _gone(after: date, before: date, counted: Sequence[date]) -> date | None:
    """The first register between two days, which lacks the setting; None where there is none."""
    return next((day for day in counted if after < day < before), None)


def _list(setting: Setting) -> tuple[date, str]:
    """The list in which a line stands: its day and its document."""
    return setting.as_at, setting.cite.partition("#")[0]


def _folded(setting: Setting) -> str | None:
    return setting.owner_name and " ".join(setting.owner_name.split()).casefold()
