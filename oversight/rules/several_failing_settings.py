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
    have two. It says nothing of parents, so (1)(a) and (b) themselves are not tested here.
    Few supported-accommodation providers have been inspected. The register's suspensions are
    those of its day only. A re-registered setting starts without a grade.
"""

from collections.abc import Iterator
from datetime import date

from oversight.examples import flags
from oversight.finding import Confidence, Evidence, Finding, Severity
from oversight.market import Market
from oversight.measures.failing import Outcome, Proxy, counts
from oversight.organisations import Organisation
from oversight.rule import Basis, Rule

CODE = "PO-01"
EXPLANATIONS = (
    "A large owner reaches two such settings by its size alone.",
    "Grades are those of one day; a home may have improved, changed hands or closed since.",
    "The owner may be several firms that the register writes alike.",
)
ASK = "What has changed in these settings since their inspections, and who now answers for them?"


def check(market: Market) -> Iterator[Finding]:
    """Yield one finding per organisation, councils left out, with enough settings that count."""
    proxy = Proxy(market.policy.word("failing_proxy"))
    enough = market.policy.number("failing_settings")
    for organisation in market.organisations:
        found = [market.outcomes[s.urn] for s in organisation.settings if s.urn in market.outcomes]
        counted = [outcome for outcome in found if counts(outcome, proxy)]
        if len(counted) >= enough and not organisation.is_council:
            yield _finding(market, organisation, proxy, counted, found)


def _finding(
    market: Market,
    organisation: Organisation,
    proxy: Proxy,
    counted: list[Outcome],
    found: list[Outcome],
) -> Finding:
    since, since_why = _since(counted, int(market.policy.number("failing_settings")))
    others = ", ".join(
        f"{sum(counts(outcome, p) for outcome in found)} on {_called(p)}"
        for p in Proxy
        if p is not proxy
    )
    return Finding(
        rule=CODE,
        policy=market.policy.name,
        subject=organisation.subject,
        subject_name=organisation.name,
        as_of=market.snapshot.as_of,
        headline=(
            f"meets the requirements of s.23A(2) on {_called(proxy)}: {len(counted)} of its"
            f" {len(organisation.settings)} settings count ({others})"
        ),
        measure=len(counted),
        unit="settings",
        severity=Severity.CONTEXT if proxy is Proxy.WIDE else Severity.HIGH,
        confidence=Confidence.HIGH if len(organisation.texts) == 1 else Confidence.MEDIUM,
        certain=True,
        since=since,
        since_why=since_why,
        evidence=tuple(evidence for outcome in counted for evidence in _evidence(outcome)),
        explanations=(*EXPLANATIONS, _coverage(market)),
        ask=ASK,
    )


def _evidence(outcome: Outcome) -> Iterator[Evidence]:
    setting = outcome.setting
    what = f"{setting.provision_type} {setting.urn}"
    yield Evidence(claim=f"{what}: {outcome.claim}", cite=outcome.cite)
    if outcome.cite != setting.cite:
        owner = f"registered to {setting.owner_name} as at {setting.as_at.isoformat()}"
        yield Evidence(claim=f"{what}: {owner}", cite=setting.cite)
    if (visit := outcome.later_visit) is not None:
        claim = f"later visit without a grade: {visit.event_type}, {visit.inspected_on.isoformat()}"
        yield Evidence(claim=f"{what}: {claim}", cite=visit.cite)


def _since(counted: list[Outcome], enough: int) -> tuple[date | None, str | None]:
    days = sorted(outcome.since for outcome in counted if outcome.since is not None)
    if len(days) >= enough:
        return days[enough - 1], None
    return None, "the day of a suspension is not published"


def _called(proxy: Proxy) -> str:
    return str(proxy) if proxy is Proxy.GRADES else f"the {proxy} proxy"


def _coverage(market: Market) -> str:
    judged, registered = market.supported_accommodation_coverage
    return (
        f"{judged} of {registered} supported-accommodation registrations have an outcome so far;"
        " of the others nothing is known."
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
    examples=(
        flags(
            "owner:larkmoor care",
            title="two Inadequate homes of one owner, however its name is written",
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
