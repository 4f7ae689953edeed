"""The publisher's own numbers become control totals, and a mark is never a nought."""

from datetime import date

import pytest

from crawlers.sources.ofsted_annual.totals import table_name
from db.records import (
    ControlTotal,
)
from tests.crawlers.annual_issue import (
    NUMBERS,
    issue_2025,
)
from tests.crawlers.annual_reading import OF_2025, read, read_tabs


def test_a_number_of_the_time_series_becomes_a_control_total() -> None:
    _, _, everyone, *_ = read(OF_2025, ControlTotal)

    assert everyone == ControlTotal(
        cite=f"sha256:{OF_2025.sha256}#sheet=Providers+places_Time_series&row=7",
        public_on=date(2025, 7, 16),
        table="National number of children's social care providers by provision type",
        period="2025-03-31",
        period_to=date(2025, 3, 31),
        measure="All",
        value=4,
    )


def test_a_total_that_is_left_out_or_marked_is_none_and_never_nought() -> None:
    totals = [
        (total.period, total.measure, total.value)
        for total in read(OF_2025, ControlTotal)
        if total.measure in {"Supported Accommodation", "Consistently strong service delivery"}
    ]

    assert totals == [
        ("2025-03-31", "Supported Accommodation", 1),
        ("2015-03-31", "Supported Accommodation", None),
        ("2025-03-31", "Supported Accommodation", None),
        ("2025-03-31", "Consistently strong service delivery", 0),
        ("2024-03-31", "Consistently strong service delivery", None),
    ]


@pytest.mark.parametrize("mark", ["[c]", "[z]", "[low]", "c", "..", ":", "*", "-"])
def test_a_total_under_any_mark_of_official_statistics_is_not_published(mark: str) -> None:
    tabs = issue_2025()
    tabs[NUMBERS][7][3] = mark
    marked = [total for total in read_tabs(tabs, ControlTotal) if total.period == "2015-03-31"]

    assert [total.value for total in marked] == [2, None, 5]


def test_a_period_is_a_day_or_a_year_however_it_is_written() -> None:
    periods = {
        (total.period, total.period_to)
        for total in read(OF_2025, ControlTotal)
        if total.cite.endswith(("Providers+places_Time_series&row=8", "&row=6", "&row=4"))
    }

    assert periods == {
        ("2015-03-31", date(2015, 3, 31)),
        ("2024-03-31", date(2024, 3, 31)),
        ("2024-25", date(2025, 3, 31)),
    }


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Table 8a: Latest judgement for all providers, as at 31 March 2025",
            "Latest judgement for all providers",
        ),
        (
            "Table 9a: Judgement of all inspections between 01 April 2012 and 31 March 2025",
            "Judgement of all inspections",
        ),
        (
            "Table 6b: Number of children\N{RIGHT SINGLE QUOTATION MARK}s places, by type",
            "Number of children's places by type",
        ),
        ("Table 6: Number of providers six monthly, 31 August 2021", "Number of providers"),
    ],
)
def test_a_tables_name_stays_the_same_from_year_to_year(title: str, name: str) -> None:
    assert name == table_name(title)
