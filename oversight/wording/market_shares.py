"""How a finding speaks of shares of markets, and where it says each number comes from."""

from collections.abc import Iterator, Sequence

from oversight.finding import Evidence
from oversight.measures.concentration import AreaMarket, Basis, Service, Supply
from oversight.measures.holdings import Holding


def headline(largest: Holding, leading: Sequence[Holding], spread: Sequence[Holding]) -> str:
    """The largest share, and how many other shares meet the condition."""
    area = largest.area
    parts = [f"holds {largest.share:.0%} of {_supply(area)} in {area.area_name}"]
    if area.basis is Basis.ALL:
        parts.append("councils' own included")
    if len(leading) > 1:
        parts.append(f"a large share of {len(leading)} markets")
    if spread:
        parts.append(f"a notable share in {len(spread)} council areas")
    return ", ".join(parts)


def unit(area: AreaMarket) -> str:
    """What a share of the market is a share of: agencies have no registered places."""
    if area.basis is Basis.ALL:
        return f"share of all the market's {_counted(area)}"
    return f"share of the market's independent {_counted(area)}"


def evidence(holding: Holding) -> Iterator[Evidence]:
    """The market's own count and how to list it, what it leaves out, then each setting held."""
    area, supply = holding.area, holding.supply
    table = supply.cites[0].partition("&row=")[0]
    yield Evidence(claim=f"{area.area_name}: {_denominator(area, supply)}", cite=table)
    for left in area.left_out:
        if left.council_owned is not None:
            yield Evidence(
                claim=f"{area.area_name}: {_left_out(area, left)}", cite=left.council_owned.cite
            )
    for cite in supply.cites:
        yield Evidence(claim=f"{area.area_name}: one of its {area.service}", cite=cite)


def listing(area: AreaMarket) -> str:
    """The command that lists everybody's part of a market, row by row."""
    named = f'"{area.area}"' if " " in area.area else area.area
    return (
        f'oversight markets --suppliers --service "{area.service}" --area {named}'
        f" --basis {area.basis}"
    )


def _denominator(area: AreaMarket, supply: Supply) -> str:
    whose = f"{_whose(area)} " if area.basis is Basis.INDEPENDENT else ""
    counted = (
        f"{area.settings} {whose}{area.service}, of which {supply.settings} are its own"
        if area.service is Service.FOSTERING_AGENCIES
        else f"{area.places} {whose}places in {area.settings} {area.service},"
        f" of which {supply.places} in {supply.settings} are its own"
    )
    return f"{counted}; `{listing(area)}` lists all {len(area.suppliers)} suppliers"


def _left_out(area: AreaMarket, left: Supply) -> str:
    held = f"settings: {left.settings}"
    if area.service is not Service.FOSTERING_AGENCIES:
        held += f", places: {left.places}"
    return f"not counted, as council provision: {left.name}, which councils own ({held})"


def _supply(area: AreaMarket) -> str:
    if area.service is Service.FOSTERING_AGENCIES:
        return f"{_whose(area)} fostering agencies"
    return f"{_counted(area)} in {_whose(area)} {area.service}"


def _whose(area: AreaMarket) -> str:
    return "independent" if area.basis is Basis.INDEPENDENT else "all"


def _counted(area: AreaMarket) -> str:
    return "agencies" if area.service is Service.FOSTERING_AGENCIES else "registered places"
