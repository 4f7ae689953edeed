"""Registered organisations with several settings for which grounds to cancel might be suspected.

What it flags
    Registered organisations, other than councils, whose settings meet the requirements of
    s.23A(2) of the Care Standards Act 2000 on the policy's proxy: two or more establishments
    or agencies.
Why it matters
    Where such an organisation is the subsidiary of a parent undertaking, s.23A(1)(a) lets
    Ofsted require an improvement plan of the parent, for the whole group at once.
Measure
    Settings that count on the policy's proxy (settings).
Sources
    Ofsted's yearly register, and the inspections that it lists.
Limits
    The section asks what Ofsted reasonably suspects, which is not published; a grade is a
    proxy. The register names an owner in free text: two firms may share a text, one firm may
    have two. It says nothing of parents, so (1)(a) and (b) themselves are not tested here. A
    body that councils own is flagged like any other: it is registered in its own name.
    Few supported-accommodation providers have been inspected. The register's suspensions are
    those of its day only. A re-registered setting starts without a grade.
"""

from collections.abc import Iterator

from oversight.examples import flags
from oversight.finding import Confidence, Finding, Severity
from oversight.market import Market
from oversight.measures.failing import PART_2_PROVISION, Outcome, Proxy, counts
from oversight.organisations import Organisation
from oversight.rule import Basis, Rule
from oversight.wording.failing_settings import coverage, evidence, headline, since

CODE = "PO-01"
EXPLANATIONS = (
    "A large owner reaches two such settings by its size alone.",
    "Grades are those of one day; a home may have improved, changed hands or closed since.",
    "The owner may be several firms that the register writes alike.",
)
OWNED_BY_COUNCILS = "Councils own it, and a council is taken for no parent undertaking here."
ASK = "What has changed in these settings since their inspections, and who now answers for them?"


def check(market: Market) -> Iterator[Finding]:
    """Yield one finding per organisation, councils left out, with enough settings that count."""
    proxy = Proxy(market.policy.word("failing_proxy"))
    enough = market.policy.number("failing_settings")
    for organisation in _large_enough(market):
        found = [market.outcomes[s.urn] for s in organisation.settings if s.urn in market.outcomes]
        if sum(counts(outcome, proxy) for outcome in found) >= enough:
            yield _finding(market, organisation, proxy, found)


def could_meet(market: Market) -> Iterator[str]:
    """Yield whoever has enough settings under Part 2 to meet it, however they are judged."""
    return (organisation.subject for organisation in _large_enough(market))


def _large_enough(market: Market) -> Iterator[Organisation]:
    enough = market.policy.number("failing_settings")
    for organisation in market.organisations:
        under_part_2 = sum(s.provision_type in PART_2_PROVISION for s in organisation.settings)
        if under_part_2 >= enough and not organisation.is_council:
            yield organisation


def _finding(
    market: Market, organisation: Organisation, proxy: Proxy, found: list[Outcome]
) -> Finding:
    counted = [outcome for outcome in found if counts(outcome, proxy)]
    first_day, why_none = since(counted, int(market.policy.number("failing_settings")))
    return Finding(
        rule=CODE,
        policy=market.policy.name,
        subject=organisation.subject,
        subject_name=organisation.name,
        as_of=market.snapshot.as_of,
        headline=headline(proxy, found, len(organisation.settings)),
        measure=len(counted),
        unit="settings",
        severity=Severity.CONTEXT if proxy is Proxy.WIDE else Severity.HIGH,
        confidence=Confidence.HIGH if len(organisation.texts) == 1 else Confidence.MEDIUM,
        certain=True,
        since=first_day,
        since_why=why_none,
        evidence=tuple(one for outcome in counted for one in evidence(outcome)),
        explanations=(
            *EXPLANATIONS,
            coverage(*market.supported_accommodation_coverage),
            *([OWNED_BY_COUNCILS] if organisation.council_owned else []),
        ),
        ask=ASK,
    )


