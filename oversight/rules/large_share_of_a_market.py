"""Registered organisations on which a market within England leans.

What it flags
    Registered organisations, other than councils, that hold at least the policy's share of
    one market, or more than its smaller share in each of several council areas.
Why it matters
    s.30ZE(4)(c) and (d) of the Care Standards Act 2000 let regulations bring a provider into
    financial oversight by its geographical concentration or its share of any market within
    England: it would be hard to replace.
Measure
    Its largest share of one market's registered places, or of its agencies where the service
    has no places (share, 0 to 1). Independent supply counts; for a body that councils own,
    which is no part of that, all supply does.
Sources
    Ofsted's yearly register: registered places by the council of the registered address, or of
    the premises for supported accommodation, of which nothing is said where none are listed, as
    before 2025. This project's table of bodies that councils own.
Limits
    No regulations are made: every number is policy. Hosted is not relied on: nobody
    publishes which council placed which child. Registered places are not children; homes for
    different needs stand in one market here. The table of council-owned bodies is kept by hand:
    one that it lacks counts as independent where Ofsted's sector says so, and a joint venture
    with others always does. Groups are larger than the organisations named here.
"""

from collections.abc import Iterator

from oversight.examples import flags, homes, table_of_homes
from oversight.finding import Confidence, Finding, Severity
from oversight.market import Market
from oversight.measures.concentration import Level
from oversight.measures.holdings import Holding, holdings
from oversight.organisations import Organisation
from oversight.rule import Basis, Rule
from oversight.wording.market_shares import evidence, headline, unit

CODE = "FO-01"
EXPLANATIONS = (
    "The area may simply host many homes that serve other councils' children.",
    "A specialist may be alone in its field without being dear or frail.",
    "In a small market one opening or closure moves every share.",
)
OWNED_BY_COUNCILS = (
    "Councils own it: its share is of all supply, theirs included, and they answer for its work."
)
ASK = "Which councils place children in these settings, and who could take them in?"


def check(market: Market) -> Iterator[Finding]:
    """Yield one finding per organisation that meets either condition, councils left out."""
    large = market.policy.number("share_of_market")
    tenth = market.policy.number("share_of_council_area")
    areas = market.policy.number("council_areas")
    for organisation, held in _suppliers(market):
        leading = [holding for holding in held if holding.share >= large]
        spread = [h for h in held if h.area.level is Level.COUNCIL and h.share > tenth]
        if len(spread) < areas:
            spread = []
        if leading or spread:
            yield _finding(market, organisation, leading, spread)


def could_meet(market: Market) -> Iterator[str]:
    """Yield whoever supplies a market that is judged, councils left out."""
    return (organisation.subject for organisation, _ in _suppliers(market))


def _suppliers(market: Market) -> Iterator[tuple[Organisation, list[Holding]]]:
    held = holdings(market.areas, market.policy)
    for organisation in market.organisations:
        if organisation.key in held:
            yield organisation, held[organisation.key]


def _finding(
    market: Market, organisation: Organisation, leading: list[Holding], spread: list[Holding]
) -> Finding:
    every = sorted({id(h): h for h in (*leading, *spread)}.values(), key=lambda h: -h.share)
    return Finding(
        rule=CODE,
        policy=market.policy.name,
        subject=organisation.subject,
        subject_name=organisation.name,
        as_of=market.snapshot.as_of,
        headline=headline(every[0], leading, spread),
        measure=every[0].share,
        unit=unit(every[0].area),
        severity=Severity.MEDIUM,
        confidence=Confidence.HIGH if len(organisation.texts) == 1 else Confidence.MEDIUM,
        certain=True,
        since=None,
        since_why="the day on which a share was reached is not published, only yearly registers",
        evidence=tuple(one for holding in every for one in evidence(holding)),
        explanations=(*EXPLANATIONS, *([OWNED_BY_COUNCILS] if organisation.council_owned else [])),
        ask=ASK,
    )


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
    could_meet=could_meet,
    of_whom="registered organisations, councils left out, that supply a market judged",
    examples=(
        flags(
            "owner:larkmoor care",
            "owner:brookhaven homes",
            title="of ten homes one owner runs four and another three",
            of=5,
            settings=table_of_homes(
                homes(4, owner="Larkmoor Care"),
                homes(3, owner="Brookhaven Homes", first=11),
                *(
                    homes(1, owner=name, first=n)
                    for n, name in enumerate(("Ash", "Elm", "Fir"), 21)
                ),
            ),
        ),
        flags(
            title="eight homes of eight owners: nobody holds a quarter",
            of=8,
            settings=table_of_homes(
                *(homes(1, owner=f"Owner {letter}", first=n) for n, letter in enumerate("ABCDEFGH"))
            ),
        ),
        flags(
            title="five homes are too small a market to speak of",
            of=0,
            settings=table_of_homes(homes(5, owner="Larkmoor Care")),
        ),
        flags(
            title="homes of no named owner are not one supplier",
            of=0,
            settings=table_of_homes(homes(10, owner="")),
        ),
        flags(
            "owner:larkmoor care",
            title="more than a tenth in each of three council areas",
            settings=table_of_homes(
                *(
                    homes(1, owner=owner, council=council, first=100 * area + n)
                    for area, council in enumerate(("Kent", "Medway", "Surrey"))
                    for n, owner in enumerate(
                        ("Larkmoor Care", *(f"Owner {area}{i}" for i in range(7)))
                    )
                )
            ),
        ),
        flags(
            "owner:larkmoor trust",
            title="a body that a council owns is measured among all homes, councils' own included",
            of=9,
            settings=table_of_homes(
                homes(4, owner="Larkmoor Trust"),
                *(homes(1, owner=f"Owner {n}", first=11 + n) for n in range(8)),
            ),
            council_owned="""
                owner_name
                Larkmoor Trust Limited
            """,
        ),
    ),
)
