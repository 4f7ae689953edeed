"""How Alembic reaches our tables: always on a connection that the caller has opened."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel.sql.sqltypes import UTCDateTime

from db import tables
from db.column_types import Word


def render(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Write a new migration in plain types: it must outlive the classes that it was made from."""
    if kind == "type" and isinstance(item, Word):
        return "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.SQLModel.metadata,
    render_as_batch=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
