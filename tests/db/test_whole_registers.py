"""The newest whole reading of one company's register counts, whichever source it came through."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine

from db.records import (
    Capacity,
    Control,
    ControlStatement,
    Oddity,
    Record,
    Register,
    RegisterExtract,
    SicCode,
)
from tests.db.companies import NUMBER, said
from tests.db.samples import document, known, take_in

API = "the API's answers"
SNAPSHOT = "the snapshot's lines"
SINCE = date(2019, 5, 1)


def control(psc_id: str, body: str, *, company: str = NUMBER, **more: Any) -> Control:
    """One entry of a control register, public since its notification."""
    return said(
        Control,
        psc_id=psc_id,
        company_number=company,
        cite=document(body).cite(f"/{psc_id}"),
        kind="individual-person-with-significant-control",
        capacity=Capacity.DIRECT,
        public_on=SINCE,
        valid_from=SINCE,
        **more,
    )


def extract(
    day: str, entries: int, register: Register = Register.CONTROLS, company: str = NUMBER
) -> RegisterExtract:
    """That a register was read whole on a day."""
    return said(
        RegisterExtract,
        company_number=company,
        register_name=register,
        public_on=date.fromisoformat(day),
        read_on=date.fromisoformat(day),
        entries=entries,
    )


def read(
    engine: Engine,
    source: str,
    day: str,
    *entries: str,
    company: str = NUMBER,
    body: str = "",
) -> None:
    """Read a company's control register whole: these entries and no other."""
    body = body or f"{source} {company} {day}"
    records: list[Record] = [extract(day, len(entries), company=company)]
    records += [control(entry, body, company=company) for entry in entries]
    take_in(engine, records, body=body, fetched=day, subject=company, source=source)


def in_force(engine: Engine, **asked: Any) -> list[str]:
    return [entry.psc_id for entry in known(engine, **asked).current(Control)]


@pytest.mark.parametrize(("first", "then"), [(API, SNAPSHOT), (SNAPSHOT, API)])
def test_an_entry_that_the_newest_whole_reading_lacks_is_gone(
    engine: Engine, first: str, then: str
) -> None:
    read(engine, first, "2026-03-01", "A", "B")
    read(engine, then, "2026-03-02", "A")

    assert in_force(engine) == ["A"]
    assert [one.psc_id for one in known(engine).every(Control)] == ["A"]
    assert [one.entries for one in known(engine).current(RegisterExtract)] == [1]


def test_it_is_gone_from_earlier_days_too_for_the_register_says_it_never_was(
    engine: Engine,
) -> None:
    read(engine, API, "2026-03-01", "A", "B")
    read(engine, SNAPSHOT, "2026-03-02", "A")

    assert in_force(engine, as_of="2025-03-31") == ["A"]


@pytest.mark.parametrize("seen", [False, True])
def test_it_stays_for_whoever_asks_what_was_known_before(engine: Engine, *, seen: bool) -> None:
    read(engine, API, "2026-03-01", "A", "B")
    read(engine, SNAPSHOT, "2026-03-03", "A")

    assert in_force(engine, known_at="2026-03-02", seen=seen) == ["A", "B"]
    assert in_force(engine, known_at="2026-03-03", seen=seen) == ["A"]


def test_an_entry_that_only_the_later_reading_has_is_unknown_before_it(engine: Engine) -> None:
    read(engine, API, "2026-03-01", "A")
    read(engine, SNAPSHOT, "2026-03-03", "A", "C")

    assert in_force(engine, known_at="2026-03-02") == ["A"]
    assert in_force(engine, known_at="2026-03-03") == ["A", "C"]


def test_before_any_reading_is_out_what_all_of_them_state_counts_from_its_own_day(
    engine: Engine,
) -> None:
    read(engine, API, "2026-03-01", "A", "B")
    read(engine, SNAPSHOT, "2026-03-03", "A", "C")

    assert sorted(in_force(engine, known_at="2026-02-28")) == ["A", "B", "C"]
    assert in_force(engine, known_at="2019-04-30") == []


