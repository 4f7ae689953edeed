"""Room for what other registers tell of owners: notices, charities, care, schools."""

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
    op.create_table(
        "charity",
        *_of_every_record(),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("charity_number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("charity_type", sa.String(), nullable=True),
        sa.Column("registration_status", sa.String(), nullable=False),
        sa.Column("reporting_status", sa.String(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=True),
        sa.Column("registration_number_text", sa.String(), nullable=True),
        sa.Column("cares_for_children", sa.Boolean(), nullable=False),
        sa.Column("latest_period_from", sa.Date(), nullable=True),
        sa.Column("latest_period_to", sa.Date(), nullable=True),
        sa.Column("latest_income_gbp", sa.BigInteger(), nullable=True),
        sa.Column("latest_expenditure_gbp", sa.BigInteger(), nullable=True),
        sa.Column("is_insolvent", sa.Boolean(), nullable=True),
        sa.Column("in_administration", sa.Boolean(), nullable=True),
        sa.Column("is_cio", sa.Boolean(), nullable=True),
        sa.Column("dissolution_notice_to", sa.Date(), nullable=True),
        *_keys(),
    )
    op.create_table(
        "charityreturn",
        *_of_every_record(),
        sa.Column("charity_number", sa.String(), nullable=False),
        sa.Column("period_from", sa.Date(), nullable=True),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("return_received_on", sa.Date(), nullable=True),
        sa.Column("accounts_received_on", sa.Date(), nullable=True),
        sa.Column("income_gbp", sa.BigInteger(), nullable=True),
        sa.Column("expenditure_gbp", sa.BigInteger(), nullable=True),
        sa.Column("accounts_qualified", sa.Boolean(), nullable=True),
        *_keys(),
    )
    op.create_table(
        "carelocation",
        *_of_every_record(),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("population", sa.String(), nullable=False),
        sa.Column("location_id", sa.String(), nullable=False),
        sa.Column("primary_location_id", sa.String(), nullable=True),
        sa.Column("provider_id", sa.String(), nullable=False),
        sa.Column("provider_name", sa.String(), nullable=False),
        sa.Column("company_number", sa.String(), nullable=True),
        sa.Column("registration_number_text", sa.String(), nullable=True),
        sa.Column("charity_number", sa.String(), nullable=True),
        sa.Column("brand_id", sa.String(), nullable=True),
        sa.Column("brand_name", sa.String(), nullable=True),
        sa.Column("registered_on", sa.Date(), nullable=True),
        sa.Column("is_dormant", sa.Boolean(), nullable=True),
        sa.Column("is_care_home", sa.Boolean(), nullable=True),
        sa.Column("beds", sa.Integer(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("directorate", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("services", sa.String(), nullable=True),
        sa.Column("serves_children", sa.Boolean(), nullable=False),
        sa.Column("rating", sa.String(), nullable=True),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("local_authority", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("postcode_district", sa.String(), nullable=True),
        *_keys(),
    )
    op.create_table(
        "school",
        *_of_every_record(),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("school_type", sa.String(), nullable=False),
        sa.Column("type_group", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("closed_because", sa.String(), nullable=True),
        sa.Column("phase", sa.String(), nullable=True),
        sa.Column("age_from", sa.Integer(), nullable=True),
        sa.Column("age_to", sa.Integer(), nullable=True),
        sa.Column("has_boarders", sa.Boolean(), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("pupils", sa.Integer(), nullable=True),
        sa.Column("proprietor_name", sa.String(), nullable=True),
        sa.Column("proprietor_is_withheld", sa.Boolean(), nullable=False),
        sa.Column("company_number", sa.String(), nullable=True),
        sa.Column("trust_name", sa.String(), nullable=True),
        sa.Column("local_authority", sa.String(), nullable=True),
        sa.Column("local_authority_code", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=True),
        *_keys(),
    )
    for table in TABLES:
        op.create_index(f"ix_{table}_reading_id", table, ["reading_id"])


def downgrade() -> None:
    """Undo it."""
    for table in TABLES:
        op.drop_table(table)


TABLES = ("gazettenotice", "charity", "charityreturn", "carelocation", "school")


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
