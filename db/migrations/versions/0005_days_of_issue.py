"""The day from which a document counts as public, and whether anybody states it.

Documents that an older release read keep the day that all their rows bear. It counts as stated
unless it is the day of the download.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

OF_THE_DOCUMENT = ("Setting", "Movement", "OwnerStatement")
"""Kinds whose rows bear the day of their document."""


def upgrade() -> None:
    """Take the step."""
    op.add_column("reading", sa.Column("public_from", sa.Date(), nullable=True))
    op.add_column("reading", sa.Column("issued_on", sa.Date(), nullable=True))
    reading = sa.table(
        "reading",
        sa.column("id", sa.Integer()),
        sa.column("source", sa.String()),
        sa.column("sha256", sa.String()),
        sa.column("public_from", sa.Date()),
        sa.column("issued_on", sa.Date()),
    )
    for number, day, fetched_at in op.get_bind().execute(_days(reading)).all():
        stated = None if day == fetched_at.date() else day
        op.get_bind().execute(
            sa.update(reading)
            .where(reading.c.id == number)
            .values(public_from=day, issued_on=stated)
        )


def downgrade() -> None:
    """Take it back."""
    op.drop_column("reading", "issued_on")
    op.drop_column("reading", "public_from")


def _days(reading: sa.TableClause) -> sa.Select[Any, Any, Any]:
    """Readings whose rows all bear one day, with that day and the moment of the first fetch."""
    profile = sa.table(
        "profile",
        sa.column("reading_id"),
        sa.column("kind"),
        sa.column("first_public_on", sa.Date()),
        sa.column("last_public_on", sa.Date()),
    )
    fetch = sa.table(
        "fetch", sa.column("source"), sa.column("sha256"), sa.column("fetched_at", sa.DateTime())
    )
    return (
        sa.select(
            reading.c.id, sa.func.max(profile.c.last_public_on), sa.func.min(fetch.c.fetched_at)
        )
        .join(profile, profile.c.reading_id == reading.c.id)
        .join(
            fetch,
            sa.and_(fetch.c.source == reading.c.source, fetch.c.sha256 == reading.c.sha256),
        )
        .where(
            profile.c.kind.in_(OF_THE_DOCUMENT),
            profile.c.first_public_on == profile.c.last_public_on,
        )
        .group_by(reading.c.id)
    )
