"""The migrations make exactly the tables that the code declares, and unmake them."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import SQLModel

from db.engine import STEPS, open_database, writing
from db.migrating import migrations
from tests.db.samples import held_rows, one_of_each, raw, take_in, visible


def move(engine: Engine, revision: str) -> None:
    config = migrations()
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        if revision == "base":
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)


def differences(engine: Engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        return list(compare_metadata(context, SQLModel.metadata))


def shape(engine: Engine) -> dict[str, object]:
    """Everything about each table that has a name or a type, names given by the server included."""
    asked = sa.inspect(engine)
    return {
        table: {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], one["default"])
                for one in asked.get_columns(table)
            },
            "key": asked.get_pk_constraint(table),
            "foreign keys": by_columns(asked.get_foreign_keys(table)),
            "unique": by_columns(asked.get_unique_constraints(table)),
            "checks": by_columns(asked.get_check_constraints(table)),
            "indexes": by_columns(asked.get_indexes(table)),
        }
        for table in asked.get_table_names()
    }


def by_columns(found: Iterable[object]) -> list[object]:
    return sorted(found, key=repr)


def test_the_migrations_make_the_tables_that_the_code_declares(own_engine: Engine) -> None:
    move(own_engine, "base")
    move(own_engine, "head")

    assert differences(own_engine) == []


def test_a_new_database_is_what_all_migrations_make_to_the_name(own_engine: Engine) -> None:
    made = shape(own_engine)
    move(own_engine, "base")
    with writing(own_engine).begin() as connection:
        connection.execute(sa.text("drop table alembic_version"))
    move(own_engine, "head")

    assert made == shape(own_engine)


def test_every_table_but_alembics_own_is_one_of_ours(own_engine: Engine) -> None:
    ours = {"alembic_version", *SQLModel.metadata.tables}

    assert ours == set(sa.inspect(own_engine).get_table_names())


def test_a_newly_opened_database_stands_at_the_newest_migration(own_engine: Engine) -> None:
    head = ScriptDirectory.from_config(migrations()).get_current_head()

    with own_engine.connect() as connection:
        assert [(head,)] == raw(connection, "select version_num from alembic_version")


def test_every_migrations_file_begins_with_its_number() -> None:
    steps = ScriptDirectory.from_config(migrations()).walk_revisions("base", "head")

    assert tuple(reversed([one.revision for one in steps])) == STEPS


def test_only_a_database_of_an_older_release_loads_alembic(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    twice = f"open_database({url!r}).dispose();" * 2
    asked = (
        f"import sys; from db.engine import open_database; {twice} print('alembic' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)  # noqa: S603 - this interpreter, on a literal

    assert ran.stdout == b"False\n"


def test_a_database_of_an_older_release_is_brought_up_to_date(
    own_engine: Engine, database_url: str
) -> None:
    move(own_engine, "base")
    move(own_engine, "0011")
    open_database(database_url).dispose()

    assert differences(own_engine) == []


def test_upgrading_again_changes_nothing(own_engine: Engine) -> None:
    take_in(own_engine, one_of_each())
    before = (visible(own_engine), held_rows(own_engine))
    move(own_engine, "head")

    assert before == (visible(own_engine), held_rows(own_engine))
    assert differences(own_engine) == []


def test_downgrading_takes_every_table_away(own_engine: Engine) -> None:
    take_in(own_engine, one_of_each())
    move(own_engine, "base")

    assert sa.inspect(own_engine).get_table_names() == ["alembic_version"]


def test_a_database_that_was_taken_down_is_opened_as_a_new_one(
    own_engine: Engine, database_url: str
) -> None:
    move(own_engine, "base")
    open_database(database_url).dispose()

    assert differences(own_engine) == []
    assert held_rows(own_engine) == {}


def test_an_upgrade_that_fails_leaves_the_database_as_it_was(
    own_engine: Engine, database_url: str
) -> None:
    move(own_engine, "base")
    with writing(own_engine).begin() as connection:
        connection.execute(sa.text("create table setting (id integer)"))

    with pytest.raises(DBAPIError, match="already exists"):
        open_database(database_url)

    assert {"alembic_version", "setting"} == set(sa.inspect(own_engine).get_table_names())
