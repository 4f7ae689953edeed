"""What Companies House publishes, and intervals whose first day is not published."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

COUNCIL_TABLES = ("localauthority", "localauthorityborder", "localauthorityspelling")
NEW_TABLES = (
    "company",
    "previousname",
    "siccode",
    "control",
    "controlstatement",
    "officer",
    "charge",
    "insolvencycase",
    "insolvencydate",
    "filing",
    "registerextract",
    "oddity",
)


def upgrade() -> None:
    """Take the step."""
    _companies()
    _control()
    _people_and_charges()
    _insolvency()
    _filings()
    _registers()
    for table in COUNCIL_TABLES:
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("valid_from", existing_type=sa.Date(), nullable=True)


def downgrade() -> None:
    """Undo it."""
    for table in COUNCIL_TABLES:
        with op.batch_alter_table(table) as batch_op:
            batch_op.alter_column("valid_from", existing_type=sa.Date(), nullable=False)
    for table in reversed(NEW_TABLES):
        op.drop_table(table)


def _table(name: str, *columns: sa.Column[object]) -> None:
    """Make the table of one kind of record, with its keys."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["reading_id"], ["reading.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f(f"ix_{name}_reading_id"), name, ["reading_id"])


def _companies() -> None:
    _table(
        "company",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("company_type", sa.String(), nullable=False),
        sa.Column("subtype", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("status_detail", sa.String(), nullable=True),
        sa.Column("jurisdiction", sa.String(), nullable=True),
        sa.Column("partial_data_available", sa.String(), nullable=True),
        sa.Column("registered_office_country", sa.String(), nullable=True),
        sa.Column("registered_office_district", sa.String(), nullable=True),
        sa.Column("registered_office_undeliverable", sa.Boolean(), nullable=True),
        sa.Column("registered_office_in_dispute", sa.Boolean(), nullable=True),
        sa.Column("year_ends", sa.String(), nullable=True),
        sa.Column("last_accounts_made_up_to", sa.Date(), nullable=True),
        sa.Column("last_accounts_type", sa.String(), nullable=True),
        sa.Column("next_accounts_made_up_to", sa.Date(), nullable=True),
        sa.Column("next_accounts_due_on", sa.Date(), nullable=True),
        sa.Column("accounts_overdue", sa.Boolean(), nullable=True),
        sa.Column("confirmation_statement_due_on", sa.Date(), nullable=True),
        sa.Column("confirmation_statement_overdue", sa.Boolean(), nullable=True),
        sa.Column("has_charges", sa.Boolean(), nullable=True),
        sa.Column("has_insolvency_history", sa.Boolean(), nullable=True),
        sa.Column("has_super_secure_controllers", sa.Boolean(), nullable=True),
        sa.Column("foreign_registration_number", sa.String(), nullable=True),
        sa.Column("foreign_registry_country", sa.String(), nullable=True),
        sa.Column("branch_of_company_number", sa.String(), nullable=True),
        sa.Column("external_registration_number", sa.String(), nullable=True),
    )
    _table(
        "previousname",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
    )
    _table(
        "siccode",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("sic_code", sa.String(), nullable=False),
    )


def _control() -> None:
    _table(
        "control",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("psc_id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("holder_name", sa.String(), nullable=True),
        sa.Column("holder_company_number", sa.String(), nullable=True),
        sa.Column("registration_number_text", sa.String(), nullable=True),
        sa.Column("country_registered", sa.String(), nullable=True),
        sa.Column("place_registered", sa.String(), nullable=True),
        sa.Column("legal_form", sa.String(), nullable=True),
        sa.Column("legal_authority", sa.String(), nullable=True),
        sa.Column("country_of_residence", sa.String(), nullable=True),
        sa.Column("is_sanctioned", sa.Boolean(), nullable=True),
        sa.Column("shares_min", sa.Float(), nullable=True),
        sa.Column("shares_min_open", sa.Boolean(), nullable=True),
        sa.Column("shares_max", sa.Float(), nullable=True),
        sa.Column("shares_max_open", sa.Boolean(), nullable=True),
        sa.Column("votes_min", sa.Float(), nullable=True),
        sa.Column("votes_min_open", sa.Boolean(), nullable=True),
        sa.Column("votes_max", sa.Float(), nullable=True),
        sa.Column("votes_max_open", sa.Boolean(), nullable=True),
        sa.Column("surplus_assets_min", sa.Float(), nullable=True),
        sa.Column("surplus_assets_min_open", sa.Boolean(), nullable=True),
        sa.Column("surplus_assets_max", sa.Float(), nullable=True),
        sa.Column("surplus_assets_max_open", sa.Boolean(), nullable=True),
        sa.Column("appoints_majority_of_board", sa.Boolean(), nullable=True),
        sa.Column("significant_influence", sa.Boolean(), nullable=True),
        sa.Column("nominee", sa.Boolean(), nullable=True),
        sa.Column("natures", sa.String(), nullable=True),
        sa.Column("unread_natures", sa.String(), nullable=True),
    )
    _table(
        "controlstatement",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("statement", sa.String(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=True),
        sa.Column("restrictions_notice_withdrawal_reason", sa.String(), nullable=True),
    )


def _people_and_charges() -> None:
    _table(
        "officer",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("officer_id", sa.String(), nullable=True),
        sa.Column("appointment_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("officer_role", sa.String(), nullable=False),
        sa.Column("appointed_before", sa.Date(), nullable=True),
        sa.Column("country_of_residence", sa.String(), nullable=True),
        sa.Column("identification_type", sa.String(), nullable=True),
        sa.Column("officer_company_number", sa.String(), nullable=True),
        sa.Column("registration_number_text", sa.String(), nullable=True),
        sa.Column("place_registered", sa.String(), nullable=True),
        sa.Column("legal_form", sa.String(), nullable=True),
        sa.Column("legal_authority", sa.String(), nullable=True),
    )
    _table(
        "charge",
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("charge_id", sa.String(), nullable=False),
        sa.Column("charge_code", sa.String(), nullable=True),
        sa.Column("charge_number", sa.Integer(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("classification", sa.String(), nullable=True),
        sa.Column("charge_type", sa.String(), nullable=True),
        sa.Column("delivered_on", sa.Date(), nullable=True),
        sa.Column("satisfied_on", sa.Date(), nullable=True),
        sa.Column("persons_entitled", sa.String(), nullable=True),
        sa.Column("more_than_four_persons_entitled", sa.Boolean(), nullable=True),
    )


def _insolvency() -> None:
    _table(
        "insolvencycase",
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=True),
        sa.Column("case_type", sa.String(), nullable=False),
        sa.Column("company_insolvency_status", sa.String(), nullable=True),
        sa.Column("first_dated_on", sa.Date(), nullable=True),
    )
    _table(
        "insolvencydate",
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("case_number", sa.String(), nullable=True),
        sa.Column("case_type", sa.String(), nullable=False),
        sa.Column("date_type", sa.String(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
    )


def _filings() -> None:
    _table(
        "filing",
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("transaction_id", sa.String(), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("subcategory", sa.String(), nullable=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("action_date", sa.Date(), nullable=True),
        sa.Column("made_up_to", sa.Date(), nullable=True),
        sa.Column("new_date", sa.Date(), nullable=True),
        sa.Column("charge_number", sa.String(), nullable=True),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("paper_filed", sa.Boolean(), nullable=True),
        sa.Column("document_id", sa.String(), nullable=True),
    )


def _registers() -> None:
    _table(
        "registerextract",
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("register_name", sa.String(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("stated_entries", sa.Integer(), nullable=True),
        sa.Column("stated_active", sa.Integer(), nullable=True),
        sa.Column("stated_ended", sa.Integer(), nullable=True),
    )
    _table(
        "oddity",
        sa.Column("company_number", sa.String(), nullable=False),
        sa.Column("register_name", sa.String(), nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
    )
