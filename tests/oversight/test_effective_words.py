"""What belongs to whom is said in words that need no legend, and never more than is known."""

from oversight.bands import Low
from oversight.effective import EffectiveShare
from oversight.share_parts import High
from oversight.wording.effective_shares import effective_words


def said(low: Low, high: High, owner: str = "09000001") -> str:
    names = {"09000001": "Example Holdings Ltd", "09000002": "Example Care Ltd"}
    share = EffectiveShare(owner=owner, company="09000002", low=low, high=high)
    return effective_words(share, names.__getitem__)


def test_both_ends_are_said_and_whether_they_belong() -> None:
    assert said(Low(0.375, True), High(0.75, True)) == (
        "more than 37.5% and less than 75% of Example Care Ltd belongs in the end to"
        " Example Holdings Ltd, by published shares"
    )


def test_ends_are_rounded_outwards() -> None:
    assert said(Low(0.132651, False), High(0.5625001, False)).startswith(
        "at least 13.26% and at most 56.26% of"
    )


def test_the_whole_as_upper_end_is_left_unsaid() -> None:
    assert said(Low(0.5625, False), High(1, False)).startswith("at least 56.25% of Example Care")


def test_nothing_as_lower_end_is_left_unsaid() -> None:
    assert said(Low(0, False), High(0.5, False)).startswith("at most 50% of Example Care")


def test_less_than_the_whole_is_said() -> None:
    assert said(Low(0, True), High(1, True)).startswith("more than 0% and less than 100% of")


def test_one_share_is_said_once() -> None:
    assert said(Low(0.52, False), High(0.52, False)).startswith("52% of Example Care Ltd")


def test_what_may_be_anything_is_not_published() -> None:
    assert said(Low(0, False), High(1, False)) == (
        "what part of Example Care Ltd belongs in the end to Example Holdings Ltd is not"
        " published: any, or none"
    )


def test_a_person_is_not_named() -> None:
    sentence = said(Low(0.75, False), High(1, False), "other:ann example of 09000002")

    assert sentence == (
        "at least 75% of Example Care Ltd belongs in the end to a person, trust or public body,"
        " by published shares"
    )
