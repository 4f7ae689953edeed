"""Parent undertakings whose subsidiaries run settings for which grounds to cancel are suspected.

What it flags
    Parent undertakings that meet s.23A(1)(a) or (b) of the Care Standards Act 2000 on the
    policy's proxy: one subsidiary with two or more settings that count, or two or more
    subsidiaries with one or more each. Every parent at every level of a chain is tested for
    itself, because the section speaks of a parent and not of the topmost.
Why it matters
    An improvement plan notice goes to the parent undertaking, for all its subsidiaries at once.
Measure
    Settings of its subsidiaries that count on the policy's proxy (settings).
Sources
    Ofsted's yearly register and the inspections that it lists; Companies House's control
    registers and profiles.
Limits
    The section asks what Ofsted reasonably suspects; a grade is a proxy. Few owners are matched
    to a company, and few control registers are held: silence says nothing. Control is read from
    bands, and only where it is certain: a trust's or a firm's stake and dominant influence by
    contract are left out. What several subsidiaries hold is added up, but the stakes of holders
    that stand above each other count once. An undertaking without a company number is known by
    name and country, however written. A person who owns two companies is no undertaking. Control
    is that of the register's day: the evidence says what of it has ended since.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from oversight.examples import flags
from oversight.finding import Confidence, Finding, Severity
from oversight.market import Market
from oversight.matching import Method, OwnerMatch
from oversight.measures.failing import Proxy
from oversight.measures.failing_below import Below, Limbs, days, failing_settings, registered
from oversight.provider_groups import subject_of
from oversight.rule import Basis, Rule
from oversight.wording.failing_settings import coverage
from oversight.wording.failing_subsidiaries import evidence, headline

CODE = "PO-02"
EXPLANATIONS = (
    "A large group reaches two such settings by its size alone.",
    "Grades are those of one day; a home may have improved, changed hands or closed since.",
    "A control register may be out of date, or name as holder one who holds for another.",
)
ASK = "Does the parent know of each setting, and who answers for them in the group?"


def check(market: Market) -> Iterator[Finding]:
    """Yield one finding per parent undertaking that meets either limb."""
    proxy = Proxy(market.policy.word("failing_proxy"))
    limbs = Limbs.of(market.policy)
    failing = failing_settings(market, proxy)
    for parent in market.graph.parents:
        below = {one: failing[one] for one in market.graph.subsidiaries(parent) if one in failing}
        if met := limbs.met([len(outcomes) for outcomes in below.values()]):
            since = limbs.first_day([days(market, parent, one, below[one]) for one in below])
            yield _finding(market, parent, met, below, since)


def could_meet(market: Market) -> Iterator[str]:
    """Yield each parent whose subsidiaries have enough settings to meet it, however judged."""
    limbs = Limbs.of(market.policy)
    settings = registered(market)
    for parent in sorted(market.graph.parents, key=subject_of):
        below = [settings.get(one, ()) for one in market.graph.subsidiaries(parent)]
        if limbs.met([len(mine) for mine in below]):
            yield subject_of(parent)


def _finding(
    market: Market, parent: str, limbs: Sequence[str], below: Below, since: date | None
) -> Finding:
    proxy = Proxy(market.policy.word("failing_proxy"))
    matches = [match for one in below for _, match in market.owned[one]]
    return Finding(
        rule=CODE,
        policy=market.policy.name,
        subject=subject_of(parent),
        subject_name=market.undertaking_names[parent],
        as_of=market.snapshot.as_of,
        headline=headline(market, parent, limbs, proxy, below),
        measure=sum(map(len, below.values())),
        unit="settings",
        severity=Severity.CONTEXT if proxy is Proxy.WIDE else Severity.HIGH,
        confidence=_confidence(matches),
        certain=True,
        since=since,
        since_why=None if since else "the day of a suspension, or of a holding, is not published",
        evidence=tuple(dict.fromkeys(evidence(market, parent, below))),
        explanations=(*EXPLANATIONS, coverage(*market.supported_accommodation_coverage)),
        ask=ASK,
    )


def _confidence(matches: Sequence[OwnerMatch]) -> Confidence:
    """High by numbers alone, lower by a name; low where a number's company has another name."""
    if any(match.name_differs for match in matches):
        return Confidence.LOW
    by_number = all(match.method is Method.NUMBER for match in matches)
    return Confidence.HIGH if by_number else Confidence.MEDIUM


THREE_LEVELS = """
    holder   | company  | votes
    09000001 | 09000002 | 75-100
    09000002 | 09000003 | 50-75
    09000002 | 09000004 | 75-100
"""
ONE_HOME_EACH = """
    urn      | owner_name
    SC000001 | Larkmoor Care Limited 09000003
    SC000002 | Fernhollow Homes Limited 09000004
"""
BOTH_INADEQUATE = """
    urn      | overall_experiences_and_progress
    SC000001 | Inadequate
    SC000002 | Inadequate
"""

