"""Find fetches by their source and their bytes, or their subject: a crawl leaves many of a source.

By the source alone every one of them was looked at for each that was stored.
"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    op.drop_index("ix_fetch_source", table_name="fetch")
    op.create_index("ix_fetch_source_sha256", "fetch", ["source", "sha256"])
    op.create_index("ix_fetch_source_subject", "fetch", ["source", "subject"])


def downgrade() -> None:
    """Undo it."""
    op.drop_index("ix_fetch_source_subject", table_name="fetch")
    op.drop_index("ix_fetch_source_sha256", table_name="fetch")
    op.create_index("ix_fetch_source", "fetch", ["source"])
