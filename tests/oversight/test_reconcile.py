"""Our counts beside the publisher's own, every difference explained from a closed list."""

from datetime import date

import pytest

from db.records import ControlTotal, Record
from db.snapshot import Snapshot
from oversight.examples import AS_OF, KNOWN_AT, PUBLISHED, market
from oversight.reconcile import Explanation, Line, UnknownTotalError, reconcile
from oversight.rows import reconcile_row

PROVIDERS = "National number of children's social care providers by provision type"
PLACES = "National number of children's social care places by provision type"
LATEST = "Latest overall effectiveness judgement for all children's homes"
OUTCOMES = "Latest inspection outcome for supported accommodation"
IN_YEAR = "Overall effectiveness judgement of children's home inspections"
OF_SEVERAL_REGISTERS = {
    Explanation.NO_MOVEMENTS,
    Explanation.NOT_LISTED,
    Explanation.REBUILT,
    Explanation.RESTATED,
}
OF_OWNERS = {Explanation.NOT_MATCHED, Explanation.NOT_IN_REGISTER, Explanation.OWN_METHOD}
SETTINGS = """
    urn      | owner_name    | places | provision_type
    SC000001 | Larkmoor Care | 4      | Children's home
    SC000002 | Larkmoor Care | 5      | Children's home
    SC000003 | Ash           | 12     | Secure children's home
    SC000004 | Ash           |        | Independent Fostering Agency
    SC000005 | Ash           | 9      | Supported Accommodation
    SC000006 | Ash           |        | Voluntary Adoption Agency
"""
INSPECTIONS = """
    urn      | event_type            | overall_experiences_and_progress
    SC000001 | Full inspection       | Good
    SC000002 | Full inspection       | Inadequate
    SC000003 | Full inspection       | Good
    SC000002 | Monitoring inspection | Inadequate
"""


def total(
    table: str, measure: str, value: int | None, period: str = "2026-03-31", row: int = 7
) -> ControlTotal:
    to = date(2026, 3, 31) if period == "2025-26" else date.fromisoformat(period)
    return ControlTotal(
        cite=f"sha256:{'0' * 64}#sheet=Totals&row={row}",
        public_on=PUBLISHED,
        table=table,
        period=period,
        period_to=to,
        measure=measure,
        value=value,
    )


def lines(
    *totals: ControlTotal, settings: str = SETTINGS, inspections: str = INSPECTIONS
) -> list[Line]:
    shelf: dict[type[Record], tuple[Record, ...]] = dict(
        market(settings=settings, inspections=inspections).snapshot.shelf
    )
    shelf[ControlTotal] = totals
    return list(reconcile(Snapshot(as_of=AS_OF, known_at=KNOWN_AT, shelf=shelf)))


def line(one: ControlTotal, *, settings: str = SETTINGS, inspections: str = INSPECTIONS) -> Line:
    (found,) = lines(one, settings=settings, inspections=inspections)
    return found


@pytest.mark.parametrize(
    ("table", "measure", "ours"),
    [
        (PROVIDERS, "All", 6),
        (PROVIDERS, "All Children's Homes", 3),
        (PROVIDERS, "Children's Homes", 2),
        (PROVIDERS, "Secure Children's Homes", 1),
        (PROVIDERS, "Independent Fostering Agencies", 1),
        (PROVIDERS, "Voluntary Adoption Agency Branches", 1),
        (PROVIDERS, "Boarding Schools", 0),
        (PROVIDERS, "Supported Accommodation", 1),
        (PLACES, "All Children's Homes", 21),
        (PLACES, "Supported Accommodation", 9),
        (LATEST, "Good", 2),
        (LATEST, "Inadequate", 1),
        (LATEST, "Outstanding", 0),
        ("Latest overall effectiveness judgement for secure children's homes", "Good", 1),
        (OUTCOMES, "Serious or widespread weaknesses", 0),
    ],
)
def test_a_published_number_stands_beside_what_the_register_gives(
    table: str, measure: str, ours: int
) -> None:
    found = line(total(table, measure, ours))

    assert (found.measure, found.period) == (f"{table}: {measure}", "2026-03-31")
    assert (found.ours, found.difference, found.explanation) == (ours, 0, Explanation.AGREES)


def test_an_outcome_of_supported_accommodation_is_counted_by_its_latest_visit() -> None:
    settings = """
        urn      | owner_name    | provision_type
        SC000005 | Larkmoor Care | Supported Accommodation
    """
    inspections = """
        urn      | inspected_on | supported_accommodation_outcome
        SC000005 | 2025-06-03   | Inconsistent quality of service delivery
        SC000005 | 2025-12-02   | Serious or widespread weaknesses
    """
    found = line(
        total(OUTCOMES, "Serious or widespread weaknesses", 1),
        settings=settings,
        inspections=inspections,
    )

    assert found.explanation is Explanation.AGREES


