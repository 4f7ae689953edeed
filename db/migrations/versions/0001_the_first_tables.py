"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.create_table(
        "evaluation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("policy", sa.String(), nullable=False),
        sa.Column("policy_sha256", sa.String(), nullable=False),
        sa.Column("code_version", sa.String(), nullable=False),
        sa.Column("data_version", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answers", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("problem", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("adopted_by", sa.Integer(), nullable=True),
        sa.Column("drift", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["adopted_by"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_run_source"), ["source"], unique=False)

    op.create_table(
        "stamp",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("world", sa.String(), nullable=False),
        sa.Column("today", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "fetch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("fetch", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_fetch_run_id"), ["run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_fetch_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_fetch_source"), ["source"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["run_id"],
            ["run.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("source", "sha256", "version"),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reading_run_id"), ["run_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_reading_sha256"), ["sha256"], unique=False)

    op.create_table(
        "controltotal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("period_to", sa.Date(), nullable=False),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("controltotal", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_controltotal_reading_id"), ["reading_id"], unique=False
        )

    op.create_table(
        "inspection",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("event_number", sa.String(), nullable=False),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("listing", sa.String(), nullable=False),
        sa.Column("event_type", sa.String(), nullable=False),
        sa.Column("inspected_on", sa.Date(), nullable=False),
        sa.Column("provision_type", sa.String(), nullable=False),
        sa.Column("registration_status", sa.String(), nullable=False),
        sa.Column("local_authority", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.Column("overall_experiences_and_progress", sa.String(), nullable=True),
        sa.Column("interim_outcome", sa.String(), nullable=True),
        sa.Column("supported_accommodation_outcome", sa.String(), nullable=True),
        sa.Column("education_outcomes", sa.String(), nullable=True),
        sa.Column("health_services", sa.String(), nullable=True),
        sa.Column("helped_and_protected", sa.String(), nullable=True),
        sa.Column("leaders_and_managers", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_inspection_reading_id"), ["reading_id"], unique=False)

    op.create_table(
        "localauthority",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("ons_code", sa.String(), nullable=False),
        sa.Column("dfe_code", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("region", sa.String(), nullable=False),
        sa.Column("region_code", sa.String(), nullable=False),
        sa.Column("regional_care_cooperative", sa.String(), nullable=True),
        sa.Column("successor_codes", sa.String(), nullable=True),
        sa.Column("basis", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("localauthority", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_localauthority_reading_id"), ["reading_id"], unique=False
        )

    op.create_table(
        "localauthorityborder",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("ons_code", sa.String(), nullable=False),
        sa.Column("neighbour_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("localauthorityborder", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_localauthorityborder_reading_id"), ["reading_id"], unique=False
        )

    op.create_table(
        "localauthorityspelling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("spelling", sa.String(), nullable=False),
        sa.Column("publisher", sa.String(), nullable=False),
        sa.Column("ons_code", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("localauthorityspelling", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_localauthorityspelling_reading_id"), ["reading_id"], unique=False
        )

    op.create_table(
        "movement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("year_to", sa.Date(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.Column("left", sa.Boolean(), nullable=False),
        sa.Column("opened_on", sa.Date(), nullable=False),
        sa.Column("resigned_on", sa.Date(), nullable=True),
        sa.Column("closed_on", sa.Date(), nullable=True),
        sa.Column("cancelled_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("provision_type", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("local_authority", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("status_before", sa.String(), nullable=True),
        sa.Column("status_after", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_movement_reading_id"), ["reading_id"], unique=False)

    op.create_table(
        "premises",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("population", sa.String(), nullable=False),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("registration_status", sa.String(), nullable=False),
        sa.Column("service_category", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("ofsted_region", sa.String(), nullable=False),
        sa.Column("government_office_region", sa.String(), nullable=False),
        sa.Column("local_authority", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("premises", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_premises_reading_id"), ["reading_id"], unique=False)

    op.create_table(
        "profile",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("first_public_on", sa.Date(), nullable=False),
        sa.Column("last_public_on", sa.Date(), nullable=False),
        sa.Column("fields", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_profile_reading_id"), ["reading_id"], unique=False)

    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reading_id", sa.Integer(), nullable=False),
        sa.Column("cite", sa.String(), nullable=False),
        sa.Column("public_on", sa.Date(), nullable=False),
        sa.Column("as_at", sa.Date(), nullable=False),
        sa.Column("population", sa.String(), nullable=False),
        sa.Column("urn", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("provision_type", sa.String(), nullable=False),
        sa.Column("registered_on", sa.Date(), nullable=False),
        sa.Column("registration_status", sa.String(), nullable=False),
        sa.Column("ofsted_region", sa.String(), nullable=False),
        sa.Column("government_office_region", sa.String(), nullable=False),
        sa.Column("local_authority", sa.String(), nullable=False),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("supported_accommodation_premises", sa.Integer(), nullable=True),
        sa.Column("short_breaks_only", sa.Boolean(), nullable=False),
        sa.Column("multi_building", sa.Boolean(), nullable=True),
        sa.Column("linked_education_urn", sa.String(), nullable=True),
        sa.Column("owner_name", sa.String(), nullable=True),
        sa.Column("owner_company_number", sa.String(), nullable=True),
        sa.Column("owner_charity_number", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reading_id"],
            ["reading.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setting_reading_id"), ["reading_id"], unique=False)


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("setting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_setting_reading_id"))

    op.drop_table("setting")
    with op.batch_alter_table("profile", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_profile_reading_id"))

    op.drop_table("profile")
    with op.batch_alter_table("premises", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_premises_reading_id"))

    op.drop_table("premises")
    with op.batch_alter_table("movement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_movement_reading_id"))

    op.drop_table("movement")
    with op.batch_alter_table("localauthorityspelling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_localauthorityspelling_reading_id"))

    op.drop_table("localauthorityspelling")
    with op.batch_alter_table("localauthorityborder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_localauthorityborder_reading_id"))

    op.drop_table("localauthorityborder")
    with op.batch_alter_table("localauthority", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_localauthority_reading_id"))

    op.drop_table("localauthority")
    with op.batch_alter_table("inspection", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_inspection_reading_id"))

    op.drop_table("inspection")
    with op.batch_alter_table("controltotal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_controltotal_reading_id"))

    op.drop_table("controltotal")
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_reading_sha256"))
        batch_op.drop_index(batch_op.f("ix_reading_run_id"))

    op.drop_table("reading")
    with op.batch_alter_table("fetch", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_fetch_source"))
        batch_op.drop_index(batch_op.f("ix_fetch_sha256"))
        batch_op.drop_index(batch_op.f("ix_fetch_run_id"))

    op.drop_table("fetch")
    op.drop_table("stamp")
    with op.batch_alter_table("run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_run_source"))

    op.drop_table("run")
    op.drop_table("quarantine")
    op.drop_table("evaluation")
