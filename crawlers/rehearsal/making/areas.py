"""The council areas of a rehearsal. The councils are real; nothing that it says of them is."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from random import Random

from crawlers.rehearsal.world.settings import Council

_POINTS = ("North", "South", "East", "West", "Central")
_WALES = ("Wrexham", "Cardiff", "Conwy", "Newport")
"""Where a few providers have their office: across the border from the children."""


@dataclass(frozen=True, kw_only=True)
class Scale:
    """How much stands in one council's area, which nothing but a rehearsal is drawn from."""

    homes: int
    council_homes: int
    premises: int


@dataclass(frozen=True, kw_only=True)
class Areas:
    """Every council area there is at the end, those that were before, and their scale."""

    english: tuple[Council, ...]
    welsh: tuple[Council, ...]
    scale: dict[str, Scale]
    """By the key of the council, the English only."""

    @property
    def every(self) -> tuple[Council, ...]:
        """English and Welsh, those of before included, each once."""
        former = {one.was.key: one.was for one in self.english if one.was is not None}
        return (*self.english, *former.values(), *self.welsh)

    @cached_property
    def named(self) -> dict[str, Council]:
        """Every one by its key."""
        return {one.key: one for one in self.every}

    @cached_property
    def by_region(self) -> dict[str, tuple[Council, ...]]:
        """The English ones by region."""
        found: dict[str, list[Council]] = {}
        for one in self.english:
            found.setdefault(one.region, []).append(one)
        return {region: tuple(mine) for region, mine in found.items()}

    def for_home(self, random: Random, among: Iterable[Council] | None = None) -> Council:
        """An area for a children's home, as likely as it has homes in life."""
        return self._drawn(random, among, lambda scale: scale.homes)

    def for_premises(self, random: Random, among: Iterable[Council] | None = None) -> Council:
        """An area for a building of supported accommodation."""
        return self._drawn(random, among, lambda scale: scale.premises)

    def for_council_home(self, random: Random) -> Council:
        """A council for a home of its own."""
        return self._drawn(random, None, lambda scale: scale.council_homes)

    def _drawn(
        self, random: Random, among: Iterable[Council] | None, weight: Callable[[Scale], int]
    ) -> Council:
        councils = tuple(self.english if among is None else among)
        weights = [weight(self.scale[one.key]) + 0.05 for one in councils]
        return random.choices(councils, weights)[0]


@cache
def areas() -> Areas:
    """The council areas, from the project's own tables."""
    registered = {row["ons_code"]: row for row in _rows("crawlers.reference", "local_authorities")}
    spelled = _spellings()
    scale: dict[str, Scale] = {}
    english: list[Council] = []
    for row in _rows("crawlers.rehearsal.calibration", "councils"):
        code = row["ons_code"]
        was = next((r for r in registered.values() if code in r["successor_codes"].split()), None)
        looked_after = int(row["looked_after"])
        former = _council(was, spelled[was["ons_code"]], looked_after, None) if was else None
        english.append(_council(registered[code], row["ofsted_name"], looked_after, former))
        scale[english[-1].key] = Scale(
            homes=int(row["homes"]),
            council_homes=int(row["council_homes"]),
            premises=int(row["premises"]),
        )
    welsh = (
        _council(row, row["name"], 0, None)
        for row in registered.values()
        if row["name"] in _WALES and not row["valid_to"]
    )
    return Areas(english=tuple(english), welsh=tuple(welsh), scale=scale)


def _council(row: dict[str, str], spelled: str, looked_after: int, was: Council | None) -> Council:
    name = row["name"]
    return Council(
        key=f"council:{row['ons_code']}",
        ons_code=row["ons_code"],
        dfe_code=row["dfe_code"] or None,
        name=name,
        ofsted_name=spelled,
        title=_title(row["ons_code"], name),
        region=row["region"],
        town=name.split(",")[0],
        constituencies=tuple(f"{name} {point}" for point in _POINTS),
        looked_after=looked_after,
        since=date.fromisoformat(row["valid_from"]),
        was=was,
    )


def _title(code: str, name: str) -> str:
    """The council's full name as an owner, by the kind of its code.

    Of a place that is told by what it is, `Bristol, City of`, a city says so and a county does not.
    """
    if ", City of" in name:
        return f"{name.partition(',')[0]} City Council"
    if ", County of" in name:
        return f"{name.partition(',')[0]} Council"
    kind = {"E10": "County Council", "E09": "London Borough Council", "E08": "Metropolitan Council"}
    return f"{name} {kind.get(code[:3], 'Council')}"


def _spellings() -> dict[str, str]:
    """How Ofsted spells each council: the first of its spellings, else the plain name."""
    found: dict[str, str] = {
        row["ons_code"]: row["name"] for row in _rows("crawlers.reference", "local_authorities")
    }
    for row in reversed(_rows("crawlers.reference", "local_authority_spellings")):
        if row["publisher"] == "Ofsted":
            found[row["ons_code"]] = row["spelling"]
    return found


def _rows(package: str, table: str) -> list[dict[str, str]]:
    text = files(package).joinpath(f"{table}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
