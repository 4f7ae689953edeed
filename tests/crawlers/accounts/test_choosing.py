from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawlers.accounts.choosing import choose
from crawlers.accounts.figure import Figure, Period
from crawlers.accounts.said import About
from db.records.accounts_words import HowRead, Measure, Scope
from tests.crawlers.accounts.choices import ABOUT, any_figures, chosen_of, words
from tests.crawlers.accounts.figures import BEFORE, figures, values


def test_group_and_company_stand_apart() -> None:
    chosen = chosen_of(tagged="company net_assets 955000", printed="group net_assets -23840000")

    assert values(chosen.figures) == {
        "company net_assets": 955000,
        "group net_assets": -23840000,
    }
    assert chosen.of(Scope.GROUP)[Measure.NET_ASSETS].read is HowRead.PRINTED
    assert chosen.notes == ()


def test_the_tag_wins_for_the_company_and_the_difference_is_told() -> None:
    chosen = chosen_of(tagged="company turnover 900000", printed="company turnover 950000")

    assert values(chosen.figures) == {"company turnover": 900000}
    assert chosen.figures[0].confidence < 0.9
    assert words(chosen) == [
        "Turnover of the company: tagged £900,000, printed £950,000; £900,000 is taken"
    ]
    assert chosen.notes[0].fragments == ("tagged=1", "printed=1")


def test_the_printed_consolidated_statement_wins_for_the_group() -> None:
    chosen = chosen_of(tagged="group turnover 900000", printed="group turnover 950000")

    assert values(chosen.figures) == {"group turnover": 950000}


def test_what_two_people_read_wins_over_what_was_recognised() -> None:
    chosen = chosen_of(scanned="group turnover 900000", keyed="group turnover 950000")

    assert values(chosen.figures) == {"group turnover": 950000}


def test_two_readers_that_agree_are_surer_than_either() -> None:
    chosen = chosen_of(tagged="group turnover 900000", printed="group turnover 900000")

    assert chosen.figures[0].confidence == pytest.approx(0.99)
    assert chosen.notes == ()


def test_one_reader_that_says_it_twice_is_no_surer() -> None:
    chosen = chosen_of(tagged="company turnover 900000\n company turnover 900000")

    assert chosen.figures[0].confidence == 0.9


def test_of_thousands_and_pounds_that_agree_the_pounds_are_taken() -> None:
    chosen = choose(
        tagged=figures("group turnover 27240615"),
        printed=figures("group turnover 27241000", HowRead.PRINTED, precision=3),
        about=ABOUT,
    )

    assert values(chosen.figures) == {"group turnover": 27240615}
    assert chosen.figures[0].read is HowRead.TAGGED
    assert chosen.notes == ()


def test_a_lost_sign_is_found_by_what_must_add_up() -> None:
    chosen = chosen_of(
        tagged="""
            company current_assets 10000
            company creditors_within_one_year 30488
            company net_current_assets 20488
        """,
        printed="company net_current_assets -20488",
    )

    assert chosen.of(Scope.COMPANY)[Measure.NET_CURRENT_ASSETS].value == -20488
    assert words(chosen) == [
        (
            "Net current assets of the company: tagged £20,488, printed -£20,488; they differ in "
            "sign only; -£20,488 is taken, with which the statement adds up"
        )
    ]


def test_one_proven_line_proves_the_next() -> None:
    chosen = chosen_of(
        tagged="""
            company equity 20488
            company net_assets 20488
            company total_assets_less_current_liabilities 20488
            company net_current_assets 20488
            company creditors_within_one_year 30488
            company current_assets 10000
        """,
        printed="""
            company equity -20488
            company net_assets -20488
            company total_assets_less_current_liabilities -20488
            company net_current_assets -20488
        """,
    )

    assert set(values(chosen.figures).values()) == {10000, 30488, -20488}
    assert chosen.of(Scope.COMPANY)[Measure.EQUITY].confidence == 0.9


@pytest.mark.parametrize(("tag", "print_"), [("-5000", "5000"), ("5000", "-5000")])
def test_an_undecided_sign_of_a_total_is_negative_and_less_sure(tag: str, print_: str) -> None:
    chosen = chosen_of(tagged=f"group net_assets {tag}", printed=f"group net_assets {print_}")

    assert values(chosen.figures) == {"group net_assets": -5000}
    assert chosen.figures[0].confidence == pytest.approx(0.54)


def test_an_undecided_sign_of_a_charge_is_the_tags() -> None:
    chosen = chosen_of(tagged="group tax 5000", printed="group tax -5000")

    assert values(chosen.figures) == {"group tax": 5000}


def test_a_line_of_the_notes_is_the_tags_of_a_group_too() -> None:
    chosen = chosen_of(tagged="group depreciation 80500", printed="group depreciation 82700")

    assert values(chosen.figures) == {"group depreciation": 80500}


