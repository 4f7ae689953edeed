"""Of each member of a group it is said what part of it is the head's, or why that is not known."""

from oversight.bands import Band
from oversight.member_shares import MemberShares
from tests.oversight.owning import HALF, MOST, QUARTER, owned, stake

BELONGS, PUBLISHED = "belongs in the end to", "by published shares."
SOMEBODY = "a person, trust or public body"
NAMES = {"1": "Example Topco", "2": "Example Bidco", "3": "Example Care"}


def shares(*stakes: tuple[str, str, Band | float]) -> MemberShares:
    return MemberShares(ownership=owned(*(stake(*one) for one in stakes)), names=NAMES)


def test_of_a_member_the_heads_part_is_told_and_nobody_elses() -> None:
    found = shares(("1", "2", MOST), ("2", "3", HALF), ("other:ann of 3", "3", QUARTER))

    assert found.of("1", "3") == [
        f"more than 37.5% and less than 75% of Example Care {BELONGS} Example Topco, {PUBLISHED}"
    ]


def test_of_the_head_every_outside_owners_part_is_told() -> None:
    found = shares(("undertaking:example fund/jersey", "1", HALF), ("other:ann of 1", "1", QUARTER))

    assert found.of("1", "1") == [
        f"more than 50% and less than 75% of Example Topco {BELONGS} example fund, {PUBLISHED}",
        f"more than 25% and less than 50% of Example Topco {BELONGS} {SOMEBODY}, {PUBLISHED}",
    ]


def test_a_part_is_known_though_the_head_itself_is_owned() -> None:
    found = shares(("other:ann of 1", "1", MOST), ("1", "3", MOST))

    assert found.of("1", "3") == [
        "at least 75% of Example Care belongs in the end to Example Topco, by published shares."
    ]


def test_where_no_shares_are_published_that_is_why() -> None:
    found = shares(("2", "3", MOST))

    assert found.of("1", "1") == []
    assert found.why_not("1", "1") == "no shares of it are published"
    assert found.why_not("1", "2") == "no shares of it are published"


def test_where_shares_lead_elsewhere_that_is_why() -> None:
    found = shares(("2", "3", MOST))

    assert found.of("1", "3") == []
    assert found.why_not("1", "3") == (
        "no share in it is published through which Example Topco has any"
    )


def test_of_companies_that_own_each_other_the_loop_is_why() -> None:
    found = shares(("1", "2", 1), ("2", "1", 1))

    assert found.of("1", "1") == []
    assert found.why_not("1", "1") == "closed loop, no outside owner"
