"""Decisions taken together: same is union, not the same a barrier, and exceptions are excepted."""

from datetime import date

from oversight.decisions import NO_DECISIONS, OwnerRuling
from tests.oversight.decisions.deciding import (
    CHARITY,
    DAY,
    FIRST,
    NOT,
    SAME,
    UNDECIDED,
    A,
    B,
    decided,
    decision,
)


def test_of_an_owner_that_nobody_decided_about_nothing_is_said() -> None:
    assert NO_DECISIONS.about("larkmoor", DAY) == OwnerRuling()
    assert NO_DECISIONS.about("larkmoor", DAY).says_nothing is True


def test_an_owner_that_is_decided_to_be_a_company_is_that_company() -> None:
    said = decision("Larkmoor Care Ltd", SAME, A)
    ruling = decided(said).about("larkmoor care", DAY)

    assert (ruling.same, ruling.evidence) == (A, (said,))
    assert ruling.says_nothing is False


def test_a_decision_says_nothing_of_days_on_which_it_does_not_hold() -> None:
    held = decided(decision("Larkmoor", SAME, A, valid_to=date(2020, 1, 1)))

    assert held.about("larkmoor", date(2019, 12, 31)).same == A
    assert held.about("larkmoor", date(2020, 1, 1)).says_nothing is True


def test_one_text_may_be_one_company_and_later_another() -> None:
    turn = date(2020, 1, 1)
    held = decided(
        decision("Larkmoor", SAME, A, valid_to=turn),
        decision("Larkmoor", SAME, B, valid_from=turn),
    )

    assert held.contradictions == ()
    assert held.about("larkmoor", date(2019, 1, 1)).same == A
    assert held.about("larkmoor", turn).same == B


def test_companies_that_are_decided_to_be_one_are_the_same_for_every_owner() -> None:
    link = decision(A, SAME, B)
    held = decided(decision("Larkmoor", SAME, A), decision("Fernhollow", SAME, B), link)

    larkmoor = held.about("larkmoor", DAY)

    assert (larkmoor.same, larkmoor.also) == (A, {B})
    assert held.about("fernhollow", DAY).same == B
    assert held.contradictions == ()


def test_a_company_counts_before_the_charity_that_it_also_is() -> None:
    larkmoor, also = decision("Larkmoor", SAME, CHARITY), decision("Larkmoor", SAME, A)
    other = decision("Larkmoor Trust", SAME, CHARITY)
    held = decided(larkmoor, also, other)
    reached = held.about("larkmoor trust", DAY)

    assert held.about("larkmoor", DAY).same == A
    assert (reached.same, reached.also) == (A, {CHARITY})
    assert set(reached.evidence) == {larkmoor, also, other}


def test_a_barrier_stands_before_everything_that_is_one_with_what_it_names() -> None:
    barrier = decision("Fernhollow", NOT, CHARITY)
    held = decided(decision("Larkmoor", SAME, CHARITY), decision("Larkmoor", SAME, A), barrier)
    fernhollow = held.about("fernhollow", DAY)

    assert (fernhollow.same, fernhollow.refused) == (None, {A, CHARITY})
    assert fernhollow.apart == {"larkmoor"}
    assert fernhollow.evidence == (barrier,)
    assert held.about("larkmoor", DAY).apart == {"fernhollow"}


def test_what_is_left_undecided_waits_for_a_person() -> None:
    ruling = decided(decision("Larkmoor", UNDECIDED, A)).about("larkmoor", DAY)

    assert (ruling.same, ruling.undecided) == (None, {A})
    assert ruling.says_nothing is False


def test_what_one_person_left_open_another_may_have_decided() -> None:
    held = decided(
        decision("Larkmoor", SAME, A),
        decision("Larkmoor", UNDECIDED, A, valid_to=date(2027, 1, 1), decided_by="Ben Reviewer"),
    )

    assert held.about("larkmoor", DAY).same == A
    assert held.about("larkmoor", DAY).undecided == frozenset()


def test_a_later_answer_to_the_same_question_replaces_an_earlier_one() -> None:
    first = decision("Larkmoor", SAME, A)
    later = decision("LARKMOOR LTD", NOT, A, hour=1, decided_by="Ben Reviewer")
    held = decided(later, first)

    assert held.in_force == (later,)
    assert held.about("larkmoor", DAY).refused == {A}
    assert held.contradictions == ()
    assert set(held.taken) == {first, later}


def test_of_two_answers_of_one_moment_the_one_kept_last_counts() -> None:
    first, second = decision("Larkmoor", SAME, A), decision("Larkmoor", UNDECIDED, A)

    assert decided(first, second).in_force == (second,)


def test_what_was_decided_later_than_a_moment_was_not_known_then() -> None:
    first, later = decision("Larkmoor", SAME, A), decision("Larkmoor", NOT, A, hour=1)

    assert decided(first, later).of((first, later), FIRST).in_force == (first,)


def test_an_exception_takes_its_setting_out_of_what_is_decided_about_the_text() -> None:
    held = decided(
        decision("Larkmoor", SAME, A), decision("Larkmoor", SAME, B, "SC000001", "SC000002")
    )

    assert held.contradictions == ()
    assert held.about("larkmoor", DAY).same == A
    assert held.about("larkmoor", DAY, "SC000001").same == B
    assert held.about("larkmoor", DAY, "SC000003").same == A


def test_a_setting_may_be_excepted_from_a_company_and_be_nobodys_else() -> None:
    held = decided(decision("Larkmoor", SAME, A), decision("Larkmoor", NOT, A, "SC000001"))
    excepted = held.about("larkmoor", DAY, "SC000001")

    assert (excepted.same, excepted.refused) == (None, {A})
    assert held.contradictions == ()


def test_a_setting_that_is_left_undecided_by_itself_waits_alone() -> None:
    held = decided(decision("Larkmoor", SAME, A), decision("Larkmoor", UNDECIDED, A, "SC000001"))

    assert held.about("larkmoor", DAY, "SC000001").undecided == {A}
    assert held.about("larkmoor", DAY, "SC000001").same is None
    assert held.about("larkmoor", DAY).same == A


def test_what_is_decided_of_the_text_holds_for_a_setting_whose_exception_is_about_another() -> None:
    held = decided(decision("Larkmoor", SAME, A), decision("Larkmoor", NOT, B, "SC000001"))
    excepted = held.about("larkmoor", DAY, "SC000001")

    assert (excepted.same, excepted.refused) == (A, {B})


def test_two_owners_that_are_persons_are_two_owners() -> None:
    held = decided(
        decision("Ann Other", SAME, "person"),
        decision("Ben Other", SAME, "person"),
        decision("Ann Other", NOT, A),
    )

    assert held.about("ann other", DAY).same == "person"
    assert held.about("ben other", DAY).refused == frozenset()


def test_an_owner_that_no_register_names_may_be_decided_to_be_none() -> None:
    assert decided(decision("Larkmoor", SAME, "none")).about("larkmoor", DAY).same == "none"


def test_the_companies_that_anybody_decided_about_are_known() -> None:
    held = decided(
        decision("Larkmoor", NOT, A), decision("Larkmoor", SAME, CHARITY), decision(B, NOT, A)
    )

    assert held.companies == {"09000001", "09000002"}
