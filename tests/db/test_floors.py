"""A document smaller than a healthy one is refused, and yesterday's data stays."""

import pytest
from sqlalchemy import Engine

from db import ledger
from db.engine import writing
from db.loading import data_version
from db.records import Inspection, Record, Setting
from db.saving import save_reading
from db.store import TooFewRecordsError, close_run, running, unread
from tests.db.samples import (
    SOURCE,
    document,
    held_rows,
    inspection,
    known,
    noon,
    save,
    setting,
    take_in,
    visible,
)

FLOORS: dict[str, dict[type[Record], int]] = {"": {Setting: 2}}
LAST_YEARS = (setting("SC000001"), setting("SC000002"))
WHOLE = (setting("SC000001", places=9), setting("SC000002", places=9))
TRUNCATED = (setting("SC000001", places=0),)


def test_a_document_that_holds_enough_is_published(engine: Engine) -> None:
    take_in_above_the_floor(engine, WHOLE, body="whole")

    assert visible(engine) == {"Setting": WHOLE}


def test_a_refusal_says_what_where_and_what_to_do(engine: Engine) -> None:
    with pytest.raises(TooFewRecordsError) as refusal:
        take_in_above_the_floor(engine, TRUNCATED, body="truncated")

    assert str(refusal.value) == (
        "2026-01-31: 1 Setting records, fewer than the 2 that a healthy issue holds;"
        " the earlier data stays. Open the document: if the publisher really lists so few,"
        " lower the floor in the source's file\n"
        "  at file:truncated\n"
        f"  fetched 2026-03-02, kept as {document('truncated').sha256[:12]}"
    )


def test_a_refusal_names_every_document_that_is_too_small(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, TRUNCATED, body="one", subject="2024-01-31")
        save(engine, run, TRUNCATED, body="two", subject="2025-01-31")

        with pytest.raises(TooFewRecordsError, match=r"(?s)2024-01-31: 1 .*2025-01-31: 1 "):
            close_run(engine, run, FLOORS, noon("2026-03-02"))


def test_a_kind_that_is_missing_altogether_is_refused(engine: Engine) -> None:
    with pytest.raises(TooFewRecordsError, match="0 Setting records"):
        take_in_above_the_floor(engine, [inspection()], body="no register")


def test_a_document_that_holds_nothing_at_all_is_refused(engine: Engine) -> None:
    with pytest.raises(TooFewRecordsError, match="0 Setting records"):
        take_in_above_the_floor(engine, [], body="nothing")


def test_each_kind_has_its_own_floor(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, [*WHOLE, inspection()])

        with pytest.raises(TooFewRecordsError, match="1 Inspection records, fewer than the 2"):
            close_run(engine, run, {"": {Setting: 2, Inspection: 2}}, noon("2026-03-02"))


def test_a_documents_floors_are_the_first_that_its_subject_begins_with(engine: Engine) -> None:
    floors: dict[str, dict[type[Record], int]] = {
        "2026-01": {Setting: 1},
        "2026": {Setting: 2},
        "": {Inspection: 2},
    }
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, TRUNCATED, body="one", subject="2026-01-31")
        save(engine, run, TRUNCATED, body="two", subject="2026-02-28")

        with pytest.raises(TooFewRecordsError, match=r"^2026-02-28: 1 Setting ") as refusal:
            close_run(engine, run, floors, noon("2026-03-02"))

    assert "2026-01-31" not in str(refusal.value)


def test_a_subject_that_no_floor_speaks_of_may_be_of_any_size(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, TRUNCATED, body="one")
        close_run(engine, run, {"inspections": {Setting: 2}}, noon("2026-03-02"))

    assert visible(engine) == {"Setting": TRUNCATED}


def test_a_refused_document_changes_nothing_that_any_snapshot_sees(engine: Engine) -> None:
    take_in(engine, LAST_YEARS)
    before = (visible(engine), data_version(engine), ledger.published(engine))
    refuse_the_truncated(engine)

    assert before == (visible(engine), data_version(engine), ledger.published(engine))


