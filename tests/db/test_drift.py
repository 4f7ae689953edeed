"""What changed in how a source reads: rows, filled fields, words never met before."""

import json
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Engine
from sqlmodel import col

from db import tables
from db.drift import Line
from db.engine import writing
from db.records import Record, Setting
from db.saving import save_reading
from db.store import close_run, running
from tests.db.samples import (
    SOURCE,
    document,
    inspection,
    movement,
    noon,
    premises,
    save,
    setting,
    take_in,
)


def test_a_first_reading_has_nothing_to_compare_with(engine: Engine) -> None:
    lines = drift(engine, [setting(), setting("SC000002", places=None)])

    assert rows("Setting", now=2) == line_of(lines, "Setting", "")
    assert filled("Setting", "places", now=1, of=2) == line_of(lines, "Setting", "places")


def test_every_field_of_every_kind_found_has_a_line(engine: Engine) -> None:
    lines = drift(engine, [setting(), inspection()])
    of_settings = [line.field for line in lines if line.kind == "Setting"]

    assert {line.kind for line in lines} == {"Inspection", "Setting"}
    assert ["", *Setting.model_fields] == of_settings


def test_a_subject_is_compared_with_its_own_last_published_reading(engine: Engine) -> None:
    take_in(engine, [setting(), setting("SC000002")], body="first")
    take_in(engine, [setting()] * 5, body="another year's", subject="2025-01-31")
    lines = drift(engine, [setting(owner_name=None)] * 3, body="second")

    assert line_of(lines, "Setting", "") == rows(
        "Setting", now=3, before=2, compared_with="2026-01-31"
    )
    assert line_of(lines, "Setting", "owner_name") == filled(
        "Setting", "owner_name", now=0, of=3, before=2, before_of=2, compared_with="2026-01-31"
    )


def test_of_several_earlier_readings_the_newest_is_compared(engine: Engine) -> None:
    take_in(engine, [setting()] * 1, body="first", fetched="2026-03-01")
    take_in(engine, [setting()] * 2, body="second", fetched="2026-03-02")
    lines = drift(engine, [setting()] * 3, body="third")

    assert line_of(lines, "Setting", "").before == 2


def test_a_body_that_comes_back_is_compared_with_the_one_it_displaces(engine: Engine) -> None:
    take_in(engine, [setting()] * 1, body="first", fetched="2026-03-01")
    take_in(engine, [setting()] * 2, body="second", fetched="2026-03-02")
    lines = drift(engine, [setting()] * 1, body="first")

    assert line_of(lines, "Setting", "") == rows(
        "Setting", now=1, before=2, compared_with="2026-01-31"
    )


def test_the_next_body_is_compared_with_one_that_came_back(engine: Engine) -> None:
    take_in(engine, [setting()] * 1, body="first", fetched="2026-03-01")
    take_in(engine, [setting()] * 2, body="second", fetched="2026-03-02")
    take_in(engine, [setting()] * 1, body="first", fetched="2026-03-03")
    lines = drift(engine, [setting()] * 3, body="third")

    assert line_of(lines, "Setting", "").before == 1


def test_a_new_subject_is_compared_with_the_one_before_it(engine: Engine) -> None:
    take_in(engine, [setting()] * 3, body="2024", subject="2024-01-31")
    take_in(engine, [setting()] * 4, body="2025", subject="2025-01-31")
    take_in(engine, [setting()] * 6, body="2027", subject="2027-01-31")
    lines = drift(engine, [setting()] * 5, body="2026", subject="2026-01-31")

    assert line_of(lines, "Setting", "") == rows(
        "Setting", now=5, before=4, compared_with="2025-01-31"
    )


