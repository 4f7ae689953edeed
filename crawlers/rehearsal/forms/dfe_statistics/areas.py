"""England, its regions and its councils, in the order and with the codes of a data set."""

from collections.abc import Sequence
from dataclasses import dataclass

from crawlers.rehearsal.world.settings import Council

_REGIONS = {
    "North East": "E12000001",
    "North West": "E12000002",
    "Yorkshire and The Humber": "E12000003",
    "East Midlands": "E12000004",
    "West Midlands": "E12000005",
    "East of England": "E12000006",
    "London": "E12000007",
    "South East": "E12000008",
    "South West": "E12000009",
}
_HALVES = {"Inner London": "E13000001", "Outer London": "E13000002"}

_INNER = frozenset(
    f"E090000{number:02}" for number in (1, 7, 12, 13, 14, 19, 20, 22, 23, 25, 28, 30, 32, 33)
)
"""The councils of Inner London, as DfE divides London."""


@dataclass(frozen=True, kw_only=True)
class Area:
    """England, a region or a council: whose rows they are, and which councils it holds."""

    level: str
    region: str = ""
    council: Council | None = None
    holds: tuple[Council, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """From the level to the council's code, as every data set has them."""
        of = self.council
        return (
            self.level,
            "E92000001",
            "England",
            {**_REGIONS, **_HALVES}.get(self.region, ""),
            self.region,
            (of.dfe_code or "") if of else "",
            of.name if of else "",
            of.ons_code if of else "",
        )


AREA_COLUMNS = (
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "la_name",
    "new_la_code",
)


def areas(councils: Sequence[Council]) -> list[Area]:
    """England, the regions, both halves of London, then councils, region by region."""
    every = sorted(councils, key=lambda one: one.ons_code)
    england = Area(level="National", holds=tuple(every))
    regions = [
        Area(
            level="Regional",
            region=name,
            holds=tuple(one for one in every if name in {one.region, _region(one)}),
        )
        for name in (*_REGIONS, *_HALVES)
    ]
    each = [
        Area(level="Local authority", region=_region(one), council=one, holds=(one,))
        for one in sorted(every, key=lambda one: (_ORDER.index(_region(one)), one.ons_code))
    ]
    return [england, *(one for one in regions if one.holds), *each]


_ORDER = (*_REGIONS, *_HALVES)


def _region(council: Council) -> str:
    if council.region != "London":
        return council.region
    return "Inner London" if council.ons_code in _INNER else "Outer London"
