"""What one workbook cannot say at once stops the reading and names the row."""

from datetime import date
from typing import Any

import pytest

from crawlers.reading import SourceChangedError
from crawlers.sources.ofsted_annual.contradictions import refuse_contradictions
from crawlers.sources.ofsted_annual.tables import Issue
from db.records import Inspection, Judgement, Listing, Setting
from tests.crawlers.workbooks import document
from tests.db.samples import inspection, setting

ISSUE = Issue(as_at=date(2026, 3, 31), public_on=date(2026, 7, 15))
REPORTED = date(2026, 2, 20)


def visit(**said: Any) -> Inspection:
    usual: dict[str, Any] = {"public_on": REPORTED}
    return inspection(**{**usual, **said})


def latest(**said: Any) -> Inspection:
    usual: dict[str, Any] = {"listing": Listing.LATEST}
    return visit(**{**usual, **said})


def refusal(registered: Setting, latest_visits: list[Inspection], in_year: list[Inspection]) -> str:
    with pytest.raises(SourceChangedError) as caught:
        refuse_contradictions(document(b""), ISSUE, [registered], latest_visits, in_year)
    return caught.value.problem


def test_tabs_that_agree_are_read() -> None:
    owned = setting(owner_name="Larkmoor Care")

    refuse_contradictions(
        document(b""), ISSUE, [owned], [latest(owner_name="Larkmoor Care")], [visit()]
    )


def test_a_setting_registered_after_the_register_stops() -> None:
    problem = refusal(setting(registered_on=date(2026, 4, 1)), [], [])

    assert problem == (
        "a row was registered on 2026-04-01, which cannot be so in a register as at 2026-03-31;"
        " download it again, and if the published file has it so, ask its publisher which is right"
    )


@pytest.mark.parametrize(
    ("found", "problem"),
    [
        (visit(inspected_on=date(2052, 1, 21)), "a row was inspected on 2052-01-21"),
        (
            visit(inspected_on=date(2025, 3, 31)),
            "a row is listed in the year and was inspected on 2025-03-31",
        ),
        (
            visit(public_on=date(2026, 1, 9)),
            "a row was inspected on 2026-01-10 and reported on 2026-01-09, before it",
        ),
        (
            visit(public_on=date(2026, 7, 16)),
            "a row was reported on 2026-07-16, after this issue came out on 2026-07-15",
        ),
    ],
)
def test_an_inspection_on_a_day_that_cannot_be_stops(found: Inspection, problem: str) -> None:
    assert refusal(setting(), [], [found]).startswith(problem)


def test_a_latest_inspection_may_be_of_years_ago() -> None:
    old = latest(inspected_on=date(2019, 5, 7), public_on=date(2019, 6, 7))
    owned = setting(owner_name=None)

    refuse_contradictions(document(b""), ISSUE, [owned], [old], [])


def test_two_tabs_that_name_different_owners_stop() -> None:
    problem = refusal(setting(owner_name=None), [latest(owner_name="Larkmoor Care")], [])

    assert problem.startswith("the owner of SC000001 is 'Larkmoor Care' here and None in the")


def test_two_tabs_that_give_one_inspection_two_grades_stop() -> None:
    better = latest(overall_experiences_and_progress=Judgement.INADEQUATE)
    problem = refusal(setting(owner_name=None), [better], [visit()])

    assert problem.startswith(
        "inspection 10000001 of SC000001 has another ['overall_experiences_and_progress'] here"
    )
