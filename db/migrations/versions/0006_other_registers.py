"""Room for what other registers tell of owners: notices of insolvency."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "gazettenotice",
        *_of_every_record(),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("notice_id", sa.String(), nullable=False),
        sa.Column("code", sa.Integer(), nullable=False),
        sa.Column("notice_type", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=True),
        sa.Column("procedure", sa.String(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("states_number", sa.Boolean(), nullable=False),
        *_keys(),
    )
    for table in TABLES:
        op.create_index(f"ix_{table}_reading_id", table, ["reading_id"])


def downgrade() -> None:
    """Undo it."""
    for table in TABLES:
        op.drop_table(table)


TABLES = ("gazettenotice",)


def _of_every_record() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
    )


def _keys() -> tuple[sa.Constraint, ...]:
    return (
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
