"""Which settings count as failing, on which proxy, in the words of the law and its guards."""

from datetime import date

import pytest

from db.records import ProvisionType, Setting
from oversight.examples import market
from oversight.measures.failing import Outcome, Proxy, counts, latest_graded

A_HOME = """
    urn      | owner_name
    SC000001 | Larkmoor Care
"""
SUSPENDED = """
    urn      | owner_name    | registration_status
    SC000001 | Larkmoor Care | Suspended
"""
ACCOMMODATION = """
    urn      | owner_name    | provision_type
    SC000001 | Larkmoor Care | Supported Accommodation
"""


def visits(*rows: str) -> str:
    heading = "urn | event_type | inspected_on | overall_experiences_and_progress | interim_outcome"
    return "\n".join((heading, *rows))


def outcome(*, settings: str = A_HOME, inspections: str = "") -> Outcome | None:
    return market(settings=settings, inspections=inspections).outcomes.get("SC000001")


def proxy(*, settings: str = A_HOME, inspections: str = "") -> Proxy | None:
    found = outcome(settings=settings, inspections=inspections)
    return found and found.proxy


@pytest.mark.parametrize(
    ("grade", "expected"),
    [
        ("Outstanding", None),
        ("Good", None),
        ("Requires improvement to be good", Proxy.WIDE),
        ("Inadequate", Proxy.GRADES),
    ],
)
def test_a_grade_of_the_latest_full_inspection_counts_on_the_narrowest_proxy_that_it_meets(
    grade: str, expected: Proxy | None
) -> None:
    inspections = f"""
        urn      | overall_experiences_and_progress
        SC000001 | {grade}
    """

    assert proxy(inspections=inspections) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Consistently strong service delivery", None),
        ("Inconsistent quality of service delivery", Proxy.WIDE),
        ("Serious or widespread weaknesses", Proxy.STRICT),
    ],
)
def test_supported_accommodation_counts_by_its_own_outcomes(
    found: str, expected: Proxy | None
) -> None:
    inspections = f"""
        urn      | supported_accommodation_outcome
        SC000001 | {found}
    """

    assert proxy(settings=ACCOMMODATION, inspections=inspections) == expected


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("Improved effectiveness", None),
        ("Sustained effectiveness", None),
        ("Not judged", None),
        ("Declined effectiveness", Proxy.WIDE),
    ],
)
def test_an_interim_inspection_counts_where_it_found_declined_effectiveness(
    found: str, expected: Proxy | None
) -> None:
    inspections = visits(
        "SC000001 | Full inspection    | 2025-06-03 | Good | ",
        f"SC000001 | Interim inspection | 2025-12-02 |  | {found}",
    )

    assert proxy(inspections=inspections) == expected


def test_a_suspended_registration_counts_on_the_strict_proxy_without_any_inspection() -> None:
    found = outcome(settings=SUSPENDED)

    assert found is not None
    assert (found.proxy, found.claim, found.since) == (
        Proxy.STRICT,
        "registration suspended as at 31 March 2026",
        None,
    )


def test_a_setting_that_was_never_inspected_counts_on_no_proxy() -> None:
    assert outcome() is None


@pytest.mark.parametrize(
    ("met", "counted_on"),
    [
        (Proxy.GRADES, [Proxy.GRADES, Proxy.STRICT, Proxy.WIDE]),
        (Proxy.STRICT, [Proxy.STRICT, Proxy.WIDE]),
        (Proxy.WIDE, [Proxy.WIDE]),
    ],
)
def test_each_proxy_counts_all_that_the_narrower_ones_do(
    met: Proxy, counted_on: list[Proxy]
) -> None:
    (setting,) = market(settings=A_HOME).settings
    found = Outcome(
        setting=setting, proxy=met, claim="", cite=setting.cite, since=None, later_visit=None
    )

    assert [asked for asked in Proxy if counts(found, asked)] == counted_on


