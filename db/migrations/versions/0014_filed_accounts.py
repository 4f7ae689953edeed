"""Room for what is read of filed accounts: their state, lines, sentences, claims, notes, gaps."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = (
    "filedaccounts",
    "statementline",
    "accountsstatement",
    "accountsclaim",
    "accountsnote",
    "accountsgap",
)


def upgrade() -> None:
    """Take the step."""
    _create(
        "filedaccounts",
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("state_why", sa.String(), nullable=True),
        sa.Column("filed_for", sa.String(), nullable=True),
        sa.Column("entity_number", sa.String(), nullable=True),
        sa.Column("entity_name", sa.String(), nullable=True),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("made_up_to", "period_start")),
        sa.Column("months", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("previous_start", "previous_end")),
        sa.Column("accounts_type", sa.String(), nullable=True),
        sa.Column("standard", sa.String(), nullable=True),
        sa.Column("lease_basis", sa.String(), nullable=False),
        sa.Column("is_consolidated", sa.Boolean(), nullable=False),
        *(sa.Column(f"is_{name}", sa.Boolean()) for name in ("audited", "dormant", "amended")),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("auditor", sa.String(), nullable=True),
        sa.Column("software", sa.String(), nullable=True),
        sa.Column("lines_left_out", sa.Integer(), nullable=False),
    )
    _create(
        "statementline",
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("is_comparative", sa.Boolean(), nullable=False),
        sa.Column("period_start", sa.Date(), nullable=True),
        sa.Column("period_end", sa.Date(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("read", sa.String(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("shown", sa.String(), nullable=False),
        sa.Column("label", sa.String(), nullable=True),
    )
    _create(
        "accountsstatement",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("jurisdiction", sa.String(), nullable=True),
        sa.Column("amount_gbp", sa.BigInteger(), nullable=True),
    )
    _create(
        "accountsclaim",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.Column("parent", sa.String(), nullable=True),
    )
    _create(
        "accountsnote",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=True),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("words", sa.String(), nullable=False),
    )
    _create(
        "accountsgap",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("scope", "measure", "gap")),
    )


def downgrade() -> None:
    """Undo it."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _create(name: str, *columns: "sa.Column[Any]") -> None:  # Any: of whatever type
    """One table of records, each of one set of accounts in one document."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("member", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(f"ix_{name}_reading_id", name, ["reading_id"])