def test_what_adds_up_wins_over_the_ruling_reader() -> None:
    chosen = chosen_of(
        tagged="""
            company turnover 900000
            company cost_of_sales 400000
            company gross_profit 50000
        """,
        printed="company gross_profit 500000",
    )

    assert chosen.of(Scope.COMPANY)[Measure.GROSS_PROFIT].value == 500000


def test_two_values_that_add_up_in_different_ways_prove_nothing() -> None:
    chosen = chosen_of(
        tagged="""
            company net_assets 700
            company equity 700
            company total_assets_less_current_liabilities 900
        """,
        printed="company net_assets 900",
    )

    assert chosen.of(Scope.COMPANY)[Measure.NET_ASSETS].value == 700
    assert chosen.of(Scope.COMPANY)[Measure.NET_ASSETS].confidence < 0.6


def test_a_value_with_which_one_total_holds_and_another_fails_is_not_proven() -> None:
    chosen = chosen_of(
        tagged="""
            company current_assets 1000
            company creditors_within_one_year 300
            company fixed_assets 50
            company total_assets_less_current_liabilities 600
            company net_current_assets 650
        """,
        printed="company net_current_assets 700",
    )

    assert chosen.of(Scope.COMPANY)[Measure.NET_CURRENT_ASSETS].value == 650


def test_a_reader_that_contradicts_itself_gives_nothing() -> None:
    chosen = chosen_of(tagged="company turnover 900000\n company turnover 800000")

    assert chosen.figures == ()
    assert chosen.contradictory == {(Scope.COMPANY, Measure.TURNOVER)}
    assert words(chosen) == [
        "Turnover of the company: tagged £900,000, tagged £800,000; none is taken"
    ]


def test_another_reader_decides_between_the_two_values_of_one() -> None:
    chosen = chosen_of(
        tagged="company turnover 900000\n company turnover 800000",
        printed="company turnover 800000",
    )

    assert values(chosen.figures) == {"company turnover": 800000}
    assert chosen.contradictory == frozenset()


def test_two_opposite_tags_of_one_line_decide_nothing() -> None:
    chosen = chosen_of(tagged="company net_assets 5000\n company net_assets -5000")

    assert chosen.figures == ()


def test_comparatives_are_kept_apart_and_weighed_alike() -> None:
    chosen = choose(
        tagged=(
            *figures("company turnover 900000"),
            *figures("company turnover 700000", period=BEFORE),
        ),
        printed=figures("company turnover 750000", HowRead.PRINTED, BEFORE),
        about=ABOUT,
    )

    assert values(chosen.figures) == {"company turnover": 900000}
    assert {key: figure.value for key, figure in chosen.before(Scope.COMPANY).items()} == {
        Measure.TURNOVER: 700000
    }
    assert chosen.previous == BEFORE
    assert words(chosen) == [
        (
            "For the period before: Turnover of the company: tagged £700,000, printed £750,000; "
            "£700,000 is taken"
        )
    ]


def test_figures_of_other_periods_are_left_out() -> None:
    quarter = Period(start=date(2020, 4, 1), end=date(2020, 6, 30))

    chosen = choose(tagged=figures("company turnover 200000", period=quarter), about=About())
    with_year = choose(
        tagged=(
            *figures("company turnover 200000", period=quarter),
            *figures("company turnover 900000"),
        ),
        about=About(),
    )

    assert chosen.period == quarter
    assert values(with_year.figures) == {"company turnover": 900000}


def test_nothing_is_chosen_of_nothing() -> None:
    chosen = choose(about=About())

    assert (chosen.figures, chosen.comparatives, chosen.period) == ((), (), None)


@given(st.lists(any_figures(), max_size=12))
def test_whatever_is_read_each_line_has_at_most_one_value_that_somebody_read(
    several: list[tuple[Figure, ...]],
) -> None:
    read = [figure for each in several for figure in each]

    chosen = choose(tagged=read, about=ABOUT)

    for column in (chosen.figures, chosen.comparatives):
        assert len({(figure.scope, figure.measure) for figure in column}) == len(column)
    offered = {(figure.scope, figure.measure, abs(figure.value)) for figure in read}
    for figure in (*chosen.figures, *chosen.comparatives):
        assert (figure.scope, figure.measure, abs(figure.value)) in offered
        assert 0 <= figure.confidence <= 1
    assert not {(figure.scope, figure.measure) for figure in chosen.figures} & chosen.contradictory


@given(st.lists(any_figures(), max_size=8))
def test_the_order_in_which_readers_are_heard_changes_nothing(
    several: list[tuple[Figure, ...]],
) -> None:
    one_each = {
        (figure.scope, figure.measure, figure.read, figure.period.end): figure
        for each in several
        for figure in each
    }
    heard = list(one_each.values())

    forth = choose(tagged=heard, about=ABOUT)
    back = choose(tagged=heard[::-1], about=ABOUT)

    assert values(forth.figures) == values(back.figures)
