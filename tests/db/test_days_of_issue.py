"""Which issue counts, and from which day, where its publisher states the day of issue."""

from datetime import date

import pytest
import sqlalchemy as sa
from alembic import command
from sqlalchemy import Engine
from sqlmodel import col

from db import ledger, tables
from db.engine import writing
from db.loading import data_version
from db.migrating import migrations
from db.records import Inspection, Premises, Record, Setting
from db.store import Saved, close_run, running, save_subject
from tests.db.samples import SOURCE, document, inspection, known, noon, premises, setting

JULY, SEPTEMBER = date(2026, 7, 16), date(2026, 9, 10)


def hand_over(
    engine: Engine,
    *records: Record,
    body: str,
    fetched: str,
    issued: date | None,
    published: str | None = None,
    status: int | None = None,
) -> Saved:
    """Take in one issue of one register, as somebody hands it over."""
    counts_from = issued or noon(fetched).date()
    with running(engine, SOURCE, noon(fetched)) as run:
        saved = save_subject(
            engine,
            run,
            "register at 2026-03-31",
            document(body, fetched, published),
            records,
            version=1,
            status=status,
            public_from=counts_from,
            issued_on=issued,
        )
        close_run(engine, run, {}, noon(fetched))
    return saved


ORIGINAL = setting(places=4, public_on=JULY)
CORRECTED = setting(places=5, public_on=SEPTEMBER)


def original(engine: Engine, fetched: str, **said: int | str) -> Saved:
    return hand_over(engine, ORIGINAL, body="original", fetched=fetched, issued=JULY, **said)  # pyright: ignore[reportArgumentType]


def corrected(engine: Engine, fetched: str) -> Saved:
    return hand_over(engine, CORRECTED, body="corrected", fetched=fetched, issued=SEPTEMBER)


@pytest.mark.parametrize("seen", [False, True])
def test_the_issue_that_came_out_last_counts_in_whatever_order_they_were_handed_over(
    engine: Engine, seen: bool
) -> None:
    corrected(engine, "2026-10-01")
    original(engine, "2026-10-02")

    assert known(engine, seen=seen).every(Setting) == (CORRECTED,)


def test_an_issue_that_is_handed_over_late_serves_until_the_next_one_was_out(
    engine: Engine,
) -> None:
    corrected(engine, "2026-10-01")
    original(engine, "2026-10-02")

    assert known(engine, known_at="2026-07-15").every(Setting) == ()
    assert known(engine, known_at="2026-09-09").every(Setting) == (ORIGINAL,)
    assert known(engine, known_at="2026-09-10").every(Setting) == (CORRECTED,)


def test_both_issues_handed_over_again_change_nothing(engine: Engine) -> None:
    original(engine, "2026-10-01")
    corrected(engine, "2026-10-02")
    corrected(engine, "2026-10-03")
    original(engine, "2026-10-03")

    assert known(engine).every(Setting) == (CORRECTED,)


def test_an_issue_that_its_publisher_serves_again_counts_from_then_on(engine: Engine) -> None:
    original(engine, "2026-10-01", status=200)
    corrected(engine, "2026-10-02")
    original(engine, "2026-10-03", status=200)

    assert known(engine, known_at="2026-10-02").every(Setting) == (CORRECTED,)
    assert known(engine, known_at="2026-10-03").every(Setting) == (ORIGINAL,)


def test_what_the_last_issue_no_longer_states_does_not_come_back_with_an_older_one(
    engine: Engine,
) -> None:
    corrected(engine, "2026-10-01")
    older = (ORIGINAL, premises(public_on=JULY))
    hand_over(engine, *older, body="original", fetched="2026-10-02", issued=JULY)

    assert known(engine).every(Premises) == ()


def test_of_issues_of_which_nobody_states_the_day_the_last_handed_over_counts(
    engine: Engine,
) -> None:
    undated = setting(places=7, public_on=date(2026, 10, 2))
    corrected(engine, "2026-10-01")
    hand_over(engine, undated, body="undated", fetched="2026-10-02", issued=None)

    assert known(engine).every(Setting) == (undated,)


def test_a_day_that_is_stated_later_counts_for_the_same_bytes(engine: Engine) -> None:
    undated = setting(public_on=date(2026, 10, 1))
    hand_over(engine, undated, body="undated", fetched="2026-10-01", issued=None)
    before = data_version(engine)
    saved = hand_over(
        engine, undated, body="undated", fetched="2026-10-02", issued=None, published="2026-07-16"
    )
    stated = undated.model_copy(update={"public_on": JULY})

    assert (saved.new, saved.corrected_to) == (False, JULY)
    assert known(engine, known_at="2026-07-15").every(Setting) == ()
    assert known(engine, known_at="2026-07-16").every(Setting) == (stated,)
    assert before != data_version(engine)