RULE = Rule(
    code=CODE,
    title="Several settings of one organisation may have grounds to cancel",
    basis=Basis(
        citation=(
            "Care Standards Act 2000 s.23A(2), inserted by the"
            " Children's Wellbeing and Schools Act 2026 s.14"
        ),
        url="https://www.legislation.gov.uk/ukpga/2026/21/section/14",
    ),
    speaks_of="registered organisation",
    thresholds=("failing_settings", "failing_proxy"),
    explanations=EXPLANATIONS,
    ask=ASK,
    check=check,
    could_meet=could_meet,
    of_whom="registered organisations, councils left out, with enough Part 2 settings to meet it",
    examples=(
        flags(
            "owner:larkmoor care",
            title="two Inadequate homes of one owner, however its name is written",
            of=1,
            settings="""
                urn      | owner_name
                SC000001 | Larkmoor Care Limited
                SC000002 | LARKMOOR CARE LTD.
                SC000003 | Larkmoor Care Limited
            """,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Inadequate
                SC000002 | Inadequate
                SC000003 | Good
            """,
        ),
        flags(
            "owner:larkmoor care",
            title="a suspended home and a weak supported-accommodation provider count as strict",
            settings="""
                urn      | owner_name    | registration_status | provision_type
                SC000001 | Larkmoor Care | Suspended           | Children's home
                SC000002 | Larkmoor Care | Active              | Supported Accommodation
            """,
            inspections="""
                urn      | supported_accommodation_outcome
                SC000002 | Serious or widespread weaknesses
            """,
        ),
        flags(
            title="on grades alone a suspension does not count",
            policy="grades-alone",
            settings="""
                urn      | owner_name    | registration_status
                SC000001 | Larkmoor Care | Suspended
                SC000002 | Larkmoor Care | Suspended
            """,
        ),
        flags(
            "owner:larkmoor care",
            title="homes that require improvement count on the wide proxy",
            policy="wide",
            settings="""
                urn      | owner_name
                SC000001 | Larkmoor Care
                SC000002 | Larkmoor Care
            """,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Requires improvement to be good
                SC000002 | Requires improvement to be good
            """,
        ),
        flags(
            "owner:larkmoor trust",
            title="a body that a council owns is no council, though the sector says so",
            of=1,
            settings="""
                urn      | owner_name     | sector
                SC000001 | Larkmoor Trust | Local Authority
                SC000002 | Larkmoor Trust | Local Authority
            """,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Inadequate
                SC000002 | Inadequate
            """,
            council_owned="""
                owner_name
                Larkmoor Trust Limited
            """,
        ),
        flags(
            title="one setting, or two of which one is a boarding school, cannot meet it",
            of=0,
            settings="""
                urn      | owner_name    | provision_type
                SC000001 | Larkmoor Care | Children's home
                SC000002 | Larkmoor Care | Boarding School
                SC000003 | Ash Homes     | Children's home
            """,
        ),
        flags(
            title="a later better grade stands in place of the earlier one",
            settings="""
                urn      | owner_name
                SC000001 | Larkmoor Care
                SC000002 | Larkmoor Care
            """,
            inspections="""
                urn      | inspected_on | overall_experiences_and_progress
                SC000001 | 2025-06-01   | Inadequate
                SC000001 | 2026-01-12   | Good
                SC000002 | 2026-01-12   | Inadequate
            """,
        ),
        flags(
            title="nobody owns two homes without an owner; a council is no subsidiary",
            of=0,
            settings="""
                urn      | owner_name          | sector
                SC000001 |                     | Private
                SC000002 |                     | Private
                SC000003 | Kent County Council | Local Authority
                SC000004 | Kent County Council | Local Authority
            """,
            inspections="""
                urn      | overall_experiences_and_progress
                SC000001 | Inadequate
                SC000002 | Inadequate
                SC000003 | Inadequate
                SC000004 | Inadequate
            """,
        ),
    ),
)