def test_a_refused_document_goes_to_quarantine_and_leaves_no_rows(engine: Engine) -> None:
    refuse_the_truncated(engine)
    refused = ledger.refused(engine)

    assert held_rows(engine) == {"run": 1, "quarantine": 1}
    assert document("truncated").sha256 == refused[0].sha256
    assert refused[0].url == "file:truncated"
    assert refused[0].problem.startswith("2026-01-31: 1 Setting records, fewer than the 2")


def test_a_refused_document_is_not_taken_over_by_the_next_run(engine: Engine) -> None:
    take_in(engine, LAST_YEARS, subject="2025-01-31", body="last year's")
    refuse_the_truncated(engine)
    take_in_above_the_floor(engine, WHOLE, subject="2024-01-31", body="whole")

    assert {"Setting": (*LAST_YEARS, *WHOLE)} == visible(engine)


def test_the_document_before_a_refused_one_can_be_taken_in_again(engine: Engine) -> None:
    take_in(engine, LAST_YEARS)
    refuse_the_truncated(engine)
    take_in_above_the_floor(engine, LAST_YEARS, body="a register")

    assert visible(engine) == {"Setting": LAST_YEARS}


def test_a_refused_document_is_taken_in_once_the_floor_is_lowered(engine: Engine) -> None:
    refuse_the_truncated(engine)
    saved = take_in(engine, TRUNCATED, body="truncated", fetched="2026-03-03")

    assert saved.new
    assert visible(engine) == {"Setting": TRUNCATED}


def test_what_else_a_refused_run_had_finished_is_taken_over_by_the_next(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, WHOLE, body="whole", subject="2025-01-31")
        save(engine, run, TRUNCATED, body="truncated", subject="2026-01-31")
        with pytest.raises(TooFewRecordsError):
            close_run(engine, run, FLOORS, noon("2026-03-02"))
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        close_run(engine, run, FLOORS, noon("2026-03-03"))

    assert run.adopted == ("2025-01-31",)
    assert visible(engine) == {"Setting": WHOLE}


def test_a_small_document_is_refused_though_a_whole_one_of_the_run_replaces_it(
    engine: Engine,
) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, TRUNCATED, body="truncated")
        save(engine, run, WHOLE, body="whole", fetched="2026-03-02")

        with pytest.raises(TooFewRecordsError):
            close_run(engine, run, FLOORS, noon("2026-03-02"))

    assert visible(engine) == {}


def test_published_bytes_that_a_raised_floor_refuses_stay_published(engine: Engine) -> None:
    take_in(engine, TRUNCATED, body="truncated")
    before = (visible(engine), data_version(engine))
    refuse_the_truncated(engine)

    assert before == (visible(engine), data_version(engine))


def test_a_better_reader_that_finds_too_little_leaves_the_old_reading(engine: Engine) -> None:
    take_in(engine, WHOLE, body="whole")
    before = (visible(engine), data_version(engine))
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        with writing(engine).begin() as connection:
            save_reading(connection, run, document("whole").sha256, TRUNCATED, version=2)
        with pytest.raises(TooFewRecordsError, match="1 Setting records"):
            close_run(engine, run, FLOORS, noon("2026-03-02"))

    assert before == (visible(engine), data_version(engine))
    assert ledger.refused(engine) == []
    assert [fetch.subject for fetch in unread(engine, SOURCE, 2)] == ["2026-01-31"]


def test_a_reading_that_was_refused_does_not_stop_the_next_run(engine: Engine) -> None:
    take_in(engine, WHOLE, body="whole")
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        with writing(engine).begin() as connection:
            save_reading(connection, run, document("whole").sha256, TRUNCATED, version=2)
        with pytest.raises(TooFewRecordsError):
            close_run(engine, run, FLOORS, noon("2026-03-02"))
    take_in_above_the_floor(engine, LAST_YEARS, subject="2025-01-31", body="another")

    assert known(engine).every(Setting) == (*WHOLE, *LAST_YEARS)


def take_in_above_the_floor(
    engine: Engine,
    records: tuple[Record, ...] | list[Record],
    *,
    body: str,
    subject: str = "2026-01-31",
) -> None:
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, records, body=body, fetched="2026-03-02", subject=subject)
        close_run(engine, run, FLOORS, noon("2026-03-02"))


def refuse_the_truncated(engine: Engine) -> None:
    with pytest.raises(TooFewRecordsError):
        take_in_above_the_floor(engine, TRUNCATED, body="truncated")
