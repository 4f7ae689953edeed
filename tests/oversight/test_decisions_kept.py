"""Decisions come out of the database as they went in, and none is ever lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from db.engine import open_database
from db.loading import data_version
from oversight.decisions import Decisions
from oversight.decisions_kept import keep, kept
from tests.db.samples import held_rows
from tests.oversight.decisions.deciding import FIRST, NOT, SAME, UNDECIDED, A, B, decision

LARKMOOR = decision(
    " Lärkmoor Care Ltd ",
    SAME,
    A,
    "SC000002",
    "SC000001",
    valid_from=date(2020, 1, 1),
    valid_to=date(2024, 1, 1),
    cite="https://example.org/accounts",
)
COMPANIES = decision(A, NOT, B)
LATER = decision("Larkmoor", UNDECIDED, "none", hour=1)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    opened = open_database(database_url)
    yield opened
    opened.dispose()


def test_decisions_come_out_as_they_went_in(engine: Engine) -> None:
    keep(engine, [LARKMOOR, COMPANIES, LATER], FIRST)

    assert kept(engine).taken == (LARKMOOR, COMPANIES, LATER)


def test_a_decision_that_is_followed_by_another_stays_held(engine: Engine) -> None:
    followed = replace(COMPANIES, verdict=SAME, decided_at=FIRST + timedelta(hours=2))
    keep(engine, [COMPANIES], FIRST)
    keep(engine, [followed], FIRST)

    assert kept(engine).taken == (COMPANIES, followed)
    assert kept(engine).in_force == (followed,)


def test_what_was_decided_after_a_moment_is_not_known_at_it(engine: Engine) -> None:
    keep(engine, [COMPANIES, LATER], FIRST + timedelta(days=1))

    assert kept(engine, FIRST).taken == (COMPANIES,)
    assert kept(engine, FIRST - timedelta(seconds=1)) == Decisions(taken=())


def test_all_of_several_decisions_are_kept_or_none(engine: Engine) -> None:
    nameless = replace(LATER)
    object.__setattr__(nameless, "decided_by", None)

    with pytest.raises(IntegrityError):
        keep(engine, [COMPANIES, nameless], FIRST)

    assert held_rows(engine) == {}


def test_to_keep_no_decision_changes_nothing(engine: Engine) -> None:
    keep(engine, [], FIRST)

    assert held_rows(engine) == {}


def test_a_decision_changes_the_version_of_what_answers_rest_on(engine: Engine) -> None:
    versions = [data_version(engine)]
    for one in (COMPANIES, LATER):
        keep(engine, [one], FIRST)
        versions.append(data_version(engine))

    assert len(set(versions)) == 3
