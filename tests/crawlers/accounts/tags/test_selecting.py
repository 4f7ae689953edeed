"""Of all that is tagged, one figure a line: of whom, of when, and only where it is sure."""

from datetime import date
from decimal import Decimal

import pytest

from crawlers.accounts.fact import Fact, Family
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.said import About
from crawlers.accounts.tags.selecting import Selected, figures
from db.records.accounts_words import HowRead, Measure, Scope
from tests.crawlers.accounts.tags.selected import (
    AFTER,
    BEFORE,
    CURRENT,
    DAY,
    UK_TOTAL,
    WITHIN,
    YEAR,
    fact,
    select,
    tagged,
    told,
)


def test_a_figure_says_where_it_stands_and_how_exact_it_is() -> None:
    (figure,) = select(fact("TurnoverRevenue", "12000", decimals=-3)).figures

    assert figure == Figure(
        scope=Scope.COMPANY,
        measure=Measure.TURNOVER,
        period=YEAR,
        value=Decimal(12000),
        read=HowRead.TAGGED,
        confidence=1.0,
        fragment="tag=1",
        shown="12000",
        label="TurnoverRevenue",
        precision=3,
    )


@pytest.mark.parametrize(("decimals", "precision"), [(99, 0), (2, -2), (None, None)])
def test_precision_is_the_power_of_ten(decimals: int | None, precision: int | None) -> None:
    (figure,) = select(fact("TurnoverRevenue", "12000", decimals=decimals)).figures

    assert figure.precision == precision


def test_both_periods_are_given_and_no_other() -> None:
    older = Period(start=date(2022, 4, 1), end=date(2023, 3, 31))
    selected = select(
        fact("TurnoverRevenue", "3"),
        fact("TurnoverRevenue", "2", period=BEFORE),
        fact("TurnoverRevenue", "1", period=older),
    )

    assert [one.period for one in selected.figures] == [BEFORE, YEAR]


def test_without_a_period_before_it_is_the_day_before_the_report_begins() -> None:
    facts = tagged(
        [
            fact("CashBankOnHand", "1", period=Period(end=date(2024, 3, 31))),
            fact("CashBankOnHand", "2", period=DAY),
        ]
    )

    both = figures(facts, About(period=YEAR), has_group_pages=False).figures
    one = figures(facts, About(period=DAY), has_group_pages=False).figures

    assert [figure.value for figure in both] == [Decimal(1), Decimal(2)]
    assert [figure.value for figure in one] == [Decimal(2)]


def test_a_report_without_a_period_gives_every_one() -> None:
    older = Period(start=date(2012, 4, 1), end=date(2013, 3, 31))
    facts = tagged([fact("TurnoverRevenue", "1", period=older), fact("TurnoverRevenue", "2")])

    found = figures(facts, About(), has_group_pages=False).figures

    assert [one.period for one in found] == [older, YEAR]


def test_of_periods_that_end_together_the_reports_own_is_taken() -> None:
    half = Period(start=date(2024, 10, 1), end=date(2025, 3, 31))
    near = Period(end=date(2025, 3, 30))
    selected = select(
        fact("TurnoverRevenue", "6", period=half),
        fact("TurnoverRevenue", "12"),
        fact("CashBankOnHand", "1", period=near),
        fact("CashBankOnHand", "2", period=DAY),
    )

    assert [one.value for one in selected.figures] == [Decimal(12), Decimal(2)]


def test_years_of_fifty_two_weeks_may_end_some_days_off() -> None:
    near = Period(start=date(2024, 4, 3), end=date(2025, 4, 2))
    day = Period(end=date(2025, 4, 2))
    selected = select(
        fact("TurnoverRevenue", "12", period=near), fact("CashBankOnHand", "2", period=day)
    )

    assert [one.period for one in selected.figures] == [near, day]


def test_a_tag_without_a_number_or_a_period_gives_nothing() -> None:
    lost = Fact(
        family=Family.FRC,
        part="core",
        name="CashBankOnHand",
        unit="GBP",
        value=Decimal(1),
        fragment="tag=9",
    )

    assert select(fact("TurnoverRevenue", None), lost) == Selected(figures=(), notes=())


def test_names_of_another_family_or_part_mean_nothing() -> None:
    selected = select(
        fact("TurnoverRevenue", "1", family=Family.OTHER),
        fact("TurnoverRevenue", "1", part="business"),
        fact("CreditorsDueWithinOneYear", "2", family=Family.UK_GAAP_2009, period=DAY),
    )

    assert told(selected) == [(Scope.COMPANY, Measure.CREDITORS_WITHIN_ONE_YEAR, Decimal(2), 1.0)]


@pytest.mark.parametrize("dimensions", [(WITHIN,), (CURRENT,), (WITHIN, CURRENT)])
def test_creditors_are_told_apart_by_when_they_fall_due(
    dimensions: tuple[tuple[str, str], ...],
) -> None:
    selected = select(
        fact("Creditors", "5", *dimensions, period=DAY), fact("Creditors", "9", AFTER, period=DAY)
    )

    assert told(selected) == [
        (Scope.COMPANY, Measure.CREDITORS_WITHIN_ONE_YEAR, Decimal(5), 1.0),
        (Scope.COMPANY, Measure.CREDITORS_AFTER_ONE_YEAR, Decimal(9), 1.0),
    ]


