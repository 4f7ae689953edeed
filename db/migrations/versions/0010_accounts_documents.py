"""Room for the documents of filed accounts that are held."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "accountsdocument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("length_bytes", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("entity_number", sa.String(), nullable=True),
        sa.Column("software", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_accountsdocument_reading_id", "accountsdocument", ["reading_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("accountsdocument")
