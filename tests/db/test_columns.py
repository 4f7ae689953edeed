"""Columns of records: of every document's newest reading, of closed runs and of those named."""

from datetime import date

from sqlalchemy import Engine

from db.columns import columns
from db.records import Inspection, Setting
from db.store import running
from tests.db.samples import SOURCE, document, inspection, noon, save, setting, take_in


def test_each_row_gives_its_documents_hash_and_the_columns_asked_for(engine: Engine) -> None:
    take_in(engine, [setting("SC000001", places=4), setting("SC000002", places=5)], body="a")
    take_in(engine, [setting("SC000001", places=6)], body="b", fetched="2026-03-02")

    assert list(columns(engine, SOURCE, Setting, ("urn", "places"))) == [
        (document("a").sha256, "SC000001", 4),
        (document("a").sha256, "SC000002", 5),
        (document("b").sha256, "SC000001", 6),
    ]


def test_rows_of_an_older_reading_and_of_another_source_are_left_out(engine: Engine) -> None:
    take_in(engine, [setting("SC000001")], body="a", version=1)
    take_in(engine, [setting("SC000002")], body="a", version=2)
    take_in(engine, [setting("SC000003")], body="b", source="lists")

    assert [row[1] for row in columns(engine, SOURCE, Setting, ("urn",))] == ["SC000002"]


def test_rows_dated_before_a_day_are_left_out(engine: Engine) -> None:
    old = inspection("10000001", inspected_on=date(2025, 1, 10))
    new = inspection("10000002", inspected_on=date(2026, 1, 10))
    take_in(engine, [old, new])
    found = columns(engine, SOURCE, Inspection, ("event_number",), since=date(2026, 1, 10))

    assert [row[1] for row in found] == ["10000002"]


def test_rows_of_an_open_run_are_given_only_where_it_is_named(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        save(engine, run, [setting("SC000001")])

        assert list(columns(engine, SOURCE, Setting, ("urn",))) == []
        assert len([*columns(engine, SOURCE, Setting, ("urn",), also=[run.id])]) == 1