RULE = Rule(
    code=CODE,
    title="Several settings of one parent undertaking's subsidiaries may have grounds to cancel",
    basis=Basis(
        citation=(
            "Care Standards Act 2000 s.23A(1), inserted by the"
            " Children's Wellbeing and Schools Act 2026 s.14"
        ),
        url="https://www.legislation.gov.uk/ukpga/2026/21/section/14",
    ),
    speaks_of="parent undertaking (statutory group)",
    thresholds=(
        "failing_settings",
        "failing_settings_of_each_subsidiary",
        "failing_subsidiaries",
        "failing_proxy",
    ),
    explanations=EXPLANATIONS,
    ask=ASK,
    check=check,
    could_meet=could_meet,
    of_whom="parent undertakings whose subsidiaries have enough Part 2 settings to meet it",
    examples=(
        flags(
            "company:09000001",
            "company:09000002",
            title="two subsidiaries with one Inadequate home each, at each level of the chain",
            of=2,
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership=THREE_LEVELS,
        ),
        flags(
            "undertaking:amber holdings sarl/luxembourg",
            title="one subsidiary, matched by name, with two such homes; its parent has no number",
            settings="""
                urn      | owner_name
                SC000001 | Larkmoor Care Ltd
                SC000002 | Larkmoor Care Ltd
            """,
            inspections=BOTH_INADEQUATE,
            companies="""
                company_number | name
                09000003       | LARKMOOR CARE LIMITED
            """,
            ownership="""
                holder               | company  | shares | country_registered
                Amber Holdings SARL  | 09000003 | 75-100 | Luxembourg
            """,
        ),
        flags(
            "company:09000003",
            "company:09000004",
            title="of companies in a circle each is the parent of the other, never of itself",
            settings="""
                urn      | owner_name
                SC000001 | Larkmoor Care Limited 09000003
                SC000002 | Larkmoor Care Limited 09000003
                SC000003 | Fernhollow Homes Limited 09000004
                SC000004 | Fernhollow Homes Limited 09000004
            """,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Inadequate
                SC000002 | Inadequate
                SC000003 | Inadequate
                SC000004 | Inadequate
            """,
            ownership="""
                holder   | company  | votes
                09000003 | 09000004 | 75-100
                09000004 | 09000003 | 75-100
            """,
        ),
        flags(
            "company:09000001",
            title="two holders of 25 to 50% each, both below one parent, make it the parent",
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder   | company  | votes
                09000001 | 09000004 | 75-100
                09000001 | 09000005 | 75-100
                09000004 | 09000003 | 25-50
                09000005 | 09000003 | 25-50
            """,
        ),
        flags(
            title="a parent's 25 to 50% beside its subsidiary's: they may be one stake",
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder   | company  | votes
                09000001 | 09000004 | 75-100
                09000001 | 09000003 | 25-50
                09000004 | 09000003 | 25-50
            """,
        ),
        flags(
            title="one such home in the whole group is no pattern",
            of=2,
            settings=ONE_HOME_EACH,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Inadequate
                SC000002 | Good
            """,
            ownership=THREE_LEVELS,
        ),
        flags(
            title="half of the votes is no majority, and 25 to 50% still less",
            of=0,
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder   | company  | votes
                09000001 | 09000003 | 50
                09000002 | 09000003 | 50
                09000001 | 09000004 | 25-50
            """,
        ),
        flags(
            title="the same person, outside s.23A: an individual is no undertaking",
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder    | company  | votes  | kind
                Ann Other | 09000003 | 75-100 | individual-person-with-significant-control
                Ann Other | 09000004 | 75-100 | individual-person-with-significant-control
            """,
        ),
        flags(
            title="control that has ended counts no more",
            settings=ONE_HOME_EACH,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder   | company  | votes  | valid_to
                09000001 | 09000003 | 75-100 | 2025-06-30
                09000001 | 09000004 | 75-100 |
            """,
        ),
        flags(
            title="a council is neither parent nor subsidiary",
            settings="""
                urn      | owner_name                     | sector
                SC000001 | Kent County Council 09000003   | Local Authority
                SC000002 | Larkmoor Care Limited 09000004 | Private
            """,
            inspections=BOTH_INADEQUATE,
            ownership="""
                holder              | company  | votes
                09000001            | 09000003 | 75-100
                09000001            | 09000004 | 75-100
                Kent County Council | 09000004 | 75-100
            """,
        ),
    ),
)
