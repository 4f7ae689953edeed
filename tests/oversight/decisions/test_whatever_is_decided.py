"""What holds of any decisions whatever, in whatever order they are given."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from oversight.decisions import Decision, Decisions, OwnerRuling
from tests.oversight.decisions.deciding import CHARITY, NOT, SAME, UNDECIDED, A, B, decision

TEXTS = ("larkmoor", "fernhollow", "ashdene", "brackenfold")
SUBJECTS = (A, B, CHARITY, "none")
TURNS = (None, date(2019, 1, 1), date(2020, 1, 1))
DAYS = (date(2018, 1, 1), date(2019, 6, 1), date(2021, 1, 1))
URN = "SC000001"

verdicts = st.sampled_from((SAME, SAME, NOT, UNDECIDED))
turns = st.sampled_from(TURNS)
about_texts = st.tuples(
    st.sampled_from(TEXTS), st.sampled_from(SUBJECTS), st.sampled_from(((), (), (URN,)))
)
about_companies = st.tuples(st.just(A), st.sampled_from((B, CHARITY)), st.just(()))


@st.composite
def any_decisions(draw: st.DrawFn) -> list[Decision]:
    """Up to ten decisions about four texts and a company, no two of one moment."""
    found: list[Decision] = []
    for hour in range(draw(st.integers(0, 10))):
        text, subject, urns = draw(st.one_of(about_texts, about_texts, about_companies))
        first, last = draw(turns), draw(turns)
        found.append(
            decision(
                text,
                draw(verdicts),
                subject,
                *urns,
                hour=hour,
                valid_from=first,
                valid_to=None if first and last and first >= last else last,
            )
        )
    return found


def rulings(held: Decisions) -> dict[tuple[str, date, str | None], OwnerRuling]:
    return {
        (text, day, urn): held.about(text, day, urn)
        for text in TEXTS
        for day in DAYS
        for urn in (None, URN)
    }


def everything(ruling: OwnerRuling) -> frozenset[str]:
    """All that an owner is."""
    return ruling.also | {ruling.same} if ruling.same else ruling.also


def applied(held: Decisions) -> list[tuple[object, ...]]:
    return [(r.same, r.also, r.refused, r.apart) for r in rulings(held).values()]


@given(any_decisions(), st.randoms())
def test_the_order_in_which_decisions_are_given_does_not_matter(
    given_: list[Decision], chance: Random
) -> None:
    shuffled = chance.sample(given_, len(given_))

    assert rulings(Decisions.of(given_)) == rulings(Decisions.of(shuffled))


@given(any_decisions())
def test_owners_that_share_a_subject_are_the_same_in_everything(given_: list[Decision]) -> None:
    held = Decisions.of(given_)
    for day in DAYS:
        all_of = [everything(held.about(text, day)) - {"none"} for text in TEXTS]

        assert all(one == other for one in all_of for other in all_of if one & other)


@given(any_decisions())
def test_a_barrier_is_never_crossed(given_: list[Decision]) -> None:
    held = Decisions.of(given_)
    for (text, day, urn), ruling in rulings(held).items():
        assert not everything(ruling) & ruling.refused
        assert text not in ruling.apart or urn is not None
        for other in ruling.apart - {text}:
            assert not everything(ruling) & everything(held.about(other, day)) - {"none"}


@given(any_decisions())
def test_a_contradiction_applies_to_nobody(given_: list[Decision]) -> None:
    held = Decisions.of(given_)
    for ruling in rulings(held).values():
        rests_on = {one.verdict for one in ruling.evidence if one not in held.reopened}

        assert ruling.same is None or SAME in rests_on
        assert not ruling.refused or NOT in rests_on


@given(any_decisions())
def test_what_is_reopened_is_as_if_it_had_been_left_undecided(given_: list[Decision]) -> None:
    held = Decisions.of(one for one in given_ if not one.urns)
    left_open = Decisions.of(
        replace(one, verdict=UNDECIDED) if one in held.reopened else one for one in held.in_force
    )

    assert left_open.contradictions == ()
    assert applied(left_open) == applied(held)


@given(any_decisions())
def test_without_a_contradiction_every_decision_is_applied(given_: list[Decision]) -> None:
    held = Decisions.of(given_)
    for day in DAYS:
        for one in held.in_force:
            if one in held.reopened or not one.is_about_a_text or not one.holds_on(day):
                continue
            ruling = held.about(one.about.removeprefix("owner:"), day, next(iter(one.urns), None))

            assert (
                one.subject
                in {
                    SAME: everything(ruling),
                    NOT: ruling.refused,
                    UNDECIDED: ruling.undecided | everything(ruling) | ruling.refused,
                }[one.verdict]
            )


@given(any_decisions())
def test_a_contradiction_needs_two_that_say_the_same_or_one_that_denies_it(
    given_: list[Decision],
) -> None:
    for found in Decisions.of(given_).contradictions:
        said = [one.verdict for one in found.decisions]

        assert UNDECIDED not in said
        assert said.count(NOT) == 1 or (NOT not in said and len(said) > 1)


@given(any_decisions())
def test_case_and_spaces_change_nothing(given_: list[Decision]) -> None:
    written = [
        replace(one, owner_text=f"  {one.owner_text.upper()} LTD. ") if one.is_about_a_text else one
        for one in given_
    ]

    assert applied(Decisions.of(written)) == applied(Decisions.of(given_))
