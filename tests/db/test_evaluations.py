"""An evaluation is kept once for everything that it depends on."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from db import tables
from db.engine import writing
from tests.db.samples import held_rows, noon

ANSWERS: dict[str, Any] = {
    "key": "everything it depends on",
    "as_of": date(2026, 3, 31),
    "known_at": noon("2026-04-01"),
    "seen": True,
    "policy": "illustrative",
    "policy_sha256": "0" * 64,
    "code_version": "0.1.0",
    "data_version": "1" * 64,
    "made_at": noon("2026-04-02"),
    "answers": '{"findings": ["Réseau d’Été"]}',
}


def test_an_evaluation_comes_out_as_it_went_in(engine: Engine) -> None:
    keep(engine, ANSWERS)
    with Session(engine) as session:
        kept = session.exec(select(tables.Evaluation)).one()

    assert {**ANSWERS, "id": kept.id} == kept.model_dump()


def test_the_same_evaluation_cannot_be_kept_twice(engine: Engine) -> None:
    keep(engine, ANSWERS)

    with pytest.raises(IntegrityError):
        keep(engine, {**ANSWERS, "made_at": noon("2026-04-03")})

    assert held_rows(engine) == {"evaluation": 1}


def test_another_key_is_another_evaluation(engine: Engine) -> None:
    keep(engine, ANSWERS)
    keep(engine, {**ANSWERS, "key": "something else", "seen": False})

    assert held_rows(engine) == {"evaluation": 2}


def test_an_evaluation_says_everything_it_was_made_from(engine: Engine) -> None:
    with pytest.raises(IntegrityError):
        keep(engine, {**ANSWERS, "data_version": None})


def keep(engine: Engine, values: dict[str, Any]) -> None:
    with writing(engine).begin() as connection:
        connection.execute(sa.insert(tables.Evaluation).values(**values))