def test_a_later_day_takes_the_earlier_one_back(engine: Engine) -> None:
    original(engine, "2026-10-01")
    original(engine, "2026-10-02", published="2026-08-05")
    stated = ORIGINAL.model_copy(update={"public_on": date(2026, 8, 5)})

    assert known(engine, known_at="2026-08-04").every(Setting) == ()
    assert known(engine, known_at="2026-08-05").every(Setting) == (stated,)


def test_with_seen_a_day_counts_from_the_fetch_that_states_it(engine: Engine) -> None:
    original(engine, "2026-10-01")
    original(engine, "2026-10-02", published="2026-08-05")
    stated = ORIGINAL.model_copy(update={"public_on": date(2026, 8, 5)})

    assert known(engine, known_at="2026-10-01", seen=True).every(Setting) == (ORIGINAL,)
    assert known(engine, known_at="2026-10-02", seen=True).every(Setting) == (stated,)


def test_a_fetch_that_states_no_day_takes_none_back(engine: Engine) -> None:
    original(engine, "2026-10-01", published="2026-08-05")
    before = data_version(engine)
    saved = original(engine, "2026-10-02")

    assert saved.corrected_to is None
    assert known(engine, known_at="2026-08-04").every(Setting) == ()
    assert before == data_version(engine)


def test_the_earlier_statement_stays_in_the_ledger(engine: Engine) -> None:
    original(engine, "2026-10-01", published="2026-08-04")
    original(engine, "2026-10-02", published="2026-08-05")
    with engine.connect() as connection:
        stated = connection.execute(
            sa.select(col(tables.Fetch.published_on)).order_by(col(tables.Fetch.id))
        ).scalars()
        days = list(stated)

    assert days == [date(2026, 8, 4), date(2026, 8, 5)]


def test_records_with_a_day_of_their_own_keep_it(engine: Engine) -> None:
    visit = inspection(public_on=date(2026, 2, 15))
    for fetched, published in (("2026-10-01", None), ("2026-10-02", "2026-08-05")):
        hand_over(
            engine,
            ORIGINAL,
            visit,
            body="original",
            fetched=fetched,
            issued=JULY,
            published=published,
        )

    assert known(engine).every(Inspection) == (visit,)


def test_a_corrected_day_decides_which_issue_came_out_last(engine: Engine) -> None:
    original(engine, "2026-10-01")
    corrected(engine, "2026-10-02")
    original(engine, "2026-10-03", published="2026-09-20")
    stated = ORIGINAL.model_copy(update={"public_on": date(2026, 9, 20)})

    assert known(engine, known_at="2026-09-19").every(Setting) == (CORRECTED,)
    assert known(engine, known_at="2026-09-20").every(Setting) == (stated,)


def test_a_day_is_one_of_issue_where_anybody_states_it(engine: Engine) -> None:
    undated = setting(public_on=date(2026, 10, 1))
    hand_over(engine, undated, body="undated", fetched="2026-10-01", issued=None)
    original(engine, "2026-10-01", published="2026-08-05")

    def is_stated(body: str, day: date) -> bool:
        return ledger.is_issue_day(engine, document(body).sha256, day)

    assert not is_stated("undated", date(2026, 10, 1))
    assert is_stated("original", JULY)
    assert is_stated("original", date(2026, 8, 5))


def test_what_an_older_release_read_keeps_the_day_that_its_rows_bear(own_engine: Engine) -> None:
    undated = setting(public_on=date(2026, 10, 1))
    hand_over(own_engine, undated, body="undated", fetched="2026-10-01", issued=None)
    original(own_engine, "2026-10-02")
    before = days_held(own_engine)
    move(own_engine, "0003")
    move(own_engine, "head")

    assert days_held(own_engine) == before


def days_held(engine: Engine) -> list[tuple[date | None, date | None]]:
    reading = tables.Reading
    with engine.connect() as connection:
        rows = connection.execute(
            sa.select(col(reading.public_from), col(reading.issued_on)).order_by(col(reading.id))
        )
        return [(row[0], row[1]) for row in rows]


def move(engine: Engine, revision: str) -> None:
    config = migrations()
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        (command.upgrade if revision == "head" else command.downgrade)(config, revision)
