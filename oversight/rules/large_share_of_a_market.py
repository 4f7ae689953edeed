"""Registered organisations on which a market within England leans.

What it flags
    Registered organisations, other than councils, that hold at least the policy's share of
    the independent places of one market, or more than its smaller share in each of several
    council areas.
Why it matters
    s.30ZE(4)(c) and (d) of the Care Standards Act 2000 let regulations bring a provider into
    financial oversight by its geographical concentration or its share of any market within
    England: it would be hard to replace.
Measure
    Its largest share of one market's independent registered places, or of its agencies where
    the service has no places (share, 0 to 1).
Sources
    Ofsted's yearly register: registered places by the council of the registered address, or of
    the premises for supported accommodation.
Limits
    No regulations are made: every number is policy. Hosted is not relied on: nobody
    publishes which council placed which child. Registered places are not children; homes for
    different needs stand in one market here; a council-owned company counts as independent
    where Ofsted's sector says so. Groups are larger than the organisations named here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from oversight.examples import flags, homes
from oversight.finding import Confidence, Evidence, Finding, Severity
from oversight.market import Market
from oversight.measures.concentration import AreaMarket, Level, Service, Supply
from oversight.measures.concentration import Basis as Whose
from oversight.organisations import Organisation
from oversight.rule import Basis, Rule

CODE = "FO-01"
EXPLANATIONS = (
    "The area may simply host many homes that serve other councils' children.",
    "A specialist may be alone in its field without being dear or frail.",
    "In a small market one opening or closure moves every share.",
)
ASK = "Which councils place children in these settings, and who could take them in?"


@dataclass(frozen=True, kw_only=True)
class _Holding:
    """One organisation's part of one market."""

    area: AreaMarket
    supply: Supply
    share: float


def check(market: Market) -> Iterator[Finding]:
    """Yield one finding per organisation that meets either condition, councils left out."""
    large = market.policy.number("share_of_market")
    tenth = market.policy.number("share_of_council_area")
    areas = market.policy.number("council_areas")
    held = _holdings(market)
    for organisation in market.organisations:
        mine = held.get(organisation.key, [])
        leading = [holding for holding in mine if holding.share >= large]
        spread = [h for h in mine if h.area.level is Level.COUNCIL and h.share > tenth]
        if len(spread) < areas:
            spread = []
        if (leading or spread) and not organisation.is_council:
            yield _finding(market, organisation, leading, spread)


def _holdings(market: Market) -> dict[str, list[_Holding]]:
    """What each organisation holds of each market that is large enough to speak of."""
    found: dict[str, list[_Holding]] = {}
    for area in market.areas:
        if area.basis is not Whose.INDEPENDENT or not _in_scope(market, area):
            continue
        for supply in area.suppliers:
            share = area.share(supply)
            if supply.owner is not None and share is not None:
                holding = _Holding(area=area, supply=supply, share=share)
                found.setdefault(supply.owner, []).append(holding)
    return found


def _in_scope(market: Market, area: AreaMarket) -> bool:
    accommodation = area.service is Service.SUPPORTED_ACCOMMODATION
    if accommodation and market.policy.word("supported_accommodation_in_scope") != "yes":
        return False
    if area.settings < market.policy.number("smallest_market_settings"):
        return False
    has_places = area.service is not Service.FOSTERING_AGENCIES
    return not has_places or area.places >= market.policy.number("smallest_market_places")


def _finding(
    market: Market, organisation: Organisation, leading: list[_Holding], spread: list[_Holding]
) -> Finding:
    every = sorted({id(h): h for h in (*leading, *spread)}.values(), key=lambda h: -h.share)
    return Finding(
        rule=CODE,
        policy=market.policy.name,
        subject=organisation.subject,
        subject_name=organisation.name,
        as_of=market.snapshot.as_of,
        headline=_headline(every[0], leading, spread),
        measure=every[0].share,
        unit=f"share of the market's independent {_counted(every[0].area)}",
        severity=Severity.MEDIUM,
        confidence=Confidence.HIGH if len(organisation.texts) == 1 else Confidence.MEDIUM,
        certain=True,
        since=None,
        since_why="the day on which a share was reached is not published, only yearly registers",
        evidence=tuple(evidence for holding in every for evidence in _evidence(holding)),
        explanations=EXPLANATIONS,
        ask=ASK,
    )


