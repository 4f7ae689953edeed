"""The market that every rule asks, and the small tables that examples write it as."""

from dataclasses import replace
from datetime import date

import pytest
from pydantic import ValidationError

from oversight.examples import market


def test_visits_stand_by_setting_from_the_earliest_to_the_latest() -> None:
    found = market(
        inspections="""
            urn      | inspected_on
            SC000001 | 2026-01-13
            SC000002 | 2025-09-02
            SC000001 | 2025-06-03
        """
    )

    assert {
        urn: [visit.inspected_on for visit in visits] for urn, visits in found.visits.items()
    } == {
        "SC000001": [date(2025, 6, 3), date(2026, 1, 13)],
        "SC000002": [date(2025, 9, 2)],
    }


def test_premises_stand_by_their_registration() -> None:
    found = market(
        premises="""
            urn      | owner_name
            SC000001 | Larkmoor Care
            SC000002 | Larkmoor Care
            SC000001 | Larkmoor Care
        """
    )

    assert {urn: len(premises) for urn, premises in found.premises.items()} == {
        "SC000001": 2,
        "SC000002": 1,
    }


def test_coverage_counts_the_supported_accommodation_that_has_an_outcome() -> None:
    found = market(
        settings="""
            urn      | owner_name    | provision_type
            SC000001 | Larkmoor Care | Supported Accommodation
            SC000002 | Larkmoor Care | Supported Accommodation
            SC000003 | Larkmoor Care | Supported Accommodation
            SC000004 | Larkmoor Care | Children's home
        """,
        inspections="""
            urn      | supported_accommodation_outcome
            SC000001 | Consistently strong service delivery
            SC000002 |
            SC000004 |
        """,
    )

    assert found.supported_accommodation_coverage == (1, 3)


def test_an_empty_market_has_no_settings_owners_outcomes_or_areas() -> None:
    found = market()

    assert (found.settings, found.organisations, found.outcomes, found.areas) == ((), (), {}, ())
    assert found.supported_accommodation_coverage == (0, 0)


def test_the_setting_that_a_visit_left_behind_has_no_outcome() -> None:
    found = market(
        inspections="""
            urn      | overall_experiences_and_progress
            SC000001 | Inadequate
        """
    )

    assert found.outcomes == {}


def test_an_example_with_a_word_that_no_publisher_uses_is_refused() -> None:
    with pytest.raises(ValidationError, match="registration_status"):
        market(
            settings="""
                urn      | owner_name    | registration_status
                SC000001 | Larkmoor Care | Asleep
            """
        )


def test_an_example_with_a_row_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        market(
            settings="""
                urn      | owner_name
                SC000001
            """
        )


def test_a_market_is_of_its_registers_day_and_what_was_found_later_is_left_out() -> None:
    now = market(
        settings="""
            urn      | owner_name
            SC000001 | Larkmoor Care
        """,
        inspections="""
            urn      | inspected_on | overall_experiences_and_progress
            SC000001 | 2026-01-12   | Good
            SC000001 | 2026-06-01   | Inadequate
        """,
    )
    later = replace(now, snapshot=replace(now.snapshot, as_of=date(2026, 8, 1)))

    assert later.register_as_at == date(2026, 3, 31)
    assert [visit.inspected_on for visit in later.visits["SC000001"]] == [date(2026, 1, 12)]
    assert later.outcomes == {}
