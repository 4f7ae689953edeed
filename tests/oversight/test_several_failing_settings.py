"""What the rule on s.23A(2) says of what it finds."""

from dataclasses import replace
from datetime import date

from oversight.evaluate import evaluate
from oversight.examples import market
from oversight.finding import Confidence, Finding, Severity
from oversight.market import Market
from oversight.policy import read_policy
from oversight.rules.several_failing_settings import RULE

MIXED = """
    urn      | owner_name    | registration_status | provision_type
    SC000001 | Larkmoor Care | Active              | Children's home
    SC000002 | Larkmoor Care | Suspended           | Children's home
    SC000003 | Larkmoor Care | Active              | Supported Accommodation
    SC000004 | Larkmoor Care | Active              | Children's home
    SC000005 | Larkmoor Care | Active              | Children's home
"""
OUTCOMES = """
    urn      | inspected_on | overall_experiences_and_progress | supported_accommodation_outcome
    SC000001 | 2025-06-03   | Inadequate                       |
    SC000003 | 2025-09-09   |                                  | Serious or widespread weaknesses
    SC000004 | 2025-11-04   | Requires improvement to be good  |
    SC000005 | 2025-11-11   | Good                             |
"""


def only(asked: Market) -> Finding:
    (found,) = evaluate(asked, [RULE])
    return found


def test_the_headline_names_the_proxy_and_tells_the_counts_on_the_others() -> None:
    found = only(market(settings=MIXED, inspections=OUTCOMES))

    assert found.headline == (
        "meets the requirements of s.23A(2) on the strict proxy: 3 of its 5 settings count"
        " (1 on grades alone, 4 on the wide proxy)"
    )
    assert (found.measure, found.unit) == (3, "settings")


def test_on_grades_alone_one_inadequate_home_is_not_enough() -> None:
    found = evaluate(market(settings=MIXED, inspections=OUTCOMES, policy="grades-alone"), [RULE])

    assert found == ()


def test_the_wide_proxy_gives_context_and_the_others_something_to_read_soon() -> None:
    strict = only(market(settings=MIXED, inspections=OUTCOMES))
    wide = only(market(settings=MIXED, inspections=OUTCOMES, policy="wide"))

    assert (strict.severity, wide.severity) == (Severity.HIGH, Severity.CONTEXT)


def test_the_condition_is_met_since_the_second_setting_began_to_count() -> None:
    found = only(market(settings=MIXED, inspections=OUTCOMES))

    assert date(2025, 9, 9) == found.since


def test_since_when_is_unknown_where_it_rests_on_a_suspension() -> None:
    settings = """
        urn      | owner_name    | registration_status
        SC000001 | Larkmoor Care | Active
        SC000002 | Larkmoor Care | Suspended
    """
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
    """
    found = only(market(settings=settings, inspections=inspections))

    assert (found.since, found.since_why) == (None, "the day of a suspension is not published")


def test_the_evidence_is_the_outcome_the_registration_and_any_later_visit() -> None:
    settings = """
        urn      | owner_name    | registration_status
        SC000001 | Larkmoor Care | Active
        SC000002 | Larkmoor Care | Suspended
    """
    inspections = """
        urn      | event_type      | inspected_on | overall_experiences_and_progress
        SC000001 | Full inspection | 2025-06-03   | Inadequate
        SC000001 | Assurance visit | 2025-10-07   |
    """
    found = only(market(settings=settings, inspections=inspections))

    assert [(one.claim, one.cite.partition("#")[2]) for one in found.evidence] == [
        (
            (
                "Children's home SC000001: judged Inadequate at its latest full inspection,"
                " 3 June 2025"
            ),
            "Inspection&row=1",
        ),
        (
            "Children's home SC000001: registered to Larkmoor Care as at 2026-03-31",
            "Setting&row=1",
        ),
        (
            "Children's home SC000001: later visit without a grade: Assurance visit, 2025-10-07",
            "Inspection&row=2",
        ),
        (
            "Children's home SC000002: registration suspended as at 31 March 2026",
            "Setting&row=2",
        ),
    ]


def test_confidence_is_high_only_where_the_owner_is_written_to_the_letter() -> None:
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
        SC000002 | Inadequate
    """
    alike = """
        urn      | owner_name
        SC000001 | Larkmoor Care Ltd
        SC000002 | Larkmoor Care Ltd
    """
    unlike = """
        urn      | owner_name
        SC000001 | Larkmoor Care Ltd
        SC000002 | LARKMOOR CARE LIMITED
    """

    assert [
        only(market(settings=settings, inspections=inspections)).confidence
        for settings in (alike, unlike)
    ] == [Confidence.HIGH, Confidence.MEDIUM]


def test_it_tells_how_much_supported_accommodation_has_an_outcome_at_all() -> None:
    found = only(market(settings=MIXED, inspections=OUTCOMES))

    assert found.explanations[-1] == (
        "1 of 1 supported-accommodation registrations have an outcome so far;"
        " of the others nothing is known."
    )


def test_a_what_if_with_another_number_asks_for_as_many_settings() -> None:
    three = read_policy(
        "three",
        """
        title = "Three settings"
        version = 1
        extends = "grades-alone"

        [thresholds.failing_settings]
        value = 3
        unit = "settings"
        authority = "A what-if"
        address = "https://www.legislation.gov.uk/ukpga/2026/21/section/14"
        dated = 2026-09-01
        status = "our judgement"
        reason = "To see what three would give."
        """,
    )
    settings = """
        urn      | owner_name
        SC000001 | Larkmoor Care
        SC000002 | Larkmoor Care
        SC000003 | Brookhaven Homes
        SC000004 | Brookhaven Homes
        SC000005 | Brookhaven Homes
    """
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
        SC000002 | Inadequate
        SC000003 | Inadequate
        SC000004 | Inadequate
        SC000005 | Inadequate
    """
    found = only(replace(market(settings=settings, inspections=inspections), policy=three))

    assert (found.key, found.policy) == ("three/PO-01/owner:brookhaven homes", "three")
