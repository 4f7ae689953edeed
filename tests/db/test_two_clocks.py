"""What was public by a moment, and dated up to a day: the two clocks of a snapshot."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import strategies as st
from sqlalchemy import Engine

from db import loading
from db.records import (
    KINDS,
    Inspection,
    Judgement,
    LocalAuthority,
    Population,
    Premises,
    Record,
    Setting,
)
from db.store import close_run, running
from tests.db.samples import (
    SOURCE,
    council,
    document,
    inspection,
    known,
    noon,
    one_of_each,
    premises,
    save,
    setting,
    take_in,
)

days = st.integers(1, 28)


def listed(body: str, urn: str, **said: Any) -> Setting:
    """One line of a register, cited from its own document."""
    return setting(urn, cite=document(body).cite("row=2"), **said)


def test_a_register_is_not_visible_before_the_day_it_was_made_public(engine: Engine) -> None:
    take_in(engine, [setting(public_on=date(2026, 2, 15))], fetched="2026-03-01")

    assert known(engine, known_at="2026-02-14").every(Setting) == ()
    assert known(engine, known_at="2026-02-15").every(Setting) == (setting(),)


def test_with_seen_a_register_is_not_visible_before_the_moment_it_was_fetched(
    engine: Engine,
) -> None:
    take_in(engine, [setting(public_on=date(2026, 2, 15))], fetched="2026-03-01")

    assert known(engine, known_at="2026-02-28", seen=True).every(Setting) == ()
    assert known(engine, known_at="2026-03-01", seen=True).every(Setting) == (setting(),)


def test_a_register_is_not_visible_on_the_days_before_the_day_it_describes(engine: Engine) -> None:
    take_in(engine, [setting(as_at=date(2026, 1, 31))])

    assert known(engine, as_of="2026-01-30").every(Setting) == ()
    assert known(engine, as_of="2026-01-31").every(Setting) == (setting(),)


def test_what_is_public_already_may_begin_later(engine: Engine) -> None:
    announced = council(valid_from=date(2028, 4, 1), public_on=date(2026, 2, 15))
    take_in(engine, [announced])

    assert known(engine, as_of="2028-03-31").current(LocalAuthority) == ()
    assert known(engine, as_of="2028-04-01").current(LocalAuthority) == (announced,)


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: type(record).__name__)
def test_every_kind_obeys_both_clocks(engine: Engine, record: Record) -> None:
    take_in(engine, [record])
    eve = getattr(record, record.dated_by) - timedelta(days=1)

    assert known(engine, known_at="2026-02-14").every(type(record)) == ()
    assert known(engine, as_of=f"{eve}").every(type(record)) == ()
    assert known(engine).every(type(record)) == (record,)


def test_a_reissue_is_seen_from_its_day_and_the_first_issue_until_then(engine: Engine) -> None:
    first = setting(places=4, public_on=date(2026, 2, 15))
    reissue = setting(places=5, public_on=date(2026, 4, 20))
    take_in(engine, [first], body="first", fetched="2026-03-01")
    take_in(engine, [reissue], body="reissue", fetched="2026-05-01")

    assert known(engine, known_at="2026-04-19").every(Setting) == (first,)
    assert known(engine, known_at="2026-04-20").every(Setting) == (reissue,)


def test_with_seen_a_reissue_counts_from_the_moment_it_was_fetched(engine: Engine) -> None:
    first = setting(places=4, public_on=date(2026, 2, 15))
    reissue = setting(places=5, public_on=date(2026, 4, 20))
    take_in(engine, [first], body="first", fetched="2026-03-01")
    take_in(engine, [reissue], body="reissue", fetched="2026-05-01")

    assert known(engine, known_at="2026-04-30", seen=True).every(Setting) == (first,)
    assert known(engine, known_at="2026-05-01", seen=True).every(Setting) == (reissue,)


def test_the_first_issue_serves_while_a_reissue_that_is_held_already_is_not_public(
    engine: Engine,
) -> None:
    first = setting(places=4, public_on=date(2026, 2, 15))
    embargoed = setting(places=5, public_on=date(2026, 4, 20))
    take_in(engine, [first], body="first", fetched="2026-03-01")
    take_in(engine, [embargoed], body="embargoed", fetched="2026-03-02")

    assert known(engine, known_at="2026-04-19").every(Setting) == (first,)
    assert known(engine, known_at="2026-04-20").every(Setting) == (embargoed,)


def test_a_body_that_comes_back_changes_nothing_about_the_days_before(engine: Engine) -> None:
    first = setting(places=4, public_on=date(2026, 2, 15))
    second = setting(places=5, public_on=date(2026, 4, 20))
    take_in(engine, [first], body="first", fetched="2026-03-01")
    take_in(engine, [second], body="second", fetched="2026-05-01")
    take_in(engine, [first], body="first", fetched="2026-06-01")

    assert known(engine, known_at="2026-02-15").every(Setting) == (first,)
    assert known(engine, known_at="2026-05-31").every(Setting) == (second,)
    assert known(engine, known_at="2026-06-01").every(Setting) == (first,)


def test_a_kind_that_a_newer_document_no_longer_states_is_gone_when_that_is_fetched(
    engine: Engine,
) -> None:
    take_in(engine, [setting(), premises()], body="first", fetched="2026-03-01")
    take_in(engine, [setting()], body="second", fetched="2026-05-01")

    assert known(engine, known_at="2026-04-30").every(Premises) == (premises(),)
    assert known(engine, known_at="2026-05-01").every(Premises) == ()


def test_records_of_one_document_become_visible_each_on_its_own_day(engine: Engine) -> None:
    early = inspection("10000001", public_on=date(2025, 11, 3))
    late = inspection("10000002", public_on=date(2026, 1, 12))
    take_in(engine, [setting(), early, late], fetched="2026-03-01")

    assert known(engine, known_at="2025-11-02").every(Inspection) == ()
    assert known(engine, known_at="2025-11-03").every(Inspection) == (early,)
    assert known(engine, known_at="2026-01-12").every(Inspection) == (early, late)
    assert known(engine, known_at="2026-01-12").every(Setting) == ()


def test_of_one_inspection_in_two_documents_the_later_made_public_counts(engine: Engine) -> None:
    appealed = inspection(overall_experiences_and_progress=Judgement.INADEQUATE)
    upheld = inspection(
        overall_experiences_and_progress=Judgement.GOOD, public_on=date(2026, 4, 20)
    )
    take_in(engine, [upheld], body="second", subject="2026", fetched="2026-05-01")
    take_in(engine, [appealed], body="first", subject="2025", fetched="2026-05-02")

    assert known(engine, known_at="2026-04-19").current(Inspection) == (appealed,)
    assert known(engine, known_at="2026-04-20").current(Inspection) == (upheld,)
    assert known(engine).every(Inspection) == (appealed, upheld)


def test_a_rebuilt_register_for_the_same_day_replaces_the_one_published_before(
    engine: Engine,
) -> None:
    published = (listed("annual", "SC000001"), listed("annual", "SC000002"))
    rebuilt = (listed("rebuilt", "SC000003", public_on=date(2026, 4, 20)),)
    take_in(engine, rebuilt, body="rebuilt", source="rebuild", fetched="2026-05-01")
    take_in(engine, published, body="annual", source="annual", fetched="2026-05-02")

    assert known(engine, known_at="2026-04-19").current(Setting) == published
    assert known(engine, known_at="2026-04-20").current(Setting) == rebuilt
    assert known(engine).every(Setting) == (*published, *rebuilt)


def test_a_list_of_inspected_settings_adds_inspections_and_never_population(
    engine: Engine,
) -> None:
    full = listed("full", "SC000001", as_at=date(2025, 3, 31))
    partial = listed(
        "partial", "SC000002", as_at=date(2025, 9, 30), population=Population.INSPECTED_ONLY
    )
    take_in(engine, [full], body="full", subject="2025-03-31")
    take_in(engine, [partial, inspection()], body="partial", subject="2025-09-30")
    snapshot = known(engine)

    assert snapshot.current(Setting) == (full,)
    assert snapshot.list_date(Setting) == date(2025, 3, 31)
    assert snapshot.current(Inspection) == (inspection(),)


def test_a_snapshot_does_not_change_while_it_is_read(engine: Engine) -> None:
    take_in(engine, [setting(places=4)], body="first")
    snapshot = known(engine)
    take_in(engine, [setting(places=5)], body="second", fetched="2026-03-02")

    assert snapshot.every(Setting) == (setting(places=4),)
    assert known(engine).every(Setting) == (setting(places=5),)


def test_an_empty_snapshot_holds_no_kind(engine: Engine) -> None:
    snapshot = known(engine)

    assert [snapshot.current(kind) for kind in KINDS] == [()] * len(KINDS)
    assert snapshot.list_date(Setting) is None


def test_a_shelf_has_a_place_for_every_kind(engine: Engine) -> None:
    assert list(known(engine).shelf) == list(KINDS)
    assert len(known(engine).shelf) == len(KINDS)


def test_many_subjects_are_read_in_the_order_in_which_they_were_published(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "SUBJECTS_A_QUERY", 2)
    visits = [inspection(f"1000000{n}", public_on=date(2026, 1, 30 - n)) for n in range(5)]
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        for visit in visits:
            number = str(visit.event_number)
            save(engine, run, [visit, visit], body=number, subject=number)
        close_run(engine, run, {}, noon("2026-03-01"))
    found = [visit.event_number for visit in known(engine).every(Inspection)]

    assert found == [
        *["10000004"] * 2,
        *["10000003"] * 2,
        *["10000002"] * 2,
        *["10000001"] * 2,
        *["10000000"] * 2,
    ]


def test_a_correction_inside_a_reissue_is_unknown_until_the_reissue_is_out(engine: Engine) -> None:
    visit = inspection("10000000", public_on=date(2026, 2, 1))
    corrected = visit.model_copy(update={"overall_experiences_and_progress": Judgement.INADEQUATE})
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        first = listed("first", "SC000001", public_on=date(2026, 2, 10))
        save(engine, run, [visit, first], body="first", subject="register")
        close_run(engine, run, {}, noon("2026-03-01"))
    with running(engine, SOURCE, noon("2026-03-20")) as run:
        again = listed("again", "SC000001", public_on=date(2026, 3, 10))
        save(engine, run, [corrected, again], body="again", subject="register")
        close_run(engine, run, {}, noon("2026-03-20"))

    assert known(engine, known_at="2026-03-05").current(Inspection) == (visit,)
    assert known(engine, known_at="2026-03-15").current(Inspection) == (corrected,)
