"""Owners that wait for a person are asked about once each candidate, most places first."""

from dataclasses import replace
from datetime import date

from oversight.decisions import Decision, Decisions
from oversight.examples import market
from oversight.market import Market
from oversight.review_queue import review_rows, waiting
from oversight.reviewing import as_csv, read_review
from tests.oversight.decisions.deciding import (
    NOT,
    SAME,
    UNDECIDED,
    A,
    B,
    decided,
    decision,
)
from tests.oversight.reviewing.files import NOW, rows_of

C = "company:09000003"


def asked(*decisions: Decision) -> Market:
    """Two namesakes of one owner; an owner that nobody has the name of; one that is matched."""
    found = market(
        settings="""
            urn      | owner_name    | places
            SC000001 | Ashdene       | 3
            SC000002 | Larkmoor Care | 4
            SC000003 | Larkmoor Care | 5
            SC000004 | Fernhollow    | 20
            SC000005 | =Brackenfold  | 3
        """,
        companies="""
            company_number | name
            09000001       | LARKMOOR CARE LIMITED
            09000002       | LARKMOOR CARE LTD
            09000003       | FERNHOLLOW LIMITED
        """,
    )
    return replace(found, decisions=decided(*decisions))


def questions(of: Market) -> list[tuple[str, str | None, int | None]]:
    return [(row.owner_text, row.candidate, row.places) for row in waiting(review_rows(of))]


def test_each_candidate_is_a_question_and_an_owner_without_one_too() -> None:
    assert questions(asked()) == [
        ("Larkmoor Care", A, 9),
        ("Larkmoor Care", B, 9),
        ("=Brackenfold", None, 3),
        ("Ashdene", None, 3),
    ]


def test_the_owner_with_the_most_places_then_settings_is_asked_about_first() -> None:
    found = market(
        settings="""
            urn      | owner_name          | places | sector
            SC000001 | Ashdene             | 2      | Private
            SC000002 | Elmfield            | 9      | Private
            SC000003 | Birchmoor           |        | Private
            SC000004 | Yewtree             | 1      | Private
            SC000005 | Yewtree             | 1      | Private
            SC000006 | Kent County Council | 99     | Local Authority
        """
    )

    assert questions(found) == [
        ("Elmfield", None, 9),
        ("Yewtree", None, 2),
        ("Ashdene", None, 2),
        ("Birchmoor", None, None),
    ]


def test_a_question_tells_what_it_rests_on() -> None:
    row = review_rows(asked())[0]

    assert (row.settings, row.candidate_name) == (2, "LARKMOOR CARE LIMITED")
    assert row.method == "several live companies bear the name"
    assert (row.score, row.weighed) == (1.0, "another live company bears the name as well")
    assert [one.claim for one in row.evidence][1:] == [
        "company 09000001 is called LARKMOOR CARE LIMITED (active)",
        "company 09000002 is called LARKMOOR CARE LTD (active)",
    ]


def test_a_question_that_is_answered_waits_no_longer() -> None:
    held = asked(decision("LARKMOOR CARE", SAME, A), decision("Ashdene", SAME, "none"))

    assert questions(held) == [("=Brackenfold", None, 3)]
    assert [row.owner_text for row in review_rows(held) if row.decision] == [
        "LARKMOOR CARE",
        "Ashdene",
    ]


def test_a_refused_candidate_leaves_the_others_to_ask_about() -> None:
    held = asked(decision("Larkmoor Care", NOT, A))

    assert questions(held)[0] == ("Larkmoor Care", B, 9)
    assert A not in {candidate for _, candidate, _ in questions(held)}
    assert waiting(review_rows(held))[0].evidence[-1].claim == (
        "a person decided on 1 April 2026 that it is not so that 'Larkmoor Care' is"
        " company:09000001: The accounts say so."
    )


def test_an_answer_that_no_longer_holds_leaves_the_question_open() -> None:
    over = decision("Larkmoor Care", SAME, A, valid_to=date(2026, 1, 1))

    assert questions(asked(over))[:2] == [("Larkmoor Care", A, 9), ("Larkmoor Care", B, 9)]


def test_what_was_left_open_or_contradicts_itself_waits() -> None:
    held = asked(
        decision("Larkmoor Care", UNDECIDED, A),
        decision("Fernhollow", SAME, B),
        decision("Fernhollow", SAME, C),
    )

    assert questions(held)[:3] == [
        ("Fernhollow", B, 20),
        ("Fernhollow", C, 20),
        ("Larkmoor Care", A, 9),
    ]


def test_decisions_about_owners_and_companies_that_register_nothing_are_listed_too() -> None:
    gone, companies = decision("Windrush", SAME, A), decision(A, NOT, B)
    rows = [row for row in review_rows(asked(gone, companies)) if row.decision]

    assert [(row.owner_text, row.places, row.method) for row in rows] == [
        ("Windrush", None, None),
        (A, None, None),
    ][::-1]


def test_an_owner_whose_places_are_not_published_has_none() -> None:
    found = market(settings="urn | owner_name | places\nSC000001 | Ashdene |")

    assert [row.places for row in review_rows(found)] == [None]


def test_a_file_that_is_written_and_read_again_adds_nothing() -> None:
    held = (
        decision("=Brackenfold", SAME, A, "SC000005", reason="-1 + 1", decided_by="@ann"),
        decision("Larkmoor Care", NOT, B, cite="https://example.org/"),
        decision("Windrush", UNDECIDED, "none"),
    )
    body = as_csv(review_rows(asked(*held)))

    assert read_review(body, Decisions.of(held), NOW) == ()
    assert set(read_review(body, Decisions.of(()), NOW)) == set(held)


def test_no_cell_that_is_written_is_a_formula() -> None:
    body = as_csv(review_rows(asked(decision("=Brackenfold", SAME, A, reason="+441"))))
    (row,) = [row for row in rows_of(body) if row["verdict"]]

    assert (row["owner_text"], row["reason"]) == ("'=Brackenfold", "'+441")
    assert body.startswith(b"\xef\xbb\xbfowner_text,urns,places,candidate,")
    assert body.count(b"\r\n") == body.count(b"\n")


def test_a_score_is_written_where_a_rule_measured_one() -> None:
    row = replace(review_rows(asked())[0], score=0.875, evidence=())

    assert rows_of(as_csv([row]))[0]["score"] == "0.88"


def test_a_row_that_is_filled_in_decides_its_question() -> None:
    rows = waiting(review_rows(asked()))
    text = as_csv(rows[:1]).decode("utf-8-sig")
    filled = text.replace(",,,,,,,\r\n", ",Same,,,It files there.,,Ann,\r\n")
    (found,) = read_review(filled.encode(), Decisions.of(()), NOW)

    assert (found.subject, found.verdict, found.reason) == (A, SAME, "It files there.")
