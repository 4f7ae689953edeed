"""Room for which invented market a rehearsal is of."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the step."""
    with op.batch_alter_table("stamp") as batch_op:
        batch_op.add_column(sa.Column("market", sa.String(), nullable=True))


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("stamp") as batch_op:
        batch_op.drop_column("market")
