"""A review file adds what people decided, once, or is refused with everything that is wrong."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from oversight.decisions import Decisions, Verdict
from oversight.reviewing import read_review
from oversight.reviewing.columns import COLUMNS, DECIDED
from tests.oversight.decisions.deciding import FIRST, NOT, SAME, A, B, decided, decision
from tests.oversight.reviewing.files import (
    NOTHING_HELD,
    NOW,
    SAID,
    file,
    read,
    refusal,
)

LARKMOOR = decision("Larkmoor Care", SAME, A)
HELD = decided(LARKMOOR)
AS_HELD = {**SAID, "decided_at": FIRST.isoformat()}
"""The row of the decision that is held."""


def test_a_row_with_a_verdict_is_a_decision_of_now() -> None:
    assert read(SAID) == (replace(LARKMOOR, decided_at=NOW),)


def test_every_cell_of_a_decision_is_read() -> None:
    row = {
        **SAID,
        "urns": "sc000001; SC000002",
        "verdict": "not  THE same",
        "valid_from": "2020-01-01",
        "valid_to": "2021-01-01",
        "cite": "https://example.org/accounts",
        "decided_at": "2026-04-01T10:00:00+01:00",
    }

    assert read(row) == (
        decision(
            "Larkmoor Care",
            NOT,
            A,
            "SC000001",
            "SC000002",
            valid_from=date(2020, 1, 1),
            valid_to=date(2021, 1, 1),
            cite="https://example.org/accounts",
        ),
    )


@pytest.mark.parametrize("candidate", ["9000001", "company:9000001", "09000001"])
def test_a_companys_number_keeps_its_leading_zero(candidate: str) -> None:
    (found,) = read({**SAID, "candidate": candidate})

    assert found.subject == A


def test_a_row_without_a_verdict_decides_nothing() -> None:
    assert read({"owner_text": "Larkmoor Care", "candidate": A}) == ()


def test_who_decided_may_be_told_once_for_all_rows() -> None:
    (found,) = read({**SAID, "decided_by": ""}, by="Ben Reviewer")

    assert found.decided_by == "Ben Reviewer"


def test_what_is_held_already_adds_nothing() -> None:
    assert read(AS_HELD, held=HELD) == ()
    assert read({**SAID, "reason": "The  accounts\r\nsay so."}, held=HELD) == ()


def test_a_row_that_was_changed_is_decided_now() -> None:
    changed = {**AS_HELD, "verdict": "Undecided"}
    (found,) = read(changed, held=HELD)
    (by_another,) = read(changed, held=HELD, by="Ben Reviewer")

    assert (found.verdict, found.decided_at) == (Verdict.UNDECIDED, NOW)
    assert (found.decided_by, by_another.decided_by) == ("Ann Reviewer", "Ben Reviewer")


def test_a_decision_that_another_has_followed_is_not_taken_in_again() -> None:
    followed = decided(LARKMOOR, decision("Larkmoor Care", NOT, A, hour=1))

    assert read(AS_HELD, held=followed) == ()


def test_a_row_that_was_changed_before_somebody_else_decided_anew_is_refused() -> None:
    followed = decided(LARKMOOR, decision("Larkmoor Care", NOT, A, hour=1))

    assert refusal(file({**AS_HELD, "verdict": "Undecided"}), followed) == [
        "row 2, decided_at: somebody has decided anew since this file was written; export it again"
    ]


def test_a_row_whose_question_was_changed_is_refused_with_what_to_do() -> None:
    (said,) = refusal(file({**AS_HELD, "valid_from": "2020-01-01"}), HELD)

    assert said.startswith("row 2, decided_at: is that of a decision about other days, settings")


def test_a_decision_from_elsewhere_keeps_its_moment() -> None:
    elsewhere = (FIRST + timedelta(days=3)).isoformat()
    (found,) = read({**SAID, "candidate": B, "decided_at": elsewhere}, held=HELD)

    assert found.decided_at == FIRST + timedelta(days=3)


def test_the_same_row_twice_is_one_decision() -> None:
    assert len(read(SAID, SAID)) == 1


def test_two_answers_to_one_question_are_refused() -> None:
    body = file(SAID, {**SAID, "owner_text": "LARKMOOR CARE LTD", "verdict": "Not the same"})

    assert refusal(body) == [
        "row 3, verdict: row 2 answers the same question otherwise; leave one of them"
    ]


def test_everything_that_is_wrong_is_told_at_once_by_row_and_column() -> None:
    body = file(
        SAID,
        {**SAID, "verdict": "perhaps", "candidate": "", "reason": ""},
        {**SAID, "valid_from": "soon", "urns": "home 1", "decided_by": ""},
        {**SAID, "verdict": ""},
        {**SAID, "decided_at": "2026-05-01T12:00:01+00:00"},
        {**SAID, "owner_text": " "},
    )

    assert refusal(body) == [
        (
            "row 3, candidate: '' names no subject; write company:01234567, charity:1234567,"
            " council:E10000016, health:NAME, person or none, and of a parent abroad"
            " undertaking:NAME/COUNTRY"
        ),
        "row 3, verdict: 'perhaps' is none of Same, Not the same, Undecided",
        "row 3, reason: is blank",
        "row 4, valid_from: 'soon' is not a day; write it as 2025-03-31",
        "row 4, urns: holds what is no URN; one looks like SC123456 or 1234567",
        "row 4, decided_by: is blank",
        (
            "row 5, verdict: is blank though a reason is given; to take a decision back, write"
            " Undecided"
        ),
        ("row 6, decided_at: 2026-05-01T12:00:01+00:00 has not come yet; leave it blank for now"),
        "row 7, owner_text: is blank: a blank owner is nobody",
    ]


def test_a_day_that_a_spreadsheet_turned_is_the_one_that_is_held() -> None:
    dated = replace(LARKMOOR, valid_from=date(2020, 4, 1))
    row = {**AS_HELD, "valid_from": "01/04/2020"}

    assert read(row, held=Decisions.of([dated])) == ()
    assert refusal(file(row))[0].startswith("row 2, valid_from: '01/04/2020' may be one day or")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_file_is_read_with_a_mark_or_none_and_with_any_line_ends(encoding: str, end: str) -> None:
    text = file({**SAID, "owner_text": "Réseau d’Été"}).decode().replace("\r\n", end)
    (found,) = read_review(text.encode(encoding), NOTHING_HELD, NOW)

    assert found.owner_text == "Réseau d’Été"


def test_headings_may_stand_in_any_order_and_what_only_tells_may_be_left_out() -> None:
    assert read_review(file(SAID, columns=DECIDED[::-1]), NOTHING_HELD, NOW) == read(SAID)


def test_blank_rows_and_columns_and_cells_cut_off_at_the_end_are_passed_over() -> None:
    body = (
        b"verdict,candidate,owner_text,reason,decided_by,urns,valid_from,valid_to,cite,decided_at,,\r\n"
        b",,,,,,,,,,,\r\n"
        b"Same,company:09000001,Larkmoor Care,The accounts say so.,Ann Reviewer\r\n"
    )

    assert read_review(body, NOTHING_HELD, NOW) == read(SAID)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "row 1: the file is empty; write one: oversight match --export FILE"),
        ("é".encode("cp1252"), "row 1: byte 1 is not UTF-8; save it as CSV UTF-8"),
        (b"a\0b", "row 1: it holds NUL bytes and is no CSV; save it as CSV UTF-8"),
        (
            file(SAID) + b'"never closed',
            "row 1: it is no CSV (unexpected end of data); save it as CSV UTF-8",
        ),
        (
            file(SAID) + b"," * 20 + b"x\r\n",
            "row 3: it has more than 15 cells; quote cells with commas",
        ),
    ],
)
def test_what_is_no_review_file_is_refused(body: bytes, said: str) -> None:
    assert refusal(body) == [said]


def test_headings_that_are_missing_unknown_or_there_twice_are_all_named() -> None:
    columns = tuple("verdikt" if name == "verdict" else name for name in COLUMNS)
    heading = file(columns=columns).strip() + b",reason\r\n"

    assert [line.partition(";")[0] for line in refusal(heading)] == [
        "row 1: the column 'verdict' is missing",
        "row 1: 'verdikt' is no column of a review",
        "row 1: the column 'reason' is there 2 times",
    ]
