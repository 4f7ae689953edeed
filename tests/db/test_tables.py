"""A row is its record and nothing else: what goes in comes out, in the publisher's words."""

from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
import sqlalchemy as sa
from annotated_types import Ge
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic.fields import FieldInfo
from sqlalchemy import Engine
from sqlalchemy.exc import StatementError

from db import ledger
from db.engine import writing
from db.records import (
    KINDS,
    Document,
    EventType,
    InterimOutcome,
    Judgement,
    Listing,
    Population,
    ProvisionType,
    Record,
    RegistrationStatus,
    Sector,
    SupportedAccommodationOutcome,
)
from db.store import close_run, running, save_subject
from db.tables import TABLE_FOR
from tests.db.samples import (
    SOURCE,
    inspection,
    known,
    movement,
    noon,
    one_of_each,
    raw,
    setting,
    take_in,
    visible,
    visible_of,
)

LARGEST_INTEGER = 2**31 - 1
"""PostgreSQL's largest `integer`; no register lists more places."""


def test_every_kind_of_record_has_a_table_and_a_sample() -> None:
    assert list(KINDS) == list(TABLE_FOR) == [type(record) for record in one_of_each()]


@pytest.mark.parametrize("record", one_of_each(), ids=lambda record: type(record).__name__)
def test_a_record_comes_out_of_the_store_as_it_went_in(engine: Engine, record: Record) -> None:
    take_in(engine, [record])

    assert {type(record).__name__: (record,)} == visible(engine)


@settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
@pytest.mark.parametrize("kind", KINDS)
def test_any_records_come_out_of_the_store_as_they_went_in(
    engine: Engine, kind: type[Record], data: st.DataObject
) -> None:
    records = tuple(data.draw(st.lists(statements(kind), min_size=1, max_size=3)))
    take_in(engine, records, body=repr(records))

    assert visible_of(engine, kind) == records


def test_a_row_has_the_records_fields_and_two_keys() -> None:
    fields = [{"id", "reading_id", *kind.model_fields} for kind in KINDS]

    assert fields == [set(TABLE_FOR[kind].columns.keys()) for kind in KINDS]


def test_a_register_keeps_the_publishers_words_as_text(engine: Engine) -> None:
    line = setting(
        provision_type=ProvisionType.RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME,
        registration_status=RegistrationStatus.SUSPENDED,
        sector=Sector.LOCAL_AUTHORITY,
        population=Population.INSPECTED_ONLY,
        owner_name=" Réseau\td’Été — 孤児院 Ltd ",
    )
    take_in(engine, [line])

    with engine.connect() as connection:
        assert raw(
            connection,
            "select provision_type, registration_status, sector, population, owner_name"
            " from setting",
        ) == [
            (
                "Residential special school (registered as a children's home)",
                "Suspended",
                "Local Authority",
                "inspected only",
                " Réseau\td’Été — 孤児院 Ltd ",
            )
        ]


def test_an_inspection_keeps_the_publishers_words_as_text(engine: Engine) -> None:
    visit = inspection(
        event_type=EventType.INTERIM,
        listing=Listing.LATEST,
        overall_experiences_and_progress=Judgement.REQUIRES_IMPROVEMENT,
        interim_outcome=InterimOutcome.SUSTAINED,
        supported_accommodation_outcome=SupportedAccommodationOutcome.SERIOUS_OR_WIDESPREAD,
    )
    take_in(engine, [visit])

    with engine.connect() as connection:
        assert raw(
            connection,
            "select event_type, listing, overall_experiences_and_progress, interim_outcome,"
            " supported_accommodation_outcome, health_services from inspection",
        ) == [
            (
                "Interim inspection",
                "latest full inspection at the register date",
                "Requires improvement to be good",
                "Sustained effectiveness",
                "Serious or widespread weaknesses",
                None,
            )
        ]


def test_what_the_publisher_does_not_say_is_null_and_never_zero(engine: Engine) -> None:
    take_in(engine, [movement(places=None), movement("SC000002", places=0)])

    with engine.connect() as connection:
        assert raw(connection, "select places from movement order by urn") == [(None,), (0,)]


def test_blank_text_is_not_the_same_as_none(engine: Engine) -> None:
    take_in(engine, [setting(name=""), setting("SC000002", name=None)])
    blank, nothing = known(engine).every(type(setting()))

    assert blank.name == ""
    assert nothing.name is None


def test_a_word_that_its_list_has_lost_stops_the_reader(engine: Engine) -> None:
    take_in(engine, [setting()])
    with writing(engine).begin() as connection:
        connection.execute(sa.text("update setting set sector = 'Municipal'"))

    with pytest.raises(ValueError, match="'Municipal' is not a valid Sector"):
        visible(engine)


def test_an_instant_is_kept_in_utc(engine: Engine) -> None:
    in_summer_time = datetime(2026, 7, 1, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    fetched = Document(url="file:x", fetched_at=in_summer_time, body=b"x")
    with running(engine, SOURCE, noon("2026-07-01")) as run:
        save_subject(engine, run, "x", fetched, [setting()], version=1)
        close_run(engine, run, {}, noon("2026-07-01"))
    kept = ledger.published(engine)[0].fetched_at

    assert datetime(2026, 6, 30, 23, 30, tzinfo=UTC) == kept
    assert timedelta(0) == kept.utcoffset()


def test_an_instant_without_a_time_zone_is_refused(engine: Engine) -> None:
    somewhen = datetime(2026, 7, 1, 12, tzinfo=UTC).replace(tzinfo=None)

    with pytest.raises(StatementError), running(engine, SOURCE, somewhen):
        pass


def test_the_first_and_the_last_day_can_be_kept(engine: Engine) -> None:
    line = setting(registered_on=date.min, public_on=date.max)
    take_in(engine, [line])

    assert {"Setting": (line,)} == visible(engine)


def statements(kind: type[Record]) -> st.SearchStrategy[Record]:
    """Any record of a kind, within its fields' types and ranges."""
    return st.builds(kind, **{name: _values(field) for name, field in kind.model_fields.items()})


def _values(field: FieldInfo) -> st.SearchStrategy[Any]:
    patterns = [m.pattern for m in field.metadata if getattr(m, "pattern", None)]
    bounds: list[Any] = [m.ge for m in field.metadata if isinstance(m, Ge)]
    return _of_type(field.annotation, patterns, max(bounds, default=0))


def _of_type(kind: Any, patterns: list[str], least: Any = 0) -> st.SearchStrategy[Any]:
    if get_origin(kind) in {Union, UnionType}:
        return st.one_of([_of_type(part, patterns, least) for part in get_args(kind)])
    if hasattr(kind, "__metadata__"):
        patterns = [m.pattern for m in kind.__metadata__ if getattr(m, "pattern", None)]
        return _of_type(kind.__origin__, patterns)
    if kind is str and patterns:
        return st.from_regex(
            patterns[0].replace(r"\S", "[!-~]").replace(r"\d", "[0-9]"), fullmatch=True
        )
    if kind is str:
        return st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        type(None): st.none(),
        bool: st.booleans(),
        int: st.integers(int(least), LARGEST_INTEGER),
        float: st.floats(0, 1),
        date: st.dates(),
    }
    return plain[kind]