def test_an_inadequate_home_that_is_suspended_too_counts_once_by_its_grade() -> None:
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
    """

    assert proxy(settings=SUSPENDED, inspections=inspections) == Proxy.GRADES


def test_a_later_grade_stands_in_place_of_an_earlier_one() -> None:
    inspections = """
        urn      | inspected_on | overall_experiences_and_progress
        SC000001 | 2026-01-13   | Good
        SC000001 | 2025-06-03   | Inadequate
    """

    assert outcome(inspections=inspections) is None


@pytest.mark.parametrize("found", ["Improved effectiveness", "Declined effectiveness"])
def test_an_interim_inspection_never_grades_so_the_last_grade_stays(found: str) -> None:
    inspections = visits(
        "SC000001 | Full inspection    | 2025-06-03 | Inadequate | ",
        f"SC000001 | Interim inspection | 2025-12-02 |  | {found}",
    )
    shown = outcome(inspections=inspections)

    assert shown is not None
    assert (shown.proxy, shown.since) == (Proxy.GRADES, date(2025, 6, 3))


def test_a_decline_is_over_when_the_next_interim_inspection_finds_otherwise() -> None:
    inspections = visits(
        "SC000001 | Full inspection    | 2025-04-08 | Good | ",
        "SC000001 | Interim inspection | 2025-09-02 |  | Declined effectiveness",
        "SC000001 | Interim inspection | 2026-01-13 |  | Sustained effectiveness",
    )

    assert outcome(inspections=inspections) is None


def test_a_decline_is_over_when_the_next_full_inspection_grades_the_home() -> None:
    inspections = visits(
        "SC000001 | Interim inspection | 2025-09-02 |  | Declined effectiveness",
        "SC000001 | Full inspection    | 2026-01-13 | Good | ",
    )

    assert outcome(inspections=inspections) is None


def test_a_home_that_declined_before_its_first_grade_counts_on_the_wide_proxy() -> None:
    inspections = """
        urn      | event_type         | inspected_on | interim_outcome
        SC000001 | Interim inspection | 2025-09-02   | Declined effectiveness
    """

    assert proxy(inspections=inspections) == Proxy.WIDE


@pytest.mark.parametrize("kind", ["Assurance visit", "Monitoring inspection"])
def test_a_later_visit_that_grades_nothing_is_shown_beside_the_grade(kind: str) -> None:
    inspections = f"""
        urn      | event_type      | inspected_on | overall_experiences_and_progress
        SC000001 | Full inspection | 2025-06-03   | Inadequate
        SC000001 | {kind}          | 2025-09-02   |
        SC000001 | {kind}          | 2025-12-02   |
    """
    found = outcome(inspections=inspections)

    assert found is not None
    assert found.later_visit is not None
    assert (found.proxy, found.later_visit.inspected_on) == (Proxy.GRADES, date(2025, 12, 2))


def test_an_earlier_visit_is_not_shown_beside_the_grade() -> None:
    inspections = """
        urn      | event_type      | inspected_on | overall_experiences_and_progress
        SC000001 | Assurance visit | 2025-04-08   |
        SC000001 | Full inspection | 2025-06-03   | Inadequate
    """
    found = outcome(inspections=inspections)

    assert found is not None
    assert found.later_visit is None


def test_a_visit_that_found_a_decline_is_not_shown_beside_itself() -> None:
    inspections = visits(
        "SC000001 | Full inspection    | 2025-06-03 | Good | ",
        "SC000001 | Interim inspection | 2025-12-02 |  | Declined effectiveness",
    )
    found = outcome(inspections=inspections)

    assert found is not None
    assert found.later_visit is None


def test_a_graded_monitoring_visit_counts_as_the_latest_full_inspection() -> None:
    inspections = """
        urn      | event_type            | inspected_on | overall_experiences_and_progress
        SC000001 | Full inspection       | 2025-06-03   | Inadequate
        SC000001 | Monitoring inspection | 2025-09-02   | Good
    """
    latest = latest_graded(market(settings=A_HOME, inspections=inspections).visits["SC000001"])

    assert latest is not None
    assert latest.inspected_on == date(2025, 9, 2)


def test_visits_that_grade_nothing_leave_a_setting_without_a_latest_grade() -> None:
    inspections = """
        urn      | event_type
        SC000001 | Assurance visit
    """
    visited = market(settings=A_HOME, inspections=inspections).visits["SC000001"]

    assert latest_graded(visited) is None


def test_a_setting_registered_anew_starts_without_the_grade_of_its_predecessor() -> None:
    inspections = """
        urn      | overall_experiences_and_progress
        SC000009 | Inadequate
    """

    assert outcome(inspections=inspections) is None


def test_a_visit_after_the_day_in_question_is_not_known_yet() -> None:
    inspections = """
        urn      | inspected_on | overall_experiences_and_progress
        SC000001 | 2026-01-13   | Good
        SC000001 | 2026-04-01   | Inadequate
    """

    assert outcome(inspections=inspections) is None


def test_a_claim_says_what_was_found_and_on_which_day_and_cites_the_row() -> None:
    inspections = """
        urn      | inspected_on | overall_experiences_and_progress
        SC000001 | 2026-01-13   | Inadequate
    """
    found = outcome(inspections=inspections)

    assert found is not None
    assert found.claim == "judged Inadequate at its latest full inspection, 13 January 2026"
    assert found.cite.endswith("#Inspection&row=1")


@pytest.mark.parametrize("kind", list(ProvisionType))
def test_only_what_is_registered_under_part_2_counts(kind: ProvisionType) -> None:
    settings = f"""
        urn      | owner_name    | provision_type
        SC000001 | Larkmoor Care | {kind}
    """
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
    """
    elsewhere = (
        "Boarding School",
        "Residential Special School",
        "Further Education College with Residential Accommodation",
        "Secure Training Centre",
        "CAFCASS",
    )
    counted = outcome(settings=settings, inspections=inspections) is not None

    assert counted == (kind not in elsewhere)


def test_outcomes_are_kept_for_the_settings_that_count_and_for_no_others() -> None:
    settings = """
        urn      | owner_name
        SC000001 | Larkmoor Care
        SC000002 | Larkmoor Care
        SC000003 | Larkmoor Care
    """
    inspections = """
        urn      | overall_experiences_and_progress
        SC000001 | Inadequate
        SC000002 | Good
    """
    found = market(settings=settings, inspections=inspections)

    assert list(found.outcomes) == ["SC000001"]
    assert [setting.urn for setting in found.snapshot.current(Setting)] == [
        "SC000001",
        "SC000002",
        "SC000003",
    ]
