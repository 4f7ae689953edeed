"""Room for every year's tables: what some years do not publish, and which table states a visit."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SINCE_NULL: Mapping[str, Mapping[str, sa.types.TypeEngine[Any]]] = {
    "setting": {
        "registered_on": sa.Date(),
        "registration_status": sa.String(),
        "ofsted_region": sa.String(),
        "government_office_region": sa.String(),
        "short_breaks_only": sa.Boolean(),
    },
    "inspection": {"event_number": sa.String()},
    "movement": {"local_authority": sa.String()},
}
"""Columns that may be empty from this step on."""


def upgrade() -> None:
    """Take the step. Visits read so far come from workbooks, which hold one register date each."""
    for table, columns in SINCE_NULL.items():
        _allow_null(table, columns, allowed=True)
    with op.batch_alter_table("inspection") as batch_op:
        batch_op.add_column(sa.Column("listed_at", sa.Date(), nullable=True))
    setting = sa.table("setting", sa.column("reading_id"), sa.column("as_at", sa.Date()))
    inspection = sa.table("inspection", sa.column("reading_id"), sa.column("listed_at", sa.Date()))
    described = sa.select(setting.c.reading_id, sa.func.max(setting.c.as_at)).group_by(
        setting.c.reading_id
    )
    for reading, as_at in op.get_bind().execute(described).all():
        op.get_bind().execute(
            sa.update(inspection).where(inspection.c.reading_id == reading).values(listed_at=as_at)
        )
    with op.batch_alter_table("inspection") as batch_op:
        batch_op.alter_column("listed_at", existing_type=sa.Date(), nullable=False)
    _create_owner_statements()


def downgrade() -> None:
    """Undo it. What only the newer step can hold goes: its documents can be read again."""
    op.drop_table("ownerstatement")
    for table, columns in SINCE_NULL.items():
        for column in columns:
            kept = sa.table(table, sa.column(column))
            op.get_bind().execute(sa.delete(kept).where(kept.c[column].is_(None)))
        _allow_null(table, columns, allowed=False)
    with op.batch_alter_table("inspection") as batch_op:
        batch_op.drop_column("listed_at")


def _create_owner_statements() -> None:
    op.create_table(
        "ownerstatement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("compiler", sa.String(), nullable=False),
        sa.Column("stated_for", sa.Date(), nullable=False),
        sa.Column("provision_type", sa.String(), nullable=False),
        sa.Column("registration_status", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("ownerstatement") as batch_op:
        batch_op.create_index("ix_ownerstatement_reading_id", ["reading_id"], unique=False)


def _allow_null(
    table: str, columns: Mapping[str, sa.types.TypeEngine[Any]], *, allowed: bool
) -> None:
    with op.batch_alter_table(table) as batch_op:
        for name, kind in columns.items():
            batch_op.alter_column(name, existing_type=kind, nullable=allowed)
