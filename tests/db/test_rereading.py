"""A better reader reads the archive again; its records replace the old ones together."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from db import ledger
from db.engine import writing
from db.loading import data_version
from db.records import Record, Setting
from db.saving import save_reading
from db.store import OpenRun, close_run, running, unread
from tests.db.samples import (
    SOURCE,
    document,
    held_rows,
    known,
    noon,
    premises,
    save,
    setting,
    take_in,
    visible,
)

OLD = setting(owner_name=None)
NEW = setting(owner_name="Réseau d’Été Ltd")


def test_nothing_is_unread_under_the_reader_that_read_it(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)

    assert unread(engine, SOURCE, 1) == ()


def test_a_body_is_unread_under_a_newer_reader(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)
    take_in(engine, [OLD], version=1, fetched="2026-03-08")

    assert [(f.subject, f.fetched_at) for f in unread(engine, SOURCE, 2)] == [
        ("2026-01-31", noon("2026-03-01"))
    ]


def test_a_body_that_was_never_published_is_not_read_again(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [OLD], version=1)

    assert unread(engine, SOURCE, 2) == ()


def test_another_sources_bodies_are_not_read_again(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)

    assert unread(engine, "inspections", 2) == ()


def test_a_new_reading_replaces_the_old_one_when_its_run_closes(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)
    before = (visible(engine), data_version(engine))
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        read_again(engine, run, "a register", [NEW])
        during = (visible(engine), data_version(engine))
        close_run(engine, run, {}, noon("2026-03-02"))

    assert before == during
    assert visible(engine) == {"Setting": (NEW,)}
    assert before[1] != data_version(engine)


def test_a_new_reading_serves_the_past_as_well(engine: Engine) -> None:
    take_in(engine, [OLD], version=1, body="first")
    take_in(engine, [OLD], version=1, body="second", fetched="2026-03-02")
    with running(engine, SOURCE, noon("2026-03-09")) as run:
        read_again(engine, run, "first", [NEW])
        close_run(engine, run, {}, noon("2026-03-09"))

    assert known(engine, known_at="2026-03-01", seen=True).every(Setting) == (NEW,)
    assert known(engine, known_at="2026-03-02", seen=True).every(Setting) == (OLD,)


def test_a_new_reading_may_find_another_kind(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        read_again(engine, run, "a register", [premises()])
        close_run(engine, run, {}, noon("2026-03-02"))

    assert {"Premises": (premises(),)} == visible(engine)


def test_an_abandoned_rereading_shows_nothing_and_the_next_goes_on_from_there(
    engine: Engine,
) -> None:
    take_in(engine, [OLD], version=1, body="first", subject="2025-01-31")
    take_in(engine, [OLD], version=1, body="second", subject="2026-01-31")
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        read_again(engine, run, "first", [NEW])
    between = visible(engine)
    with running(engine, SOURCE, noon("2026-03-03"), rereads=True) as run:
        left = [fetch.subject for fetch in unread(engine, SOURCE, 2, run)]
        read_again(engine, run, "second", [NEW])
        close_run(engine, run, {}, noon("2026-03-03"))

    assert between == {"Setting": (OLD, OLD)}
    assert left == ["2026-01-31"]
    assert visible(engine) == {"Setting": (NEW, NEW)}


def test_half_a_rereading_is_not_published_by_a_run_that_takes_in(engine: Engine) -> None:
    take_in(engine, [OLD], version=1, body="first", subject="2025-01-31")
    take_in(engine, [OLD], version=1, body="second", subject="2026-01-31")
    with running(engine, SOURCE, noon("2026-03-02"), rereads=True) as run:
        read_again(engine, run, "first", [NEW])
    before = (visible(engine), unread(engine, SOURCE, 2))
    take_in(engine, [premises()], version=2, body="third", subject="2024-01-31")
    after = (visible(engine), unread(engine, SOURCE, 2))

    assert after == ({**before[0], "Premises": (premises(),)}, before[1])
    assert [run.opened_at for run in ledger.unfinished(engine)] == [noon("2026-03-02")]


def test_half_a_rereading_is_published_with_the_other_half(engine: Engine) -> None:
    take_in(engine, [OLD], version=1, body="first", subject="2025-01-31")
    take_in(engine, [OLD], version=1, body="second", subject="2026-01-31")
    with running(engine, SOURCE, noon("2026-03-02"), rereads=True) as run:
        read_again(engine, run, "first", [NEW])
    take_in(engine, [premises()], version=2, body="third", subject="2024-01-31")
    with running(engine, SOURCE, noon("2026-03-04"), rereads=True) as run:
        read_again(engine, run, "second", [NEW])
        close_run(engine, run, {}, noon("2026-03-04"))

    assert visible(engine)["Setting"] == (NEW, NEW)
    assert ledger.unfinished(engine) == []


def test_a_body_that_is_taken_in_again_brings_its_own_half_of_a_rereading_with_it(
    engine: Engine,
) -> None:
    take_in(engine, [OLD], version=1, body="first", subject="2025-01-31")
    take_in(engine, [OLD], version=1, body="second", subject="2026-01-31")
    with running(engine, SOURCE, noon("2026-03-02"), rereads=True) as run:
        read_again(engine, run, "first", [NEW])
    take_in(engine, [NEW], version=2, body="first", subject="2025-01-31", fetched="2026-03-03")

    assert visible(engine) == {"Setting": (OLD, NEW)}


def test_bytes_that_a_newer_reader_meets_again_are_read_again(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)
    saved = take_in(engine, [NEW], version=2, fetched="2026-03-02")

    assert saved.new
    assert visible(engine) == {"Setting": (NEW,)}


def test_an_older_reader_never_replaces_a_newer_one(engine: Engine) -> None:
    take_in(engine, [NEW], version=2)
    take_in(engine, [OLD], version=1, fetched="2026-03-02")

    assert visible(engine) == {"Setting": (NEW,)}


def test_a_reading_that_fails_in_the_middle_leaves_the_old_one(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)
    before = (visible(engine), held_rows(engine))
    broken = Setting.model_construct(**{**NEW.__dict__, "urn": None})
    with running(engine, SOURCE, noon("2026-03-02")) as run, pytest.raises(IntegrityError):
        read_again(engine, run, "a register", [premises(), broken])

    assert before[0] == visible(engine)
    assert {**before[1], "run": 2} == held_rows(engine)


def test_one_reader_reads_one_body_once(engine: Engine) -> None:
    take_in(engine, [OLD], version=1)

    with running(engine, SOURCE, noon("2026-03-02")) as run, pytest.raises(IntegrityError):
        read_again(engine, run, "a register", [NEW], version=1)


def read_again(
    engine: Engine, run: OpenRun, body: str, records: list[Record], *, version: int = 2
) -> None:
    with writing(engine).begin() as connection:
        save_reading(connection, run, document(body).sha256, records, version=version)
