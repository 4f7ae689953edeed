"""Room for what Ofsted's reports site states, and for what councils' statistics do."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

AMOUNTS = (
    "employees",
    "running_expenses",
    "total_expenditure",
    "sales_fees_and_charges",
    "other_income",
    "total_income",
    "net_current_expenditure",
)
"""Of a line of spending, in whole pounds: England's pass what four bytes hold."""


def upgrade() -> None:
    """Take the step."""
    _create(
        "providerpage",
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("local_authority", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
    )
    _create(
        "publishedreport",
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("report_number", sa.String(), nullable=False),
        sa.Column("event_type", sa.String(), nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=False),
    )
    _create(
        "reportedprovider",
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("provision_sub_type", sa.String(), nullable=True),
        sa.Column("registered_provider", sa.String(), nullable=True),
        sa.Column("office_address", sa.String(), nullable=True),
        sa.Column("office_postcode", sa.String(), nullable=True),
        sa.Column("provider_withheld", sa.Boolean(), nullable=False),
    )
    _create(
        "lookedaftercount",
        sa.Column("counted_on", sa.Date(), nullable=False),
        sa.Column("area_code", sa.String(), nullable=False),
        sa.Column("area_name", sa.String(), nullable=False),
        sa.Column("dfe_code", sa.String(), nullable=True),
        sa.Column("breakdown", sa.String(), nullable=False),
        sa.Column("characteristic", sa.String(), nullable=False),
        sa.Column("children", sa.Integer(), nullable=True),
        sa.Column("children_mark", sa.String(), nullable=True),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("percent_mark", sa.String(), nullable=True),
    )
    _create(
        "councilspending",
        sa.Column("year_to", sa.Date(), nullable=False),
        sa.Column("ons_code", sa.String(), nullable=False),
        sa.Column("authority", sa.String(), nullable=False),
        sa.Column("authority_class", sa.String(), nullable=False),
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=True),
        *(sa.Column(f"{name}_gbp", sa.BigInteger(), nullable=True) for name in AMOUNTS),
    )


def downgrade() -> None:
    """Undo it."""
    for table in (
        "councilspending",
        "lookedaftercount",
        "reportedprovider",
        "publishedreport",
        "providerpage",
    ):
        op.drop_table(table)


def _create(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(f"ix_{table}_reading_id", table, ["reading_id"])
