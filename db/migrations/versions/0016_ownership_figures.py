"""Room for the headline figures of Ofsted's releases on ownership."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "ownershipfigure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("service", sa.String(), nullable=False),
        sa.Column("ranked", sa.String(), nullable=False),
        sa.Column("share_of", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("largest", sa.Integer(), nullable=True),
        sa.Column("owners", sa.String(), nullable=True),
        sa.Column("definition", sa.String(), nullable=False),
        sa.Column("release", sa.String(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_ownershipfigure_reading_id", "ownershipfigure", ["reading_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("ownershipfigure")
