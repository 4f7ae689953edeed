"""What belongs in the end to whom, by published shares: the truth is never outside the bounds."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from oversight.bands import Band, Low
from oversight.effective import EffectiveShare, Loop
from oversight.share_parts import High
from oversight.shares_held import ShareStake
from tests.oversight.owning import (
    COMPANIES,
    HALF,
    MOST,
    OUTSIDE,
    QUARTER,
    Truth,
    owned,
    published,
    stake,
    told,
    truly,
    truths,
)

stakes = st.builds(
    stake,
    st.sampled_from(OUTSIDE + COMPANIES),
    st.sampled_from(COMPANIES),
    st.sampled_from([QUARTER, HALF, MOST, Band(0.25, True, 1, False), Band(0.75, True, 0.5, True)]),
)
registers = st.lists(stakes, max_size=18, unique_by=lambda one: (one.holder, one.company))


def test_what_is_held_by_two_ways_is_added_up() -> None:
    ownership = owned(
        stake("A", "B1", 1), stake("A", "B2", 0.8), stake("B1", "C", 0.2), stake("B2", "C", 0.4)
    )

    assert told(ownership, "C") == {"A": (0.52, 0.52)}


def test_in_a_circle_everything_belongs_to_those_outside_it() -> None:
    ownership = owned(
        stake("A", "C", 0.5), stake("B", "C", 0.5), stake("C", "A", 0.5), stake("X", "A", 0.5)
    )

    assert told(ownership, "C") == {
        "B": (0.666666667, 0.666666667),
        "X": (0.333333333, 0.333333333),
    }
    assert told(ownership, "A") == {
        "X": (0.666666667, 0.666666667),
        "B": (0.333333333, 0.333333333),
    }


def test_a_holder_in_a_circle_has_no_part_of_what_comes_back_to_it() -> None:
    circle = owned(
        stake("A", "C", 0.5), stake("B", "C", 0.5), stake("C", "A", 0.5), stake("X", "A", 0.5)
    )

    assert told(circle.under("A"), "C") == {"A": (0.5, 0.5), "B": (0.5, 0.5)}


def test_three_bare_majorities_on_end_are_an_eighth() -> None:
    chain = owned(stake("A", "B", 0.51), stake("B", "C", 0.51), stake("C", "D", 0.51))

    assert told(chain, "D") == {"A": (0.132651, 0.132651)}


def test_a_band_times_a_band_has_an_end_where_both_have_it() -> None:
    """Less than three quarters, times at most the whole, is less than three quarters."""
    ownership = owned(stake("A", "B", MOST), stake("B", "C", HALF))

    assert ownership.of_company("C") == (
        EffectiveShare(owner="A", company="C", low=Low(0.375, True), high=High(0.75, True)),
    )


def test_two_bands_that_have_their_ends_keep_them() -> None:
    ownership = owned(stake("A", "B", MOST), stake("B", "C", MOST))

    assert ownership.of_company("C") == (
        EffectiveShare(owner="A", company="C", low=Low(0.5625, False), high=High(1, False)),
    )


def test_nobody_has_more_than_what_the_others_leave() -> None:
    three = owned(*(stake(holder, "C", QUARTER) for holder in OUTSIDE))

    assert three.of_company("C") == tuple(
        EffectiveShare(owner=one, company="C", low=Low(0.25, True), high=High(0.5, True))
        for one in OUTSIDE
    )


def test_what_others_leave_bounds_what_is_held_further_down_too() -> None:
    ownership = owned(
        stake("X", "A", MOST), stake("A", "C", Band(0.25, True, 1, False)), stake("Y", "C", 0.5)
    )

    assert told(ownership, "C") == {"Y": (0.5, 0.5), "X": (0.1875, 0.5)}


def test_companies_that_have_all_of_each_other_are_a_closed_loop() -> None:
    loop = owned(stake("1", "2", 1), stake("2", "1", 1), stake("1", "3", MOST))

    assert loop.loops == (Loop(companies=("1", "2"), is_closed=True),)
    assert loop.loops[0].words == "closed loop, no outside owner"
    assert told(loop, "1") == told(loop, "3") == {}


def test_a_circle_in_bands_may_have_owners_that_nobody_publishes() -> None:
    loop = owned(stake("1", "2", MOST), stake("2", "1", MOST))

    assert loop.loops == (Loop(companies=("1", "2"), is_closed=False),)
    assert loop.loops[0].words == "closed loop, no outside owner is published"


def test_a_company_that_holds_itself_is_a_loop_only_where_nobody_else_is_entered() -> None:
    itself = owned(stake("1", "1", MOST))
    beside = owned(stake("1", "1", 0.5), stake("X", "1", 0.5))

    assert itself.loops == (Loop(companies=("1",), is_closed=False),)
    assert beside.loops == ()
    assert told(beside, "1") == {"X": (1, 1)}


def test_a_circle_with_somebody_outside_is_no_closed_loop() -> None:
    circle = owned(stake("1", "2", MOST), stake("2", "1", HALF), stake("X", "1", QUARTER))

    assert circle.loops == ()
    assert told(circle, "2") == {"X": (0.3, 1)}


def test_a_loop_that_leaks_less_than_can_be_told_is_closed() -> None:
    loop = owned(stake("1", "2", 1), stake("2", "1", 1 - 1e-10), stake("X", "1", 1e-10))

    assert [one.is_closed for one in loop.loops] == [True]


def test_two_holders_of_three_quarters_bound_nothing_and_the_register_is_named() -> None:
    ownership = owned(stake("X", "C", MOST), stake("Y", "C", MOST), stake("C", "D", HALF))

    assert ownership.contradicted == {"C"}
    assert told(ownership, "C") == {"X": (0, 1), "Y": (0, 1)}
    assert told(ownership, "D") == {"X": (0, 0.75), "Y": (0, 0.75)}


def test_more_than_a_quarter_beside_three_quarters_is_more_than_the_whole() -> None:
    assert owned(stake("X", "C", MOST), stake("Y", "C", QUARTER)).contradicted == {"C"}


def test_a_parent_entered_beside_its_subsidiary_may_have_nothing_besides() -> None:
    ownership = owned(stake("X", "B", MOST), stake("B", "C", MOST), stake("X", "C", MOST))

    assert ownership.contradicted == frozenset()
    assert told(ownership, "C") == {"X": (0.5625, 1)}


def test_a_holder_who_owns_another_by_way_of_the_company_itself_counts_apart() -> None:
    ownership = owned(stake("A", "C", 0.5), stake("B", "C", 0.5), stake("C", "A", 0.5))

    assert told(ownership, "C") == {"B": (0.666666667, 0.666666667)}


def test_a_company_of_which_nothing_is_published_has_no_known_owner() -> None:
    assert owned(stake("A", "B", MOST)).of_company("A") == ()


def test_below_a_holder_others_that_hold_there_are_owners_beside_it() -> None:
    ownership = owned(
        stake("X", "A", MOST), stake("A", "B", HALF), stake("B", "C", 0.5), stake("D", "C", 0.5),
        stake("Y", "D", 1),
    )  # fmt: skip

    assert told(ownership.under("A"), "C") == {"D": (0.5, 0.5), "A": (0.25, 0.375)}
    assert told(ownership.under("A"), "A") == {}


def test_a_chain_of_sixty_and_a_hub_of_nine_thousand_are_no_trouble() -> None:
    chain = [stake(f"{n:08}", f"{n + 1:08}", MOST) for n in range(60)]
    hub = [stake("00000060", f"H{n:07}", MOST) for n in range(9_000)]

    (share,) = owned(*chain, *hub).of_company("H0008999")

    assert share.owner == "00000000"
    assert (share.low.share, share.high.share) == (pytest.approx(0.75**61), 1)


def test_a_company_that_is_its_own_grandparent_is_owned_from_outside() -> None:
    ring = [stake("1", "2", 0.5), stake("2", "3", 0.5), stake("3", "1", 0.5)]
    outside = [stake("X", "1", 0.5), stake("Y", "2", 0.5), stake("Z", "3", 0.5)]

    assert told(owned(*ring, *outside), "3") == {
        "Z": (0.571428571, 0.571428571),
        "Y": (0.285714286, 0.285714286),
        "X": (0.142857143, 0.142857143),
    }


@given(truths())
def test_the_truth_lies_within_the_bounds(truth: Truth) -> None:
    ownership = owned(*published(truth))

    for owner in OUTSIDE:
        true = truly(truth, owner)
        for company in COMPANIES:
            shares = {one.owner: one for one in ownership.of_company(company)}
            if owner not in shares:
                assert true[company] == 0
            else:
                assert shares[owner].low.share <= true[company] + 1e-9
                assert shares[owner].high.share >= true[company] - 1e-9


@given(truths())
def test_an_open_end_is_never_the_truth(truth: Truth) -> None:
    ownership = owned(*published(truth))

    for company in COMPANIES:
        for one in ownership.of_company(company):
            true = truly(truth, one.owner)[company] if one.owner in OUTSIDE else None
            if true is not None:
                assert not (one.low.is_open and true < one.low.share + 1e-12)
                assert not (one.high.is_open and true > one.high.share - 1e-12)


@given(truths(), st.data())
def test_narrower_bands_give_narrower_bounds(truth: Truth, data: st.DataObject) -> None:
    wide = published(truth)
    narrow = [
        stake(one.holder, one.company, truth[one.holder, one.company] / 100)
        if data.draw(st.booleans())
        else one
        for one in wide
    ]

    for company in COMPANIES:
        before, after = told(owned(*wide), company), told(owned(*narrow), company)
        for owner in before.keys() & after.keys():
            assert before[owner][0] <= after[owner][0] + 1e-6
            assert before[owner][1] >= after[owner][1] - 1e-6


@given(registers)
def test_what_outside_owners_have_at_least_is_never_more_than_the_whole(
    register: list[ShareStake],
) -> None:
    ownership = owned(*register)

    for company in COMPANIES:
        shares = ownership.of_company(company)
        assert sum(one.low.share for one in shares) <= 1 + 1e-9
        assert all(0 <= one.low.share <= one.high.share + 1e-9 <= 1 + 2e-9 for one in shares)


@given(registers, st.randoms(use_true_random=False))
def test_other_numbers_and_another_order_change_nothing(
    register: list[ShareStake], random: Random
) -> None:
    names = [*OUTSIDE, *COMPANIES]
    others = dict(zip(names, sorted(names, key=lambda _: random.random()), strict=True))
    renamed = [stake(others[one.holder], others[one.company], one.band) for one in register]
    random.shuffle(renamed)
    first, second = owned(*register), owned(*renamed)

    assert {others[one] for one in first.contradicted} == second.contradicted
    for company in COMPANIES:
        before, after = told(first, company), told(second, others[company])
        assert {
            others[one]: pytest.approx(share, abs=1e-6) for one, share in before.items()
        } == after
