"""A year's inspections as a CSV are known and read, and those of two years are refused."""

from datetime import date

from crawlers.sources.ofsted_annual import SOURCE
from db.records import (
    EventType,
    InterimOutcome,
    Listing,
)
from tests.crawlers.ofsted_forms import (
    IN_YEAR_2018,
    PROVIDERS,
    csv_body,
    uninspected,
    visited,
)
from tests.crawlers.vintages import inspections, problem, read


def in_year(*rows: dict[str, str]) -> bytes:
    said = [visited("12/06/2017") | row for row in rows]
    return csv_body(IN_YEAR_2018, *said, above=("Provider information|||Inspection information",))


def test_a_table_of_inspections_is_known_and_gives_each_visit_of_its_year() -> None:
    body = in_year(
        {},
        {
            "event type": "Interim inspection",
            "event number": "10000002",
            "overall effectiveness": "Declined in effectiveness",
        },
        {
            "event type": "Interim inspection",
            "event number": "10000003",
            "overall effectiveness": "Not judged",
        },
    )
    records = read(body)
    found = inspections(records)

    assert SOURCE.subject(records) == "inspections of 2017-18"
    assert {Listing.IN_YEAR} == {visit.listing for visit in found}
    assert {date(2018, 3, 31)} == {visit.listed_at for visit in found}
    assert [v.event_type for v in found] == [EventType.FULL, EventType.INTERIM, EventType.INTERIM]
    assert [visit.interim_outcome for visit in found] == [
        None,
        InterimOutcome.DECLINED,
        InterimOutcome.NOT_JUDGED,
    ]


def test_one_event_may_count_for_two_registrations() -> None:
    found = inspections(read(in_year({}, {"urn": "SC100002"})))

    assert [(visit.event_number, visit.urn) for visit in found] == [
        ("10000001", "SC100001"),
        ("10000001", "SC100002"),
    ]


def test_a_table_of_inspections_of_two_years_stops() -> None:
    body = in_year({}, visited("12/06/2018") | {"event number": "10000002"})

    assert "visits of several years to 31 March (2018-03-31, 2019-03-31)" in problem(body)


def test_a_visit_without_its_kind_stops() -> None:
    found = problem(in_year(visited("") | uninspected()))

    assert found.startswith("a visit without its kind")


def test_a_table_of_inspections_under_a_title_is_known_too() -> None:
    headings = (
        PROVIDERS["2022"]
        .replace("Latest full inspectio health", "Inspection health")
        .replace("Latest full inspection ", "Inspection ")
    )
    cells = {
        "inspection event type": "Assurance visit",
        "inspection date": "01/04/2021",
        "inspection publication date": "03/05/2021",
        "inspection event number": "10000007",
    }
    title = "Children's social care data in England 2022 - Provider level in year 2021-22"
    records = read(csv_body(headings, cells, above=(title,)))

    assert SOURCE.subject(records) == "inspections of 2021-22"
    assert [visit.event_type for visit in inspections(records)] == [EventType.ASSURANCE]
