"""A document is taken in whole, once, and becomes visible with its run."""

from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from crawlers.pipeline import NotRecognisedError
from crawlers.reading import SourceChangedError
from db import ledger
from db.loading import data_version
from db.locks import BusyError
from db.locks import held as holding
from db.records import Setting
from db.store import TooFewRecordsError, stamp
from db.tables import World
from oversight.installation import Installation
from oversight.taking_in import take_in, take_in_our_tables
from tests.oversight.workbooks import (
    REGISTER,
    held,
    leave_unfinished,
    passed_off_as_real,
    records,
    tabs,
    visible,
    with_cell,
)
from tests.planted_market.workbooks import body

KNOWN_AT = datetime(2026, 9, 1, 23, tzinfo=UTC)
IN_2025, IN_2026 = date(2025, 3, 31), date(2026, 3, 31)


def register(place: Installation, as_of: date) -> tuple[date | None, int]:
    """The day of the register in force, and how many settings it has."""
    settings = [
        one for one in visible(place.engine, as_of, KNOWN_AT)["Setting"] if isinstance(one, Setting)
    ]
    return (settings[0].as_at if settings else None), len(settings)


def test_an_issue_is_taken_in_with_the_councils_that_it_speaks_of(
    place: Installation, issue_2025: Path
) -> None:
    (taken,) = take_in(place, [issue_2025])

    assert (taken.source, taken.adopted) == ("ofsted_annual", ())
    assert [(one.subject, one.new) for one in taken.saved] == [("register at 2025-03-31", True)]
    assert [(fetch.source, fetch.subject) for fetch in ledger.published(place.engine)] == [
        ("local_authorities", "borders"),
        ("local_authorities", "council-owned bodies"),
        ("local_authorities", "councils"),
        ("local_authorities", "spellings"),
        ("ofsted_annual", "register at 2025-03-31"),
    ]


def test_the_exact_bytes_are_kept_under_their_hash(place: Installation, issue_2025: Path) -> None:
    take_in(place, [issue_2025])

    assert place.archive.get(sha256(body(2025)).hexdigest()) == body(2025)


def test_two_issues_each_give_the_register_of_their_day(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2026, issue_2025])

    assert register(place, IN_2025) == (IN_2025, 264)
    assert register(place, date(2026, 3, 30)) == (IN_2025, 264)
    assert register(place, IN_2026) == (IN_2026, 267)