def _headline(largest: _Holding, leading: list[_Holding], spread: list[_Holding]) -> str:
    what = f"{_counted(largest.area)} in independent {largest.area.service}"
    if largest.area.service is Service.FOSTERING_AGENCIES:
        what = "independent fostering agencies"
    parts = [f"holds {largest.share:.0%} of {what} in {largest.area.area_name}"]
    if len(leading) > 1:
        parts.append(f"a large share of {len(leading)} markets")
    if spread:
        parts.append(f"a notable share in {len(spread)} council areas")
    return ", ".join(parts)


def _counted(area: AreaMarket) -> str:
    """What a share of the market is a share of: agencies have no registered places."""
    return "agencies" if area.service is Service.FOSTERING_AGENCIES else "registered places"


def _evidence(holding: _Holding) -> Iterator[Evidence]:
    area, supply = holding.area, holding.supply
    claim = (
        f"{area.places} independent places in {area.settings} {area.service},"
        f" of which {supply.places} in {supply.settings} are its own"
    )
    if area.service is Service.FOSTERING_AGENCIES:
        claim = (
            f"{area.settings} independent {area.service}, of which {supply.settings} are its own"
        )
    yield Evidence(claim=f"{area.area_name}: {claim}", cite=supply.cites[0].partition("&row=")[0])
    for cite in supply.cites:
        yield Evidence(claim=f"{area.area_name}: one of its {area.service}", cite=cite)


RULE = Rule(
    code=CODE,
    title="Large share of a market, or of several council areas",
    basis=Basis(
        citation=(
            "Care Standards Act 2000 s.30ZE(4)(c) and (d), inserted by the"
            " Children's Wellbeing and Schools Act 2026 s.16"
        ),
        url="https://www.legislation.gov.uk/ukpga/2026/21/section/16",
    ),
    speaks_of="registered organisation",
    thresholds=(
        "share_of_market",
        "share_of_council_area",
        "council_areas",
        "smallest_market_places",
        "smallest_market_settings",
        "supported_accommodation_in_scope",
    ),
    explanations=EXPLANATIONS,
    ask=ASK,
    check=check,
    examples=(
        flags(
            "owner:larkmoor care",
            "owner:brookhaven homes",
            title="of ten homes one owner runs four and another three",
            settings="\n".join(
                (
                    "urn | owner_name | local_authority | places",
                    homes(4, owner="Larkmoor Care"),
                    homes(3, owner="Brookhaven Homes", first=11),
                    homes(1, owner="Ash", first=21),
                    homes(1, owner="Beech", first=22),
                    homes(1, owner="Cedar", first=23),
                )
            ),
        ),
        flags(
            title="eight homes of eight owners: nobody holds a quarter",
            settings="\n".join(
                (
                    "urn | owner_name | local_authority | places",
                    *(
                        homes(1, owner=f"Owner {letter}", first=n)
                        for n, letter in enumerate("ABCDEFGH")
                    ),
                )
            ),
        ),
        flags(
            title="five homes are too small a market to speak of",
            settings="\n".join(
                ("urn | owner_name | local_authority | places", homes(5, owner="Larkmoor Care"))
            ),
        ),
        flags(
            title="homes of no named owner are not one supplier",
            settings="\n".join(
                ("urn | owner_name | local_authority | places", homes(10, owner=""))
            ),
        ),
        flags(
            "owner:larkmoor care",
            title="more than a tenth in each of three council areas",
            settings="\n".join(
                (
                    "urn | owner_name | local_authority | places",
                    *(
                        line
                        for n, council in enumerate(("Kent", "Medway", "Surrey"))
                        for line in (
                            homes(1, owner="Larkmoor Care", council=council, first=100 * n),
                            *(
                                homes(
                                    1, owner=f"Owner {n}{i}", council=council, first=100 * n + 1 + i
                                )
                                for i in range(7)
                            ),
                        )
                    ),
                )
            ),
        ),
    ),
)