def test_a_new_subject_is_compared_only_with_one_that_begins_alike(engine: Engine) -> None:
    take_in(engine, [setting()] * 3, body="2024", subject="register at 2024-03-31")
    take_in(engine, [movement()], body="moved", subject="movements to 2024-03-31")
    lines = drift(engine, [setting()] * 5, body="2025", subject="register at 2025-03-31")
    found = line_of(lines, "Setting", "")

    assert (found.now, found.before, found.compared_with) == (5, 3, "register at 2024-03-31")


def test_a_new_subject_without_a_date_has_nothing_to_compare_with(engine: Engine) -> None:
    take_in(engine, [setting()] * 3, body="one", subject="09000001")
    lines = drift(engine, [setting()] * 5, body="two", subject="09000002")

    assert line_of(lines, "Setting", "").before is None


def test_two_new_subjects_of_one_run_are_compared_with_each_other(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-09")) as run:
        save(engine, run, [setting()] * 5, body="2026", subject="2026-01-31")
        save(engine, run, [setting()] * 4, body="2025", subject="2025-01-31")
        lines = close_run(engine, run, {}, noon("2026-03-09"))
    counts = [(e.subject, e.now, e.before, e.compared_with) for e in lines if e.field == ""]

    assert counts == [("2025-01-31", 4, None, None), ("2026-01-31", 5, 4, "2025-01-31")]


def test_an_abandoned_reading_is_nothing_to_compare_with(engine: Engine) -> None:
    take_in(engine, [setting()] * 2, body="published")
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        save(engine, run, [setting()] * 9, body="abandoned", fetched="2026-03-02")
    lines = drift(engine, [setting()] * 3, body="second")

    assert line_of(lines, "Setting", "").before == 2


def test_another_source_is_nothing_to_compare_with(engine: Engine) -> None:
    take_in(engine, [setting()] * 2, body="theirs", source="lists")
    lines = drift(engine, [setting()] * 3, body="ours")

    assert line_of(lines, "Setting", "").before is None


def test_the_last_document_of_a_subject_in_a_run_is_the_one_reported(engine: Engine) -> None:
    take_in(engine, [setting()] * 2, body="first")
    with running(engine, SOURCE, noon("2026-03-03")) as run:
        save(engine, run, [setting()] * 9, body="second", fetched="2026-03-02")
        save(engine, run, [setting()] * 2, body="first", fetched="2026-03-03")
        lines = close_run(engine, run, {}, noon("2026-03-03"))

    assert line_of(lines, "Setting", "").now == 2


def test_a_better_reader_is_compared_with_the_one_before(engine: Engine) -> None:
    take_in(engine, [setting()] * 2)
    with running(engine, SOURCE, noon("2026-03-02")) as run:
        with writing(engine).begin() as connection:
            save_reading(connection, run, document("a register").sha256, [setting()] * 3, version=2)
        lines = close_run(engine, run, {}, noon("2026-03-02"))

    assert line_of(lines, "Setting", "") == rows(
        "Setting", now=3, before=2, compared_with="2026-01-31"
    )


def test_a_kind_that_is_gone_is_reported_as_no_rows(engine: Engine) -> None:
    take_in(engine, [setting(), inspection()], body="first")
    lines = drift(engine, [setting()], body="second")

    assert line_of(lines, "Inspection", "") == rows(
        "Inspection", now=0, before=1, compared_with="2026-01-31"
    )


def test_a_kind_that_is_new_has_nothing_to_compare_with(engine: Engine) -> None:
    take_in(engine, [setting()], body="first")
    lines = drift(engine, [setting(), inspection()], body="second")

    assert rows("Inspection", now=1) == line_of(lines, "Inspection", "")


def test_words_that_a_vocabulary_lacks_are_counted(engine: Engine) -> None:
    lines = drift(
        engine,
        [
            premises(service_category="Category 1"),
            premises(service_category="Category 5"),
            premises(service_category="Category 5"),
            premises(service_category="category 1"),
        ],
    )

    assert line_of(lines, "Premises", "service_category").unknown == {
        "Category 5": 2,
        "category 1": 1,
    }


def test_known_words_and_blanks_are_not_reported(engine: Engine) -> None:
    lines = drift(
        engine,
        [movement(reason=None), movement(reason="Joiner and Leaver in current reporting period")],
    )

    assert line_of(lines, "Movement", "reason").unknown == {}


def test_unknown_words_are_no_drift_of_fields_without_a_vocabulary(engine: Engine) -> None:
    lines = drift(engine, [setting(local_authority="Atlantis")])

    assert line_of(lines, "Setting", "local_authority").unknown == {}


def test_the_same_bytes_again_are_reported_as_no_change(engine: Engine) -> None:
    take_in(engine, [setting()] * 2)
    lines = drift(engine, [setting()] * 2, body="a register")

    assert {(line.now, line.of) for line in lines} == {
        (line.before, line.before_of) for line in lines
    }


def test_a_run_without_documents_reports_nothing(engine: Engine) -> None:
    with running(engine, SOURCE, noon("2026-03-01")) as run:
        assert close_run(engine, run, {}, noon("2026-03-01")) == ()


def test_the_report_is_stored_with_its_run(engine: Engine) -> None:
    take_in(engine, [premises()], body="first")
    lines = drift(engine, [premises(service_category="Category 5")], body="second")

    assert stored(engine)[-1] == [line.__dict__ for line in lines]
    assert {
        "subject": "2026-01-31",
        "kind": "Premises",
        "field": "service_category",
        "now": 1,
        "of": 1,
        "before": 1,
        "before_of": 1,
        "compared_with": "2026-01-31",
        "unknown": {"Category 5": 1},
    } in stored(engine)[-1]


def test_many_undated_subjects_are_counted_together(engine: Engine) -> None:
    for number in range(2):
        drift(engine, [setting()], body=f"company {number}", subject=f"{number:08d}")
    with running(engine, SOURCE, noon("2026-03-10")) as run:
        for number in range(25):
            save(
                engine,
                run,
                [setting(), setting(urn="SC000002")],
                body=f"company {number} again",
                fetched="2026-03-10",
                subject=f"{number:08d}",
            )
        lines = close_run(engine, run, {}, noon("2026-03-10"))

    assert {line.subject for line in lines} == {"25 subjects"}
    assert line_of(lines, "Setting", "").now == 50
    assert line_of(lines, "Setting", "").before == 2
    assert line_of(lines, "Setting", "").compared_with == "the 2 met before"


def drift(
    engine: Engine,
    records: Sequence[Record],
    *,
    body: str = "a register",
    subject: str = "2026-01-31",
) -> tuple[Line, ...]:
    """Take one document in after all others, and give the drift report."""
    with running(engine, SOURCE, noon("2026-03-09")) as run:
        save(engine, run, records, body=body, fetched="2026-03-09", subject=subject)
        return close_run(engine, run, {}, noon("2026-03-09"))


def line_of(lines: Sequence[Line], kind: str, field: str) -> Line:
    (found,) = (line for line in lines if (line.kind, line.field) == (kind, field))
    return found


def rows(
    kind: str, *, now: int, before: int | None = None, compared_with: str | None = None
) -> Line:
    return filled(
        kind, "", now=now, of=now, before=before, before_of=before, compared_with=compared_with
    )


def filled(
    kind: str,
    field: str,
    *,
    now: int,
    of: int,
    before: int | None = None,
    before_of: int | None = None,
    compared_with: str | None = None,
) -> Line:
    return Line(
        subject="2026-01-31",
        kind=kind,
        field=field,
        now=now,
        of=of,
        before=before,
        before_of=before_of,
        compared_with=compared_with,
        unknown={},
    )


def stored(engine: Engine) -> list[list[dict[str, Any]]]:
    with engine.connect() as connection:
        reports = connection.execute(sa.select(col(tables.Run.drift)).order_by(col(tables.Run.id)))
        return [json.loads(report) for report in reports.scalars() if report is not None]