def test_a_class_of_equity_or_a_fund_is_no_total() -> None:
    fund = ("CharityFundsDimension", "TotalUnrestrictedFunds")
    selected = select(
        fact("Equity", "1", ("EquityClassesDimension", "ShareCapital"), period=DAY),
        fact("Equity", "5", period=DAY),
        fact("CharityFunds", "2", fund, period=DAY, part="char"),
        fact("CharityFunds", "6", period=DAY, part="char"),
    )

    assert [one.value for one in selected.figures] == [Decimal(5), Decimal(6)]


def test_a_part_of_a_line_is_taken_only_where_no_other_part_is_told() -> None:
    owed = "AmountsOwedToGroupUndertakings"
    alone = select(fact(owed, "5", WITHIN, period=DAY))
    both = select(fact(owed, "5", WITHIN, period=DAY), fact(owed, "9", AFTER, period=DAY))
    elsewhere = select(
        fact(owed, "5", WITHIN, period=DAY),
        fact(owed, "9", AFTER, period=Period(end=date(2024, 3, 31))),
    )

    assert alone.figures[0].note == "due within one year, and none after is told"
    assert both.figures == ()
    assert [one.value for one in elsewhere.figures] == [Decimal(9), Decimal(5)]


def test_the_first_concept_of_a_line_that_is_there_is_taken() -> None:
    note = fact("IncreaseFromDepreciationChargeForYearPropertyPlantEquipment", "7")
    both = select(note, fact("DepreciationExpensePropertyPlantEquipment", "8"))
    alone = select(note)

    assert [one.value for one in both.figures] == [Decimal(8)]
    assert [(one.value, one.note) for one in alone.figures] == [
        (Decimal(7), "from the note on tangible assets")
    ]


def test_segments_are_never_summed_but_their_total_is_taken_where_nothing_better_stands() -> None:
    segments = (
        fact("TurnoverRevenue", "4", ("GeographicSegmentsDimension", "UnitedKingdom")),
        fact("TurnoverRevenue", "5", ("GeographicSegmentsDimension", "Europe")),
    )

    without = select(*segments)
    with_total = select(*segments, fact("TurnoverRevenue", "9", UK_TOTAL))
    plain = select(fact("TurnoverRevenue", "9", UK_TOTAL), fact("TurnoverRevenue", "10"))

    assert without.figures == ()
    assert [(one.value, one.note) for one in with_total.figures] == [
        (Decimal(9), "the total of all segments")
    ]
    assert [one.value for one in plain.figures] == [Decimal(10)]


def test_a_restated_amount_is_taken_only_where_no_other_stands() -> None:
    restated = fact(
        "Equity", "4", ("RestatementsFirstTimeAdoptionDimension", "RestatedAmount"), period=DAY
    )

    assert [(one.value, one.note) for one in select(restated).figures] == [
        (Decimal(4), "as restated")
    ]
    assert [one.value for one in select(restated, fact("Equity", "5", period=DAY)).figures] == [
        Decimal(5)
    ]


def test_a_cost_tagged_negative_is_a_cost_and_says_so() -> None:
    selected = select(fact("AdministrativeExpenses", "-7"), fact("ProfitLoss", "-7"))

    assert [(one.value, one.note) for one in selected.figures] == [
        (Decimal(7), "sign reversed: tagged negative, and costs are positive"),
        (Decimal(-7), ""),
    ]


def test_duplicates_that_agree_are_one_figure() -> None:
    selected = select(
        fact("TurnoverRevenue", "12000", decimals=-3, is_hidden=True),
        fact("TurnoverRevenue", "12345", is_hidden=True),
        fact("TurnoverRevenue", "12345"),
        fact("TurnoverRevenue", "12345", decimals=None),
    )

    assert [(one.value, one.fragment) for one in selected.figures] == [(Decimal(12345), "tag=3")]


@pytest.mark.parametrize(("value", "decimals"), [("12000", 0), ("14000", -3), ("12000", None)])
def test_duplicates_that_contradict_one_another_are_a_note_and_no_figure(
    value: str, decimals: int | None
) -> None:
    selected = select(
        fact("TurnoverRevenue", "12345"), fact("TurnoverRevenue", value, decimals=decimals)
    )
    (note,) = selected.notes

    assert selected.figures == ()
    assert note.words == (
        f"Turnover to 2025-03-31 is tagged as 12,345 and {int(value):,}; none is taken."
    )
    assert (note.scope, note.measure) == (Scope.COMPANY, Measure.TURNOVER)
    assert note.fragments == ("tag=1", "tag=2")


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (
            fact("TurnoverRevenue", "5", unit="EUR"),
            "Turnover is tagged with an amount in EUR, and not in pounds; it is not taken.",
        ),
        (
            fact("TurnoverRevenue", "1e30"),
            "Turnover is tagged with more than any company has; it is not taken.",
        ),
        (
            fact("AverageNumberEmployeesDuringPeriod", "5"),
            "Employees is tagged with a number of employees in GBP; it is not taken.",
        ),
    ],
)
def test_another_currency_or_a_sum_beyond_sense_is_a_note_and_no_figure(
    one: Fact, words: str
) -> None:
    selected = select(one)

    assert selected.figures == ()
    assert [(note.words, note.fragments) for note in selected.notes] == [(words, ("tag=1",))]


def test_employees_are_counted_and_not_paid_for() -> None:
    selected = select(fact("AverageNumberEmployeesDuringPeriod", "86", unit="pure"))

    assert [one.value for one in selected.figures] == [Decimal(86)]
