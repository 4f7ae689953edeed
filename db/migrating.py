"""How an older database is brought up to date: by Alembic, which loads slowly and only for this."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"


def migrations() -> Config:
    """Alembic's view of our migrations."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


def upgrade(connection: Connection) -> None:
    """Take every step that the database of this connection has not taken yet."""
    config = migrations()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
