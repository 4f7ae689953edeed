"""A subject commits whole, a run publishes by closing, and what never closed is invisible."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from db import ledger
from db.loading import data_version
from db.records import KINDS, Inspection, Setting
from db.store import Saved, close_run, is_published, refuse, running
from tests.db.samples import (
    SOURCE,
    document,
    empty,
    held_rows,
    inspection,
    known,
    noon,
    one_of_each,
    save,
    setting,
    take_in,
    visible,
)


def test_an_empty_database_shows_nothing(engine: Engine) -> None:
    assert visible(engine) == {}


def test_a_closed_run_is_visible_with_every_kind_of_record(engine: Engine) -> None:
    saved = take_in(engine, one_of_each())

    assert Saved(subject="2026-01-31", records=len(KINDS), new=True) == saved
    assert {type(record).__name__: (record,) for record in one_of_each()} == visible(engine)


def test_records_keep_their_order(engine: Engine) -> None:
    lines = (setting("SC000003"), setting("SC000001"), setting("SC000002"))
    take_in(engine, lines)

    assert lines == known(engine).every(Setting)


def test_a_subject_that_fails_in_the_middle_leaves_nothing(engine: Engine) -> None:
    broken = Inspection.model_construct(**{**inspection().__dict__, "urn": None})

    with running(engine, SOURCE, noon("2026-03-01")) as run, pytest.raises(IntegrityError):
        save(engine, run, [setting(), inspection(), broken])

    assert held_rows(engine) == {"run": 1}


def test_a_run_goes_on_after_a_subject_that_failed(engine: Engine) -> None:
    broken = Setting.model_construct(**{**setting().__dict__, "urn": None})
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        with pytest.raises(IntegrityError):
            save(engine, run, [broken], body="broken", subject="2025-01-31")
        save(engine, run, [setting()])
        close_run(engine, run, {}, noon("2026-03-01"))

    assert {"Setting": (setting(),)} == visible(engine)


def test_an_open_run_is_invisible(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first")
    before = (visible(engine), data_version(engine), ledger.published(engine))
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, [setting(places=9)], body="second", fetched="2026-03-02")

        assert before == (visible(engine), data_version(engine), ledger.published(engine))


def test_a_run_that_was_abandoned_stays_invisible(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first")
    before = (visible(engine), data_version(engine), ledger.published(engine))
    abandon(engine, "2026-01-31", places=9)

    assert before == (visible(engine), data_version(engine), ledger.published(engine))


def test_a_refused_body_is_noted_and_changes_no_answer(engine: Engine) -> None:
    take_in(engine, [setting()])
    before = (visible(engine), data_version(engine), held_rows(engine))
    refuse(engine, SOURCE, document("nonsense"), "new columns ['Ofsted phase']")

    assert before[:2] == (visible(engine), data_version(engine))
    assert {**before[2], "quarantine": 1} == held_rows(engine)


def test_the_next_run_takes_over_what_an_abandoned_one_had_finished(engine: Engine) -> None:
    abandon(engine, "2026-01-31", places=4)
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        close_run(engine, run, {}, noon("2026-03-02"))

    assert run.adopted == ("2026-01-31",)
    assert {"Setting": (setting(places=4),)} == visible(engine)
    assert ledger.unfinished(engine) == []


def test_a_run_takes_over_from_every_abandoned_run_before_it(engine: Engine) -> None:
    abandon(engine, "2026-01-31", places=4)
    abandon(engine, "2025-01-31", places=5)
    abandon(engine, "2024-01-31", places=6)
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        close_run(engine, run, {}, noon("2026-03-02"))

    assert run.adopted == ("2024-01-31", "2025-01-31", "2026-01-31")


def test_what_a_new_run_fetches_itself_replaces_what_it_took_over(engine: Engine) -> None:
    abandon(engine, "2026-01-31", places=9)
    take_in(engine, [setting(places=4)], body="better", fetched="2026-03-02")

    assert {"Setting": (setting(places=4),)} == visible(engine)


def test_a_run_takes_nothing_over_from_another_source(engine: Engine) -> None:
    abandon(engine, "2026-01-31", places=4)
    with running(engine, "inspections", noon("2026-03-02")) as run:
        close_run(engine, run, {}, noon("2026-03-02"))

    assert run.adopted == ()
    assert visible(engine) == {}
    assert [left.source for left in ledger.unfinished(engine)] == [SOURCE]


def test_a_run_takes_nothing_over_from_a_closed_one(engine: Engine) -> None:
    take_in(engine, [setting()])
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        close_run(engine, run, {}, noon("2026-03-02"))

    assert run.adopted == ()


def test_the_same_bytes_again_add_a_fetch_and_no_records(engine: Engine) -> None:
    take_in(engine, one_of_each())
    before = (visible(engine), data_version(engine), held_rows(engine))
    saved = take_in(engine, one_of_each(), fetched="2026-03-08")

    assert not saved.new
    assert before[:2] == (visible(engine), data_version(engine))
    assert {**before[2], "run": 2, "fetch": 2} == held_rows(engine)


def test_the_same_bytes_are_read_again_for_another_source(engine: Engine) -> None:
    take_in(engine, [setting()], source="registers")
    saved = take_in(engine, [setting()], source="lists")

    assert saved.new


def test_new_bytes_replace_the_whole_subject(engine: Engine) -> None:
    take_in(engine, [setting("SC000001"), setting("SC000002")], body="first")
    take_in(engine, [setting("SC000002")], body="second", fetched="2026-03-02")

    assert {"Setting": (setting("SC000002"),)} == visible(engine)


def test_new_bytes_leave_other_subjects_alone(engine: Engine) -> None:
    take_in(engine, [setting("SC000001")], body="first", subject="2025-01-31")
    take_in(engine, [setting("SC000002")], body="second", subject="2026-01-31")

    assert {"Setting": (setting("SC000001"), setting("SC000002"))} == visible(engine)


def test_an_older_body_that_comes_back_is_the_newest_statement(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first", fetched="2026-03-01")
    take_in(engine, [setting(places=9)], body="second", fetched="2026-03-02")
    before = data_version(engine)
    saved = take_in(engine, [setting(places=4)], body="first", fetched="2026-03-03")

    assert not saved.new
    assert {"Setting": (setting(places=4),)} == visible(engine)
    assert before != data_version(engine)


def test_a_body_that_comes_back_in_a_run_that_never_closes_is_invisible(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first", fetched="2026-03-01")
    take_in(engine, [setting(places=9)], body="second", fetched="2026-03-02")
    before = (visible(engine), data_version(engine))
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        save(engine, run, [setting(places=4)], body="first", fetched="2026-03-03")

    assert before == (visible(engine), data_version(engine))


def test_the_same_bytes_first_fetched_on_another_day_are_another_data_version(
    engine: Engine,
) -> None:
    take_in(engine, [setting()], fetched="2026-03-01")
    before = data_version(engine)
    empty(engine)
    take_in(engine, [setting()], fetched="2026-03-02")

    assert before != data_version(engine)


def test_the_data_version_is_the_same_however_often_the_newest_bytes_came(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first", fetched="2026-03-01")
    take_in(engine, [setting(places=9)], body="second", fetched="2026-03-02")
    before = data_version(engine)
    take_in(engine, [setting(places=9)], body="second", fetched="2026-03-03")
    take_in(engine, [setting(places=9)], body="second", fetched="2026-03-04")

    assert before == data_version(engine)


def test_every_new_statement_changes_the_data_version(engine: Engine) -> None:
    versions = [data_version(engine)]
    take_in(engine, [setting()], body="first")
    versions.append(data_version(engine))
    take_in(engine, [setting()], body="second", fetched="2026-03-02")
    versions.append(data_version(engine))
    take_in(engine, [setting()], body="third", subject="2025-01-31")
    versions.append(data_version(engine))
    take_in(engine, [setting()], body="third", subject="2025-01-31", source="lists")
    versions.append(data_version(engine))

    assert len(set(versions)) == 5


def test_bytes_are_published_when_a_run_that_fetched_them_closes(engine: Engine) -> None:
    body = document("a register").sha256
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting()])
        with engine.connect() as connection:
            before = is_published(connection, SOURCE, body)
        close_run(engine, run, {}, noon("2026-03-01"))

    with engine.connect() as connection:
        assert not before
        assert is_published(connection, SOURCE, body)
        assert not is_published(connection, "inspections", body)


def test_an_error_in_a_run_publishes_nothing_and_reaches_the_caller(engine: Engine) -> None:
    with pytest.raises(LookupError, match="the third page is missing"):
        fail_after_one_subject(engine)

    assert visible(engine) == {}
    assert [left.source for left in ledger.unfinished(engine)] == [SOURCE]


def fail_after_one_subject(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting()])
        raise LookupError("the third page is missing")


def abandon(engine: Engine, subject: str, *, places: int) -> None:
    """Finish one subject in a run that never closes."""
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting(places=places)], body=f"left {places}", subject=subject)
