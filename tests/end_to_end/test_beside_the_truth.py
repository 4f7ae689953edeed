"""Nothing escapes the comparison with the truth but what is listed, with the reason."""

from datetime import date

import pytest

from db.records import KINDS, PreviousName, Record, SicCode
from tests.crawlers.rehearsal.two_councils import WORLD
from tests.end_to_end.beside import Asked, differences
from tests.end_to_end.left_out import BY_LINE, DATED_WHEN_FETCHED, KINDS_LEFT_OUT, LEFT_OUT, OF_SOME
from tests.end_to_end.published_truth import PUBLISHED

FIRST, LATER = date(2026, 9, 1), date(2026, 9, 8)
ASKED = Asked(world=WORLD, crawled=(FIRST, LATER), watched=frozenset())
CODE = SicCode(
    cite=f"sha256:{'0' * 64}#",
    public_on=FIRST,
    valid_from=None,
    valid_to=None,
    company_number="99000001",
    sic_code="87900",
)
TRUE = CODE.model_dump(exclude={"cite"})


class Wider(SicCode):
    """A kind of record that somebody gave a column more."""

    confidence: float = 1.0


def test_every_kind_of_record_is_held_beside_the_truth_or_left_out() -> None:
    assert sorted(one.__name__ for one in (*PUBLISHED, *BY_LINE, *KINDS_LEFT_OUT)) == sorted(
        one.__name__ for one in KINDS
    )


@pytest.mark.parametrize("columns", [LEFT_OUT, OF_SOME, DATED_WHEN_FETCHED])
def test_whatever_is_listed_of_a_kind_that_is_compared_is_a_column_of_it(
    columns: dict[type[Record], tuple[str, ...]],
) -> None:
    assert columns.keys() <= PUBLISHED.keys()
    for kind, names in columns.items():
        assert {*names} <= {*kind.model_fields}


def test_a_column_that_is_neither_compared_nor_listed_is_told() -> None:
    with pytest.raises(AssertionError, match=r"'confidence'.* neither compared nor listed"):
        differences(Wider, [], [TRUE], ASKED)


def test_a_column_that_is_both_compared_and_listed_is_told() -> None:
    with pytest.raises(AssertionError, match=r"'cite'.* neither compared nor listed, or both"):
        differences(SicCode, [], [{**TRUE, "cite": CODE.cite}], ASKED)


def test_equal_rows_differ_in_nothing_though_they_were_fetched_on_different_days() -> None:
    assert differences(SicCode, [CODE], [{**TRUE, "public_on": LATER}], ASKED) == []


def test_any_other_day_counts_as_a_difference() -> None:
    told = differences(SicCode, [CODE], [{**TRUE, "public_on": date(2026, 8, 31)}], ASKED)

    assert [one.partition(",")[0] for one in told] == ["held alone", "published alone"]


def test_a_row_that_is_held_twice_differs() -> None:
    (told,) = differences(SicCode, [CODE, CODE], [TRUE], ASKED)

    assert told.startswith("held alone, one of 1: ")


def test_what_holds_of_a_column_of_one_kind_does_not_hold_of_anothers() -> None:
    name = PreviousName.model_validate(
        {**CODE.model_dump(exclude={"sic_code"}), "name": "LARKMOOR LIMITED"}
    )
    true = {**name.model_dump(exclude={"cite"}), "public_on": LATER}

    assert len(differences(PreviousName, [name], [true], ASKED)) == 2