def test_an_empty_register_takes_the_place_of_a_full_one_of_another_source(
    engine: Engine,
) -> None:
    read(engine, API, "2026-03-01", "A", "B")
    read(engine, SNAPSHOT, "2026-03-02")

    assert in_force(engine) == []
    assert in_force(engine, known_at="2026-03-01") == ["A", "B"]


def test_a_reading_that_says_the_same_as_an_earlier_one_counts_from_its_own_day(
    engine: Engine,
) -> None:
    read(engine, SNAPSHOT, "2026-03-01", "A", body="lines")
    read(engine, API, "2026-03-02", "A", "B")
    take_in(engine, [], body="lines", fetched="2026-03-03", subject=NUMBER, source=SNAPSHOT)

    assert in_force(engine, known_at="2026-03-01") == ["A"]
    assert in_force(engine, known_at="2026-03-02") == ["A", "B"]
    assert in_force(engine, known_at="2026-03-03") == ["A"]


def test_readings_of_other_companies_are_left_alone(engine: Engine) -> None:
    read(engine, API, "2026-03-01", "A", "B")
    read(engine, API, "2026-03-01", "D", company="09000002")
    read(engine, SNAPSHOT, "2026-03-02", "A")

    assert in_force(engine) == ["D", "A"]


def test_a_single_entry_that_was_read_before_the_whole_register_is_replaced_by_it(
    engine: Engine,
) -> None:
    take_in(engine, [control("B", "one")], body="one", fetched="2026-03-01", subject="B")
    read(engine, SNAPSHOT, "2026-03-02", "A")

    assert in_force(engine, known_at="2026-03-01") == ["B", "A"]
    assert in_force(engine, known_at="2026-03-02") == ["A"]


def test_a_single_entry_that_was_read_after_the_whole_register_is_added_to_it(
    engine: Engine,
) -> None:
    read(engine, SNAPSHOT, "2026-03-01", "A")
    take_in(engine, [control("B", "one")], body="one", fetched="2026-03-02", subject="B")

    assert sorted(in_force(engine)) == ["A", "B"]


def statement(words: str, statement_id: str | None) -> ControlStatement:
    return said(
        ControlStatement,
        statement=words,
        statement_id=statement_id,
        public_on=SINCE,
        valid_from=SINCE,
    )


def test_statements_and_exemptions_are_two_registers(engine: Engine) -> None:
    stated = statement("psc-exists-but-not-identified", "s1")
    exempt = statement("psc-exempt-as-shares-admitted-on-market", None)
    whole = [extract("2026-03-01", 1, one) for one in Register if "control" not in one]
    take_in(
        engine,
        [*whole, extract("2026-03-01", 1, Register.CONTROL_STATEMENTS), stated, exempt],
        body="lines",
        fetched="2026-03-01",
        subject=NUMBER,
        source=SNAPSHOT,
    )
    take_in(
        engine,
        [extract("2026-03-02", 0, Register.CONTROL_STATEMENTS)],
        body="statements",
        fetched="2026-03-02",
        subject=NUMBER,
        source=API,
    )

    assert known(engine, known_at="2026-03-01").current(ControlStatement) == (stated, exempt)
    assert known(engine).current(ControlStatement) == (exempt,)


def test_an_oddity_of_a_register_that_was_read_again_is_gone(engine: Engine) -> None:
    odd = said(
        Oddity,
        register_name=Register.CONTROLS,
        public_on=date(2026, 3, 1),
        read_on=date(2026, 3, 1),
        problem="It ends too early.",
    )
    take_in(
        engine,
        [extract("2026-03-01", 1), control("A", "odd"), odd],
        body="odd",
        fetched="2026-03-01",
        subject=NUMBER,
        source=API,
    )
    read(engine, SNAPSHOT, "2026-03-02", "A")

    assert known(engine, known_at="2026-03-01").current(Oddity) == (odd,)
    assert known(engine).current(Oddity) == ()


def test_what_stands_in_no_register_is_no_matter_of_whole_readings(engine: Engine) -> None:
    code = said(SicCode, sic_code="87900", public_on=date(2026, 3, 1))
    take_in(engine, [code], body="profile", fetched="2026-03-01", subject=NUMBER, source="profiles")
    read(engine, SNAPSHOT, "2026-03-02", "A")

    assert known(engine).current(SicCode) == (code,)
