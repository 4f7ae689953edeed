"""Room for what councils pay to whom."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "councilpayment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("council", sa.String(), nullable=False),
        sa.Column("ons_code", sa.String(), nullable=True),
        sa.Column("transaction_number", sa.String(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=False),
        sa.Column("supplier_name", sa.String(), nullable=True),
        sa.Column("supplier_is_withheld", sa.Boolean(), nullable=False),
        sa.Column("amount_pence", sa.BigInteger(), nullable=False),
        sa.Column("service", sa.String(), nullable=True),
        sa.Column("department", sa.String(), nullable=True),
        sa.Column("purpose", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_councilpayment_reading_id", "councilpayment", ["reading_id"])


def downgrade() -> None:
    """Undo it."""
    op.drop_table("councilpayment")