def test_the_same_file_twice_changes_nothing(
    place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    take_in(place, [issue_2025, issue_2026])
    before = (
        records(place.engine),
        place.archive.hashes(),
        data_version(place.engine),
        visible(place.engine, IN_2026, KNOWN_AT),
    )
    (again,) = take_in(place, [issue_2025])

    assert [(one.subject, one.new) for one in again.saved] == [("register at 2025-03-31", False)]
    assert before == (
        records(place.engine),
        place.archive.hashes(),
        data_version(place.engine),
        visible(place.engine, IN_2026, KNOWN_AT),
    )


def test_the_same_file_twice_in_one_go_is_read_once(place: Installation, issue_2025: Path) -> None:
    (taken,) = take_in(place, [issue_2025, issue_2025])

    assert [one.new for one in taken.saved] == [True, False]
    assert records(place.engine)["Setting"] == 264


def test_each_source_has_a_run_of_its_own(
    place: Installation, issue_2025: Path, tmp_path: Path
) -> None:
    spellings = tmp_path / "spellings.csv"
    spellings.write_text(
        "spelling,publisher,ons_code,valid_from,valid_to\nKent,Ofsted,E10000016,2009-04-01,\n",
        encoding="utf-8",
    )
    taken = take_in(place, [issue_2025, spellings])

    assert [(one.source, [saved.subject for saved in one.saved]) for one in taken] == [
        ("local_authorities", ["spellings"]),
        ("ofsted_annual", ["register at 2025-03-31"]),
    ]


def test_figures_of_the_real_market_are_held_beside_real_data_alone(place: Installation) -> None:
    stamp(place.engine, World.REAL, None)
    take_in_our_tables(place)

    assert ("ofsted_ownership", "ownership figures") in [
        (fetch.source, fetch.subject) for fetch in ledger.published(place.engine)
    ]


def test_our_own_tables_are_taken_in_once(place: Installation) -> None:
    take_in_our_tables(place)
    before = held(place.engine)
    take_in_our_tables(place)

    assert held(place.engine) == before


def test_of_two_files_the_second_bad_nothing_becomes_visible(
    holding_2025: Installation, issue_2026: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.ods"
    bad.write_bytes(with_cell(REGISTER, "Registration date", "31/02/2020"))
    before = visible(holding_2025.engine, IN_2026, KNOWN_AT)

    with pytest.raises(SourceChangedError, match="31/02/2020"):
        take_in(holding_2025, [issue_2026, bad])

    assert visible(holding_2025.engine, IN_2026, KNOWN_AT) == before
    assert register(holding_2025, IN_2026) == (IN_2025, 264)


def test_of_two_real_files_the_second_bad_the_first_waits_unseen_for_the_next_run(
    place: Installation, tmp_path: Path
) -> None:
    good, bad = tmp_path / "good.ods", tmp_path / "bad.ods"
    good.write_bytes(passed_off_as_real(tabs(2025)))
    changed = tabs(2026)
    changed[REGISTER][4][changed[REGISTER][3].index("Registration date")] = "31/02/2020"
    bad.write_bytes(passed_off_as_real(changed))

    with pytest.raises(SourceChangedError, match="31/02/2020"):
        take_in(place, [good, bad])

    assert records(place.engine)["Setting"] == 264
    assert register(place, IN_2026) == (None, 0)
    assert [run.source for run in ledger.unfinished(place.engine)] == ["ofsted_annual"]


def test_a_file_that_nobody_knows_stops_the_others_before_any_of_them_is_read(
    holding_2025: Installation, issue_2026: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear all", encoding="utf-8")
    before = held(holding_2025.engine)

    with pytest.raises(NotRecognisedError, match=r"file:letter\.txt is none of"):
        take_in(holding_2025, [issue_2026, letter])

    assert held(holding_2025.engine) == before
    assert [run.source for run in ledger.unfinished(holding_2025.engine)] == []


def test_the_next_run_adopts_what_an_unfinished_one_had_taken_in(
    holding_2025: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    before = register(holding_2025, IN_2026)
    (taken,) = take_in(holding_2025, [issue_2025])

    assert before == (IN_2025, 264)
    assert taken.adopted == ("register at 2026-03-31",)
    assert register(holding_2025, IN_2026) == (IN_2026, 267)
    assert ledger.unfinished(holding_2025.engine) == []


def test_what_was_adopted_is_as_if_nothing_had_gone_wrong(
    holding_2025: Installation, place: Installation, issue_2025: Path, issue_2026: Path
) -> None:
    leave_unfinished(holding_2025, issue_2026)
    take_in(holding_2025, [issue_2026])
    take_in(place, [issue_2025, issue_2026])

    assert visible(place.engine, IN_2026, KNOWN_AT) == visible(
        holding_2025.engine, IN_2026, KNOWN_AT
    )


def test_a_real_issue_that_is_far_too_small_is_not_published_and_stands_in_nobodys_way(
    place: Installation, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.ods", tmp_path / "second.ods"
    first.write_bytes(passed_off_as_real(tabs(2026)))
    second.write_bytes(passed_off_as_real(tabs(2025)))

    with pytest.raises(TooFewRecordsError, match="2026-03-31: 267 Setting records, fewer than"):
        take_in(place, [first])
    with pytest.raises(TooFewRecordsError, match="2025-03-31: 264 Setting records, fewer than"):
        take_in(place, [second])

    assert [refused.url for refused in ledger.refused(place.engine)] == [
        "file:first.ods",
        "file:second.ods",
    ]
    assert register(place, IN_2026) == (None, 0)


def test_the_day_that_the_publishers_page_gives_counts_before_the_covers(
    place: Installation, issue_2025: Path
) -> None:
    take_in(place, [issue_2025], published_on=date(2025, 8, 5))
    settings = visible(place.engine, IN_2025, KNOWN_AT)["Setting"]

    assert {one.public_on for one in settings} == {date(2025, 8, 5)}
    assert visible(place.engine, IN_2025, datetime(2025, 8, 4, tzinfo=UTC))["Setting"] == ()


def test_what_is_done_is_told_step_by_step(place: Installation, issue_2025: Path) -> None:
    told: list[str] = []
    take_in(place, [issue_2025], progress=told.append)

    assert told == [
        "recognising file:issue-2025.ods",
        "reading file:issue-2025.ods",
        "storing 1,053 records of file:issue-2025.ods",
    ]


def test_two_cannot_take_in_one_source_at_once(
    holding_2025: Installation, issue_2026: Path
) -> None:
    before = held(holding_2025.engine)

    with (
        holding(holding_2025.engine, "ofsted_annual"),
        pytest.raises(BusyError, match="another process is taking in ofsted_annual"),
    ):
        take_in(holding_2025, [issue_2026])

    assert held(holding_2025.engine) == before