def test_a_number_that_the_publisher_leaves_out_is_not_stated() -> None:
    found = line(total(OUTCOMES, "Serious or widespread weaknesses", None))

    assert (found.published, found.ours, found.difference) == (None, 0, None)
    assert found.explanation is Explanation.NOT_STATED


def test_a_day_of_which_no_register_is_held_has_no_number_of_ours() -> None:
    found = line(total(PROVIDERS, "All", 2787, "2015-03-31"))

    assert (found.published, found.ours, found.difference) == (2787, None, None)
    assert found.explanation is Explanation.NO_REGISTER


def test_a_year_of_which_no_visits_are_held_has_no_number_of_ours() -> None:
    found = line(total(IN_YEAR, "Good", 2, "2025-26"), inspections="")

    assert (found.published, found.ours, found.difference) == (2, None, None)
    assert found.explanation is Explanation.NO_INSPECTIONS


def test_grades_given_at_monitoring_visits_explain_a_difference_in_a_years_grades() -> None:
    found = line(total(IN_YEAR, "Inadequate", 2, "2025-26"))

    assert (found.published, found.ours, found.difference) == (2, 1, -1)
    assert found.explanation is Explanation.GRADED_MONITORING


def test_a_years_grades_agree_where_full_inspections_alone_are_counted() -> None:
    found = line(total(IN_YEAR, "Good", 2, "2025-26"))

    assert (found.ours, found.explanation) == (2, Explanation.AGREES)


@pytest.mark.parametrize(
    "one",
    [
        total(PROVIDERS, "Children's Homes", 3),
        total(PLACES, "Children's Homes", 8),
        total(LATEST, "Good", 3),
        total(IN_YEAR, "Inadequate", 3, "2025-26"),
    ],
)
def test_any_other_difference_stays_unexplained(one: ControlTotal) -> None:
    assert line(one).explanation is Explanation.UNEXPLAINED


def test_every_explanation_of_one_held_register_can_be_reached() -> None:
    found = lines(
        total(PROVIDERS, "All", 6),
        total(PROVIDERS, "All", 2787, "2015-03-31"),
        total(PROVIDERS, "Children's Homes", 3),
        total(OUTCOMES, "Serious or widespread weaknesses", None),
        total(IN_YEAR, "Inadequate", 2, "2025-26"),
        total(IN_YEAR, "Good", 5, "2024-03-31"),
    )

    told = set(Explanation) - OF_SEVERAL_REGISTERS - OF_OWNERS
    assert {one.explanation for one in found} == told


def test_a_report_that_came_out_after_30_april_is_in_no_table_of_latest_grades() -> None:
    inspections = """
        urn      | inspected_on | public_on  | overall_experiences_and_progress
        SC000001 | 2025-06-03   | 2025-07-15 | Good
        SC000001 | 2026-03-24   | 2026-05-12 | Inadequate
    """
    found = line(total(LATEST, "Good", 1), inspections=inspections)

    assert found.explanation is Explanation.AGREES


def test_the_newest_number_of_a_measure_stands_first() -> None:
    found = lines(
        total(PROVIDERS, "All", 2787, "2015-03-31"),
        total(PROVIDERS, "All", 6),
        total(PLACES, "Children's Homes", 9),
    )

    assert [(one.measure.rpartition(": ")[2], one.period) for one in found] == [
        ("Children's Homes", "2026-03-31"),
        ("All", "2026-03-31"),
        ("All", "2015-03-31"),
    ]


def test_each_line_cites_the_publishers_number() -> None:
    assert line(total(PROVIDERS, "All", 6, row=12)).cite.endswith("#sheet=Totals&row=12")


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (
            total("Number of social workers", "All", 3),
            "nothing here counts 'Number of social workers'; teach oversight/reconcile.py",
        ),
        (total(PROVIDERS, "Lighthouses", 3), "nothing here counts 'Lighthouses'; teach"),
        (
            total(
                "Overall effectiveness judgement of lighthouse inspections", "Good", 3, "2025-26"
            ),
            "nothing here counts 'lighthouse'; teach",
        ),
    ],
)
def test_a_number_that_nothing_here_counts_stops_the_work(one: ControlTotal, message: str) -> None:
    with pytest.raises(UnknownTotalError, match=message):
        line(one)


def test_a_row_says_why_it_lacks_a_number_of_ours() -> None:
    found = reconcile_row(line(total(PROVIDERS, "All", 2787, "2015-03-31")))

    assert {name: found[name] for name in ("ours", "ours_why", "difference", "difference_why")} == {
        "ours": None,
        "ours_why": "no register is held for this day",
        "difference": None,
        "difference_why": "no register is held for this day",
    }


def test_a_row_says_why_it_lacks_a_number_of_the_publishers() -> None:
    found = reconcile_row(line(total(OUTCOMES, "Serious or widespread weaknesses", None)))

    assert (found["published"], found["published_why"]) == (None, "the publisher states none")
    assert (found["difference"], found["difference_why"]) == (
        None,
        "the publisher states no number",
    )
