"""A decision says something about somebody on some day, or it is refused."""

from datetime import date, datetime
from typing import Any

import pytest

from oversight.decisions import ImpossibleDecisionError, Verdict
from tests.oversight.decisions.deciding import FIRST, NOT, SAME, A, B, decision


def refusal(**said: Any) -> tuple[tuple[str, str], ...]:
    text, subject = said.pop("text", "Larkmoor Care"), said.pop("subject", A)
    with pytest.raises(ImpossibleDecisionError) as refused:
        decision(text, SAME, subject, *said.pop("urns", ()), **said)
    return refused.value.problems


def test_a_text_is_the_same_however_its_case_and_spaces_are_written() -> None:
    one = decision("Larkmoor  Care Ltd", SAME, A)
    other = decision("LARKMOOR CARE LTD ", NOT, A)

    assert one.about == "owner:larkmoor care"
    assert one.question == other.question


def test_of_two_companies_it_is_the_same_question_either_way_round() -> None:
    assert decision(A, SAME, B).question == decision(B, SAME, A).question


def test_other_days_and_other_settings_are_other_questions() -> None:
    always = decision("Larkmoor", SAME, A)

    assert always.question != decision("Larkmoor", SAME, A, "SC000001").question
    assert always.question != decision("Larkmoor", SAME, A, valid_from=date(2020, 1, 1)).question


def test_a_decision_holds_from_its_first_day_until_the_day_before_its_last() -> None:
    held = decision("Larkmoor", SAME, A, valid_from=date(2020, 1, 1), valid_to=date(2021, 1, 1))
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]

    assert [held.holds_on(day) for day in days] == [False, True, True, False]


def test_the_words_of_a_verdict_are_those_that_people_write() -> None:
    assert [str(one) for one in Verdict] == ["Same", "Not the same", "Undecided"]


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"text": " . "}, ("owner_text", "is blank: a blank owner is nobody")),
        ({"subject": "1234567"}, ("subject", "is written 'company:01234567'")),
        ({"text": A}, ("subject", "is what stands in owner_text")),
        (
            {"text": A, "subject": "none"},
            ("subject", "is 'none', which only an owner's text can be"),
        ),
        (
            {"urns": ["home 1"]},
            ("urns", "holds what is no URN; one looks like SC123456 or 1234567"),
        ),
        (
            {"text": B, "urns": ["SC000001"]},
            ("urns", "must be blank where the owner's text is not what is decided about"),
        ),
        (
            {"valid_from": date(2020, 1, 1), "valid_to": date(2020, 1, 1)},
            ("valid_to", "is no later than valid_from: it would hold on no day"),
        ),
        ({"decided_by": " "}, ("decided_by", "is blank")),
        ({"reason": ""}, ("reason", "is blank")),
        (
            {"cite": "the accounts"},
            ("cite", "is neither a citation (sha256:HASH#PLACE) nor an address (https://…)"),
        ),
    ],
)
def test_a_decision_that_says_nothing_is_refused_by_its_field(
    said: dict[str, Any], problem: tuple[str, str]
) -> None:
    assert refusal(**said) == (problem,)


def test_everything_that_is_wrong_with_a_decision_is_told_at_once() -> None:
    found = refusal(text="", subject="somebody", decided_by="")

    assert [field for field, _ in found] == ["owner_text", "subject", "decided_by"]


def test_a_decision_without_a_time_zone_is_refused() -> None:
    somewhen: datetime = FIRST.replace(tzinfo=None)
    with pytest.raises(ImpossibleDecisionError, match="decided_at: has no time zone"):
        type(decision("x", SAME, A))(
            owner_text="x",
            subject=A,
            verdict=SAME,
            decided_by="Ann",
            decided_at=somewhen,
            reason="So.",
        )
